import { join } from 'node:path';

import type { Session } from './session.ts';
import { open, readHeader } from './envelope.ts';
import { systemCode } from './file-system.ts';
import { readWhole } from './read-file.ts';
import { asSaveError } from './save-file.ts';
import type { Statements } from './statements.ts';
import type { Surroundings } from './surroundings.ts';
import { loadDatabase } from './workspace-database.ts';

/** What a backup is searched for. */
export interface Sought {
  readonly roundId: string;
  readonly imports: readonly string[];
  /** ISO instant: a copy made from then on may hold what was deleted, in pages that were not yet written anew. */
  readonly since: string;
}

/**
 * The files in `backups` that hold a round or an import, relative to the workspace. Each is opened to see. What cannot be
 * opened may hold them, so it counts, unless its header says that it is another workspace's; a journal always counts.
 * Rejects with `read-failed`.
 */
export async function holdingBackups(
  around: Surroundings,
  session: Session,
  sought: Sought,
): Promise<readonly string[]> {
  const holding: string[] = [];
  for (const name of await namesIn(around, 'backups')) {
    const file = `backups/${name}`;
    if (/\.ltdj$/.test(name) || (/\.ltdb$/.test(name) && (await holds(around, session, file, sought)))) {
      holding.push(file);
    }
  }
  return holding;
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

async function holds(around: Surroundings, session: Session, file: string, sought: Sought): Promise<boolean> {
  const bytes = await readWhole(around.fileSystem, join(around.ports.workspaceFolder, file));
  if (bytes === null || isForeign(bytes, session)) return false;
  try {
    const { header, plaintext } = openWithAny(bytes, keysOf(session));
    const database = loadDatabase(around.sql, plaintext);
    plaintext.fill(0);
    try {
      return header.modified >= sought.since || names(database.statements, sought);
    } finally {
      database.close();
    }
  } catch {
    return true;
  }
}

/** The file key, and those that it replaced. */
function keysOf(session: Session): readonly Uint8Array[] {
  const rows = session.database().statements.all('SELECT key FROM former_file_keys ORDER BY number DESC');
  return [session.keys().key, ...rows.flatMap(({ key }) => (key instanceof Uint8Array ? [key] : []))];
}

function openWithAny(bytes: Uint8Array, [key, ...others]: readonly Uint8Array[]): ReturnType<typeof open> {
  try {
    return open(bytes, key ?? new Uint8Array(32));
  } catch (error) {
    if (others.length === 0) throw error;
    return openWithAny(bytes, others);
  }
}

function isForeign(bytes: Uint8Array, session: Session): boolean {
  try {
    return readHeader(bytes, bytes.length).fileId !== session.saved()?.header.fileId;
  } catch {
    return false;
  }
}

function names(statements: Statements, { roundId, imports }: Sought): boolean {
  return (
    statements.first('SELECT 1 FROM rounds WHERE round_id = ?', [roundId]) !== undefined ||
    imports.some((id) => statements.first('SELECT 1 FROM imports WHERE import_id = ?', [id]) !== undefined)
  );
}
