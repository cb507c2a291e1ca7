import { document, type Row, type Statements, text, textOrNull, whole } from '../statements.ts';
import type { DeletionRow, Tables } from '../tables.ts';

function asDeletion(row: Row): DeletionRow {
  return {
    id: text(row, 'deletion_id'),
    at: text(row, 'at'),
    who: text(row, 'who'),
    roundId: text(row, 'round_id'),
    name: text(row, 'name'),
    populationFingerprint: text(row, 'population_fingerprint'),
    imports: document<DeletionRow['imports']>(row, 'imports'),
    removed: document<DeletionRow['removed']>(row, 'removed'),
    files: document<DeletionRow['files']>(row, 'files'),
    complete: whole(row, 'complete') === 1,
  };
}

export function keepingTables(statements: Statements): Tables['keeping'] {
  return {
    retainUntil: (roundId) => {
      const row = statements.first('SELECT retain_until FROM round_keeping WHERE round_id = ?', [roundId]);
      return row === undefined ? null : textOrNull(row, 'retain_until');
    },
    setRetainUntil: (roundId, day) =>
      statements.run('UPDATE round_keeping SET retain_until = ? WHERE round_id = ?', [day, roundId]),
  };
}

/** What was deleted, newest first. */
export function listDeletions(statements: Statements): readonly DeletionRow[] {
  return statements.all('SELECT * FROM deletions ORDER BY number DESC').map(asDeletion);
}

export function putDeletion(statements: Statements, deletion: DeletionRow): void {
  statements.run(
    `INSERT INTO deletions (deletion_id, at, who, round_id, name, population_fingerprint, imports, removed, files,
       complete) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (deletion_id) DO UPDATE SET removed = excluded.removed, files = excluded.files,
       complete = excluded.complete`,
    [
      deletion.id,
      deletion.at,
      deletion.who,
      deletion.roundId,
      deletion.name,
      deletion.populationFingerprint,
      JSON.stringify(deletion.imports),
      JSON.stringify(deletion.removed),
      JSON.stringify(deletion.files),
      deletion.complete ? 1 : 0,
    ],
  );
}
