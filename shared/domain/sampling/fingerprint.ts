import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

import { compareCodePoints, normaliseText } from '../population/normalise-text.ts';

export interface FrameLine {
  readonly stratum: string;
  readonly id: string;
}

/**
 * The hex SHA-256 of a frame: one line `stratum;id` and a line feed per unit, NFC and trimmed, the lines sorted by their
 * UTF-8 bytes. The whole population is a frame with the empty stratum. Source: method LT1, section 2.2.
 */
export function frameFingerprint(lines: readonly FrameLine[]): string {
  const texts = lines.map(({ stratum, id }) => `${normaliseText(stratum)};${normaliseText(id)}\n`);
  return bytesToHex(sha256(utf8ToBytes(texts.sort(compareCodePoints).join(''))));
}
