import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

import { normaliseText } from '../population/normalise-text.ts';

/** The draw's name. What it means never changes; another way of drawing gets another name. */
export const drawMethod = 'LT1';
/** The name of a draw with a part taken at an interval; its tickets order the spares. */
export const systematicMethod = 'LT1-S';
export type DrawMethod = typeof drawMethod | typeof systematicMethod;

/**
 * The ticket of a case: hex SHA-256 of the UTF-8 text `LT1|seed|stratum|id`. Stratum and id are taken in NFC and
 * trimmed; the seed as it stands. Source: method LT1, section 2.2.
 */
export function ticket(seed: string, stratum: string, id: string): string {
  return ticketsOf(seed, stratum)(id);
}

/** Tickets of many cases of one stratum; what they have in common is hashed once. */
export function ticketsOf(seed: string, stratum: string, method: DrawMethod = drawMethod): (id: string) => string {
  const prefix = sha256.create().update(utf8ToBytes(`${method}|${seed}|${normaliseText(stratum)}|`));
  const working = sha256.create();
  return (id) =>
    bytesToHex(
      prefix
        ._cloneInto(working)
        .update(utf8ToBytes(normaliseText(id)))
        .digest(),
    );
}
