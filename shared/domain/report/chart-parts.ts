import { formatDanish } from '../calendar/format.ts';
import { runAlternative, sharesAlternative } from './chart-alternative.ts';
import type { CellValue, Chart, ChartSeries, ColumnRange, Sheet } from './workbook.ts';

/** A table whose cells a chart draws. Columns are counted from 1; the values and their names are read from the table. */
export interface ChartOfTable {
  /** The sheet with the table; its rows after the one with `isHeader` are the data. */
  readonly table: Sheet;
  readonly title: string;
  readonly category: number;
  readonly series: readonly number[];
  /** How many rows under the header come before the chart's; none when left out. */
  readonly skipped?: number;
  /** How many rows belong to the chart; all that have a category when left out. */
  readonly rows?: number;
  /** Where it stands; under the table, one empty row between, when left out. */
  readonly place?: Chart['place'];
}

/** Widest that a chart becomes under its table, in characters: then its text is still legible on A4. */
const widest = 110;
/** Rows of an empty sheet are 13 points high: a bar with its gap is two, title, axis and legend are eight. */
const rowsOf = { shares: (bars: number) => 8 + 2 * bars, run: () => 22 };

/** A bar to each row of the table, cut by the columns; cells are counts. Bars stand in the order of the rows. */
export function sharesChart(wanted: ChartOfTable): Chart {
  const parts = partsOf(wanted, 'shares');
  return { kind: 'shares', ...parts, alternative: sharesAlternative(parts, wanted.table.name) };
}

/** A line to each column over the rows in time; cells are shares, and an empty cell breaks the line. */
export function runChart(wanted: ChartOfTable): Chart {
  const parts = partsOf(wanted, 'run');
  return { kind: 'run', ...parts, alternative: runAlternative(parts, wanted.table.name) };
}

/** Columns 1 to the last that keeps the chart legible, from a row; as many rows as the chart needs. */
export function chartPlace(kind: Chart['kind'], categories: number, row: number, widths: Sheet['widths']) {
  let width = 0;
  const fitting = widths.findIndex((each) => (width += each) > widest);
  const lastColumn = fitting === -1 ? widths.length : Math.max(fitting, 1);
  return { column: 1, row, lastColumn, lastRow: row + rowsOf[kind](categories) - 1 };
}

function partsOf(wanted: ChartOfTable, kind: Chart['kind']): Omit<Chart, 'kind' | 'alternative'> {
  const { table, title, category, series } = wanted;
  const header = table.rows.findIndex(({ isHeader }) => isHeader);
  if (header === -1) throw new RangeError(`the sheet ${table.name} has no header row`);
  const before = header + 1 + (wanted.skipped ?? 0);
  const count = wanted.rows ?? rowsWithCategory(table.rows.slice(before), category);
  const rows = table.rows.slice(before, before + count);
  const range = (column: number): ColumnRange => ({
    sheet: table.name,
    column,
    firstRow: before + 1,
    lastRow: before + count,
  });
  const valueAt = (row: (typeof rows)[number] | undefined, column: number) => row?.cells[column - 1]?.value ?? null;
  return {
    title,
    categories: { range: range(category), values: rows.map((row) => textOf(valueAt(row, category))) },
    series: series.map((column): ChartSeries => ({
      name: textOf(valueAt(table.rows[header], column)),
      range: range(column),
      values: rows.map((row) => numberOf(valueAt(row, column))),
    })),
    place: wanted.place ?? chartPlace(kind, count, table.rows.length + 2, table.widths),
  };
}

function rowsWithCategory(rows: Sheet['rows'], category: number): number {
  const end = rows.findIndex(({ cells }) => textOf(cells[category - 1]?.value ?? null) === '');
  return end === -1 ? rows.length : end;
}

/** A text, a figure that was suppressed ("<5"), or an empty cell has no number: the chart shows nothing there. */
function numberOf(value: CellValue): number | null {
  if (typeof value === 'number') return value;
  if (value === null || typeof value !== 'object') return null;
  if ('formula' in value) return numberOf(value.result);
  if ('points' in value) return value.points;
  return 'share' in value ? value.share : null;
}

function textOf(value: CellValue): string {
  if (typeof value === 'string') return value;
  if (value !== null && typeof value === 'object' && 'date' in value) return formatDanish(value.date);
  return numberOf(value)?.toString() ?? '';
}
