import { AppError } from '#shared/contract/errors.ts';

import type { EnvelopeHeader } from './envelope-header.ts';
import type { Present } from './keep-present.ts';
import { unwrapWithPassphrase } from './key-slots.ts';
import { asSealedWorkspace, openBackup, type OpenedBackup, type SealedWorkspace } from './open-backup.ts';
import { unwrapWithRecoveryKey } from './recovery-slot.ts';
import type { Surroundings } from './surroundings.ts';
import { formerFileKeys } from './tables/population-keys.ts';
import type { Keys } from './workspace-file.ts';
import type { WorkspaceDatabase } from './workspace-database.ts';

/** A copy that was opened, and the keys that what takes the workspace's place is sealed with. */
export interface UnlockedBackup extends OpenedBackup {
  readonly keys: Keys;
  /** They are those of the workspace as it is now. */
  readonly areOfNow: boolean;
  /** The workspace as it is now, where they open it; to be closed. */
  readonly present: WorkspaceDatabase | null;
}

/**
 * Opens a copy with a passphrase of today or of then. What opens the workspace today goes on doing so where the
 * passphrase is today's; otherwise the keys of then return with the copy. Rejects with `wrong-passphrase`,
 * `backup-other-passphrase` (right today, opens no key of then), `file-damaged`.
 */
export async function unlockBackup(
  around: Surroundings,
  backup: SealedWorkspace,
  { file, journal }: Present,
  passphrase: string,
): Promise<UnlockedBackup> {
  const now = file === null ? null : orNull(() => asSealedWorkspace(file, journal));
  const ofThen = await keyIn(backup.header, passphrase);
  const sameFile = now !== null && now.header.fileId === backup.header.fileId;
  const ofNow = sameFile ? await keyIn(now.header, passphrase) : null;
  if (ofThen === null && ofNow === null)
    throw new AppError('wrong-passphrase', 'No key slot opens with this passphrase');
  const present =
    now === null || ofNow === null ? null : orNull(() => openBackup(around, now, ofNow)?.database ?? null);
  const former = present === null ? [] : formerFileKeys(present.statements);
  for (const key of [ofThen, ofNow, ...former]) {
    const opened = key === null ? null : openBackup(around, backup, key);
    if (opened === null) continue;
    const keys =
      now !== null && ofNow !== null
        ? { key: ofNow, keySlots: now.header.keySlots }
        : { key: Buffer.from(key ?? []), keySlots: backup.header.keySlots };
    return { ...opened, keys, areOfNow: ofNow !== null, present };
  }
  present?.close();
  if (ofThen !== null) throw new AppError('file-damaged', 'The copy is damaged: content');
  throw new AppError('backup-other-passphrase', 'The copy is sealed with a key that this passphrase does not lead to');
}

/** By a passphrase, or a recovery key as it is printed; null where neither opens. */
async function keyIn({ keySlots, fileId }: EnvelopeHeader, typed: string): Promise<Buffer | null> {
  try {
    return await unwrapWithPassphrase(keySlots, typed, fileId);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return orNull(() => unwrapWithRecoveryKey(keySlots, typed, fileId));
  }
}

function orNull<T>(work: () => T): T | null {
  try {
    return work();
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}
