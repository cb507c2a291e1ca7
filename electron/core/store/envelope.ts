import { type CipherGCM, createCipheriv, createDecipheriv, createHash, type DecipherGCM } from 'node:crypto';

import { AppError } from '#shared/contract/errors.ts';

import { type EnvelopeHeader, envelopeHeader } from './envelope-header.ts';

/*
 * offset  bytes  field (whole numbers are big-endian)
 *      0      4  magic 'LTDB'
 *      4      2  format version
 *      6      2  format version with every bit turned, so that damage is not taken for a newer format
 *      8      4  length of the header
 *     12      h  header, JSON in UTF-8
 *   12+h     32  SHA-256 of everything above: tells a damaged header from a wrong passphrase
 *   44+h     12  nonce                            } AES-256-GCM; everything above the nonce
 *   56+h      n  ciphertext, n = plaintextLength  } is authenticated with it
 * 56+h+n     16  tag                              }
 */
const magic = Buffer.from('LTDB', 'latin1');
const formatVersion = 1;
const prefixLength = 12;
const checksumLength = 32;
const nonceLength = 12;
const tagLength = 16;
const largestHeader = 64 * 1024;
/** What is in the cache still when it is written back. */
const atOnce = 256 * 1024;

function damaged(what: string): AppError {
  return new AppError('file-damaged', `The file is damaged: ${what}`);
}

/** How many bytes the part in the clear takes, from a file's first 12 bytes. Throws `file-damaged`, `file-from-future`. */
export function clearLength(start: Uint8Array): number {
  const prefix = Buffer.from(start.buffer, start.byteOffset, start.byteLength);
  if (prefix.length < prefixLength || !prefix.subarray(0, 4).equals(magic)) {
    throw damaged('no LTDB mark');
  }
  const version = prefix.readUInt16BE(4);
  if (prefix.readUInt16BE(6) !== (~version & 0xffff) || version === 0) {
    throw damaged('format version');
  }
  if (version > formatVersion) {
    throw new AppError('file-from-future', `Format ${version} is newer than this program knows`, { version });
  }
  const headerLength = prefix.readUInt32BE(8);
  if (headerLength > largestHeader) {
    throw damaged('header length');
  }
  return prefixLength + headerLength + checksumLength;
}

/**
 * Reads the part in the clear and checks it without a key: checksum, fields, and that `fileSize` is what the header
 * says. `clear` may be the whole file. Throws `file-damaged` or `file-from-future`.
 */
export function readHeader(clear: Uint8Array, fileSize: number): EnvelopeHeader {
  const length = clearLength(clear);
  const bytes = Buffer.from(clear.buffer, clear.byteOffset, clear.byteLength);
  if (bytes.length < length) {
    throw damaged('cut short in the header');
  }
  const covered = bytes.subarray(0, length - checksumLength);
  if (
    !createHash('sha256')
      .update(covered)
      .digest()
      .equals(bytes.subarray(length - checksumLength, length))
  ) {
    throw damaged('header checksum');
  }
  const header = parseHeader(covered.toString('utf8', prefixLength));
  if (fileSize !== length + nonceLength + header.plaintextLength + tagLength) {
    throw damaged('length');
  }
  return header;
}

function parseHeader(text: string): EnvelopeHeader {
  try {
    return envelopeHeader.parse(JSON.parse(text));
  } catch {
    throw damaged('header fields');
  }
}

/** The header's fields that the caller decides; the length follows from the plaintext. */
export type HeaderFields = Omit<EnvelopeHeader, 'plaintextLength'>;

/** Seals plaintext given in pieces; returns the file in pieces, so that no second copy of a large file is joined. */
export function seal(
  plaintext: readonly Uint8Array[],
  fields: HeaderFields,
  key: Uint8Array,
  nonce: Uint8Array,
): Uint8Array[] {
  const { start, cipher } = beginSeal(plaintext, fields, key, nonce);
  const ciphertext = plaintext.map((piece) => cipher.update(piece));
  cipher.final();
  return [start, ...ciphertext, cipher.getAuthTag()];
}

