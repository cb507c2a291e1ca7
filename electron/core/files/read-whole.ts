import { readFile, stat } from 'node:fs/promises';

import { AppError } from '#shared/contract/errors.ts';

/**
 * The largest file that is read at all, in bytes: 500,000 rows of 24 columns take 131 MB as csv. What kind of file it is
 * may set a lower limit (a workbook: 50 MB).
 */
export const largestFile = 200 * 1024 * 1024;

/** A whole file of at most 200 MB. Rejects with `file-too-large` or `read-failed`; the path is in neither message. */
export async function readWhole(path: string): Promise<Uint8Array> {
  const size = await stat(path).then((found) => (found.isFile() ? found.size : null), unreadable);
  if (size === null) {
    throw new AppError('read-failed', 'not a regular file');
  }
  if (size > largestFile) {
    throw new AppError('file-too-large', 'the file is too large', { bytes: size, limit: largestFile });
  }
  return readFile(path).catch(unreadable);
}

function unreadable(error: NodeJS.ErrnoException): never {
  throw new AppError('read-failed', `the file cannot be read (${error.code ?? 'unknown'})`);
}
