import { administrativeWords as words } from '../../../words/administrative-report.ts';
import { chartWords } from '../../../words/administrative-sheets.ts';
import { chartPlace, sharesChart } from '../chart-parts.ts';
import { exampleRows, textRow } from '../sheet-parts.ts';
import type { Chart, Sheet } from '../workbook.ts';
import { answerColumns, type AreaItem } from './area-tables.ts';

/** Together as wide as an upright A4 page at full size. */
const widths = [46, 46];
/** Empty rows (13 points) on a page, less what the title takes more than its rows. */
const pageRows = 54;

/** A picture for each area: a bar for each of its items, cut by the answers, with the counts on it. */
export function chartSheet(table: Sheet, items: readonly AreaItem[], example: boolean): Sheet {
  const top = [
    textRow(chartWords.title, 'title', widths.length),
    ...exampleRows(example, widths.length),
    textRow(chartWords.intro, 'muted', widths.length),
  ];
  const charts: Chart[] = [];
  let next = top.length + 2;
  for (const [name, first, count] of areaRuns(items)) {
    const chart = areaChart(table, name, first, count);
    const { lastRow } = chartPlace('shares', count, 1, widths);
    const onPage = ((next - 1) % pageRows) + lastRow;
    if (onPage > pageRows) next += pageRows - ((next - 1) % pageRows);
    charts.push({ ...chart, place: chartPlace('shares', count, next, widths) });
    next += lastRow + 1;
  }
  return { name: words.sheets.charts, widths, orientation: 'portrait', rows: top, charts };
}

/** Each area with the first of its items and how many there are. */
function areaRuns(items: readonly AreaItem[]): readonly (readonly [string, number, number])[] {
  const ids = [...new Set(items.map(({ area }) => area.id))];
  return ids.map((id) => {
    const first = items.findIndex(({ area }) => area.id === id);
    return [items[first]?.area.name ?? id, first, items.filter(({ area }) => area.id === id).length] as const;
  });
}

/** The chart of some rows of the table. */
function areaChart(table: Sheet, name: string, skipped: number, rows: number): Chart {
  const { short, yes, partly, no, cannotTell } = answerColumns;
  const series = [yes, partly, no, cannotTell];
  return sharesChart({ table, title: chartWords.area(name), category: short, series, skipped, rows });
}
