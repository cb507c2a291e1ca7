/** Both ends included. Shares run from 0 to 1. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** A count of positives among `n` relevant cases; 0 <= positive <= n, whole numbers. */
export interface Proportion {
  readonly positive: number;
  readonly n: number;
}

/** The 97.5th percentile of the standard normal distribution. */
export const z95 = 1.959963984540054;
