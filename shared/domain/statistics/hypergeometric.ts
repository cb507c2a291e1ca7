import { logGamma } from './incomplete-beta.ts';
import type { Interval } from './interval.ts';

/** What was read of a known frame: `population` cases, `sample` of them read at random, `positive` of those positive. */
export interface CountedSample {
  readonly population: number;
  readonly sample: number;
  readonly positive: number;
}

/**
 * The exact interval for the number of positive cases in the frame, in whole cases. A number K belongs to it when what
 * was seen, or anything further out, has a chance above one in `oneIn` (above 2) given K, on each side; 40 gives
 * 95 per cent. Whole-number arithmetic with a strict ">" decides wherever it is close, because exact ties occur
 * (40 cases, 1 read, K = 1: exactly 1/40); what is clearly on one side is told by logarithms, which is far quicker.
 * Coverage is never below 95 per cent. With the whole frame read the two ends are equal. Source: method.md 2.6.
 */
export function hypergeometricInterval(counts: CountedSample, oneIn = 40n): Interval {
  return { low: hypergeometricLow(counts, oneIn), high: hypergeometricHigh(counts, oneIn) };
}

/** The smallest number of positives in the frame that what was seen does not rule out. */
export function hypergeometricLow({ population, sample, positive }: CountedSample, oneIn = 40n): number {
  const limit = -Math.log(Number(oneIn));
  let all: bigint | null = null;
  return smallestWhere(positive, population - sample + positive, (count) => {
    const distance = logChanceAtLeast(population, count, sample, positive) - limit;
    if (Math.abs(distance) > trusted(population)) return distance > 0;
    all ??= choose(population, sample);
    return oneIn * waysAtLeast(population, count, sample, positive) > all;
  });
}

/**
 * How far from the limit the logarithm of a chance is trusted: some forty times its own error, which comes from nine
 * logarithms of up to population x log(population), each to 15 digits, and from summing.
 */
function trusted(population: number): number {
  return 1e-10 + 1e-12 * population;
}

/**
 * The logarithm of the chance of at least `least` of the `marked` cases in the sample, in floating point; 0 where
 * `least` is below the mean, so that the chance is above a half: the median is not below the mean rounded down.
 */
function logChanceAtLeast(population: number, marked: number, sample: number, least: number): number {
  const most = Math.min(sample, marked);
  const first = Math.max(least, sample - (population - marked));
  if (first > most) return -Infinity;
  if (least < Math.floor((sample * marked) / population)) return 0;
  const rest = population - marked;
  const log = logChoose(marked, first) + logChoose(rest, sample - first) - logChoose(population, sample);
  let term = 1;
  let sum = 1;
  for (let i = first; i < most; i += 1) {
    const ratio = ((marked - i) * (sample - i)) / ((i + 1) * (rest - sample + i + 1));
    term *= ratio;
    sum += term;
    // The ratios fall, so that what is left is less than a geometric series.
    if (ratio < 1 && term * ratio < 1e-16 * sum * (1 - ratio)) break;
  }
  return log + Math.log(sum);
}

function logChoose(n: number, k: number): number {
  return logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);
}

/** The largest number of positives in the frame that what was seen does not rule out. */
export function hypergeometricHigh({ population, sample, positive }: CountedSample, oneIn = 40n): number {
  // Seen from the negatives, "at most x positive" is "at least read - x negative".
  return population - hypergeometricLow({ population, sample, positive: sample - positive }, oneIn);
}

/** In how many of the C(population, sample) samples at least `least` of the `marked` cases turn up. */
function waysAtLeast(population: number, marked: number, sample: number, least: number): bigint {
  const most = Math.min(sample, marked);
  const first = Math.max(least, sample - (population - marked));
  if (first > most) return 0n;
  let term = choose(marked, first) * choose(population - marked, sample - first);
  let sum = term;
  for (let i = first; i < most; i += 1) {
    // Each term is a whole number, so the division leaves nothing over.
    term = (term * BigInt((marked - i) * (sample - i))) / BigInt((i + 1) * (population - marked - sample + i + 1));
    sum += term;
  }
  return sum;
}

/** The smallest whole number in [from, to] that holds, for a condition that stays true once it is. */
function smallestWhere(from: number, to: number, holds: (value: number) => boolean): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The binomial coefficient C(n, k); 0 where k is out of range. */
function choose(n: number, k: number): bigint {
  if (k < 0 || k > n) return 0n;
  let value = 1n;
  for (let i = 1; i <= Math.min(k, n - k); i += 1) value = (value * BigInt(n - i + 1)) / BigInt(i);
  return value;
}
