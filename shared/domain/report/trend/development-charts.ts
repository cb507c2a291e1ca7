import { trendColumnWords, trendSheetWords } from '../../../words/trend.ts';
import { chartPlace, runChart } from '../chart-parts.ts';
import { type Column, exampleRows, tableSheet, textRow } from '../sheet-parts.ts';
import type { CellValue, Chart, Sheet } from '../workbook.ts';
import { readRunChart } from './run-chart.ts';
import { runChartText } from './run-chart-text.ts';
import { comparablePoints, segmentsOf, type Trend } from './trend.ts';
import { dayCell, shareCell } from './trend-columns.ts';

const { names, pictures: words } = trendSheetWords;

/** A line of a chart: what it is called, and its value in each round. */
interface Line {
  readonly name: string;
  readonly values: readonly (number | null)[];
}

interface AreaLines {
  readonly trend: Trend;
  readonly lines: readonly Line[];
}

/**
 * The areas over the rounds as run charts over one small table. A line ends at a break, and the next one begins there;
 * the median stands beside it once there are points enough for one. Undefined where no area has two points.
 */
export function developmentCharts(trends: readonly Trend[], example: boolean): Sheet | undefined {
  const areas = trends
    .filter(({ kind, points }) => kind === 'area' && points.filter(({ rate }) => rate !== null).length > 1)
    .map((trend): AreaLines => ({ trend, lines: [...segmentLines(trend), ...medianLine(trend)] }));
  const rounds = trends[0]?.points ?? [];
  if (areas.length === 0) return undefined;
  const table = tableSheet({
    name: names.pictures,
    ...words,
    columns: columnsOf(trends, areas),
    rows: rounds.map((_, index) => index),
    example,
    orientation: 'portrait',
  });
  const sheet = withReadings(table, areas, example);
  return { ...sheet, filter: false, charts: chartsOf(sheet, areas) };
}

function segmentLines(trend: Trend): readonly Line[] {
  const segments = segmentsOf(trend).filter((points) => points.some(({ rate }) => rate !== null));
  return segments.map((segment) => ({
    name: segments.length === 1 ? trend.short : words.from(trend.short, segment[0]?.round ?? ''),
    values: trend.points.map((point) => (segment.includes(point) ? point.rate : null)),
  }));
}

function medianLine(trend: Trend): readonly Line[] {
  const points = comparablePoints(trend);
  const { median } = readRunChart(points.map(({ rate }) => rate ?? 0));
  if (median === null) return [];
  const values = trend.points.map((point) => (points.includes(point) ? median : null));
  return [{ name: words.median(trend.short), values }];
}

/** Round and day, then of each area n and its lines. A row is the number of its round. */
function columnsOf(trends: readonly Trend[], areas: readonly AreaLines[]): readonly Column<number>[] {
  const rounds = trends[0]?.points ?? [];
  const column = (header: string, width: number, value: (row: number) => CellValue, numeric = false) => ({
    header,
    width,
    value,
    numeric,
  });
  return [
    column(trendColumnWords.round.name, 18, (row) => rounds[row]?.round ?? null),
    column(trendColumnWords.asOf.name, 12, (row) => dayCell(rounds[row]?.asOf ?? '')),
    ...areas.flatMap(({ trend, lines }) => [
      column(words.n(trend.short), 11, (row) => trend.points[row]?.n ?? null, true),
      ...lines.map(({ name, values }) => column(name, 13, (row) => shareCell(values[row] ?? null), true)),
    ]),
  ];
}

/** What each chart says stands above the table, where a reader meets it first. */
function withReadings(table: Sheet, areas: readonly AreaLines[], example: boolean): Sheet {
  const top = 2 + exampleRows(example, 1).length;
  const readings = areas.map(({ trend }) => textRow(runChartText(trend), 'text', table.widths.length));
  return { ...table, rows: [...table.rows.slice(0, top), ...readings, ...table.rows.slice(top)], frozen: false };
}

/** One under the other below the table, each as wide as a page can show. */
function chartsOf(table: Sheet, areas: readonly AreaLines[]): readonly Chart[] {
  let column = 3;
  let row = table.rows.length + 2;
  return areas.map(({ trend, lines }) => {
    const series = lines.map((_, index) => column + 1 + index);
    column += 1 + lines.length;
    const place = chartPlace('run', trend.points.length, row, table.widths);
    row = place.lastRow + 2;
    return runChart({ table, title: words.chart(trend.short), category: 1, series, place });
  });
}
