import { join } from 'node:path';

import { AppError } from '#shared/contract/errors.ts';

import type { Surroundings } from './surroundings.ts';
import { journalPath } from './journal-file.ts';
import {
  deriveJournalKey,
  type JournalBase,
  type JournalContent,
  openRecords,
  readJournalHeader,
} from './journal-format.ts';
import { readHeaderOf, readWhole } from './read-file.ts';
import { asSaveError } from './save-file.ts';

/** What lies beside a workspace file: nothing that belongs to it, its journal, or that of a save that is not there. */
export type FoundJournal =
  | { readonly kind: 'none' }
  | ({ readonly kind: 'own' } & JournalContent)
  | { readonly kind: 'foreign'; readonly saveId: string };

/** Rejects with `file-damaged`, `file-from-future`, `read-failed`. The journal of an older save counts as none. */
export async function readJournal(
  { fileSystem, path }: Surroundings,
  fileKey: Uint8Array,
  base: JournalBase,
): Promise<FoundJournal> {
  const bytes = await readWhole(fileSystem, journalPath(path));
  if (bytes === null) return { kind: 'none' };
  const found = readJournalHeader(bytes);
  if (found.fileId !== base.fileId || found.saveId !== base.saveId) {
    const older = found.fileId === base.fileId && found.generation < base.generation;
    return older ? { kind: 'none' } : { kind: 'foreign', saveId: found.saveId };
  }
  if (found.generation !== base.generation) throw new AppError('file-damaged', 'The journal is damaged: generation');
  const key = deriveJournalKey(fileKey, base);
  try {
    return { kind: 'own', ...openRecords(bytes, key) };
  } finally {
    key.fill(0);
  }
}

/**
 * A journal whose workspace file is gone (an older file was put in its place) is kept among the backups. Rejects with
 * `write-failed`, and with `workspace-changed-elsewhere` where the file was replaced since it was read.
 */
export async function setJournalAside(
  { ports, fileSystem, path }: Surroundings,
  base: JournalBase,
  saveId: string,
): Promise<void> {
  const found = await readHeaderOf(fileSystem, path);
  if (found?.saveId !== base.saveId) {
    throw new AppError('workspace-changed-elsewhere', 'The file was replaced while it was opened');
  }
  const folder = join(ports.workspaceFolder, 'backups');
  try {
    await fileSystem.makeFolder(folder);
    await fileSystem.rename(journalPath(path), join(folder, `tilsyn-${ports.clock.today()}-${saveId}.ltdj`));
    await fileSystem.syncFolder(folder);
  } catch (error) {
    throw asSaveError(error);
  }
}
