import { join } from 'node:path';

import { readHeader } from './envelope.ts';
import { systemCode } from './file-system.ts';
import { asSealedWorkspace, openBackup, type OpenedBackup, type SealedWorkspace } from './open-backup.ts';
import { readWhole } from './read-file.ts';
import { asSaveError } from './save-file.ts';
import type { Session } from './session.ts';
import type { Statements } from './statements.ts';
import type { Surroundings } from './surroundings.ts';
import { formerFileKeys } from './tables/population-keys.ts';

/** What a backup is searched for. */
export interface Sought {
  readonly roundId: string;
  readonly imports: readonly string[];
  /** ISO instant: a copy made from then on may hold what was deleted, in pages that were not yet written anew. */
  readonly since: string;
}

/**
 * The files in `backups` that hold a round or an import, relative to the workspace. Each is opened to see. What cannot be
 * opened may hold them, so it counts, unless its header says that it is another workspace's; so does a journal that
 * lies alone. Rejects with `read-failed`.
 */
export async function holdingBackups(
  around: Surroundings,
  session: Session,
  sought: Sought,
): Promise<readonly string[]> {
  const names = await namesIn(around, 'backups');
  const holding: string[] = [];
  for (const name of names.filter((each) => each.endsWith('.ltdb'))) {
    const journal = name.replace(/\.ltdb$/, '.ltdj');
    const pair = names.includes(journal) ? [name, journal] : [name];
    if (await holds(around, session, pair, sought)) holding.push(...pair);
  }
  const alone = names.filter((name) => name.endsWith('.ltdj') && !names.includes(name.replace(/\.ltdj$/, '.ltdb')));
  return [...holding, ...alone].map((name) => `backups/${name}`);
}

/** The names in a folder of the workspace; none where it is not there. */
export async function namesIn({ ports, fileSystem }: Surroundings, folder: string): Promise<readonly string[]> {
  try {
    return (await fileSystem.list(join(ports.workspaceFolder, folder))).toSorted();
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return [];
    throw asSaveError(error);
  }
}

async function holds(
  around: Surroundings,
  session: Session,
  [file = '', journal]: readonly string[],
  sought: Sought,
): Promise<boolean> {
  const read = (name: string) => readWhole(around.fileSystem, join(around.ports.workspaceFolder, 'backups', name));
  const bytes = await read(file);
  if (bytes === null || isForeign(bytes, session)) return false;
  const journalBytes = journal === undefined ? null : await read(journal);
  try {
    const sealed = asSealedWorkspace(bytes, journalBytes);
    const { database, torn } = openWithAny(around, sealed, keysOf(session));
    try {
      return torn || sealed.header.modified >= sought.since || names(database.statements, sought);
    } finally {
      database.close();
    }
  } catch {
    return true;
  }
}

/** The file key, and those that it replaced. */
function keysOf(session: Session): readonly Uint8Array[] {
  return [session.keys().key, ...formerFileKeys(session.database().statements)];
}

function openWithAny(around: Surroundings, sealed: SealedWorkspace, keys: readonly Uint8Array[]): OpenedBackup {
  for (const key of keys) {
    const opened = openBackup(around, sealed, key);
    if (opened !== null) return opened;
  }
  throw new RangeError('no key opens it');
}

function isForeign(bytes: Uint8Array, session: Session): boolean {
  try {
    return readHeader(bytes, bytes.length).fileId !== session.saved()?.header.fileId;
  } catch {
    return false;
  }
}

/** A copy that says that the round was deleted has a journal that may still hold it. */
function names(statements: Statements, { roundId, imports }: Sought): boolean {
  const has = (sql: string, id: string): boolean => statements.first(sql, [id]) !== undefined;
  return (
    has('SELECT 1 FROM rounds WHERE round_id = ?', roundId) ||
    has('SELECT 1 FROM deletions WHERE round_id = ?', roundId) ||
    imports.some((id) => has('SELECT 1 FROM imports WHERE import_id = ?', id))
  );
}
