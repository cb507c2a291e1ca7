import { agreementWords, gradeWords } from '../../words/second-reading.ts';
import { formatCount, formatPercent } from '../calendar/format.ts';
import type { ItemAgreement } from './second-reading.ts';

/** Below this many pairs of answers no word is put on an agreement (method.md 3.3). */
const fewestForGrade = 20;
/** The upper ends of all grades but the best. Source: Altman 1991, Practical Statistics for Medical Research. */
const gradeEnds = [0.2, 0.4, 0.6, 0.8] as const;

/** `enige i 9 af 10 (90 %; 55–100 %)`: the count first, then the share with its exact 95 per cent interval. */
export function agreedText({
  agreed,
  pairs,
  share,
  interval,
}: Omit<ItemAgreement, 'itemId' | 'kappa' | 'ac1'>): string {
  if (share === null || interval === null) return agreementWords.none;
  const low = formatCount(Math.round(interval.low * 100), 0);
  const words = agreementWords.share(formatPercent(share), low, formatPercent(interval.high));
  return `${agreementWords.agreed(agreed, pairs)} ${words}`;
}

/** `0,89`, or that it cannot be computed: 0/0. */
export function coefficientText(value: number | null): string {
  return value === null ? agreementWords.cannotCompute : formatCount(value);
}

/** A word for AC1; null below 20 pairs, where it would say more than is known. */
export function gradeText({ pairs, ac1 }: Pick<ItemAgreement, 'pairs' | 'ac1'>): string | null {
  if (pairs < fewestForGrade || ac1 === null) return null;
  const grade = gradeEnds.findIndex((end) => ac1 <= end);
  return gradeWords.at(grade) ?? null;
}
