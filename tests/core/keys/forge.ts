import { createHash } from 'node:crypto';

import { clearLength } from '#core/store/envelope.ts';
import type { EnvelopeHeader } from '#core/store/envelope-header.ts';

/** A file whose header says something else, with a checksum that fits: what somebody without a key can make. */
export function withHeader(file: Buffer, change: (header: EnvelopeHeader) => object): Buffer {
  const length = clearLength(file);
  const header = JSON.parse(file.toString('utf8', 12, length - 32)) as EnvelopeHeader;
  return assembled(file, Buffer.from(JSON.stringify(change(header)), 'utf8'), file.subarray(length));
}

/** The part in the clear of one file, and the content of another. */
export function headerOn(headerOf: Buffer, contentOf: Buffer): Buffer {
  const content = contentOf.subarray(clearLength(contentOf));
  const { plaintextLength } = JSON.parse(contentOf.toString('utf8', 12, clearLength(contentOf) - 32)) as EnvelopeHeader;
  const cut = Buffer.concat([headerOf.subarray(0, clearLength(headerOf)), content]);
  return withHeader(cut, (header) => ({ ...header, plaintextLength }));
}

/** A file that says it is of this format version. */
export function ofVersion(file: Buffer, version: number): Buffer {
  const changed = Buffer.from(file);
  changed.writeUInt16BE(version, 4);
  changed.writeUInt16BE(~version & 0xffff, 6);
  return changed;
}

function assembled(file: Buffer, json: Buffer, content: Buffer): Buffer {
  const prefix = Buffer.from(file.subarray(0, 12));
  prefix.writeUInt32BE(json.length, 8);
  const checksum = createHash('sha256').update(prefix).update(json).digest();
  return Buffer.concat([prefix, json, checksum, content]);
}
