import { intervalWords, noIntervalWords } from '../../words/report.ts';
import { formatCount, formatPercent } from '../calendar/format.ts';
import type { AreaFigure, FigureInterval, NoInterval } from './figures.ts';

/** What an area's figure says about all cases, in one short line for the committee. */
export function allCasesText(area: AreaFigure): string {
  return resultText(area, area.outcomes['not-relevant'] > 0);
}

/** The same of any figure. `someIrrelevant`: some of the cases read had nothing to do with it. */
export function resultText(
  { interval, noInterval, rate, weighted }: Pick<AreaFigure, 'interval' | 'noInterval' | 'rate' | 'weighted'>,
  someIrrelevant: boolean,
): string {
  if (interval !== null) return intervalText(interval, someIrrelevant);
  if (weighted && rate !== null) return intervalWords.weighted(formatPercent(rate));
  return noInterval === null ? '' : noIntervalWords[noInterval];
}

/** `mellem 179 og 264 af de 312`, or `70 % til 99 % af de relevante`. */
export function intervalText({ low, high, unit, of }: FigureInterval, someIrrelevant: boolean): string {
  if (unit === 'cases') {
    const [from, to, all] = [low, high, of].map((each) => formatCount(each, 0));
    return low === high
      ? intervalWords.exactly(from ?? '', all ?? '')
      : intervalWords.between(from ?? '', to ?? '', all ?? '');
  }
  const words = someIrrelevant ? intervalWords.shareOfRelevant : intervalWords.shareOfAll;
  return words(String(Math.round(low * 100)), formatPercent(high));
}

/** The unit of an interval in words, or why there is none; for a column beside the two ends. */
export function unitText(interval: FigureInterval | null, noInterval: NoInterval | null): string {
  if (interval === null) return noInterval === null ? '' : noIntervalWords[noInterval];
  const of = formatCount(interval.of, 0);
  return interval.unit === 'cases' ? intervalWords.unitCases(of) : intervalWords.unitShare(of);
}

/** Percentage points as a Danish Excel shows them: always one decimal, so that a column of them is read alike. */
export function pointsText(points: number): string {
  return points.toFixed(1).replace('.', ',');
}
