import { clopperPearson } from './binomial.ts';
import { incompleteBeta } from './incomplete-beta.ts';
import type { Interval } from './interval.ts';

/** What was read of one stratum. `relevant` <= `read`, `positive` <= `relevant`. */
export interface StratumSample {
  /** Cases of the stratum in the frame. */
  readonly size: number;
  /** Cases read, relevant or not. */
  readonly read: number;
  /** Cases read for which the question was relevant. */
  readonly relevant: number;
  readonly positive: number;
}

export interface StratifiedEstimate {
  /** Positive among relevant in the frame, each case counted for the cases it stands for. */
  readonly estimate: number;
  /** Null where one case was read of a larger stratum: there is nothing to estimate the variance from. */
  readonly variance: number | null;
  /** Relevant cases read. */
  readonly n: number;
  /** Frame cases in strata of which nothing was read; the estimate does not speak about them. */
  readonly uncovered: number;
}

/**
 * The weighted share of a stratified sample, as a ratio of two estimated totals, with the linearised variance and the
 * finite-population correction. Where every case is relevant it is the usual stratified proportion (method.md 2.4).
 * Null where no relevant case was read. Source: Cochran, Sampling Techniques, 3rd edition, sections 5A.2 and 6.11.
 */
export function stratifiedEstimate(strata: readonly StratumSample[]): StratifiedEstimate | null {
  const read = strata.filter((stratum) => stratum.read > 0);
  const relevantTotal = weightedSum(read, (stratum) => stratum.relevant);
  if (relevantTotal === 0) return null;
  const estimate = weightedSum(read, (stratum) => stratum.positive) / relevantTotal;
  return {
    estimate,
    variance: ratioVariance(read, estimate, relevantTotal),
    n: read.reduce((sum, stratum) => sum + stratum.relevant, 0),
    uncovered: strata.reduce((sum, stratum) => sum + (stratum.read === 0 ? stratum.size : 0), 0),
  };
}

/**
 * The 95 per cent interval of a stratified share: Clopper-Pearson on the effective sample size of Korn and Graubard
 * (Survey Methodology 1998), adjusted for the degrees of freedom and never above the number of relevant cases read.
 * Where the share is 0 or 1, or the variance 0, that number itself is used. Null where the variance is not known.
 */
export function stratifiedInterval(strata: readonly StratumSample[]): Interval | null {
  const { estimate, variance, n } = stratifiedEstimate(strata) ?? { estimate: 0, variance: null, n: 0 };
  if (variance === null) return null;
  const spread = estimate * (1 - estimate);
  if (spread === 0 || variance === 0) return clopperPearson(estimate * n, n);
  const effective = Math.min(n, (spread / variance) * freedomFactor(strata, n));
  return clopperPearson(estimate * effective, effective);
}

function weightedSum(strata: readonly StratumSample[], of: (stratum: StratumSample) => number): number {
  return strata.reduce((sum, stratum) => sum + (stratum.size / stratum.read) * of(stratum), 0);
}

function ratioVariance(strata: readonly StratumSample[], share: number, relevantTotal: number): number | null {
  let sum = 0;
  for (const stratum of strata) {
    if (stratum.read >= stratum.size) continue;
    if (stratum.read === 1) return null;
    sum += (stratum.size ** 2 * (1 - stratum.read / stratum.size) * residualVariance(stratum, share)) / stratum.read;
  }
  return sum / relevantTotal ** 2;
}

/** The sample variance of y - share * r over the cases read of one stratum; an irrelevant case has residual 0. */
function residualVariance({ read, relevant, positive }: StratumSample, share: number): number {
  const sum = positive - share * relevant;
  const squares = positive * (1 - share) ** 2 + (relevant - positive) * share ** 2;
  return Math.max(0, (squares - (sum * sum) / read) / (read - 1));
}

/** (t with n - 1 degrees / t with the design's degrees) squared; the design has cases read minus strata. */
function freedomFactor(strata: readonly StratumSample[], n: number): number {
  const degrees = strata.reduce((sum, stratum) => sum + (stratum.relevant > 0 ? stratum.read - 1 : 0), 0);
  return n < 2 || degrees < 1 ? 1 : (student975(n - 1) / student975(degrees)) ** 2;
}

/** The 97.5th percentile of Student's t, by bisection. */
function student975(degrees: number): number {
  let low = 0;
  let high = 20;
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    const outside = incompleteBeta(degrees / (degrees + middle * middle), degrees / 2, 0.5);
    if (outside > 0.05) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
