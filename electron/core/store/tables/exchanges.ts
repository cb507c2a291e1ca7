import type { Exchange, ExchangeTables } from '../exchange-rows.ts';
import { document, type Row, type Statements } from '../statements.ts';

function asExchange(row: Row): Exchange {
  return document<Exchange>(row, 'document');
}

/** What was sent to whom, and what came back. */
export function exchangeTables(statements: Statements): ExchangeTables['exchanges'] {
  return {
    get: (exchangeId) => {
      const row = statements.first('SELECT document FROM exchanges WHERE exchange_id = ?', [exchangeId]);
      return row === undefined ? undefined : asExchange(row);
    },
    put: (exchange) => {
      statements.run('INSERT OR REPLACE INTO exchanges (exchange_id, round_id, document) VALUES (?, ?, ?)', [
        exchange.exchangeId,
        exchange.roundId,
        JSON.stringify(exchange),
      ]);
    },
    remove: (exchangeId) => {
      statements.run('DELETE FROM exchanges WHERE exchange_id = ?', [exchangeId]);
    },
    list: (roundId) => {
      const rows =
        roundId === undefined
          ? statements.all('SELECT document FROM exchanges ORDER BY exchange_id')
          : statements.all('SELECT document FROM exchanges WHERE round_id = ? ORDER BY exchange_id', [roundId]);
      return rows.map(asExchange).toSorted((a, b) => (a.sentAt < b.sentAt ? -1 : a.sentAt > b.sentAt ? 1 : 0));
    },
  };
}
