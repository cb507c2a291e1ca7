import { join } from 'node:path';

import { AppError } from '#shared/contract/errors.ts';

import { open } from './envelope.ts';
import type { FileSystem } from './file-system.ts';
import { readWhole } from './read-file.ts';
import { asSaveError, saveFile } from './save-file.ts';

const kept = 10;
const backupName = /^tilsyn-\d{4}-\d{2}-\d{2}\.ltdb$/;

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
  return join(folder, `tilsyn-${day}.ltdb`);
}

/**
 * Copies the sealed file as it lies on disk, once per day, before the first save of the day replaces it. The copy is
 * opened before it is written and compared after. A file that does not open is kept aside as `...-damaged` and does
 * not count as the day's copy: what is in memory is sound and is about to replace it.
 */
export async function backUpOnceADay(fileSystem: FileSystem, request: BackupRequest): Promise<void> {
  const copy = copyOfDay(request.folder, request.day);
  const bytes = fileSystem.exists(copy) ? null : await readWhole(fileSystem, request.path);
  if (bytes === null) {
    return;
  }
  await fileSystem.makeFolder(request.folder).catch((error: unknown) => {
    throw asSaveError(error);
  });
  const path = opens(bytes, request.key) ? copy : join(request.folder, `tilsyn-${request.day}-damaged.ltdb`);
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

/** A copy too many is no failure of the save that made it. */
async function removeOldCopies(fileSystem: FileSystem, folder: string): Promise<void> {
  const names = await fileSystem.list(folder).catch(() => []);
  const copies = names.filter((name) => backupName.test(name)).toSorted();
  for (const name of copies.slice(0, -kept)) {
    await fileSystem.remove(join(folder, name)).catch(() => undefined);
  }
}
