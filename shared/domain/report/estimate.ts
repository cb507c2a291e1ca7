import { clopperPearson } from '../statistics/binomial.ts';
import { hypergeometricInterval } from '../statistics/hypergeometric.ts';
import type { Interval } from '../statistics/interval.ts';
import { stratifiedEstimate, stratifiedInterval } from '../statistics/stratified.ts';
import type { FigureInterval, NoInterval } from './figures.ts';

/** What was read in one stratum of a random sample, for one measuring point. */
export interface StratumCount {
  /** Cases of the stratum in the frame. */
  readonly size: number;
  /** Cases that were drawn from it and found not to belong to the frame. */
  readonly outside: number;
  /** Cases with an answer. */
  readonly read: number;
  /** Of those: where the measuring point is relevant. */
  readonly relevant: number;
  /** Of those: where it is met. */
  readonly positive: number;
}

export interface Estimate {
  readonly rate: number | null;
  readonly interval: FigureInterval | null;
  readonly noInterval: NoInterval | null;
  readonly weighted: boolean;
}

/**
 * Chooses the rate and the 95 per cent interval of one measuring point in the random part of a sample.
 *
 * - Nothing read, or nothing relevant in what was read: no rate.
 * - Every case of the frame read: no interval, there is no sampling uncertainty (method 2.6, census rule). Cases found
 *   not to belong to the frame count as looked at.
 * - One stratum: yes / n. Every read case relevant: the exact hypergeometric interval in cases of the frame
 *   (method 2.6, decision). Otherwise the number of relevant cases in the frame is unknown, and where a drawn case did
 *   not belong to the frame its size is over-counted: Clopper-Pearson on the relevant answers (method 2.6, two cases).
 * - Several strata: the weighted (ratio) estimate, never the raw share, also where the allocation is proportional,
 *   because rounding, replacement and unread cases make the fractions differ (method 2.4). With fewer than two read
 *   cases in a stratum that is not read whole the variance cannot be estimated (method 2.4, one-per-caseworker trap).
 *   Relevant everywhere: in cases, rounded outwards; otherwise as a share.
 * - `domain`: the measuring point is asked of a group of which the frame does not say how many cases it has: as a share,
 *   also where every case that was read happens to be of the group.
 */
export function estimateRandom(counts: readonly StratumCount[], { domain = false } = {}): Estimate {
  const strata = counts.filter((stratum) => stratum.size > 0);
  const all = addUp(strata);
  if (all.relevant === 0) {
    const noInterval = all.read === 0 ? 'nothing-read' : 'nothing-relevant';
    return { rate: null, interval: null, noInterval, weighted: false };
  }
  if (strata.every((stratum) => stratum.read + stratum.outside >= stratum.size)) {
    return { rate: all.positive / all.relevant, interval: null, noInterval: 'census', weighted: false };
  }
  const isInCases = !domain && countsCases(all);
  return strata.length === 1 ? estimateSimple(all, isInCases) : estimateStratified(strata, all, isInCases);
}

/**
 * The share of cases that are all there: exact once they are read, and never with an interval. Cases that are still to
 * be read were not left out by chance, so no interval speaks about them.
 */
export function estimateCensus(counts: readonly StratumCount[]): Estimate {
  const all = addUp(counts);
  if (all.relevant === 0) {
    const noInterval = all.read === 0 ? 'nothing-read' : 'nothing-relevant';
    return { rate: null, interval: null, noInterval, weighted: false };
  }
  const noInterval = all.read + all.outside >= all.size ? 'census' : 'census-unread';
  return { rate: all.positive / all.relevant, interval: null, noInterval, weighted: false };
}

function estimateSimple({ size, relevant, positive }: StratumCount, isInCases: boolean): Estimate {
  const interval: FigureInterval | null = isInCases
    ? { ...hypergeometricInterval({ population: size, sample: relevant, positive }), unit: 'cases', of: size }
    : inShares(clopperPearson(positive, relevant), relevant);
  return { rate: positive / relevant, interval, noInterval: null, weighted: false };
}

function estimateStratified(strata: readonly StratumCount[], all: StratumCount, isInCases: boolean): Estimate {
  const estimate = stratifiedEstimate(strata);
  const bounds = stratifiedInterval(strata);
  const uncovered = estimate?.uncovered ?? 0;
  const interval =
    bounds !== null && isInCases
      ? inCases(bounds, all, uncovered)
      : inShares(uncovered > 0 ? null : bounds, all.relevant);
  return {
    rate: estimate?.estimate ?? null,
    interval,
    noInterval: interval === null ? 'one-per-stratum' : null,
    weighted: true,
  };
}

/** True where the size of the frame is the size of what the measuring point speaks about. */
function countsCases(all: StratumCount): boolean {
  return all.read === all.relevant && all.outside === 0;
}

/**
 * Outwards to whole cases, and never past what was seen: the read cases are certain. Of strata that nothing was read
 * of, the low end takes it that no case is met, the high end that every case is.
 */
function inCases(bounds: Interval, all: StratumCount, uncovered: number): FigureInterval {
  const covered = all.size - uncovered;
  return {
    low: Math.max(Math.floor(bounds.low * covered), all.positive),
    high: Math.min(Math.ceil(bounds.high * covered) + uncovered, all.size - (all.relevant - all.positive)),
    unit: 'cases',
    of: all.size,
  };
}

function inShares(bounds: Interval | null, relevant: number): FigureInterval | null {
  return bounds === null ? null : { ...bounds, unit: 'share', of: relevant };
}

function addUp(strata: readonly StratumCount[]): StratumCount {
  const sum = (pick: (stratum: StratumCount) => number) => strata.reduce((total, each) => total + pick(each), 0);
  return {
    size: sum((each) => each.size),
    outside: sum((each) => each.outside),
    read: sum((each) => each.read),
    relevant: sum((each) => each.relevant),
    positive: sum((each) => each.positive),
  };
}
