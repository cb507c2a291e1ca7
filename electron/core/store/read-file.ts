import { AppError } from '#shared/contract/errors.ts';

import { clearLength, readHeader } from './envelope.ts';
import type { EnvelopeHeader } from './envelope-header.ts';
import { type FileSystem, type OpenFile, systemCode } from './file-system.ts';

const usualHeader = 4096;

/** Null when there is no file. Rejects with `read-failed`, or with the AppError of `work`. */
export async function readingFile<T>(
  fileSystem: FileSystem,
  path: string,
  work: (file: OpenFile) => Promise<T>,
): Promise<T | null> {
  try {
    const file = await fileSystem.open(path, 'read');
    try {
      return await work(file);
    } finally {
      await file.close();
    }
  } catch (error) {
    if (error instanceof AppError) {
      throw error;
    }
    const system = systemCode(error);
    if (system === 'ENOENT') {
      return null;
    }
    throw new AppError('read-failed', `Reading failed: ${system}`, { system });
  }
}

/** The first bytes of a file, fewer where it is shorter. */
export async function readBytes(file: OpenFile, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  let done = 0;
  while (done < length) {
    const read = await file.read(bytes.subarray(done), done);
    if (read === 0) {
      break;
    }
    done += read;
  }
  return bytes.subarray(0, done);
}

/** The whole file, or null when there is none. Rejects with `read-failed`. */
export function readWhole(fileSystem: FileSystem, path: string): Promise<Buffer | null> {
  return readingFile(fileSystem, path, async (file) => readBytes(file, await file.size()));
}

/** The header of a sealed file, read without its content; null when there is no file. */
export function readHeaderOf(fileSystem: FileSystem, path: string): Promise<EnvelopeHeader | null> {
  return readingFile(fileSystem, path, async (file) => headerIn(file, await file.size()));
}

/** Throws `file-damaged`, `file-from-future`. */
export async function headerIn(file: OpenFile, size: number): Promise<EnvelopeHeader> {
  // Most headers fit, so one call tells; it is made before every change.
  const start = await readBytes(file, Math.min(usualHeader, size));
  const length = clearLength(start);
  return readHeader(length <= start.length ? start : await readBytes(file, Math.min(length, size)), size);
}
