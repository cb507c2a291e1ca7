import { reportWords } from '../../words/report.ts';
import type { Cell, CellStyle, CellValue, Sheet, SheetRow } from './workbook.ts';

/** Running text over all columns of a sheet. */
export function textRow(value: string, style: CellStyle, span: number): SheetRow {
  return { cells: [{ value, style, span }] };
}

/** The line that every sheet of an example carries. */
export function exampleRows(example: boolean, span: number): readonly SheetRow[] {
  return example ? [textRow(reportWords.example, 'status-neutral', span)] : [];
}

/** One column of a table: its name, its width in characters, what it means, and what it says of a row. */
export interface Column<R> {
  readonly header: string;
  readonly width: number;
  readonly meaning?: string;
  readonly numeric?: boolean;
  value(row: R): CellValue;
}

export interface TableSheet<R> {
  readonly name: string;
  readonly title: string;
  readonly intro: string;
  readonly columns: readonly Column<R>[];
  readonly rows: readonly R[];
  /** Said in place of the table when there are no rows. */
  readonly nothing: string;
  readonly example: boolean;
  readonly orientation?: Sheet['orientation'];
}

/** A sheet with one table: title and one line above, then the names of the columns, then a row each. */
export function tableSheet<R>(table: TableSheet<R>): Sheet {
  const { columns, rows } = table;
  const top = [
    textRow(table.title, 'title', columns.length),
    ...exampleRows(table.example, columns.length),
    textRow(rows.length === 0 ? table.nothing : table.intro, 'muted', columns.length),
  ];
  const header: SheetRow = {
    isHeader: true,
    cells: columns.map(({ header: value, numeric }) => ({ value, style: numeric ? 'header-number' : 'header' })),
  };
  return {
    name: table.name,
    widths: columns.map(({ width }) => width),
    orientation: table.orientation ?? 'landscape',
    filter: rows.length > 0,
    rows: [...top, header, ...rows.map((row) => ({ cells: columns.map((column) => cellOf(column, row)) }))],
  };
}

function cellOf<R>(column: Column<R>, row: R): Cell {
  return { value: column.value(row), style: column.numeric ? 'cell-number' : 'cell-wrap' };
}

/** A line of a two-column sheet: what, and the answer. */
export function labelRow(label: string, value: CellValue): SheetRow {
  return {
    cells: [
      { value: label, style: 'label' },
      { value, style: 'text' },
    ],
  };
}

/** A word for the name of a sheet that Excel accepts: at most 31 characters, none of `[]:*?/\`, unlike the others. */
export function sheetNames(wanted: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return wanted.map((name) => {
    const clean = name
      .replace(/[[\]:*?/\\\p{Cc}]/gu, '-')
      .replace(/^'+|'+$/g, '')
      .trim();
    for (let copy = 1; ; copy += 1) {
      const suffix = copy === 1 ? '' : ` (${copy})`;
      const candidate = (clean === '' ? '-' : clean).slice(0, 31 - suffix.length) + suffix;
      if (!taken.has(candidate.toLowerCase())) {
        taken.add(candidate.toLowerCase());
        return candidate;
      }
    }
  });
}
