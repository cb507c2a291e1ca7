import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

import { foldHeader } from './fold-header.ts';

/**
 * Names a set of column names: the first 32 hex digits of the SHA-256 of the folded names, sorted. Order, case,
 * punctuation and columns without a name make no difference; a column more or less does.
 */
export function headersKey(headers: readonly string[]): string {
  const names = headers
    .map(foldHeader)
    .filter((name) => name !== '')
    .sort();
  return bytesToHex(sha256(utf8ToBytes(names.join('\n')))).slice(0, 32);
}
