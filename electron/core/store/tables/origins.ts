import type { ExchangeTables, RoundOrigin } from '../exchange-rows.ts';
import { document, type Statements, text } from '../statements.ts';

/** Where the rounds came from that were drawn in another workspace. */
export function originTables(statements: Statements): ExchangeTables['origins'] {
  return {
    get: (roundId) => {
      const row = statements.first('SELECT document FROM round_origins WHERE round_id = ?', [roundId]);
      return row === undefined ? undefined : document<RoundOrigin>(row, 'document');
    },
    set: (roundId, origin) => {
      statements.run('INSERT OR REPLACE INTO round_origins (round_id, role, unit, document) VALUES (?, ?, ?, ?)', [
        roundId,
        origin.role,
        origin.unit,
        JSON.stringify(origin),
      ]);
    },
    list: () =>
      new Map(
        statements
          .all('SELECT round_id, document FROM round_origins')
          .map((row) => [text(row, 'round_id'), document<RoundOrigin>(row, 'document')]),
      ),
  };
}
