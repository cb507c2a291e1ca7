import { trendColumnWords as names, trendSheetWords as words } from '../../../words/trend.ts';
import { clipText } from '../clip-text.ts';
import { column, type Column, shareCell, tableSheet } from '../sheet-parts.ts';
import type { NamedRange, Sheet } from '../workbook.ts';
import { type Change, developmentOf } from './change.ts';
import type { Trend, TrendPoint } from './trend.ts';
import { dayCell, editionText, hasSeveralTitles, noteOf, pointsCell, rateCell, verdictText } from './trend-columns.ts';

interface Row {
  readonly trend: Trend;
  readonly point: TrendPoint;
  readonly change: Change | null;
}

/** Where the columns stand that others find by name, counted from 1. */
const at = { round: 3, n: 5, met: 6, rate: 7 };

/** One table, a row to each round of each area and item: what it was, and the change since the round before. */
export function developmentSheet(trends: readonly Trend[], example: boolean): Sheet {
  const rows = trends.flatMap((trend) =>
    trend.points.map((point, index): Row => {
      const { previous } = developmentOf({ points: trend.points.slice(0, index + 1) });
      return { trend, point, change: previous };
    }),
  );
  return tableSheet({
    name: words.names.development,
    ...words.development,
    columns: columnsOf(hasSeveralTitles(trends)),
    rows,
    example,
  });
}

function columnsOf(severalTitles: boolean): readonly Column<Row>[] {
  return [
    column(names.kind, 10, ({ trend }) => words.kind[trend.kind]),
    column(names.name, 46, ({ trend }) => labelOf(trend.name)),
    column(names.round, 18, ({ point }) => point.round),
    column(names.asOf, 12, ({ point }) => dayCell(point.asOf)),
    column(names.n, 6, ({ point }) => (point.asked ? point.n : null), true),
    column(names.met, 6, ({ point }) => (point.asked ? point.met : null), true),
    column(names.rate, 8, ({ point }) => rateCell(point, at.met, at.n), true),
    column(names.low, 7, ({ point }) => shareCell(point.low), true),
    column(names.high, 7, ({ point }) => shareCell(point.high), true),
    column(names.change, 13, ({ change }) => pointsCell(change?.difference), true),
    column(names.changeLow, 9, ({ change }) => pointsCell(change?.interval?.low), true),
    column(names.changeHigh, 9, ({ change }) => pointsCell(change?.interval?.high), true),
    column(names.verdict, 28, ({ change }) => (change === null ? null : verdictText(change))),
    column(names.checklist, severalTitles ? 22 : 11, ({ point }) => editionText(point, severalTitles)),
    column(names.note, 28, ({ point }) => noteOf(point)),
  ];
}

const longestLabel = 46;

/** The beginning of a question: it stands again in every round, and in full on the other sheets. */
function labelOf(name: string): string {
  return clipText(name, longestLabel);
}

/** The columns that a reader's own formulas may want. */
export function developmentNames(sheet: Sheet): readonly NamedRange[] {
  const header = sheet.rows.findIndex(({ isHeader }) => isHeader);
  const ends = { firstRow: header + 2, lastRow: sheet.rows.length };
  if (ends.lastRow < ends.firstRow) return [];
  const named = { Udvikling_runde: at.round, Udvikling_n: at.n, Udvikling_ja: at.met, Udvikling_andel: at.rate };
  return Object.entries(named).map(([name, column_]) => ({ name, sheet: sheet.name, column: column_, ...ends }));
}
