import type { BackupSummary } from '#shared/contract/backups.ts';
import { AppError } from '#shared/contract/errors.ts';

import type { CurrentSession } from './current-session.ts';
import { listBackups } from './list-backups.ts';
import { contentOf, openBackup, readBackup, type WorkspaceContent } from './open-backup.ts';
import type { createQueue } from './queue.ts';
import { gonePopulations, restoreSession } from './restore-session.ts';
import type { Surroundings } from './surroundings.ts';
import { formerFileKeys } from './tables/population-keys.ts';

/** The copies of a workspace. */
export interface Backups {
  /** Newest first, whatever state the workspace is in. Rejects with `read-failed`. */
  list(): Promise<readonly BackupSummary[]>;
  /**
   * What a copy holds beside what the open workspace holds; both only while `work` runs. Rejects with `workspace-locked`,
   * `backup-not-found`, `backup-other-passphrase`, `file-damaged`, `file-from-future`, `read-failed`.
   */
  compare<T>(id: string, work: (now: WorkspaceContent, then: WorkspaceContent) => T): Promise<T>;
  /** Afterwards the store is open. Rejects as `backups.restore` does; then it is as it was. */
  restore(id: string, passphrase: string): Promise<void>;
  /** Of the imports whose cases the workspace should have, those whose cases are gone. Throws `workspace-locked`. */
  gone(): readonly string[];
  /** Whether the cases of an import lie in the folder no longer. */
  isGone(importId: string): boolean;
}

export function createBackups(
  around: Surroundings,
  current: CurrentSession,
  inTurn: ReturnType<typeof createQueue>,
): Backups {
  const content = (): WorkspaceContent => contentOf(around, current.get().database());
  return {
    list: () => listBackups(around),
    compare: async (id, work) => {
      const now = content();
      const { database } = await openWithKeysOf(around, current, id);
      try {
        return work(now, contentOf(around, database));
      } finally {
        database.close();
      }
    },
    restore: (id, passphrase) =>
      inTurn(async () => current.set(await restoreSession(around, current, { id, passphrase }))),
    gone: () => gonePopulations(around, content().populations),
    isGone: (importId) => gonePopulations(around, [importId]).length > 0,
  };
}

/** The key of today, then those before it. */
async function openWithKeysOf(around: Surroundings, current: CurrentSession, id: string) {
  const backup = await readBackup(around, id);
  const session = current.get();
  for (const key of [session.key, ...formerFileKeys(session.database().statements)]) {
    const opened = openBackup(around, backup, key);
    if (opened !== null) return opened;
  }
  if (backup.header.fileId === session.saved()?.header.fileId) {
    throw new AppError('file-damaged', 'The copy is damaged, or sealed with a key that is not known any more');
  }
  throw new AppError('backup-other-passphrase', 'The copy is of another workspace');
}
