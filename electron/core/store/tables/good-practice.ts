import type { ExchangeTables, GoodPracticeRow } from '../exchange-rows.ts';
import { document, type Statements, text } from '../statements.ts';

/** What is told of the starred examples. */
export function goodPracticeTables(statements: Statements): ExchangeTables['goodPractice'] {
  return {
    list: () =>
      statements
        .all('SELECT document FROM good_practice ORDER BY round_id, case_id, item_id')
        .map((row) => document<GoodPracticeRow>(row, 'document')),
    put: (row) => {
      statements.run(
        'INSERT OR REPLACE INTO good_practice (round_id, case_id, item_id, document) VALUES (?, ?, ?, ?)',
        [row.roundId, row.caseId, row.itemId, JSON.stringify(row)],
      );
    },
    starred: () =>
      statements
        .all(
          'SELECT round_id, case_id, item_id, good_practice FROM answers WHERE good_practice IS NOT NULL AND reading = 1',
        )
        .map((row) => ({
          roundId: text(row, 'round_id'),
          caseId: text(row, 'case_id'),
          itemId: text(row, 'item_id'),
          line: text(row, 'good_practice'),
        })),
  };
}
