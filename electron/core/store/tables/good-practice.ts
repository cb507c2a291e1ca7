import type { ExchangeTables, GoodPracticeRow } from '../exchange-rows.ts';
import { document, type Statements } from '../statements.ts';

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
  };
}
