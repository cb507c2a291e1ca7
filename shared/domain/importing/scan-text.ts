/** What one pass over a text tells. */
export interface TextScan {
  /** Two numbers of 32 bits that equal texts share. */
  high: number;
  low: number;
  /** Nothing in it has to be escaped in JSON or composed for NFC: it is written between quotes as it stands. */
  isSimple: boolean;
  /** At least six figures stand in a row, as in a CPR number. */
  hasSixDigits: boolean;
}

const space = 32;
const quote = 34;
const backslash = 92;
/** The first combining mark; texts below it are NFC already. */
const beyondLatin = 0x300;

/** The same object every time: a text is scanned for every cell of an export. */
const scan: TextScan = { high: 0, low: 0, isSimple: true, hasSixDigits: false };

/** Reads a text once. What it returns holds until the next call. */
export function scanText(text: string): TextScan {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  let digits = 0;
  let mostDigits = 0;
  let isSimple = true;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
    if (code >= 48 && code <= 57) {
      digits += 1;
      if (digits > mostDigits) mostDigits = digits;
      continue;
    }
    digits = 0;
    if (code < space || code >= beyondLatin || code === quote || code === backslash) isSimple = false;
  }
  scan.high = high;
  scan.low = low;
  scan.isSimple = isSimple;
  scan.hasSixDigits = mostDigits >= 6;
  return scan;
}

/** The finish of cyrb53 (bryc, public domain): 21 bits of one lane and 32 of the other. */
export function mixed(high: number, low: number): number {
  let a = Math.imul(high ^ (high >>> 16), 2246822507);
  a ^= Math.imul(low ^ (low >>> 13), 3266489909);
  let b = Math.imul(low ^ (low >>> 16), 2246822507);
  b ^= Math.imul(a ^ (a >>> 13), 3266489909);
  return 4294967296 * (2097151 & b) + (a >>> 0);
}
