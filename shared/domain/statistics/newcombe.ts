import { wilson } from './binomial.ts';
import type { Interval, Proportion } from './interval.ts';

/**
 * The 95 per cent interval of the difference a - b of two independent shares, from -1 to 1; null where either has
 * n = 0. Newcombe's hybrid score method (Statistics in Medicine 1998, method 10).
 */
export function newcombeDifference(a: Proportion, b: Proportion): Interval | null {
  const ofA = wilson(a.positive, a.n);
  const ofB = wilson(b.positive, b.n);
  if (ofA === null || ofB === null) return null;
  const shareA = a.positive / a.n;
  const shareB = b.positive / b.n;
  const difference = shareA - shareB;
  return {
    low: difference - Math.hypot(shareA - ofA.low, ofB.high - shareB),
    high: difference + Math.hypot(ofA.high - shareA, shareB - ofB.low),
  };
}
