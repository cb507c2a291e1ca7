import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

import { normaliseText } from '../population/normalise-text.ts';
import { systematicMethod } from './ticket.ts';

/**
 * Where the interval begins: the SHA-256 of the UTF-8 text `LT1-S|seed|stratum`, read as one whole number, modulo
 * `size`. From 0 to `size` - 1, in parts of a case: the first case is number floor(start / drawn). The modulo favours a
 * start by less than size / 2^256.
 */
export function systematicStart(seed: string, stratum: string, size: number): number {
  const hash = sha256(utf8ToBytes(`${systematicMethod}|${seed}|${normaliseText(stratum)}`));
  return Number(BigInt(`0x${bytesToHex(hash)}`) % BigInt(size));
}

/**
 * The places, from 0, of `drawn` of `size` cases in the order of case numbers: floor((start + k * size) / drawn) for k
 * from 0. The interval size / drawn need not be whole; nothing is rounded but down, and every case has the chance
 * drawn / size exactly. All different, since size >= drawn.
 */
export function systematicPlaces(start: number, size: number, drawn: number): readonly number[] {
  return Array.from({ length: drawn }, (_, k) => Math.floor((start + k * size) / drawn));
}
