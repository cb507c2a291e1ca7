import type { ExchangeTables } from '../exchange-rows.ts';
import { document, type Statements, text } from '../statements.ts';

/** What is remembered of the versions of a round's cells. */
export function versionTables(statements: Statements): ExchangeTables['versions'] {
  return {
    of: (roundId) =>
      new Map(
        statements
          .all('SELECT scope, document FROM cell_versions WHERE round_id = ? ORDER BY scope', [roundId])
          .map((row) => [text(row, 'scope'), document<unknown>(row, 'document')]),
      ),
    get: (roundId, scope) => {
      const row = statements.first('SELECT document FROM cell_versions WHERE round_id = ? AND scope = ?', [
        roundId,
        scope,
      ]);
      return row === undefined ? undefined : document<unknown>(row, 'document');
    },
    some: (roundId, scopes) =>
      new Map(
        statements
          .all(
            `SELECT scope, document FROM cell_versions
             WHERE round_id = ? AND scope IN (SELECT value FROM json_each(?)) ORDER BY scope`,
            [roundId, JSON.stringify(scopes)],
          )
          .map((row) => [text(row, 'scope'), document<unknown>(row, 'document')]),
      ),
    put: (roundId, scope, versions) => {
      statements.run('INSERT OR REPLACE INTO cell_versions (round_id, scope, document) VALUES (?, ?, ?)', [
        roundId,
        scope,
        JSON.stringify(versions),
      ]);
    },
  };
}
