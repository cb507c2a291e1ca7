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
  present: Present,
  passphrase: string,
): Promise<UnlockedBackup> {
  const ofThen = await keyIn(backup.header, passphrase);
  const now = await openNow(around, present, { fileId: backup.header.fileId, passphrase });
  if (ofThen === null && now === null) throw new AppError('wrong-passphrase', 'No key slot opens with this passphrase');
  const opened = openWithFirst(around, backup, [ofThen, ...(now?.known ?? [])]);
  if (opened === null) {
    now?.database?.close();
    throw ofThen === null
      ? new AppError('backup-other-passphrase', 'The copy is sealed with a key that this passphrase does not lead to')
      : new AppError('file-damaged', 'The copy is damaged: content');
  }
  const { key, ...rest } = opened;
  const keys = now?.keys ?? { key: Buffer.from(key), keySlots: backup.header.keySlots };
  return { ...rest, keys, areOfNow: now !== null, present: now?.database ?? null };
}

interface OpenedNow {
  readonly keys: Keys;
  /** Null where the content is damaged. */
  readonly database: WorkspaceDatabase | null;
  /** Its file key, and the former ones. */
  readonly known: readonly Uint8Array[];
}

/** The workspace as it is now, if it is the same one and the passphrase opens it. */
async function openNow(
  around: Surroundings,
  { file, journal }: Present,
  { fileId, passphrase }: { readonly fileId: string; readonly passphrase: string },
): Promise<OpenedNow | null> {
  const sealed = file === null ? null : orNull(() => asSealedWorkspace(file, journal));
  if (sealed === null || sealed.header.fileId !== fileId) return null;
  const key = await keyIn(sealed.header, passphrase);
  if (key === null) return null;
  const database = orNull(() => openBackup(around, sealed, key))?.database ?? null;
  const former = database === null ? [] : formerFileKeys(database.statements);
  return { keys: { key, keySlots: sealed.header.keySlots }, database, known: [key, ...former] };
}

function openWithFirst(
  around: Surroundings,
  backup: SealedWorkspace,
  keys: readonly (Uint8Array | null)[],
): (OpenedBackup & { readonly key: Uint8Array }) | null {
  for (const key of keys) {
    const opened = key === null ? null : openBackup(around, backup, key);
    if (opened !== null && key !== null) return { ...opened, key };
  }
  return null;
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
