import {
  noChangeWords,
  statusWords,
  trendColumnWords as names,
  trendSheetWords as words,
} from '../../../words/trend.ts';
import { column, type Column, tableSheet } from '../sheet-parts.ts';
import type { Sheet } from '../workbook.ts';
import { type Change, developmentOf } from './change.ts';
import type { Trend, TrendPoint } from './trend.ts';
import { pointsCell, rateCell, verdictText } from './trend-columns.ts';

interface Row {
  readonly trend: Trend;
  readonly now: TrendPoint;
  readonly change: Change | null;
  readonly verdict: string;
}

/** Where the columns stand that the shares are computed from, counted from 1. */
const at = { firstN: 4, firstMet: 5, nowN: 7, nowMet: 8 };

const columns: readonly Column<Row>[] = [
  column(names.kind, 10, ({ trend }) => words.kind[trend.kind]),
  column(names.name, 46, ({ trend }) => trend.name),
  column(names.firstRound, 18, ({ change }) => change?.before.round ?? null),
  column(names.firstN, 9, ({ change }) => change?.before.n ?? null, true),
  column(names.firstMet, 9, ({ change }) => change?.before.met ?? null, true),
  column(names.firstRate, 9, ({ change }) => (change ? rateCell(change.before, at.firstMet, at.firstN) : null), true),
  column(names.nowN, 6, ({ now }) => now.n, true),
  column(names.nowMet, 6, ({ now }) => now.met, true),
  column(names.nowRate, 9, ({ now }) => rateCell(now, at.nowMet, at.nowN), true),
  column(names.change, 13, ({ change }) => pointsCell(change?.difference), true),
  column(names.changeLow, 9, ({ change }) => pointsCell(change?.interval?.low), true),
  column(names.changeHigh, 9, ({ change }) => pointsCell(change?.interval?.high), true),
  column(names.verdict, 30, ({ verdict }) => verdict),
];

/** This round against the first one that can be compared: a row to each area and item, with the verdict in words. */
export function baselineSheet(trends: readonly Trend[], example: boolean): Sheet {
  const rows = trends.flatMap((trend): Row[] => {
    const now = trend.points.at(-1);
    if (now === undefined) return [];
    const { baseline, missing } = developmentOf(trend);
    const verdict = baseline === null ? noChangeWords[missing ?? 'first-round'] : verdictText(baseline);
    return [{ trend, now, change: baseline, verdict }];
  });
  return tableSheet({ name: words.names.baseline, ...words.baseline, columns, rows, example });
}

/** The areas against the first round, in one sentence for a front page. */
export function statusText(trends: readonly Trend[]): string {
  const areas = trends.filter(({ kind }) => kind === 'area').map(developmentOf);
  if (areas.every(({ missing }) => missing === 'first-round')) return statusWords.first;
  const verdicts = areas.flatMap(({ baseline }) => (baseline === null ? [] : [baseline.verdict]));
  if (verdicts.length === 0) return statusWords.notComparable;
  const [rise, fall, unclear] = (['rise', 'fall', 'unclear'] as const).map(
    (verdict) => verdicts.filter((each) => each === verdict || (verdict === 'unclear' && each === 'same')).length,
  );
  const known = (rise ?? 0) + (fall ?? 0) + (unclear ?? 0);
  return statusWords.counted(areas.length, rise ?? 0, fall ?? 0, unclear ?? 0, areas.length - known);
}
