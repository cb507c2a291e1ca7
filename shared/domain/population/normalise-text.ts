/**
 * A text as the draw reads it: Unicode NFC, then without blanks at both ends. Letter case stays. An `Å` written as one
 * character and as `A` with a ring become the same text; Latin `A` and Greek `Α` stay different.
 */
export function normaliseText(text: string): string {
  return text.normalize('NFC').trim();
}

/**
 * Order by Unicode code point, which is the order of the UTF-8 bytes, so that `LC_ALL=C sort` and Python agree.
 * JavaScript's own string order is not that: it compares UTF-16 units and puts U+1F600 before U+FF21.
 */
export function compareCodePoints(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index += 1) {
    const left = a.charCodeAt(index);
    const right = b.charCodeAt(index);
    if (left !== right) {
      return codePointRank(left) - codePointRank(right);
    }
  }
  return a.length - b.length;
}

/** Moves the surrogates (U+D800 to U+DFFF), which stand for everything from U+10000, above U+E000 to U+FFFF. */
function codePointRank(unit: number): number {
  if (unit < 0xd800) return unit;
  return unit < 0xe000 ? unit + 0x2000 : unit - 0x800;
}
