import { describe, expect, it } from 'vitest';

import { hypergeometricHigh, hypergeometricInterval } from '#shared/domain/statistics/hypergeometric.ts';

import { vectors } from './vectors.ts';
import { fc } from '../../support/fast-check.ts';

const interval = (population: number, sample: number, positive: number) => {
  const { low, high } = hypergeometricInterval({ population, sample, positive });
  return [low, high];
};

describe('the exact interval for a known frame', () => {
  it.each(vectors.hypergeometric95)('$N cases, $n read, $x positive', ({ N, n, x, K }) => {
    expect(interval(N, n, x)).toEqual(K);
  });

  it('keeps exact ties out: one in forty is not more than one in forty', () => {
    expect(interval(40, 1, 1)).toEqual([2, 40]);
    expect(interval(16, 2, 2)).toEqual([4, 16]);
  });

  // The planner's table of method 2.5: four of five read cases were fine.
  it.each([
    [20, 5, 4, 7, 19],
    [20, 8, 6, 9, 18],
    [20, 10, 8, 11, 18],
    [20, 15, 12, 13, 17],
    [20, 20, 16, 16, 16],
    [30, 5, 4, 10, 29],
    [30, 8, 6, 12, 28],
    [30, 10, 8, 15, 28],
    [30, 15, 12, 18, 27],
    [30, 20, 16, 20, 26],
    [30, 30, 24, 24, 24],
    [60, 5, 4, 18, 59],
    [60, 8, 6, 23, 57],
    [60, 10, 8, 29, 58],
    [60, 15, 12, 34, 56],
    [60, 20, 16, 37, 55],
    [60, 30, 24, 40, 53],
    [120, 5, 4, 35, 119],
    [120, 8, 6, 44, 115],
    [120, 10, 8, 55, 116],
    [120, 15, 12, 65, 114],
    [120, 20, 16, 70, 112],
    [120, 30, 24, 77, 109],
    [300, 5, 4, 87, 298],
    [300, 8, 6, 107, 290],
    [300, 10, 8, 135, 292],
    [300, 15, 12, 158, 286],
    [300, 20, 16, 172, 281],
    [300, 30, 24, 187, 275],
  ])('%i cases, %i read, %i fine: %i to %i', (population, sample, positive, low, high) => {
    expect(interval(population, sample, positive)).toEqual([low, high]);
  });

  it('gives jfa’s one-sided upper limits', () => {
    expect(hypergeometricHigh({ population: 10, sample: 2, positive: 1 }, 20n)).toBe(9);
    expect(hypergeometricHigh({ population: 20, sample: 10, positive: 1 }, 20n)).toBe(6);
  });

  it('finds the same limits as trying every number, with factorials', () => {
    fc.assert(
      fc.property(
        fc
          .integer({ min: 1, max: 40 })
          .chain((N) =>
            fc
              .integer({ min: 1, max: N })
              .chain((n) => fc.tuple(fc.constant(N), fc.constant(n), fc.integer({ min: 0, max: n }))),
          ),
        ([N, n, x]) => {
          const possible = Array.from({ length: N + 1 }, (_, K) => K).filter(
            (K) =>
              K >= x &&
              N - K >= n - x &&
              40n * ways(N, n, K, x, n) > choose(N, n) &&
              40n * ways(N, n, K, 0, x) > choose(N, n),
          );
          expect(interval(N, n, x)).toEqual([possible[0], possible.at(-1)]);
        },
      ),
      { numRuns: 300 },
    );
  });

  // Method 2.6, the worst K of each frame, to two digits.
  it.each([
    [20, 5, 0.97],
    [25, 10, 0.97],
    [60, 10, 0.97],
    [60, 30, 0.95],
    [120, 20, 0.95],
  ])('covers at least 95 per cent whatever the frame of %i holds, %i read', (N, n, worst) => {
    const intervals = Array.from({ length: n + 1 }, (_, x) => interval(N, n, x) as [number, number]);
    let least = 1;
    for (let K = 0; K <= N; K += 1) {
      let covered = 0n;
      for (const [x, [low, high]] of intervals.entries()) if (low <= K && K <= high) covered += ways(N, n, K, x, x);
      least = Math.min(least, Number((covered * 1_000_000n) / choose(N, n)) / 1_000_000);
    }
    expect(least).toBeGreaterThanOrEqual(0.95);
    expect(least).toBeCloseTo(worst, 2);
  });

  // In large frames the logarithm decides nearly always; whole numbers must agree at the limit and just beyond it.
  it('has in large frames the ends that whole numbers give', { timeout: 60_000 }, () => {
    const frames = fc
      .integer({ min: 41, max: 3_000 })
      .chain((N) =>
        fc.tuple(
          fc.constant(N),
          fc.integer({ min: 1, max: Math.min(N, 400) }),
          fc.double({ min: 0, max: 1, noNaN: true }),
        ),
      );
    fc.assert(
      fc.property(frames, ([N, n, part]) => {
        const x = Math.round(part * n);
        const [low, high] = interval(N, n, x) as [number, number];
        const possible = (K: number): boolean => {
          const all = quickChoose(N, n);
          return 40n * waysFrom(N, n, K, x) > all && 40n * waysFrom(N, n, N - K, n - x) > all;
        };
        expect([possible(low), possible(high)]).toEqual([true, true]);
        if (low > x) expect(possible(low - 1)).toBe(false);
        if (high < N - n + x) expect(possible(high + 1)).toBe(false);
      }),
      { numRuns: 150 },
    );
  });

  it.each([0, 1, 40, 200, 300, 399, 400])('holds what %i of 400 say of 5,000', (positive) => {
    const [low, high] = interval(5_000, 400, positive);
    expect(low! <= positive * 12.5 && positive * 12.5 <= high!).toBe(true);
  });
});

/** Samples of n with x1 to x2 of the K positives. */
function ways(N: number, n: number, K: number, x1: number, x2: number): bigint {
  let sum = 0n;
  for (let x = x1; x <= x2; x += 1) sum += choose(K, x) * choose(N - K, n - x);
  return sum;
}

function factorial(n: number): bigint {
  let value = 1n;
  for (let i = 2; i <= n; i += 1) value *= BigInt(i);
  return value;
}

function choose(n: number, k: number): bigint {
  return k < 0 || k > n ? 0n : factorial(n) / (factorial(k) * factorial(n - k));
}

/** Samples of n with at least x of the K positives, each term from the one before. */
function waysFrom(N: number, n: number, K: number, x: number): bigint {
  const first = Math.max(x, n - (N - K));
  if (first > Math.min(n, K)) return 0n;
  let term = quickChoose(K, first) * quickChoose(N - K, n - first);
  let sum = term;
  for (let i = first; i < Math.min(n, K); i += 1) {
    term = (term * BigInt((K - i) * (n - i))) / BigInt((i + 1) * (N - K - n + i + 1));
    sum += term;
  }
  return sum;
}

function quickChoose(n: number, k: number): bigint {
  let value = 1n;
  for (let i = 1; i <= k; i += 1) value = (value * BigInt(n - i + 1)) / BigInt(i);
  return value;
}
