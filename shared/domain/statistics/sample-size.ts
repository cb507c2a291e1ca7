import { z95 } from './interval.ts';

export interface Precision {
  /** Cases in the frame, or null for "many". */
  readonly frame: number | null;
  /** The share expected, from 0 to 1; 0.5 is the most careful. */
  readonly share: number;
  /** Half the width of the 95 per cent interval wanted, as a share: 0.1 for ten points either way. */
  readonly halfWidth: number;
}

/**
 * How many cases to read for a given precision, rounded up, never more than the frame: Cochran's
 * n0 / (1 + (n0 - 1) / N) with n0 = z2 p (1 - p) / e2. A planning figure from the normal approximation; the report
 * uses exact intervals. Source: Cochran, Sampling Techniques, section 4.4; method.md 2.5.
 */
export function sampleSizeForPrecision({ frame, share, halfWidth }: Precision): number {
  const infinite = (z95 ** 2 * share * (1 - share)) / halfWidth ** 2;
  if (frame === null) return Math.ceil(infinite);
  if (frame === 0) return 0;
  return Math.min(frame, Math.ceil(infinite / (1 + (infinite - 1) / frame)));
}
