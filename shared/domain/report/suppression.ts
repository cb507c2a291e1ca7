import { z } from 'zod';

/** One group of a table: how many children stand behind it, and how many of them have what the row counts. */
export interface GroupCount {
  readonly n: number;
  readonly positive: number;
}

/** The smallest group that may be shown. The municipality decides: 3, 5 (usual) or 10. */
export const suppressionThreshold = z.union([z.literal(3), z.literal(5), z.literal(10)]);
export type SuppressionThreshold = z.output<typeof suppressionThreshold>;
export const defaultThreshold: SuppressionThreshold = 5;

/** Under this many, "all" or "none" says something about each of them, and no percentage is printed. */
export const smallGroup = 10;

/** Why a row is hidden. Never printed: the reason itself would tell (all or none). */
export type Hidden = 'too-small' | 'all-or-none' | 'derivable';

export interface SuppressedTable {
  /** In the order of the rows; null where the row may be shown. */
  readonly rows: readonly (Hidden | null)[];
  readonly total: Hidden | null;
}

/**
 * Which rows of a table may be shown (method 4.3). The threshold is on the group behind a row, not on its cells: with
 * ten cases read nearly every "no" is under five. A small group where all or none have the trait is hidden too. Where
 * the rows add up to a total that is shown, more rows are hidden (the smallest first, then the first) until the total
 * no longer gives any of them away; a total that still does is hidden itself. A row with n = 0 has nobody to disclose.
 */
export function suppressTable(
  rows: readonly GroupCount[],
  threshold: SuppressionThreshold = defaultThreshold,
  totalShown = true,
): SuppressedTable {
  const hidden = rows.map((row) => hiddenAlone(row, threshold));
  const whole = addUp(rows);
  const total = hiddenAlone(whole, threshold);
  if (!totalShown || total !== null) return { rows: hidden, total };
  while (isDerivable(rows, hidden, threshold)) {
    const next = smallestShown(rows, hidden);
    if (next === -1) return { rows: hidden, total: 'derivable' };
    hidden[next] = 'derivable';
  }
  return { rows: hidden, total: null };
}

/** Whether a group may be shown on its own. */
export function hiddenAlone({ n, positive }: GroupCount, threshold: SuppressionThreshold): Hidden | null {
  if (n === 0) return null;
  if (n < threshold) return 'too-small';
  return n < smallGroup && isAllOrNone({ n, positive }) ? 'all-or-none' : null;
}

/**
 * Which groups may be shown beside each other where nothing adds them up. Beside a small group that is hidden because
 * all or none have the trait, the smallest other small group is hidden too: otherwise "not shown" would itself say
 * "all or none" to a reader who knows that the group is large enough.
 */
export function hiddenBeside(rows: readonly GroupCount[], threshold: SuppressionThreshold): readonly (Hidden | null)[] {
  const hidden = rows.map((row) => hiddenAlone(row, threshold));
  if (!hidden.includes('all-or-none')) return hidden;
  const small = rows.map((row) => (row.n < smallGroup ? row : { n: 0, positive: 0 }));
  const next = smallestShown(small, hidden);
  return hidden.map((reason, index) => (index === next ? 'derivable' : reason));
}

/** The hidden rows together are the total less the shown ones: too few, or all alike, and each of them is known. */
function isDerivable(
  rows: readonly GroupCount[],
  hidden: readonly (Hidden | null)[],
  threshold: SuppressionThreshold,
): boolean {
  const held = rows.filter((_, index) => hidden[index] !== null);
  if (held.length === 0) return false;
  const together = addUp(held);
  return together.n < threshold || isAllOrNone(together);
}

function smallestShown(rows: readonly GroupCount[], hidden: readonly (Hidden | null)[]): number {
  let found = -1;
  rows.forEach((row, index) => {
    if (hidden[index] !== null || row.n === 0) return;
    if (found === -1 || row.n < (rows[found]?.n ?? 0)) found = index;
  });
  return found;
}

function addUp(rows: readonly GroupCount[]): GroupCount {
  return {
    n: rows.reduce((sum, row) => sum + row.n, 0),
    positive: rows.reduce((sum, row) => sum + row.positive, 0),
  };
}

function isAllOrNone({ n, positive }: GroupCount): boolean {
  return positive === 0 || positive === n;
}
