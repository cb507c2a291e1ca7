/** How far two readers agree. Null where the figure is 0/0 and cannot be computed. */
export interface Agreement {
  readonly pairs: number;
  readonly agreed: number;
  /** Percent agreement as a share; show this one first. */
  readonly share: number | null;
  /** Cohen's kappa. Collapses where nearly all answers are equal. */
  readonly kappa: number | null;
  /** Gwet's AC1. */
  readonly ac1: number | null;
}

/**
 * Agreement of two readers from a square table of counts: `table[i][j]` cases had answer i from the first reader and
 * j from the second. "Not relevant" is an answer of its own. Throws RangeError where the table is not square.
 * Sources: Cohen 1960; Gwet 2008; method.md 3.3.
 */
export function agreement(table: readonly (readonly number[])[]): Agreement {
  if (table.some((row) => row.length !== table.length)) throw new RangeError('the table is not square');
  const rows = table.map((row) => total(row));
  const columns = table.map((_, column) => total(table.map((row) => row[column] ?? 0)));
  const pairs = total(rows);
  const agreed = total(table.map((row, index) => row[index] ?? 0));
  // Whole numbers times pairs squared, so that a chance agreement of exactly 1 is seen as such.
  const chance = total(rows.map((row, index) => row * (columns[index] ?? 0)));
  return {
    pairs,
    agreed,
    share: ratio(agreed, pairs),
    kappa: ratio(pairs * agreed - chance, pairs * pairs - chance),
    ac1: gwet(rows, columns, agreed / pairs),
  };
}

function gwet(rows: readonly number[], columns: readonly number[], share: number): number | null {
  const pairs = total(rows);
  if (pairs === 0 || rows.length < 2) return null;
  const mean = rows.map((row, index) => (row + (columns[index] ?? 0)) / (2 * pairs));
  const chance = total(mean.map((value) => value * (1 - value))) / (rows.length - 1);
  return (share - chance) / (1 - chance);
}

function ratio(numerator: number, denominator: number): number | null {
  return denominator === 0 ? null : numerator / denominator;
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
