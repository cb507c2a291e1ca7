/** How large a value from outside may be; what is larger than a municipality's whole year is no package. */
export const valueLimits = {
  depth: 24,
  textLength: 40_000,
  keyLength: 1_000,
  listLength: 500_000,
  parts: 20_000_000,
} as const;

/**
 * True for a value as JSON gives it that is no larger than the limits say, and whose objects have no key that means
 * something to JavaScript. Numbers are finite.
 */
export function isWithinLimits(value: unknown): boolean {
  let parts = 0;
  const isSmall = (part: unknown, depth: number): boolean => {
    parts += 1;
    if (parts > valueLimits.parts || depth > valueLimits.depth) return false;
    if (typeof part !== 'object' || part === null) return isPlain(part);
    if (Array.isArray(part)) return part.length <= valueLimits.listLength && areSmall(part, depth + 1);
    for (const key of Object.keys(part)) {
      if (!isPlainKey(key) || !isSmall((part as Readonly<Record<string, unknown>>)[key], depth + 1)) return false;
    }
    return true;
  };
  const areSmall = (list: readonly unknown[], depth: number): boolean => {
    for (const part of list) if (!isSmall(part, depth)) return false;
    return true;
  };
  return isSmall(value, 0);
}

/** What JSON has besides lists and objects, and a value that is left out. */
function isPlain(part: unknown): boolean {
  if (typeof part === 'string') return part === '' || (part.length <= valueLimits.textLength && isStorable(part));
  if (typeof part === 'number') return Number.isFinite(part);
  return typeof part === 'boolean' || part === null || part === undefined;
}

function isPlainKey(key: string): boolean {
  return key !== '__proto__' && key.length <= valueLimits.keyLength;
}

/** Half a character and the null character come back from a table as something else than they went in. */
function isStorable(text: string): boolean {
  return !text.includes('\u0000') && text.isWellFormed();
}
