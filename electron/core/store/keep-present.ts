import { createHash } from 'node:crypto';
import { join } from 'node:path';

import type { BackupKind } from '#shared/contract/backups.ts';

import { backupName, journalBeside } from './backup-names.ts';
import { opens } from './backups.ts';
import { readHeader } from './envelope.ts';
import { journalPath } from './journal-file.ts';
import { readWhole } from './read-file.ts';
import { asSaveError, saveFile } from './save-file.ts';
import type { Surroundings } from './surroundings.ts';

/** The two files as they lie on disk; null where there is none. */
export interface Present {
  readonly file: Buffer | null;
  readonly journal: Buffer | null;
}

/** Rejects with `read-failed`. */
export async function readPresent({ fileSystem, path }: Surroundings): Promise<Present> {
  return { file: await readWhole(fileSystem, path), journal: await readWhole(fileSystem, journalPath(path)) };
}

/** Whether the two files are still, byte for byte, what was read. */
export async function isStillPresent(around: Surroundings, { file, journal }: Present): Promise<boolean> {
  const now = await readPresent(around);
  return isSame(now.file, file) && isSame(now.journal, journal);
}

function isSame(one: Buffer | null, other: Buffer | null): boolean {
  return one === null || other === null ? one === other : one.equals(other);
}

/**
 * Keeps the workspace and its journal as they lie on disk, whatever they are, before something takes their place. Where a
 * key is given the file is opened with it first; one that does not open is kept as `damaged`. The same bytes are kept
 * once a day. The name of the copy, or null where nothing lay there. Rejects with `disk-full`, `write-failed`.
 */
export async function keepPresent(
  around: Surroundings,
  { file, journal }: Present,
  { kind, key }: { readonly kind: Exclude<BackupKind, 'daily' | 'damaged'>; readonly key: Uint8Array | null },
): Promise<string | null> {
  if (file === null && journal === null) return null;
  const whole = file === null || (hasHeader(file) && (key === null || opens(file, key)));
  const hash = createHash('sha256');
  for (const bytes of [file, journal]) hash.update(bytes ?? '');
  const mark = hash.digest('hex').slice(0, 16);
  const name = backupName(around.ports.clock.today(), whole ? kind : 'damaged', mark);
  const path = join(around.ports.workspaceFolder, 'backups', name);
  // The journal first: a copy that is listed is complete.
  if (journal !== null) await keep(around, journalBeside(path), journal);
  if (file !== null) await keep(around, path, file);
  return name;
}

function hasHeader(bytes: Buffer): boolean {
  try {
    return readHeader(bytes, bytes.length).purpose === 'workspace';
  } catch {
    return false;
  }
}

async function keep({ ports, fileSystem, patienceMs }: Surroundings, path: string, bytes: Buffer): Promise<void> {
  if (fileSystem.exists(path)) return;
  await fileSystem.makeFolder(join(ports.workspaceFolder, 'backups')).catch((error: unknown) => {
    throw asSaveError(error);
  });
  const saveId = Buffer.from(ports.random.bytes(8)).toString('hex');
  const beforeReplace = (): Promise<void> => Promise.resolve();
  await saveFile(fileSystem, { path, pieces: [bytes], saveId, patienceMs, beforeReplace });
}
