import { chanceOfSeeing } from '../statistics/chance-of-seeing.ts';
import { hypergeometricInterval, hypergeometricLow } from '../statistics/hypergeometric.ts';
import type { Interval } from '../statistics/interval.ts';
import { sampleSizeForPrecision } from '../statistics/sample-size.ts';
import { allocate, type StratumSize } from './allocate.ts';

/** A stratum of a plan: `drawn` of its `size` cases will be read. */
export interface PlannedStratum extends StratumSize {
  readonly drawn: number;
}

/** What may be seen in a sample, and the numbers of cases in the frame that go with it (exact, 95 per cent). */
export interface PossibleResult {
  /** Cases found in order, of those read. */
  readonly positive: number;
  /** In whole cases of the frame. */
  readonly interval: Interval;
}

export interface StratumTells extends PlannedStratum {
  /** Where four of five cases read are in order; null where too few are read to give a number. */
  readonly result: PossibleResult | null;
}

/** What the planner answers for one number of cases. */
export interface PlannerAnswer {
  readonly results: readonly PossibleResult[];
  /** The fewest affected cases of the frame of which the sample shows one with 95 per cent chance; null for none. */
  readonly seenFrom: number | null;
  readonly strata: readonly StratumTells[];
}

/** Half, four of five, and all of the cases read in order: poor, usual and best. */
const possibleShares = [0.5, 0.8, 1] as const;
const usualShare = 0.8;

/** What `read` of `frame` cases, drawn at random, will be able to tell; `read` <= `frame`, whole numbers. */
export function plannerAnswer(frame: number, read: number, strata: readonly PlannedStratum[]): PlannerAnswer {
  return {
    results: possibleResults(frame, read),
    seenFrom: fewestSeen(frame, read),
    strata: strata.map((stratum) => ({
      ...stratum,
      result: tooFew(stratum) ? null : resultOf(stratum.size, stratum.drawn, usualShare),
    })),
  };
}

/** The possible results, fewest in order first; with few cases read some fall together, and stand once. */
export function possibleResults(frame: number, read: number): readonly PossibleResult[] {
  const results = possibleShares.map((share) => resultOf(frame, read, share));
  return results.filter(({ positive }, index) => positive !== results[index - 1]?.positive);
}

/** True where no number of cases in the frame goes with both results, so that the sample tells them apart. */
export function toldApart(a: PossibleResult, b: PossibleResult): boolean {
  return a.interval.high < b.interval.low || b.interval.high < a.interval.low;
}

/** True where so few are read that even none in order and all in order go with the same stratum. */
function tooFew({ size, drawn }: PlannedStratum): boolean {
  if (drawn === 0) return true;
  // The result for none is the mirror image of the result for all.
  const low = hypergeometricLow({ population: size, sample: drawn, positive: drawn });
  return size - low >= low;
}

function resultOf(population: number, sample: number, share: number): PossibleResult {
  const positive = Math.round(share * sample);
  return { positive, interval: hypergeometricInterval({ population, sample, positive }) };
}

/** The fewest affected cases that `read` cases show at least one of with this chance; by doubling and halving. */
export function fewestSeen(frame: number, read: number, chance = 0.95): number | null {
  const seen = (affected: number): boolean => chanceOfSeeing({ frame, affected }, read) >= chance;
  if (read < 1 || frame < 1) return null;
  let [low, high] = [1, 1];
  // Doubling first: the answer is small, and a chance costs as many steps as there are affected cases.
  while (high < frame && !seen(high)) [low, high] = [high + 1, Math.min(frame, high * 2)];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (seen(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * The strata as the same kind of plan would share out another number of cases: proportional or equal, whichever gives
 * what is drawn now. Null where it is neither (a fixed number, a minimum) or there are fewer cases than that.
 */
export function shareLike(strata: readonly PlannedStratum[], size: number): readonly PlannedStratum[] | null {
  const [now, all] = [sum(strata.map(({ drawn }) => drawn)), sum(strata.map((stratum) => stratum.size))];
  const kinds = ['proportional', 'equal'] as const;
  const kind = kinds.find((candidate) =>
    allocate(strata, { kind: candidate, size: now }).every((count, index) => count === strata[index]?.drawn),
  );
  if (kind === undefined || size > all) return null;
  const counts = allocate(strata, { kind, size });
  return strata.map((stratum, index) => ({ ...stratum, drawn: counts[index] ?? 0 }));
}

/** A precision as it is wished for: so many cases, or so many percentage points, either way. */
export interface WishedPrecision {
  readonly amount: number;
  readonly unit: 'cases' | 'points';
}

/**
 * How many of `frame` cases to read for the precision, whatever share is found (the most careful: half); null where
 * nothing sensible is wished for. A planning figure with finite population: see `sampleSizeForPrecision`.
 */
export function sizeForPrecision(frame: number, { amount, unit }: WishedPrecision): number | null {
  const halfWidth = unit === 'cases' ? amount / frame : amount / 100;
  if (frame < 1 || !(halfWidth > 0)) return null;
  return Math.max(1, sampleSizeForPrecision({ frame, share: 0.5, halfWidth }));
}

/** How many whole cases the minutes are enough for; null where either number is missing. */
export function casesInTime(minutes: number, minutesPerCase: number): number | null {
  return minutes >= 0 && minutesPerCase > 0 ? Math.floor(minutes / minutesPerCase) : null;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
