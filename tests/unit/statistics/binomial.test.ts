import { describe, expect, it } from 'vitest';

import { clopperPearson, wilson } from '#shared/domain/statistics/binomial.ts';

import { vectors } from './vectors.ts';
import { fc } from '../../support/fast-check.ts';

describe('binomial intervals', () => {
  it.each(vectors.binomial95)('$x of $n as R and statsmodels print them', ({ x, n, wilson: w, cp }) => {
    expect(wilson(x, n)!.low).toBeCloseTo(w[0], 9);
    expect(wilson(x, n)!.high).toBeCloseTo(w[1], 9);
    expect(clopperPearson(x, n)!.low).toBeCloseTo(cp[0], 9);
    expect(clopperPearson(x, n)!.high).toBeCloseTo(cp[1], 9);
  });

  // Method 2.6, the vectors printed with fewer digits: [x, n, Wilson, Clopper-Pearson, digits]
  it.each([
    [29, 30, [0.8332960901, 0.9940914096], [0.8278305444, 0.9991564291], 9],
    [19, 38, [0.3484992836, 0.6515007164], [0.3337890061, 0.6662109939], 9],
    [81, 263, [0.2553, 0.3662], [0.2527, 0.3676], 4],
    [15, 148, [0.0624, 0.1605], [0.0578, 0.1617], 4],
    [0, 20, [0, 0.1611], [0, 0.1684], 4],
    [1, 29, [0.0061, 0.1718], [0.0009, 0.1776], 4],
    [302, 1206, [0.227, 0.276], [0.226, 0.276], 3],
    [133, 1206, [0.0938, 0.1292], [0.0932, 0.1293], 4],
    [8, 10, [0.4902, 0.9433], [0.4439, 0.9748], 4],
    [9, 10, [0.5958, 0.9821], [0.555, 0.9975], 4],
    [10, 10, [0.7225, 1], [0.6915, 1], 4],
  ] as const)('%i of %i as published', (x, n, w, cp, digits) => {
    const round = (value: number) => Number(value.toFixed(digits));
    expect([wilson(x, n)!.low, wilson(x, n)!.high].map(round)).toEqual(w.map(round));
    expect([clopperPearson(x, n)!.low, clopperPearson(x, n)!.high].map(round)).toEqual(cp.map(round));
  });

  it('has no interval for no cases', () => {
    expect(wilson(0, 0)).toBeNull();
    expect(clopperPearson(0, 0)).toBeNull();
  });

  it('stays in [0, 1] around the share, mirrored for the negatives', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2_000 }), fc.double({ min: 0, max: 1, noNaN: true }), (n, part) => {
        const x = Math.round(part * n);
        for (const interval of [wilson, clopperPearson]) {
          const { low, high } = interval(x, n)!;
          expect(0 <= low && low <= x / n + 1e-12 && x / n - 1e-12 <= high && high <= 1).toBe(true);
          expect(interval(n - x, n)!.low).toBeCloseTo(1 - high, 9);
        }
      }),
    );
  });

  it('leaves exactly 2.5 per cent beyond each end (binomial sums)', () => {
    for (const [x, n] of [
      [3, 17],
      [1, 40],
      [39, 40],
      [25, 60],
    ] as const) {
      const { low, high } = clopperPearson(x, n)!;
      expect(atMost(n, high, x)).toBeCloseTo(0.025, 10);
      expect(1 - atMost(n, low, x - 1)).toBeCloseTo(0.025, 10);
    }
  });

  // AICPA upper limits in per cent, rounded up to one decimal; one-sided 95 and 90 per cent (method 2.5).
  it.each([
    [20, 0.05, [14.0, 21.7, 28.3, 34.4, 40.2]],
    [25, 0.05, [11.3, 17.7, 23.2, 28.2]],
    [30, 0.05, [9.6, 14.9, 19.6]],
    [40, 0.05, [7.3, 11.4, 15.0]],
    [50, 0.05, [5.9, 9.2, 12.1]],
    [60, 0.05, [4.9, 7.7, 10.2]],
    [100, 0.05, [3.0, 4.7, 6.2]],
    [20, 0.1, [10.9, 18.1, 24.5]],
    [50, 0.1, [4.6, 7.6, 10.3]],
    [100, 0.1, [2.3, 3.9, 5.3]],
  ])('upper limits for n = %i, risk %d', (n, risk, expected) => {
    const limits = expected.map((_, x) => Math.ceil(clopperPearson(x, n, risk)!.high * 1000 - 1e-9) / 10);
    expect(limits).toEqual(expected);
  });

  it.each([
    [0.05, [149, 99, 74, 59, 49, 42, 36, 32, 29, 19, 14]],
    [0.1, [114, 76, 57, 45, 38, 32, 28, 25, 22, 15, 11]],
  ])('AICPA zero-error sizes at risk %d', (risk, sizes) => {
    const tolerable = [2, 3, 4, 5, 6, 7, 8, 9, 10, 15, 20];
    const found = tolerable.map((percent) => {
      let n = 1;
      while (clopperPearson(0, n, risk)!.high > percent / 100) n += 1;
      return n;
    });
    expect(found).toEqual(sizes);
  });
});

/** P(X <= x) of a binomial count, summed term by term. */
function atMost(n: number, share: number, x: number): number {
  let term = (1 - share) ** n;
  let sum = term;
  for (let i = 0; i < x; i += 1) {
    term *= ((n - i) / (i + 1)) * (share / (1 - share));
    sum += term;
  }
  return sum;
}
