import { expect, it } from 'vitest';

import { hypergeometricHigh, hypergeometricLow } from '../../../shared/domain/statistics/hypergeometric.ts';

const largest = 20;

/** Pascal's triangle: another way to the same numbers. */
const triangle = Array.from({ length: largest + 1 }).reduce<bigint[][]>((rows) => {
  const last = rows.at(-1) ?? [];
  return [...rows, [1n, ...last.map((value, index) => value + (last[index + 1] ?? 0n))]];
}, []);
const choose = (n: number, k: number): bigint => triangle[n]?.[k] ?? 0n;

function ways(population: number, marked: number, sample: number, least: number): bigint {
  let sum = 0n;
  for (let k = least; k <= sample; k += 1) sum += choose(marked, k) * choose(population - marked, sample - k);
  return sum;
}

/** The smallest number of positives that is not ruled out, every number tried. */
function lowest(population: number, sample: number, positive: number, oneIn: bigint): number {
  for (let marked = positive; marked < population - sample + positive; marked += 1) {
    if (oneIn * ways(population, marked, sample, positive) > choose(population, sample)) return marked;
  }
  return population - sample + positive;
}

it('keeps out every number whose chance is exactly one in so many, and takes in the same one step on', () => {
  let ties = 0;
  for (let population = 2; population <= largest; population += 1) {
    for (let sample = 1; sample < population; sample += 1) {
      for (let positive = 1; positive <= sample; positive += 1) {
        for (let marked = positive; marked < population - sample + positive; marked += 1) {
          const of = ways(population, marked, sample, positive);
          const all = choose(population, sample);
          const oneIn = all / of;
          if (oneIn * of !== all || oneIn <= 2n) continue;
          ties += 1;
          const counts = { population, sample, positive };
          expect(hypergeometricLow(counts, oneIn)).toBe(marked + 1);
          expect(hypergeometricLow(counts, oneIn + 1n)).toBe(lowest(population, sample, positive, oneIn + 1n));
          const mirrored = { population, sample, positive: sample - positive };
          expect(hypergeometricHigh(mirrored, oneIn)).toBe(population - marked - 1);
        }
      }
    }
  }
  expect(ties).toBeGreaterThan(500);
});
