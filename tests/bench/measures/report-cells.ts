import { lookAt } from '#core/report/cell-looks.ts';
import { columnLetters, formulaText } from '#core/report/formula-text.ts';
import { rowHeight } from '#core/report/row-height.ts';
import type { Cell, CellValue, Sheet, Workbook } from '#shared/domain/report/workbook.ts';

/** One cell for the other writer: what kind it is, what it holds, its look (an index), and how many columns it spans. */
type FlatCell = readonly [
  kind: 'blank' | 'text' | 'number' | 'date' | 'formula',
  value: string | number | null,
  look: number,
  span: number,
  result: number | string,
];

/**
 * The cells of a workbook with their looks and number formats, and the names and set-up of its sheets, in the plainest
 * form, so that another program can write the same.
 */
export function cellsOf({ sheets, names = [] }: Workbook) {
  const looks = new Map<string, number>();
  const known = new Set(names.map(({ name }) => name));
  const lookOf = (look: object): number => {
    const key = JSON.stringify(look);
    const index = looks.get(key) ?? looks.size;
    looks.set(key, index);
    return index;
  };
  return {
    sheets: sheets.map(({ name, widths, rows, orientation }) => ({
      name,
      widths,
      orientation,
      header: rows.findIndex(({ isHeader }) => isHeader),
      rows: rows.map((row, at) => [rowHeight(row, widths), flatRow(row.cells, at + 1, known, lookOf)]),
    })),
    names: names.map((range) => [range.name, placeOf(range)]),
    looks: [...looks.keys()].map((key): unknown => JSON.parse(key)),
  };
}

const placeOf = ({ sheet, column, firstRow, lastRow }: NonNullable<Workbook['names']>[number]): string =>
  `='${sheet}'!$${columnLetters(column)}$${firstRow}:$${columnLetters(column)}$${lastRow}`;

function flatRow(
  cells: Sheet['rows'][number]['cells'],
  row: number,
  names: ReadonlySet<string>,
  lookOf: (look: object) => number,
): readonly FlatCell[] {
  let column = 1;
  return cells.map((cell): FlatCell => {
    const { value, style = 'text', span = 1 } = cell;
    const flat = flatValue(value, row, names);
    const look = lookOf({ ...lookAt(style, column), format: flat.format, wraps: wraps(cell) });
    column += span;
    return [flat.kind, flat.value, look, span, flat.result ?? ''];
  });
}

const wraps = ({ value, style }: Cell): boolean => typeof value === 'string' && style !== 'dots';

interface FlatValue {
  readonly kind: FlatCell[0];
  readonly value: FlatCell[1];
  readonly format: string;
  readonly result?: number | string;
}

function flatValue(value: CellValue, row: number, names: ReadonlySet<string>): FlatValue {
  if (value === null || value === '') return { kind: 'blank', value: null, format: '' };
  if (typeof value === 'string') return { kind: 'text', value, format: '@' };
  if (typeof value === 'boolean') return { kind: 'text', value: value ? 'ja' : 'nej', format: '@' };
  if (typeof value === 'number') return { kind: 'number', value, format: '#,##0' };
  if ('share' in value) return { kind: 'number', value: value.share, format: '0\\ %' };
  if ('points' in value) return { kind: 'number', value: value.points, format: '#,##0.0' };
  if ('date' in value) return { kind: 'date', value: value.date, format: 'dd\\-mm\\-yyyy' };
  const { format, value: result } = flatValue(value.result, row, names);
  return { kind: 'formula', value: `=${formulaText(value.formula, row, names)}`, format, result: result ?? '' };
}
