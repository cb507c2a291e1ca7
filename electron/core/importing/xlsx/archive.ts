import { crc32, createInflateRaw } from 'node:zlib';

import yauzl from 'yauzl';

import { AppError } from '#shared/contract/errors.ts';

const maxParts = 1000;
const megabyte = 1_048_576;
/** Uncompressed bytes of a workbook. Sheets are streamed and may be larger than the parts that are kept. */
const maxTotal = 600 * megabyte;
const maxRatio = 100;
const ratioFrom = megabyte;
const chunkSize = 65_536;

export interface Archive {
  has(part: string): boolean;
  /** Uncompressed bytes as declared; what is read is checked against it. 0 for a part that is not there. */
  sizeOf(part: string): number;
  /** The part's bytes. Throws `file-too-large` above `limit`, `workbook-broken` if missing or not as declared. */
  chunks(part: string, limit: number): AsyncGenerator<Buffer>;
}

/**
 * A zip file in memory whose directory has passed the limits: 1,000 parts, 600 MB and, above 1 MB, 100 times its
 * packed size. Part names are compared without case. Throws `file-too-large`, `file-has-macros`,
 * `file-is-encrypted` or `workbook-broken` (names that leave the archive or occur twice, too).
 */
export async function openArchive(bytes: Buffer): Promise<Archive> {
  const zip = await orBroken(() => yauzl.fromBufferPromise(bytes, { validateEntrySizes: true }));
  if (zip.entryCount > maxParts) throw new AppError('file-too-large', 'Too many parts', { parts: zip.entryCount });
  const entries = await orBroken(() => readEntries(zip));
  return {
    has: (part) => entries.has(part.toLowerCase()),
    sizeOf: (part) => entries.get(part.toLowerCase())?.uncompressedSize ?? 0,
    async *chunks(part, limit) {
      const entry = entries.get(part.toLowerCase());
      if (entry === undefined) throw broken(`The part ${part} is missing`);
      if (entry.uncompressedSize > limit) throw tooLarge(part, entry.uncompressedSize);
      const { fileDataStart } = await orBroken(() => zip.readLocalFileHeaderPromise(entry, { minimal: true }));
      yield* unpack(bytes.subarray(fileDataStart, fileDataStart + entry.compressedSize), entry);
    },
  };
}

async function readEntries(zip: yauzl.ZipFile): Promise<Map<string, yauzl.Entry>> {
  const entries = new Map<string, yauzl.Entry>();
  let total = 0;
  for await (const entry of zip.eachEntry()) {
    const name = entry.fileName.toLowerCase();
    if (entries.has(name)) throw broken(`The part ${name} occurs twice`);
    total += entry.uncompressedSize;
    checkEntry(name, entry, total);
    entries.set(name, entry);
  }
  return entries;
}

function checkEntry(name: string, entry: yauzl.Entry, total: number): void {
  if (entry.isEncrypted()) throw new AppError('file-is-encrypted', 'A part of the zip file is encrypted');
  if (name.endsWith('vbaproject.bin')) throw new AppError('file-has-macros', 'The workbook has macros');
  const { uncompressedSize, compressedSize } = entry;
  const isBomb = uncompressedSize > ratioFrom && uncompressedSize > maxRatio * compressedSize;
  if (isBomb || total > maxTotal) throw tooLarge(name, uncompressedSize);
}

async function* unpack(data: Buffer, entry: yauzl.Entry): AsyncGenerator<Buffer> {
  if (!entry.canDecodeFileData()) throw broken('A part is packed by an unknown method');
  let size = 0;
  let checksum = 0;
  try {
    for await (const chunk of entry.isCompressed() ? inflate(data) : slices(data)) {
      size += chunk.length;
      if (size > entry.uncompressedSize) break;
      checksum = crc32(chunk, checksum);
      yield chunk;
    }
  } catch (error) {
    throw asBroken(error);
  }
  if (size !== entry.uncompressedSize || checksum !== entry.crc32) throw broken('A part is not what it declares');
}

function inflate(data: Buffer): AsyncIterable<Buffer> {
  const inflater = createInflateRaw({ chunkSize });
  inflater.end(data);
  return inflater;
}

function* slices(data: Buffer): Generator<Buffer> {
  for (let start = 0; start < data.length; start += chunkSize) yield data.subarray(start, start + chunkSize);
}

async function orBroken<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw asBroken(error);
  }
}

export const broken = (message: string): AppError => new AppError('workbook-broken', message);

function asBroken(error: unknown): AppError {
  return error instanceof AppError ? error : broken(error instanceof Error ? error.message : String(error));
}

function tooLarge(part: string, bytes: number): AppError {
  return new AppError('file-too-large', 'A part of the workbook is too large', { part, bytes });
}
