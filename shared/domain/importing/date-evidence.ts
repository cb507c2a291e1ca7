const figures = /^(\d{1,2})([/-])(\d{1,2})\2(?:\d{4}|\d{2})(?!\d)/;

export interface OrderEvidence {
  readonly slashed: boolean;
  readonly shows: 'day-first' | 'month-first' | 'either';
}

/**
 * What a date of figures with slashes or hyphens shows about the order of day and month: proof for one of them,
 * `either` where both readings exist and differ, null where it shows nothing.
 */
export function dateOrderOf(text: string): OrderEvidence | null {
  const [, first, separator, second] = figures.exec(text) ?? [];
  if (first === undefined || second === undefined) return null;
  const slashed = separator === '/';
  const a = Number(first);
  const b = Number(second);
  if (a > 12) return b > 12 ? null : { slashed, shows: 'day-first' };
  if (b > 12) return { slashed, shows: 'month-first' };
  return a === b ? null : { slashed, shows: 'either' };
}

/** How many dates of a column prove what, and whether any slashed one proves the day first or nothing. */
export interface OrderCounts {
  readonly dayFirst: number;
  readonly monthFirst: number;
  readonly slashedDayFirst: number;
  readonly slashedEither: number;
}

/**
 * Whether dates of a column must be doubted. Some prove the month first, and more than one in ten of those that prove
 * anything: then all that fit both orders (below that they are slips of the pen). Or nothing in the column proves an
 * order, and neither do the slashed dates of the other columns: then the slashed ones. Hyphens and dots are how Danes
 * write; they are doubted only where their own column speaks against them.
 */
export function isDoubted(column: OrderCounts, file: readonly OrderCounts[]): 'all' | 'slashed' | null {
  const { dayFirst, monthFirst, slashedEither } = column;
  if (speaksAgainst(column)) return 'all';
  if (slashedEither === 0 || dayFirst > 0 || monthFirst > 0) return null;
  const isProven = file.some(({ slashedDayFirst }) => slashedDayFirst > 0) && !file.some(speaksAgainst);
  return isProven ? null : 'slashed';
}

function speaksAgainst({ dayFirst, monthFirst }: OrderCounts): boolean {
  return monthFirst > 0 && monthFirst * 10 > dayFirst + monthFirst;
}
