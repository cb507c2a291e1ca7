import type { IncomingMessage } from 'node:http';

import { largestFile } from '#core/files/read-whole.ts';
import { AppError } from '#shared/contract/errors.ts';

/**
 * The body of an upload, in memory only: what a person drops on the page is never written to the disk unencrypted.
 * Rejects with `file-too-large` as soon as that is known, or `read-failed` when the browser gives up half-way.
 */
export async function readUpload(request: IncomingMessage, limit = largestFile): Promise<Uint8Array> {
  const announced = Number(request.headers['content-length'] ?? 0);
  if (announced > limit) {
    throw tooLarge(announced, limit);
  }
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > limit) {
        throw tooLarge(size, limit);
      }
      chunks.push(chunk);
    }
  } catch (error) {
    throw error instanceof AppError ? error : new AppError('read-failed', 'the upload was broken off');
  }
  return new Uint8Array(Buffer.concat(chunks));
}

/** The name of the uploaded file as the page sent it, percent-encoded because headers hold no Danish letters. */
export function uploadName(request: IncomingMessage): string {
  const header = request.headers['x-file-name'];
  try {
    return decodeURIComponent(typeof header === 'string' ? header : '');
  } catch {
    return '';
  }
}

function tooLarge(bytes: number, limit: number): AppError {
  return new AppError('file-too-large', 'the file is too large', { bytes, limit });
}
