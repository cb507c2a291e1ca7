import { trendSheetWords } from '../../../words/trend.ts';
import { chartPlace, runChart } from '../chart-parts.ts';
import { exampleRows, textRow } from '../sheet-parts.ts';
import type { Chart, Sheet, SheetRow } from '../workbook.ts';
import { type AreaLines, areaLines, linesTable, type LinesTable } from './area-lines.ts';
import { runChartText } from './run-chart-text.ts';
import type { Trend } from './trend.ts';

const { names, pictures: words } = trendSheetWords;
/** Together as wide as an upright A4 page at full size. */
const widths = [46, 46];
const empty: SheetRow = { cells: [] };

/**
 * A run chart to each area, what it says above it, and the table they are drawn from on a sheet of its own. None where
 * no area has figures of two rounds.
 */
export function developmentCharts(trends: readonly Trend[], example: boolean): readonly Sheet[] {
  const areas = areaLines(trends);
  if (areas.length === 0) return [];
  const table = linesTable(areas, example);
  const rows: SheetRow[] = [
    textRow(words.title, 'title', widths.length),
    ...exampleRows(example, widths.length),
    textRow(words.intro, 'muted', widths.length),
  ];
  const charts: Chart[] = [];
  let first = 0;
  for (const area of areas) {
    const rounds = area.trend.points.length;
    rows.push(empty, textRow(runChartText(area.trend), 'text', widths.length));
    const place = chartPlace('run', rounds, rows.length + 1, widths);
    charts.push(areaChart(table, area, first, place));
    rows.push(...Array.from({ length: place.lastRow - rows.length }, () => empty));
    first += rounds;
  }
  return [{ name: names.pictures, widths, orientation: 'portrait', rows, charts }, table.sheet];
}

/** The chart of the rows of one area. */
function areaChart(table: LinesTable, area: AreaLines, skipped: number, place: Chart['place']): Chart {
  const { sheet, round, firstPart, median } = table;
  const parts = area.parts.flatMap((values, part) =>
    values.some((value) => value !== null) ? [firstPart + part] : [],
  );
  return runChart({
    table: sheet,
    title: words.chart(area.trend.name),
    category: round,
    series: area.median.length === 0 ? parts : [...parts, median],
    skipped,
    rows: area.trend.points.length,
    place,
  });
}
