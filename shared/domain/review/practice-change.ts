import type { Interval } from '../statistics/interval.ts';
import { newcombeDifference } from '../statistics/newcombe.ts';
import type { ItemMeasure } from './action.ts';

/** `unsure`: the interval of the difference holds zero. `unknown`: one of the samples has no answers. */
export type ChangeVerdict = 'higher' | 'lower' | 'unsure' | 'unknown';

export interface PracticeChange {
  readonly verdict: ChangeVerdict;
  /** The 95 per cent interval of the later share minus the earlier one, from -1 to 1; null where it is unknown. */
  readonly difference: Interval | null;
}

/**
 * What two samples of one item can say of a change between them (Newcombe's interval). The answers are counted as they
 * are, without the weights of a stratified sample.
 */
export function practiceChange(before: ItemMeasure, after: ItemMeasure): PracticeChange {
  const share = ({ yes, n }: ItemMeasure) => ({ positive: yes, n });
  const difference = newcombeDifference(share(after), share(before));
  if (difference === null) return { verdict: 'unknown', difference };
  if (difference.low > 0) return { verdict: 'higher', difference };
  return { verdict: difference.high < 0 ? 'lower' : 'unsure', difference };
}
