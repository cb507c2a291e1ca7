/** How large a value from outside may be; what is larger than a municipality's whole year is no package. */
export const valueLimits = { depth: 24, textLength: 40_000, listLength: 500_000, parts: 20_000_000 } as const;

/**
 * True for a value as JSON gives it that is no larger than the limits say, and whose objects have no key that means
 * something to JavaScript. Numbers are finite.
 */
export function isWithinLimits(value: unknown): boolean {
  let parts = 0;
  const visit = (part: unknown, depth: number): boolean => {
    parts += 1;
    if (parts > valueLimits.parts || depth > valueLimits.depth) return false;
    if (typeof part === 'string') return part.length <= valueLimits.textLength;
    if (typeof part === 'number') return Number.isFinite(part);
    if (typeof part !== 'object' || part === null) return typeof part === 'boolean' || part === null;
    if (Array.isArray(part))
      return part.length <= valueLimits.listLength && part.every((each) => visit(each, depth + 1));
    return Object.entries(part).every(
      ([key, each]) => key !== '__proto__' && key.length <= 1_000 && (each === undefined || visit(each, depth + 1)),
    );
  };
  return visit(value, 0);
}
