import { basename, dirname, join } from 'node:path';

import { AppError } from '#shared/contract/errors.ts';

import { type FileSystem, type OpenFile, systemCode } from './file-system.ts';

const comparedAtOnce = 1024 * 1024;
const heldByAnotherProgram = new Set(['EPERM', 'EACCES', 'EBUSY']);
const noRoom = new Set(['ENOSPC', 'EDQUOT']);

export interface SaveRequest {
  readonly path: string;
  readonly pieces: readonly Uint8Array[];
  /** Random; makes the temporary file's name. */
  readonly saveId: string;
  /** Runs right before each attempt to replace the file; what it throws ends the save with the old file in place. */
  readonly beforeReplace: () => Promise<void>;
  /** How long a file held by another program (virus scanner, synchronisation) is waited for, in milliseconds. */
  readonly patienceMs: number;
}

/**
 * Writes a file whole or not at all: a temporary file in the same folder, synced, compared with what was meant,
 * renamed over the old one, and the folder synced. Rejects with `disk-full` or `write-failed`.
 */
export async function saveFile(fileSystem: FileSystem, request: SaveRequest): Promise<void> {
  const temporary = join(dirname(request.path), `.${basename(request.path)}.${request.saveId}.tmp`);
  try {
    await writeProven(fileSystem, temporary, request.pieces);
    await replace(fileSystem, temporary, request);
    await syncFolderPatiently(fileSystem, dirname(request.path));
  } catch (error) {
    await fileSystem.remove(temporary).catch(() => undefined);
    throw asSaveError(error);
  }
}

/** A failed call of the file system as the code that a person is told. */
export function asSaveError(error: unknown): AppError {
  if (error instanceof AppError) {
    return error;
  }
  const system = systemCode(error);
  return new AppError(noRoom.has(system) ? 'disk-full' : 'write-failed', `Saving failed: ${system}`, { system });
}

async function writeProven(fileSystem: FileSystem, path: string, pieces: readonly Uint8Array[]): Promise<void> {
  const file = await fileSystem.open(path, 'create');
  try {
    const length = await writePieces(file, pieces);
    await file.sync();
    if ((await file.size()) !== length) {
      throw new AppError('write-failed', 'The file on disk has another length than what was written');
    }
    await compareWithDisk(file, pieces);
  } finally {
    await file.close();
  }
}

/** Writes the pieces one after the other from `start`, short writes continued; where they end. */
export async function writePieces(file: OpenFile, pieces: readonly Uint8Array[], start = 0): Promise<number> {
  let position = start;
  for (const piece of pieces) {
    let done = 0;
    while (done < piece.length) {
      const written = await file.write(piece.subarray(done), position);
      if (written === 0) {
        throw new AppError('write-failed', 'The disk takes no more bytes');
      }
      done += written;
      position += written;
    }
  }
  return position;
}

/** Rejects with `write-failed` where the disk does not give back the pieces from `start`. */
export async function compareWithDisk(file: OpenFile, pieces: readonly Uint8Array[], start = 0): Promise<void> {
  const longest = pieces.reduce((most, piece) => Math.max(most, piece.length), 0);
  const scratch = Buffer.alloc(Math.min(longest, comparedAtOnce));
  let position = start;
  for (const piece of pieces) {
    let done = 0;
    while (done < piece.length) {
      const read = await file.read(scratch.subarray(0, Math.min(scratch.length, piece.length - done)), position);
      if (read === 0 || !scratch.subarray(0, read).equals(piece.subarray(done, done + read))) {
        throw new AppError('write-failed', 'The disk gives back other bytes than were written');
      }
      done += read;
      position += read;
    }
  }
}

function replace(fileSystem: FileSystem, temporary: string, request: SaveRequest): Promise<void> {
  return patiently(request.patienceMs, async () => {
    await request.beforeReplace();
    await fileSystem.rename(temporary, request.path);
  });
}

/** Tries again for about `patienceMs` while another program (virus scanner, synchronisation) holds the file. */
export async function patiently<T>(patienceMs: number, attempt: () => Promise<T>): Promise<T> {
  for (let waited = 0, pause = 20; ; waited += pause, pause = Math.min(pause * 2, 1_000)) {
    try {
      return await attempt();
    } catch (error) {
      if (!heldByAnotherProgram.has(systemCode(error)) || waited >= patienceMs) {
        throw error;
      }
    }
    await delay(pause);
  }
}

/** The file is already replaced here, so a passing fault is worth a second and third try. */
export async function syncFolderPatiently(fileSystem: FileSystem, folder: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await fileSystem.syncFolder(folder);
      return;
    } catch (error) {
      if (attempt === 3) {
        throw error;
      }
    }
    await delay(20);
  }
}

function delay(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Removes what an interrupted save left behind. Holds ciphertext only, so a failure to remove it is no failure. */
export async function sweepTemporaryFiles(fileSystem: FileSystem, folder: string): Promise<void> {
  const names = await fileSystem.list(folder).catch(() => []);
  for (const name of names.filter((name) => /^\..+\.ltd[bj]\.[0-9a-f]+\.tmp$/.test(name))) {
    await fileSystem.remove(join(folder, name)).catch(() => undefined);
  }
}
