import { trendColumnWords, trendSheetWords } from '../../../words/trend.ts';
import { column, type Column, shareCell, tableSheet } from '../sheet-parts.ts';
import type { Sheet } from '../workbook.ts';
import { readRunChart } from './run-chart.ts';
import { comparablePoints, ratedPoints, segmentsOf, type Trend, type TrendPoint } from './trend.ts';
import { dayCell } from './trend-columns.ts';

const { names, lines: words } = trendSheetWords;

/** The lines of one area's chart, a value or a gap to each round. */
export interface AreaLines {
  readonly trend: Trend;
  /** One to each part between breaks, the part of this round first; all gaps where nothing was read in a part. */
  readonly parts: readonly (readonly (number | null)[])[];
  /** Of the comparable points; empty before there are enough of them for one. */
  readonly median: readonly (number | null)[];
}

/** The table that the charts are drawn from. Columns are counted from 1. */
export interface LinesTable {
  readonly sheet: Sheet;
  readonly round: number;
  readonly firstPart: number;
  readonly median: number;
}

interface Row {
  readonly area: AreaLines;
  readonly point: TrendPoint;
  readonly index: number;
}

/** The areas that have a figure in two rounds or more: fewer make no line. */
export function areaLines(trends: readonly Trend[]): readonly AreaLines[] {
  return trends
    .filter(({ kind, points }) => kind === 'area' && points.filter(({ rate }) => rate !== null).length > 1)
    .map((trend) => ({ trend, parts: partsOf(trend), median: medianOf(trend) }));
}

/** A row to each round of each area. The parts of a line stand in columns of their own, so that no line crosses a break. */
export function linesTable(areas: readonly AreaLines[], example: boolean): LinesTable {
  const most = Math.max(...areas.map(({ parts }) => parts.length));
  const columns: readonly Column<Row>[] = [
    column(trendColumnWords.area, 32, ({ area }) => area.trend.name),
    column(trendColumnWords.round, 18, ({ point }) => point.round),
    column(trendColumnWords.asOf, 12, ({ point }) => dayCell(point.asOf)),
    column(trendColumnWords.n, 7, ({ point }) => (point.asked ? point.n : null), true),
    ...Array.from({ length: most }, (_, part) =>
      column<Row>(words.part(part), 12, ({ area, index }) => shareCell(area.parts[part]?.[index] ?? null), true),
    ),
    ...(areas.every(({ median }) => median.length === 0)
      ? []
      : [column<Row>(trendColumnWords.median, 10, ({ area, index }) => shareCell(area.median[index] ?? null), true)]),
  ];
  const rows = areas.flatMap((area) => area.trend.points.map((point, index) => ({ area, point, index })));
  const { table } = words;
  const sheet = tableSheet({ name: names.lines, ...table, columns, rows, example, orientation: 'portrait' });
  return { sheet, round: 2, firstPart: 5, median: 5 + most };
}

function partsOf(trend: Trend): AreaLines['parts'] {
  return segmentsOf(trend)
    .toReversed()
    .map((segment) => trend.points.map((point) => (segment.includes(point) ? point.rate : null)));
}

function medianOf(trend: Trend): AreaLines['median'] {
  const { median } = readRunChart(ratedPoints(trend).map(({ rate }) => rate));
  if (median === null) return [];
  const comparable = comparablePoints(trend);
  return trend.points.map((point) => (comparable.includes(point) ? median : null));
}