/** The same, but each piece is overwritten with its ciphertext: a large file is in memory once, and not in the clear. */
export function sealInPlace(
  plaintext: readonly Uint8Array[],
  fields: HeaderFields,
  key: Uint8Array,
  nonce: Uint8Array,
): Uint8Array[] {
  const { start, cipher } = beginSeal(plaintext, fields, key, nonce);
  for (const piece of plaintext) overwrite(piece, cipher);
  cipher.final();
  return [start, ...plaintext, cipher.getAuthTag()];
}

/** Each byte with what the cipher makes of it. */
function overwrite(bytes: Uint8Array, cipher: CipherGCM | DecipherGCM): void {
  for (let at = 0; at < bytes.length; at += atOnce) {
    const piece = bytes.subarray(at, at + atOnce);
    piece.set(cipher.update(piece));
  }
}

/** The same with `pause` after every piece, so that a large file holds nothing up. What `pause` rejects with ends it. */
export async function sealWithPauses(
  plaintext: readonly Uint8Array[],
  fields: HeaderFields,
  key: Uint8Array,
  nonce: Uint8Array,
  pause: (sealed: number) => Promise<void>,
): Promise<Uint8Array[]> {
  const { start, cipher } = beginSeal(plaintext, fields, key, nonce);
  for (const [index, piece] of plaintext.entries()) {
    piece.set(cipher.update(piece));
    await pause(index + 1);
  }
  cipher.final();
  return [start, ...plaintext, cipher.getAuthTag()];
}

/** Everything above the ciphertext, and the cipher that has authenticated it. */
function beginSeal(plaintext: readonly Uint8Array[], fields: HeaderFields, key: Uint8Array, nonce: Uint8Array) {
  const plaintextLength = plaintext.reduce((sum, piece) => sum + piece.length, 0);
  const json = Buffer.from(JSON.stringify({ ...fields, plaintextLength }), 'utf8');
  const prefix = Buffer.alloc(prefixLength);
  magic.copy(prefix);
  prefix.writeUInt16BE(formatVersion, 4);
  prefix.writeUInt16BE(~formatVersion & 0xffff, 6);
  prefix.writeUInt32BE(json.length, 8);
  const checksum = createHash('sha256').update(prefix).update(json).digest();
  const clear = Buffer.concat([prefix, json, checksum]);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: tagLength });
  cipher.setAAD(clear);
  return { start: Buffer.concat([clear, nonce]), cipher };
}

/** A file's header and its content in the clear. */
export interface OpenedFile {
  readonly header: EnvelopeHeader;
  readonly plaintext: Buffer;
}

/** Opens a whole file with its key. Throws `file-from-future`, and `file-damaged` for any change of any byte. */
export function open(bytes: Uint8Array, key: Uint8Array): OpenedFile {
  const { header, ciphertext, decipher } = beginOpen(bytes, key);
  const plaintext = decipher.update(ciphertext);
  finish(decipher, plaintext);
  return { header, plaintext };
}

/** The same, but `bytes` is overwritten, and the plaintext is a part of it: a large file is in memory once. */
export function openInPlace(bytes: Buffer, key: Uint8Array): OpenedFile {
  const { header, ciphertext, decipher } = beginOpen(bytes, key);
  overwrite(ciphertext, decipher);
  finish(decipher, ciphertext);
  return { header, plaintext: ciphertext };
}

function beginOpen(bytes: Uint8Array, key: Uint8Array) {
  const header = readHeader(bytes, bytes.length);
  const start = clearLength(bytes);
  const body = start + nonceLength;
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(start, body), { authTagLength: tagLength });
  decipher.setAAD(bytes.subarray(0, start));
  decipher.setAuthTag(bytes.subarray(bytes.length - tagLength));
  const ciphertext = Buffer.from(bytes.buffer, bytes.byteOffset + body, bytes.length - body - tagLength);
  return { header, ciphertext, decipher };
}

/** What was not authenticated is not given out. */
function finish(decipher: DecipherGCM, plaintext: Buffer): void {
  try {
    decipher.final();
  } catch {
    plaintext.fill(0);
    throw damaged('content');
  }
}
