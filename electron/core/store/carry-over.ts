import { deleteImportRows, deleteRoundRows } from './round-rows.ts';
import type { Statements } from './statements.ts';
import { listDeletions, putDeletion } from './tables/keeping.ts';

/**
 * What a restored workspace takes from the one whose place it takes: the keys that the files beside it have got since,
 * the file keys of older copies, and what was deleted, which stays deleted. Within a transaction of `to`.
 */
export function carryOver(from: Statements, to: Statements): void {
  for (const { import_id, kind, key } of from.all('SELECT import_id, kind, key FROM population_keys')) {
    to.run(
      `INSERT INTO population_keys (import_id, kind, key) SELECT import_id, ?, ? FROM imports WHERE import_id = ?
       ON CONFLICT DO NOTHING`,
      [kind ?? null, key ?? null, import_id ?? null],
    );
  }
  for (const { key, replaced_at } of from.all('SELECT key, replaced_at FROM former_file_keys ORDER BY number')) {
    const known = to.first('SELECT 1 FROM former_file_keys WHERE key = ?', [key ?? null]) !== undefined;
    if (!known)
      to.run('INSERT INTO former_file_keys (key, replaced_at) VALUES (?, ?)', [key ?? null, replaced_at ?? null]);
  }
  const told = new Set(listDeletions(to).map(({ id }) => id));
  for (const deletion of listDeletions(from).toReversed()) {
    if (!told.has(deletion.id)) putDeletion(to, deletion);
    deleteRoundRows(to, deletion.roundId);
    for (const importId of deletion.imports) {
      if (to.first('SELECT 1 FROM rounds WHERE import_id = ?', [importId]) === undefined)
        deleteImportRows(to, importId);
    }
  }
}
