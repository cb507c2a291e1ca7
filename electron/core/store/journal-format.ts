import { createCipheriv, createDecipheriv, createHash, hkdfSync } from 'node:crypto';

import { z } from 'zod';

import { AppError } from '#shared/contract/errors.ts';

/*
 * A journal is a header and records, each beginning at a multiple of 4096 bytes, so that no write touches a block of
 * the disk that holds something acknowledged. Whole numbers are big-endian.
 *
 * header  0  4  magic 'LTDJ'
 *         4  2  format version
 *         6  2  format version with every bit turned
 *         8  4  length of the JSON
 *        12  h  JSON: which save of the workspace file the records continue
 *      12+h 32  SHA-256 of everything above; zeros up to 4096
 *
 * record  0  4  length of the record in blocks of 4096 bytes
 *         4  4  the same with every bit turned
 *         8 12  nonce
 *        20  n  ciphertext: JSON, filled up with spaces
 *      20+n 16  tag
 */
const magic = Buffer.from('LTDJ', 'latin1');
const formatVersion = 1;
export const blockLength = 4096;
const sectorLength = 512;
const prefixLength = 12;
const checksumLength = 32;
const nonceStart = 8;
const textStart = 20;
export const tagLength = 16;

/** The save of the workspace file that a journal continues. */
const journalBase = z.object({ fileId: z.string().min(1), saveId: z.string().min(1), generation: z.int().positive() });
export type JournalBase = z.output<typeof journalBase>;

/** Where a journal ends: what the next record is sealed against, and what the disk is compared with before it. */
export interface JournalEnd {
  /** In bytes, the header included. */
  readonly length: number;
  /** How many records there are. */
  readonly count: number;
  /** The tag of the last record; zeros before the first. */
  readonly tag: Buffer;
}

export const journalStart: JournalEnd = { length: blockLength, count: 0, tag: Buffer.alloc(tagLength) };

function damaged(what: string): AppError {
  return new AppError('file-damaged', `The journal is damaged: ${what}`);
}

/** Another key for every save of the workspace file, from its file key by HKDF-SHA-256. */
export function deriveJournalKey(fileKey: Uint8Array, { fileId, saveId }: JournalBase): Buffer {
  return Buffer.from(hkdfSync('sha256', fileKey, fileId, `LTDB-journal|${saveId}`, 32));
}

export function journalHeader({ fileId, saveId, generation }: JournalBase): Buffer {
  const json = Buffer.from(JSON.stringify({ fileId, saveId, generation }), 'utf8');
  const block = Buffer.alloc(blockLength);
  magic.copy(block);
  block.writeUInt16BE(formatVersion, 4);
  block.writeUInt16BE(~formatVersion & 0xffff, 6);
  block.writeUInt32BE(json.length, 8);
  json.copy(block, prefixLength);
  const covered = block.subarray(0, prefixLength + json.length);
  createHash('sha256').update(covered).digest().copy(block, covered.length);
  return block;
}

/** Throws `file-damaged` or `file-from-future`. `bytes` may be the whole journal. */
export function readJournalHeader(bytes: Buffer): JournalBase {
  if (bytes.length < blockLength || !bytes.subarray(0, 4).equals(magic)) throw damaged('no LTDJ mark');
  const version = bytes.readUInt16BE(4);
  if (bytes.readUInt16BE(6) !== (~version & 0xffff) || version === 0) throw damaged('format version');
  if (version > formatVersion) {
    throw new AppError('file-from-future', `Journal format ${version} is newer than this program knows`, { version });
  }
  const end = prefixLength + bytes.readUInt32BE(8);
  if (end > blockLength - checksumLength) throw damaged('header length');
  const base = parseBase(bytes.toString('utf8', prefixLength, end));
  // The header has one form only, so comparing it whole covers the checksum and the filling as well.
  if (!journalHeader(base).equals(bytes.subarray(0, blockLength))) throw damaged('header checksum');
  return base;
}

function parseBase(text: string): JournalBase {
  try {
    return journalBase.parse(JSON.parse(text));
  } catch {
    throw damaged('header fields');
  }
}

/** Binds a record to its journal, its number, its length and the record before it. */
function context(header: Uint8Array, { count, tag }: JournalEnd, blocks: number): Buffer {
  const numbers = Buffer.alloc(12);
  numbers.writeBigUInt64BE(BigInt(count + 1), 0);
  numbers.writeUInt32BE(blocks, 8);
  return Buffer.concat([createHash('sha256').update(header).digest(), numbers, tag]);
}

