import { join } from 'node:path';

import { AppError } from '#shared/contract/errors.ts';

import { auditLines } from './audit-log.ts';
import { journalBeside, readBackupName } from './backup-names.ts';
import { open, readHeader } from './envelope.ts';
import type { EnvelopeHeader } from './envelope-header.ts';
import { deriveJournalKey, openRecords, readJournalHeader } from './journal-format.ts';
import { schemaVersion } from './migrations/migrations.ts';
import { readWhole } from './read-file.ts';
import { whole } from './statements.ts';
import type { Surroundings } from './surroundings.ts';
import type { Tables } from './tables.ts';
import { workspaceTables } from './tables/workspace-tables.ts';
import { replay } from './unlock-session.ts';
import { loadDatabase, type WorkspaceDatabase } from './workspace-database.ts';

/** A sealed workspace as it lies on disk, with the journal beside it if there is one. */
export interface SealedWorkspace {
  readonly bytes: Buffer;
  readonly header: EnvelopeHeader;
  readonly journal: Buffer | null;
}

/** Throws `file-damaged`, `file-from-future`. */
export function asSealedWorkspace(bytes: Buffer, journal: Buffer | null): SealedWorkspace {
  const header = readHeader(bytes, bytes.length);
  if (header.purpose !== 'workspace') {
    throw new AppError('file-damaged', 'The file is no workspace');
  }
  if (header.schemaVersion > schemaVersion) {
    const version = header.schemaVersion;
    throw new AppError('file-from-future', `Schema ${version} is newer than this program knows`, { version });
  }
  return { bytes, header, journal };
}

/** Rejects with `backup-not-found`, `file-damaged`, `file-from-future`, `read-failed`. */
export async function readBackup({ ports, fileSystem }: Surroundings, id: string): Promise<SealedWorkspace> {
  const path = join(ports.workspaceFolder, 'backups', id);
  const bytes = readBackupName(id) === null ? null : await readWhole(fileSystem, path);
  if (bytes === null) throw new AppError('backup-not-found', 'No such copy');
  return asSealedWorkspace(bytes, await readWhole(fileSystem, journalBeside(path)));
}

/** What a copy held. */
export interface OpenedBackup {
  /** With the newest schema; to be closed. */
  readonly database: WorkspaceDatabase;
  /** Its journal was not whole: what follows the damage is missing. */
  readonly torn: boolean;
}

/**
 * Null where the file is not sealed with this key or its content is damaged, which cannot be told apart. Of a damaged
 * journal all records before the damage count. Throws `file-damaged` where the database inside is not sound.
 */
export function openBackup({ sql }: Surroundings, sealed: SealedWorkspace, key: Uint8Array): OpenedBackup | null {
  const image = imageOf(sealed, key);
  if (image === null) return null;
  const database = loadDatabase(sql, image);
  try {
    const torn = continueWith(database, sealed, key);
    database.migrate();
    return { database, torn };
  } catch (error) {
    database.close();
    throw error;
  }
}

function imageOf({ bytes }: SealedWorkspace, key: Uint8Array): Buffer | null {
  try {
    return open(bytes, key).plaintext;
  } catch (error) {
    if (error instanceof AppError && error.code === 'file-damaged') return null;
    throw error;
  }
}

/** Does again what the journal says, if it is this save's. True where it is not whole. */
function continueWith(database: WorkspaceDatabase, { header, journal }: SealedWorkspace, fileKey: Uint8Array): boolean {
  if (journal === null) return false;
  const key = deriveJournalKey(fileKey, header);
  try {
    if (readJournalHeader(journal).saveId !== header.saveId) return false;
    const { texts, torn } = openRecords(journal, key, 'stop');
    replay(database, texts, header.modified);
    return torn;
  } catch (error) {
    if (error instanceof AppError && error.code === 'file-damaged') return true;
    throw error;
  } finally {
    key.fill(0);
  }
}

/** What a workspace holds, for comparing. */
export interface WorkspaceContent {
  readonly tables: Tables;
  /** How many lines the change log has. */
  readonly changes: number;
  /** The imports whose cases it had, by its audit log. */
  readonly populations: readonly string[];
}

export function contentOf({ ports }: Surroundings, { statements }: WorkspaceDatabase): WorkspaceContent {
  const row = statements.first('SELECT count(*) AS changes FROM change_log');
  const held = new Set<string>();
  for (const { kind, target } of auditLines(statements)) {
    if (kind === 'population.written') held.add(target);
    if (kind === 'population.removed') held.delete(target);
  }
  return {
    tables: workspaceTables(statements, ports.random),
    changes: row === undefined ? 0 : whole(row, 'changes'),
    populations: [...held],
  };
}
