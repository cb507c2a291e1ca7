import { isUtf8 } from 'node:buffer';

import { utf16Mark, utf16WithoutMark } from '../sniff-file.ts';

const utf8Mark = Buffer.from('efbbbf', 'hex');

export type Encoding = 'utf-8' | 'windows-1252' | 'utf-16le' | 'utf-16be';

/**
 * A byte order mark decides; then UTF-16's pattern of NUL bytes (which is valid UTF-8 too); then strict UTF-8 over
 * the whole file, which Danish Windows-1252 text never is; else Windows-1252.
 */
export function findEncoding(bytes: Buffer): Encoding {
  if (bytes.subarray(0, 3).equals(utf8Mark)) return 'utf-8';
  return utf16Mark(bytes) ?? utf16WithoutMark(bytes) ?? (isUtf8(bytes) ? 'utf-8' : 'windows-1252');
}
