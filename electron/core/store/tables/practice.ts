import { answerValues } from '#shared/domain/review/answer.ts';

import { type Statements, text } from '../statements.ts';
import type { Tables } from '../tables.ts';

/** What each reader answered to the practice cases. */
export function practiceTables(statements: Statements): Tables['practice'] {
  return {
    list: (practiceId) =>
      statements
        .all('SELECT * FROM practice_answers WHERE practice_id = ? ORDER BY reader, item_id', [practiceId])
        .map((row) => ({
          practiceId,
          reader: text(row, 'reader'),
          itemId: text(row, 'item_id'),
          value: answerValues.find((known) => known === row['value']) ?? null,
          note: text(row, 'note'),
        })),
    set: ({ practiceId, reader, itemId, value, note }, at) => {
      statements.run(
        `INSERT OR REPLACE INTO practice_answers (practice_id, reader, item_id, value, note, answered_at)
         VALUES (?, ?, ?, ?, ?, ?)`,
        [practiceId, reader, itemId, value, note, at],
      );
    },
  };
}
