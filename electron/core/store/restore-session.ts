import { dirname, join } from 'node:path';

import { AppError } from '#shared/contract/errors.ts';

import { addAuditLine } from './audit-log.ts';
import { unlockBackup, type UnlockedBackup } from './backup-keys.ts';
import { backupName } from './backup-names.ts';
import { carryOver } from './carry-over.ts';
import { type CurrentSession, whoWorks } from './current-session.ts';
import { populationsOnDisk } from './deletion.ts';
import { type HeaderFields, readHeader, sealInPlace } from './envelope.ts';
import { changedElsewhere, journalPath } from './journal-file.ts';
import { blockLength, readJournalHeader } from './journal-format.ts';
import { isStillPresent, keepPresent, type Present, readPresent } from './keep-present.ts';
import { contentOf, readBackup, type SealedWorkspace } from './open-backup.ts';
import { saveFile, syncFolderPatiently } from './save-file.ts';
import { inSaveTurn } from './save-turn.ts';
import { sealedPath } from './sealed-keys.ts';
import { openSession, type Session } from './session.ts';
import type { Surroundings } from './surroundings.ts';

/**
 * Puts a copy in the place of the workspace, which is kept first, whatever state it is in; the session that is open now
 * is left as it is. Until the one rename nothing is changed; after it the copy is the workspace, with a line in its audit
 * log that says so. Rejects as `backups.restore` does.
 */
export async function restoreSession(
  around: Surroundings,
  current: CurrentSession,
  { id, passphrase }: { readonly id: string; readonly passphrase: string },
): Promise<Session> {
  const backup = await readBackup(around, id);
  const who = current.isOpen() ? current.event('', '').who : null;
  if (current.isOpen()) await bringToDisk(around, current.get());
  return inSaveTurn(around, () => restore(around, { id, backup, passphrase, who }));
}

interface Restoring {
  readonly id: string;
  readonly backup: SealedWorkspace;
  readonly passphrase: string;
  /** Null: nobody has the workspace open; then it is the one that the copy names. */
  readonly who: string | null;
}

async function restore(around: Surroundings, { id, backup, passphrase, who }: Restoring): Promise<Session> {
  const present = await readPresent(around);
  const opened = await unlockBackup(around, backup, present, passphrase);
  try {
    note(around, opened, { id, who, onDisk: await populationsOnDisk(around) });
    const sameFile = headerOf(present)?.fileId === backup.header.fileId;
    await keepPresent(around, present, {
      kind: headerOf(present) === null || sameFile ? 'before-restore' : 'before-overwrite',
      key: opened.areOfNow ? opened.keys.key : null,
    });
    return await replaceWith(around, opened, { backup, present });
  } catch (error) {
    opened.database.close();
    throw error;
  } finally {
    opened.present?.close();
  }
}

/** What is in memory is kept by itself where the disk no longer holds the file that it belongs to. */
async function bringToDisk(around: Surroundings, session: Session): Promise<void> {
  try {
    await session.checkpoint();
  } catch (error) {
    const lost = error instanceof AppError && error.code === 'file-damaged';
    if (!lost && around.fileSystem.exists(around.path)) throw error;
    const { ports } = around;
    const mark = Buffer.from(ports.random.bytes(8)).toString('hex');
    await session.copyTo(
      join(ports.workspaceFolder, 'backups', backupName(ports.clock.today(), 'before-restore', mark)),
    );
  }
}

function headerOf({ file }: Present) {
  try {
    return file === null ? null : readHeader(file, file.length);
  } catch {
    return null;
  }
}

/** What the restored workspace takes along, and the lines of its audit log. */
function note(
  around: Surroundings,
  { database, present, torn }: UnlockedBackup,
  { id, who, onDisk }: { readonly id: string; readonly who: string | null; readonly onDisk: readonly string[] },
): void {
  const { tables } = contentOf(around, database);
  const line = { at: around.ports.clock.now(), who: who ?? whoWorks(around.ports, tables.profile.get()) };
  database.inTransaction(() => {
    if (present !== null) carryOver(present.statements, database.statements);
    if (torn) addAuditLine(database.statements, { ...line, kind: 'journal.record-dropped', target: id });
    addAuditLine(database.statements, { ...line, kind: 'backup.restored', target: id });
    for (const target of gonePopulations(around, contentOf(around, database).populations)) {
      addAuditLine(database.statements, { ...line, kind: 'population.gone', target });
    }
    for (const target of onDisk.filter((importId) => tables.imports.get(importId) === undefined)) {
      addAuditLine(database.statements, { ...line, kind: 'population.newer-than-copy', target });
    }
  });
  database.compact();
}

/** Of these imports, those whose cases are not there. */
export function gonePopulations(around: Surroundings, importIds: readonly string[]): readonly string[] {
  return importIds.filter((importId) => !around.fileSystem.exists(sealedPath(around, 'cases', importId)));
}

async function replaceWith(
  around: Surroundings,
  { database, keys }: UnlockedBackup,
  { backup, present }: { readonly backup: SealedWorkspace; readonly present: Present },
): Promise<Session> {
  const { ports, fileSystem, path, patienceMs } = around;
  const { fileId, created } = backup.header;
  const header: HeaderFields = {
    fileId,
    created,
    keySlots: [...keys.keySlots],
    purpose: 'workspace',
    generation: Math.max(backup.header.generation, headerOf(present)?.generation ?? 0, baseOf(present)) + 1,
    saveId: Buffer.from(ports.random.bytes(8)).toString('hex'),
    modified: ports.clock.now(),
    programVersion: ports.programVersion,
    schemaVersion: database.schema(),
  };
  const pieces = sealInPlace([database.image()], header, keys.key, ports.random.bytes(12));
  const beforeReplace = async (): Promise<void> => {
    if (!(await isStillPresent(around, present))) throw changedElsewhere();
  };
  await saveFile(fileSystem, { path, pieces, saveId: header.saveId, patienceMs, beforeReplace });
  await removeJournal(around, present);
  return openSession(around, {
    keys,
    identity: { fileId, created },
    database,
    saved: { header, at: header.modified },
    journal: null,
  });
}

/** The save that the journal continues, as a number; 0 where it cannot be read. */
function baseOf({ journal }: Present): number {
  try {
    return journal === null ? 0 : readJournalHeader(journal.subarray(0, blockLength)).generation;
  } catch {
    return 0;
  }
}

/** A copy of it is kept. One that stays is of an older save, so it is ignored; unless its header is damaged. */
async function removeJournal({ fileSystem, path }: Surroundings, present: Present): Promise<void> {
  if (present.journal === null) return;
  try {
    await fileSystem.remove(journalPath(path));
    await syncFolderPatiently(fileSystem, dirname(path));
  } catch (error) {
    if (baseOf(present) === 0) throw error;
  }
}
