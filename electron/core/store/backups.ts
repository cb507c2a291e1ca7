import { join } from 'node:path';

import { AppError } from '#shared/contract/errors.ts';

import { dailyName, readBackupName } from './backup-names.ts';
import { open } from './envelope.ts';
import type { FileSystem } from './file-system.ts';
import { readWhole } from './read-file.ts';
import { asSaveError, saveFile } from './save-file.ts';

const kept = 10;

export interface BackupRequest {
  readonly path: string;
  readonly folder: string;
  readonly key: Uint8Array;
  /** The calendar day in Denmark; names the copy. */
  readonly day: string;
  readonly saveId: string;
  readonly patienceMs: number;
}

export function copyOfDay(folder: string, day: string): string {
  return join(folder, dailyName(day));
}

/**
 * Copies the sealed file as it lies on disk, once per day, before the first save of the day replaces it. It is opened
 * before it is copied and compared after; the newest ten days are kept. Rejects with `disk-full`, `write-failed`,
 * `read-failed`, and with `file-damaged` where it does not open.
 */
export async function backUpOnceADay(fileSystem: FileSystem, request: BackupRequest): Promise<void> {
  const path = copyOfDay(request.folder, request.day);
  const bytes = fileSystem.exists(path) ? null : await readWhole(fileSystem, request.path);
  if (bytes === null) {
    return;
  }
  if (!opens(bytes, request.key)) {
    throw new AppError('file-damaged', 'What was to be the copy of the day does not open');
  }
  await fileSystem.makeFolder(request.folder).catch((error: unknown) => {
    throw asSaveError(error);
  });
  const { saveId, patienceMs } = request;
  await saveFile(fileSystem, { path, pieces: [bytes], saveId, patienceMs, beforeReplace: () => Promise.resolve() });
  await removeOldCopies(fileSystem, request.folder);
}

/** Whether a sealed file is whole, read with its key. */
export function opens(bytes: Uint8Array, key: Uint8Array): boolean {
  try {
    open(bytes, key).plaintext.fill(0);
    return true;
  } catch (error) {
    if (error instanceof AppError && error.code === 'file-damaged') {
      return false;
    }
    throw error;
  }
}

/** Only copies of days are removed. One too many is no failure of the save that made it. */
async function removeOldCopies(fileSystem: FileSystem, folder: string): Promise<void> {
  const names = await fileSystem.list(folder).catch(() => []);
  const copies = names.filter((name) => readBackupName(name)?.kind === 'daily').toSorted();
  for (const name of copies.slice(0, -kept)) {
    await fileSystem.remove(join(folder, name)).catch(() => undefined);
  }
}
