import { cellTypeWords } from '../../words/administrative-report.ts';
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

/** A column with its name and meaning from the words; `numeric`: stands to the right. */
export function column<R>(
  { name, meaning }: { readonly name: string; readonly meaning: string },
  width: number,
  value: (row: R) => CellValue,
  numeric = false,
): Column<R> {
  return { header: name, meaning, width, value, numeric };
}

/** A share as a cell; empty where there is none. */
export function shareCell(value: number | null): CellValue {
  return value === null ? null : { share: value };
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
  readonly acrossPages?: boolean;
}

/** What a data dictionary says of a column. */
export interface ColumnMeaning {
  readonly sheet: string;
  readonly name: string;
  readonly type: string;
  readonly meaning: string;
}

/** A sheet with what its columns mean. */
export interface DescribedSheet {
  readonly sheet: Sheet;
  readonly columns: readonly ColumnMeaning[];
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
    ...(table.acrossPages === true ? { acrossPages: true } : {}),
    rows: [...top, header, ...rows.map((row) => ({ cells: columns.map((each) => cellOf(each, row)) }))],
  };
}

/** The same sheet with the name, the type and the meaning of each column. */
export function describedTable<R>(table: TableSheet<R>): DescribedSheet {
  const sheet = tableSheet(table);
  const meanings = new Map(table.columns.map(({ header, meaning }) => [header, meaning ?? '']));
  return describeSheet(sheet, (name) => meanings.get(name) ?? '');
}

/** What the columns of a sheet are, read from its cells; `meaningOf` says what each is for. */
export function describeSheet(sheet: Sheet, meaningOf: (name: string) => string): DescribedSheet {
  const header = sheet.rows.findIndex(({ isHeader }) => isHeader);
  const rows = sheet.rows.slice(header + 1);
  const columns = (sheet.rows[header]?.cells ?? []).map(({ value }, index): ColumnMeaning => {
    const name = typeof value === 'string' ? value : '';
    return { sheet: sheet.name, name, type: typeOf(rows, index), meaning: meaningOf(name) };
  });
  return { sheet, columns };
}

/** The kinds of value that the cells of a column hold, in words: `tal`, or `tal eller andel`. */
function typeOf(rows: readonly SheetRow[], index: number): string {
  const kinds = new Set<keyof typeof cellTypeWords>();
  for (const { cells } of rows) {
    const kind = kindOf(cells[index]?.value ?? null);
    if (kind !== null) kinds.add(kind);
  }
  if (kinds.size === 0) return cellTypeWords.empty;
  return [...kinds].map((kind) => cellTypeWords[kind]).join(cellTypeWords.or);
}

function kindOf(value: CellValue): 'text' | 'number' | 'flag' | 'date' | 'share' | null {
  if (value === null) return null;
  if (typeof value === 'string') return 'text';
  if (typeof value === 'number') return 'number';
  if (typeof value === 'boolean') return 'flag';
  if ('formula' in value) return kindOf(value.result);
  if ('points' in value) return 'number';
  return 'date' in value ? 'date' : 'share';
}

function cellOf<R>(each: Column<R>, row: R): Cell {
  return { value: each.value(row), style: each.numeric ? 'cell-number' : 'cell-wrap' };
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
