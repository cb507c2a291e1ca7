const slashed = /^(\d{1,2})\/(\d{1,2})\/(?:\d{4}|\d{2})(?!\d)/;

/**
 * What a date with two slashes shows about the order of day and month: proof for one of them, `either` where both
 * readings exist and differ, null where it shows nothing.
 */
export function slashOrder(text: string): 'day-first' | 'month-first' | 'either' | null {
  const [, first, second] = slashed.exec(text) ?? [];
  if (first === undefined || second === undefined) return null;
  const a = Number(first);
  const b = Number(second);
  if (a > 12) return b > 12 ? null : 'day-first';
  if (b > 12) return 'month-first';
  return a === b ? null : 'either';
}

/**
 * Whether the slashed dates of a column must be doubted: some prove the month first, and more than one in ten of
 * those that prove anything. Below that they are slips of the pen in a column that puts the day first.
 */
export function isAmbiguousColumn({ dayFirst, monthFirst }: { dayFirst: number; monthFirst: number }): boolean {
  return monthFirst > 0 && monthFirst * 10 > dayFirst + monthFirst;
}
