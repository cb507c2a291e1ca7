import type { SecondReadingDraw } from '#shared/domain/review/second-reading.ts';

import { document, type Statements } from '../statements.ts';
import type { Tables } from '../tables.ts';

/** Which cases of a round are read a second time. */
export function secondReadingTables(statements: Statements): Tables['secondReadings'] {
  return {
    get: (roundId) => {
      const row = statements.first('SELECT draw FROM second_reading_draws WHERE round_id = ?', [roundId]);
      return row === undefined ? undefined : document<SecondReadingDraw>(row, 'draw');
    },
    set: (roundId, draw) => {
      statements.run('INSERT OR REPLACE INTO second_reading_draws (round_id, draw) VALUES (?, ?)', [
        roundId,
        JSON.stringify(draw),
      ]);
    },
  };
}
