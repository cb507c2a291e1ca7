import { inverseIncompleteBeta } from './incomplete-beta.ts';
import { type Interval, z95 } from './interval.ts';

/**
 * The Wilson score interval, 95 per cent: "how do we work in general", across months, with no frame. Null for n = 0.
 * Source: Wilson 1927; method.md 2.6. Clamped, since rounding can leave [0, 1] by one unit in the last place.
 */
export function wilson(positive: number, n: number): Interval | null {
  if (n === 0) return null;
  const share = positive / n;
  const z2 = z95 * z95;
  const middle = share + z2 / (2 * n);
  const reach = z95 * Math.sqrt((share * (1 - share)) / n + z2 / (4 * n * n));
  const scale = 1 + z2 / n;
  return {
    low: positive === 0 ? 0 : clampShare((middle - reach) / scale),
    high: positive === n ? 1 : clampShare((middle + reach) / scale),
  };
}

/**
 * The exact binomial interval of Clopper and Pearson; for items whose number of relevant cases in the frame is not
 * known. `tail` is the chance left out on each side: 0.025 gives 95 per cent. Null for n = 0.
 * `positive` and `n` may be fractions (an effective sample size). Good to 1e-9 at least. Source: method.md 2.6.
 */
export function clopperPearson(positive: number, n: number, tail = 0.025): Interval | null {
  if (n <= 0) return null;
  return {
    low: positive <= 0 ? 0 : inverseIncompleteBeta(tail, positive, n - positive + 1),
    high: positive >= n ? 1 : inverseIncompleteBeta(1 - tail, positive + 1, n - positive),
  };
}

function clampShare(share: number): number {
  return Math.min(1, Math.max(0, share));
}
