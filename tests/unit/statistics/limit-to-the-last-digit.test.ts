import { expect, it } from 'vitest';

import { wilson } from '../../../shared/domain/statistics/binomial.ts';
import { hypergeometricHigh, hypergeometricLow } from '../../../shared/domain/statistics/hypergeometric.ts';
import { incompleteBeta, logGamma } from '../../../shared/domain/statistics/incomplete-beta.ts';

/** Pascal's triangle. */
const rows: bigint[][] = [[1n]];
for (let n = 1; n <= 70; n += 1) {
  const last = rows[n - 1] ?? [];
  rows.push([1n, ...last.map((value, index) => value + (last[index + 1] ?? 0n))]);
}
const choose = (n: number, k: number): bigint => rows[n]?.[k] ?? 0n;

function samplesWithAtLeast(least: number, population: number, marked: number, sample: number): bigint {
  let sum = 0n;
  for (let k = least; k <= sample; k += 1) sum += choose(marked, k) * choose(population - marked, sample - k);
  return sum;
}

/*
 * A limit of one in so many millions of millions, laid just where a number of positives stops being possible: one in
 * `seldom` rules it out, one in `seldom + 1` does not. No logarithm in floating point can tell the two apart.
 */
it.each([
  [60, 20, 20],
  [60, 20, 19],
  [60, 30, 28],
  [64, 30, 26],
  [70, 12, 12],
  [70, 35, 33],
])('%i cases, %i read, %i positive: the limit is told to the last unit', (population, sample, positive) => {
  let told = 0;
  for (let marked = positive; marked < population - sample + positive; marked += 1) {
    const ways = samplesWithAtLeast(positive, population, marked, sample);
    const seldom = choose(population, sample) / ways;
    if (seldom < 20_000_000_000n) continue;
    told += 1;
    const counts = { population, sample, positive };
    expect(hypergeometricLow(counts, seldom)).toBe(marked + 1);
    expect(hypergeometricLow(counts, seldom + 1n)).toBe(marked);
    const mirrored = { population, sample, positive: sample - positive };
    expect(hypergeometricHigh(mirrored, seldom)).toBe(population - marked - 1);
    expect(hypergeometricHigh(mirrored, seldom + 1n)).toBe(population - marked);
  }
  expect(told).toBeGreaterThan(0);
});

it.each([
  [10, 5, 3],
  [12, 6, 6],
  [16, 2, 2],
  [21, 7, 5],
])('%i cases, %i read, %i positive: every exact tie is kept out', (population, sample, positive) => {
  let ties = 0;
  for (let marked = positive; marked < population - sample + positive; marked += 1) {
    const ways = samplesWithAtLeast(positive, population, marked, sample);
    const oneIn = choose(population, sample) / ways;
    if (oneIn * ways !== choose(population, sample) || oneIn <= 2n) continue;
    ties += 1;
    expect(hypergeometricLow({ population, sample, positive }, oneIn)).toBe(marked + 1);
    expect(hypergeometricLow({ population, sample, positive }, oneIn + 1n)).toBe(marked);
  }
  expect(ties).toBeGreaterThan(0);
});

it.each([
  // Gamma(1/4), Gamma(1/10), Gamma(1/2) = the root of pi, Gamma(1) = Gamma(2) = 1, Gamma(171) = 170!
  [0.25, 3.625609908221908],
  [0.1, 9.513507698668732],
  [0.5, Math.sqrt(Math.PI)],
  [1, 1],
  [2, 1],
  [171, 7.257415615307994e306],
])('the gamma function of %d', (x, value) => {
  expect(logGamma(x)).toBeCloseTo(Math.log(value), 11);
});

it.each([
  // I_x(1, b) = 1 - (1 - x)^b, I_x(a, 1) = x^a, I_x(2, 2) = 3x^2 - 2x^3, I_x(1/2, 1/2) = 2/pi arcsin(root of x).
  [0.3, 1, 5, 1 - 0.7 ** 5],
  [0.9, 6, 1, 0.9 ** 6],
  [0.2, 2, 2, 3 * 0.04 - 2 * 0.008],
  [0.75, 0.5, 0.5, (2 / Math.PI) * Math.asin(Math.sqrt(0.75))],
  [0.05, 0.25, 1, 0.05 ** 0.25],
  [-0.5, 2, 3, 0],
  [1.5, 2, 3, 1],
])('the incomplete beta function at %d of (%d, %d)', (x, a, b, value) => {
  expect(incompleteBeta(x, a, b)).toBeCloseTo(value, 12);
});

it('all positive reaches up to 1 and none down to 0, where the formula would round to beside it', () => {
  for (const n of [10, 25, 27, 28, 34, 38, 41, 60]) {
    expect(wilson(n, n)?.high).toBe(1);
    expect(wilson(0, n)?.low).toBe(0);
  }
});
