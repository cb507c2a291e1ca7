import type { Statements } from '../statements.ts';

/** What a file of an import holds: its cases, or their marks. */
export type SealedKind = 'cases' | 'marks';

export function populationKey(statements: Statements, importId: string, kind: SealedKind): Uint8Array | undefined {
  const row = statements.first('SELECT key FROM population_keys WHERE import_id = ? AND kind = ?', [importId, kind]);
  const key = row?.['key'];
  return key instanceof Uint8Array ? key : undefined;
}

export function keepPopulationKey(statements: Statements, importId: string, kind: SealedKind, key: Uint8Array): void {
  statements.run('INSERT INTO population_keys (import_id, kind, key) VALUES (?, ?, ?)', [importId, kind, key]);
}

/** Without the key the file says nothing, wherever a copy of it lies. */
export function forgetPopulationKey(statements: Statements, importId: string, kind: SealedKind): void {
  statements.run('DELETE FROM population_keys WHERE import_id = ? AND kind = ?', [importId, kind]);
}

/** A file key that is no longer in use; older copies of the workspace are sealed with it. */
export function keepFormerFileKey(statements: Statements, key: Uint8Array, replacedAt: string): void {
  statements.run('INSERT INTO former_file_keys (key, replaced_at) VALUES (?, ?)', [key, replacedAt]);
}

/** Newest first. */
export function formerFileKeys(statements: Statements): readonly Uint8Array[] {
  return statements
    .all('SELECT key FROM former_file_keys ORDER BY number DESC')
    .map((row) => row['key'])
    .filter((key) => key instanceof Uint8Array);
}

/** Once no copy is left that they open. */
export function forgetFormerFileKeys(statements: Statements): void {
  statements.run('DELETE FROM former_file_keys');
}
