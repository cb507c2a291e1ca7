import { describe, expect, it } from 'vitest';

import { type GroupCount, hiddenAlone, suppressTable } from '#shared/domain/report/suppression.ts';
import { fc } from '../../support/fast-check.ts';

const rowsOf = (n: readonly number[], positive: readonly number[]): GroupCount[] =>
  n.map((size, index) => ({ n: size, positive: positive[index]! }));

describe('suppressTable', () => {
  it('hides a second row so that the total does not give away the first (method 4.3, first vector)', () => {
    expect(suppressTable(rowsOf([12, 4, 30], [3, 1, 8]), 5)).toEqual({
      rows: ['derivable', 'too-small', null],
      total: null,
    });
  });

  it('hides a small group where all have it, and then the other row (method 4.3, second vector)', () => {
    expect(suppressTable(rowsOf([6, 20], [6, 9]), 5).rows).toEqual(['all-or-none', 'derivable']);
  });

  it('without a total on the page needs no second row', () => {
    expect(suppressTable(rowsOf([12, 4, 30], [3, 1, 8]), 5, false).rows).toEqual([null, 'too-small', null]);
  });

  it('keeps to the threshold of the municipality', () => {
    const shown = (n: number, threshold: 3 | 5 | 10) => hiddenAlone({ n, positive: 1 }, threshold) === null;
    expect([3, 5, 10].map((threshold) => shown(4, threshold as 3))).toEqual([true, false, false]);
    expect([3, 5, 10].map((threshold) => shown(9, threshold as 3))).toEqual([true, true, false]);
    expect(shown(10, 10)).toBe(true);
  });

  it('shows all or none from ten cases on, and a row with nobody in it', () => {
    expect(hiddenAlone({ n: 9, positive: 0 }, 5)).toBe('all-or-none');
    expect(hiddenAlone({ n: 10, positive: 0 }, 5)).toBeNull();
    expect(hiddenAlone({ n: 0, positive: 0 }, 5)).toBeNull();
  });

  it('leaves no hidden row that the total and the shown rows determine', () => {
    const row = fc
      .integer({ min: 0, max: 9 })
      .chain((n) => fc.record({ n: fc.constant(n), positive: fc.integer({ min: 0, max: n }) }));
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 4 }), fc.constantFrom(3, 5, 10), (rows, threshold) => {
        const { rows: hidden, total } = suppressTable(rows, threshold as 3);
        if (total !== null) return;
        const held = rows.filter((_, index) => hidden[index] !== null);
        if (held.length === 0) return;
        const { sizes, positives } = possibleValues(held);
        expect(sizes.size).toBeGreaterThan(1);
        expect(positives.size).toBeGreaterThan(1);
      }),
      { numRuns: 300 },
    );
  });
});

/** By enumeration: what a reader who knows the sum of the hidden rows may think any one of them holds. */
function possibleValues(held: readonly GroupCount[]) {
  const all = held.reduce((sum, row) => ({ n: sum.n + row.n, positive: sum.positive + row.positive }));
  const others = held.length - 1;
  const sizes = new Set<number>();
  const positives = new Set<number>();
  for (let n = 1; n <= all.n - others; n += 1) {
    for (let positive = 0; positive <= n; positive += 1) {
      const rest = { n: all.n - n, positive: all.positive - positive };
      const fits = others === 0 ? rest.n === 0 && rest.positive === 0 : rest.positive >= 0 && rest.positive <= rest.n;
      if (fits) {
        sizes.add(n);
        positives.add(positive);
      }
    }
  }
  return { sizes, positives };
}