/** What a record is sealed with: the journal's key, and its header. */
export interface JournalSeal {
  readonly key: Uint8Array;
  readonly header: Uint8Array;
}

/** The bytes of the record that follows `end`. `text` must be JSON. */
export function sealRecord(text: string, { key, header }: JournalSeal, end: JournalEnd, nonce: Uint8Array): Buffer {
  const length = Buffer.byteLength(text, 'utf8');
  const blocks = Math.ceil((textStart + length + tagLength) / blockLength);
  const record = Buffer.alloc(blocks * blockLength, 0x20);
  record.writeUInt32BE(blocks, 0);
  record.writeUInt32BE(~blocks >>> 0, 4);
  record.set(nonce, nonceStart);
  record.write(text, textStart, 'utf8');
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: tagLength });
  cipher.setAAD(context(header, end, blocks));
  const body = record.subarray(textStart, record.length - tagLength);
  body.set(cipher.update(body));
  cipher.final();
  record.set(cipher.getAuthTag(), record.length - tagLength);
  return record;
}

/** Where a journal ends after this record. */
export function endAfter(end: JournalEnd, record: Buffer): JournalEnd {
  const tag = Buffer.from(record.subarray(record.length - tagLength));
  return { length: end.length + record.length, count: end.count + 1, tag };
}

export interface JournalContent {
  readonly texts: readonly string[];
  readonly end: JournalEnd;
  /** Something lies behind `end`: a record that was cut off while it was written, so it was never acknowledged. */
  readonly torn: boolean;
}

/**
 * All records in order. The last one may be incomplete, or may hold sectors that were never written (zeros): that is
 * what a stopped machine leaves. Anything else that does not open throws `file-damaged`, or is where they stop.
 */
export function openRecords(bytes: Buffer, key: Uint8Array, atDamage: 'throw' | 'stop' = 'throw'): JournalContent {
  const seal = { key, header: bytes.subarray(0, blockLength) };
  const texts: string[] = [];
  let end = journalStart;
  while (end.length < bytes.length) {
    const rest = bytes.subarray(end.length);
    const record = wholeRecord(rest);
    const text = record === null ? null : openRecord(record, seal, end);
    if (record === null || text === null) {
      if (atDamage === 'throw' && !wasCutOff(rest, record)) throw damaged(`record ${end.count + 1}`);
      return { texts, end, torn: true };
    }
    texts.push(text);
    end = endAfter(end, record);
  }
  return { texts, end, torn: false };
}

function blocksOf(bytes: Buffer): number {
  if (bytes.length < nonceStart) return 0;
  const blocks = bytes.readUInt32BE(0);
  return bytes.readUInt32BE(4) === ~blocks >>> 0 ? blocks : 0;
}

function wholeRecord(rest: Buffer): Buffer | null {
  const length = blocksOf(rest) * blockLength;
  return length === 0 || length > rest.length ? null : rest.subarray(0, length);
}

function openRecord(record: Buffer, { key, header }: JournalSeal, end: JournalEnd): string | null {
  const nonce = record.subarray(nonceStart, textStart);
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagLength });
  decipher.setAAD(context(header, end, record.length / blockLength));
  decipher.setAuthTag(record.subarray(record.length - tagLength));
  const text = decipher.update(record.subarray(textStart, record.length - tagLength));
  try {
    decipher.final();
    return text.toString('utf8');
  } catch {
    return null;
  } finally {
    text.fill(0);
  }
}

/** Each record is synced before the next is begun, so only the last can have been cut off. */
function wasCutOff(rest: Buffer, record: Buffer | null): boolean {
  if (record !== null) return record.length === rest.length && hasUnwrittenSector(record);
  if (blocksOf(rest) > 0) return true;
  if (rest.length < nonceStart) return true;
  return isZero(rest.subarray(0, sectorLength)) && !hasRecordBehind(rest);
}

function hasUnwrittenSector(record: Buffer): boolean {
  for (let start = 0; start < record.length; start += sectorLength) {
    if (isZero(record.subarray(start, start + sectorLength))) return true;
  }
  return false;
}

function hasRecordBehind(rest: Buffer): boolean {
  for (let start = blockLength; start < rest.length; start += blockLength) {
    if (blocksOf(rest.subarray(start)) > 0) return true;
  }
  return false;
}

function isZero(bytes: Buffer): boolean {
  return bytes.every((byte) => byte === 0);
}
