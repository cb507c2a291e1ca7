import {
  breakWords,
  exactVerdictWords,
  trendColumnWords,
  trendSheetWords as words,
  verdictWords,
} from '../../../words/trend.ts';
import { dayOf } from '../round-facts.ts';
import type { CellValue } from '../workbook.ts';
import type { Change } from './change.ts';
import type { Trend, TrendPoint } from './trend.ts';

/** The verdict on a change in words. */
export function verdictText({ verdict, exact }: Pick<Change, 'verdict' | 'exact'>): string {
  return exact && (verdict === 'rise' || verdict === 'fall') ? exactVerdictWords[verdict] : verdictWords[verdict];
}

/** A difference of shares as percentage points with one decimal: a share would read as a share. */
export function pointsCell(difference: number | null | undefined): CellValue {
  if (difference === null || difference === undefined) return null;
  return { points: Math.round(difference * 1000) / 10 + 0 };
}

/** The share as Excel computes it from the row, where it is no more than yes through n. */
export function rateCell({ rate, n, weighted }: TrendPoint, met: number, of: number): CellValue {
  if (rate === null || n === 0) return null;
  if (weighted) return { share: rate };
  return { formula: { kind: 'share-of-row', part: [met], whole: [of] }, result: { share: rate } };
}

export function dayCell(iso: string): CellValue {
  const date = dayOf(iso);
  return date === null ? iso : { date };
}

/** `udgave 2`, with the checklist's title where the rounds have several checklists. */
export function editionText({ checklist }: TrendPoint, severalTitles: boolean): string {
  return words.edition(severalTitles ? checklist.title : null, checklist.edition);
}

/** What a reader must know of a point besides its figures. */
export function noteOf(point: TrendPoint): string {
  if (!point.asked) return words.notAsked;
  return [
    point.breakBefore === null ? '' : words.breakBefore(breakWords[point.breakBefore]),
    point.n === 0 ? words.nothingRead : '',
    point.weighted ? words.weighted : '',
    point.noInterval === 'census' ? words.census : '',
  ]
    .filter(Boolean)
    .join('. ');
}

export function hasSeveralTitles(trends: readonly Trend[]): boolean {
  return new Set(trends.flatMap(({ points }) => points.map(({ checklist }) => checklist.title))).size > 1;
}

/** What a column of these sheets is for, by its name; empty for another one's. */
export function trendMeaningOf(name: string): string {
  const known = Object.values(trendColumnWords).find((each) => each.name === name);
  const part = words.lines.part(0);
  return known?.meaning ?? (name.startsWith(part.name) ? part.meaning : '');
}
