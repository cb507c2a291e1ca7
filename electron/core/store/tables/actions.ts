import { type Action, recommendations } from '#shared/domain/review/action.ts';

import { document, type Row, type Statements, text, textOrNull, whole } from '../statements.ts';
import type { Tables } from '../tables.ts';

function asAction(row: Row): Action {
  return {
    id: text(row, 'action_id'),
    roundId: text(row, 'round_id'),
    caseId: textOrNull(row, 'case_id'),
    itemId: textOrNull(row, 'item_id'),
    kind: text(row, 'kind') === 'practice' ? 'practice' : 'case',
    text: text(row, 'text'),
    owner: text(row, 'owner'),
    due: textOrNull(row, 'due'),
    critical: whole(row, 'critical') === 1,
    created: text(row, 'created'),
    done: textOrNull(row, 'done'),
    category: recommendations.find((known) => known === row['category']) ?? null,
    measured: row['measured'] === null ? null : document<Action['measured']>(row, 'measured'),
  };
}

export function actionTables(statements: Statements): Tables['actions'] {
  return {
    list: () => statements.all('SELECT * FROM actions ORDER BY number').map(asAction),
    get: (id) => {
      const row = statements.first('SELECT * FROM actions WHERE action_id = ?', [id]);
      return row === undefined ? undefined : asAction(row);
    },
    put: (action) => {
      statements.run(
        `INSERT INTO actions (action_id, round_id, case_id, item_id, kind, text, owner, due, critical, created, done,
           category, measured)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (action_id) DO UPDATE SET round_id = excluded.round_id, case_id = excluded.case_id,
           item_id = excluded.item_id, kind = excluded.kind, text = excluded.text, owner = excluded.owner,
           due = excluded.due, critical = excluded.critical, created = excluded.created, done = excluded.done,
           category = excluded.category, measured = excluded.measured`,
        [
          action.id,
          action.roundId,
          action.caseId,
          action.itemId,
          action.kind,
          action.text,
          action.owner,
          action.due,
          action.critical ? 1 : 0,
          action.created,
          action.done,
          action.category,
          action.measured === null ? null : JSON.stringify(action.measured),
        ],
      );
    },
  };
}
