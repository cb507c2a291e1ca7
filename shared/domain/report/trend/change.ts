import { wilson } from '../../statistics/binomial.ts';
import type { Interval } from '../../statistics/interval.ts';
import { smallGroup } from '../suppression.ts';
import { comparablePoints, isRead, segmentsOf, type Trend, type TrendPoint } from './trend.ts';

/**
 * What two rounds can say of a change. `rise` and `fall`: the interval of the difference leaves out zero, or every case
 * was read both times. `unclear`: it holds zero. `same`: every case was read both times, and the shares are equal.
 * `too-few`: under ten relevant cases in either round, or a figure that the reader may not see. `no-interval`: the
 * uncertainty of one of them cannot be computed.
 */
export type Verdict = 'rise' | 'fall' | 'unclear' | 'same' | 'too-few' | 'no-interval';

/** The later share minus the earlier one, from -1 to 1. Nothing but counts where there are too few cases. */
export interface Change {
  readonly before: TrendPoint;
  readonly after: TrendPoint;
  readonly verdict: Verdict;
  readonly difference: number | null;
  /** 95 per cent; null where it cannot be computed, and where every case was read both times. */
  readonly interval: Interval | null;
  readonly exact: boolean;
}

/** Why there is nothing to compare this round with. */
export type NoChange = 'first-round' | 'nothing-read' | 'nothing-read-before' | 'not-comparable';

export interface Development {
  /** Since the nearest earlier round that can be compared. */
  readonly previous: Change | null;
  /** Since the first round that can be compared. */
  readonly baseline: Change | null;
  /** Set exactly where the two are null. */
  readonly missing: NoChange | null;
}

/** A share with the ends of its own interval; `exact` where there is no uncertainty. */
interface Estimate extends Interval {
  readonly rate: number;
  readonly exact: boolean;
}

/** This round against the nearest and against the first comparable round before it. */
export function developmentOf(trend: Pick<Trend, 'points'>): Development {
  const after = trend.points.at(-1);
  if (after === undefined || !isRead(after)) return without('nothing-read');
  const earlier = comparablePoints(trend).slice(0, -1);
  const [first] = earlier;
  const last = earlier.at(-1);
  if (first !== undefined && last !== undefined) {
    return { previous: changeBetween(last, after), baseline: changeBetween(first, after), missing: null };
  }
  if (trend.points.slice(0, -1).every(({ asked }) => !asked)) return without('first-round');
  return without(segmentsOf(trend).length > 1 ? 'not-comparable' : 'nothing-read-before');
}

function without(missing: NoChange): Development {
  return { previous: null, baseline: null, missing };
}

/** The points must be comparable: no break between them. */
export function changeBetween(before: TrendPoint, after: TrendPoint): Change {
  const nothing = { before, after, difference: null, interval: null, exact: false };
  if (Math.min(before.n, after.n) < smallGroup || before.rate === null || after.rate === null) {
    return { ...nothing, verdict: 'too-few' };
  }
  const difference = after.rate - before.rate;
  const [was, is] = [estimateOf(before), estimateOf(after)];
  if (was === null || is === null) return { ...nothing, difference, verdict: 'no-interval' };
  if (was.exact && is.exact) return { ...nothing, difference, exact: true, verdict: exactVerdict(before, after) };
  const interval = differenceInterval(is, was);
  return { ...nothing, difference, interval, verdict: verdictOf(interval) };
}

/**
 * The 95 per cent interval of the difference a - b of two independent estimates, recovered from the interval of each
 * (MOVER: Zou and Donner, Statistics in Medicine 2008). With Wilson's intervals it is Newcombe's method 10.
 */
export function differenceInterval(a: Omit<Estimate, 'exact'>, b: Omit<Estimate, 'exact'>): Interval {
  const difference = a.rate - b.rate;
  return {
    low: Math.max(-1, difference - Math.hypot(a.rate - a.low, b.high - b.rate)),
    high: Math.min(1, difference + Math.hypot(a.high - a.rate, b.rate - b.low)),
  };
}

/**
 * Each round's own interval: Wilson's for a simple sample of which the number of relevant cases in the frame is not
 * known, so that the difference is Newcombe's (method 2.6); the figure's own where it is weighted, or counts the cases
 * of a known frame; none where every case was read. Null where the uncertainty is not known.
 */
function estimateOf({ rate, n, met, low, high, noInterval, finite, weighted }: TrendPoint): Estimate | null {
  if (rate === null) return null;
  if (noInterval === 'census') return { rate, low: rate, high: rate, exact: true };
  if (low === null || high === null) return null;
  const own = finite || weighted ? { low, high } : wilson(met, n);
  return own === null ? null : { rate, low: Math.min(own.low, rate), high: Math.max(own.high, rate), exact: false };
}

/** Shares as whole numbers of cases, so that equal ones are equal. */
function exactVerdict(before: TrendPoint, after: TrendPoint): Verdict {
  const difference = after.met * before.n - before.met * after.n;
  if (difference === 0) return 'same';
  return difference > 0 ? 'rise' : 'fall';
}

function verdictOf({ low, high }: Interval): Verdict {
  if (low > 0) return 'rise';
  return high < 0 ? 'fall' : 'unclear';
}
