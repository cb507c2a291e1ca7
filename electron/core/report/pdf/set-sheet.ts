import type { Cell, CellStyle, Sheet, SheetRow } from '#shared/domain/report/workbook.ts';

import { type CellLook, lookAt } from '../cell-looks.ts';
import { rowsWithChartTexts } from '../chart-texts.ts';
import { cellText, listItem, type RowKind, rowKind } from '../paper-cell.ts';
import { type Column, columnsOf, type PageMeasures } from './page-measures.ts';
import type { Line, Setter } from './set-text.ts';

const lineFactor = 1.25;
const pointsPerIndent = 7;
/** Kept free at the right end of a cell, so that columns do not touch. */
const gutter = 4;
/** Between the number or bullet of a line of a list and its text, in sizes of the text. */
const labelGap = 0.5;
/** The dots of a sheet stand this far apart where there is room. */
const widestPitch = 5.6;

/** A cell whose text is broken into lines. Positions and sizes in points; `x` from the paper's left edge. */
export interface SetCell {
  readonly style: CellStyle;
  readonly look: CellLook;
  readonly size: number;
  readonly lineHeight: number;
  readonly x: number;
  readonly width: number;
  readonly lines: readonly Line[];
  /** The number or bullet of a line of a list, left of the text. */
  readonly label?: { readonly line: Line; readonly x: number };
  readonly dots?: { readonly filled: number; readonly open: number; readonly pitch: number };
}

export interface SetRow {
  readonly kind: RowKind;
  readonly cells: readonly SetCell[];
  readonly height: number;
  /** Points of white above and below the text, together. */
  readonly air: number;
}

/** The rows of a sheet at a scale: 1 is the size of the workbook. */
export function setSheet(sheet: Sheet, page: PageMeasures, setter: Setter, scale: number): readonly SetRow[] {
  const columns = columnsOf(sheet, page);
  const pitch = pitchOf(sheet, columns, scale);
  return rowsWithChartTexts(sheet).map((row) => setRow(row, columns, setter, scale, pitch));
}

function setRow(row: SheetRow, columns: readonly Column[], setter: Setter, scale: number, pitch: number): SetRow {
  const kind = rowKind(row);
  const cells: SetCell[] = [];
  let index = 0;
  for (const cell of row.cells) {
    const span = Math.max(1, cell.span ?? 1);
    const over = columns.slice(index, index + span);
    if (over.length > 0) cells.push(setCell(cell, over, index + 1, { kind, setter, scale, pitch }));
    index += span;
  }
  const air = Math.max(0, ...cells.map(({ look }) => look.air)) * scale;
  const text = Math.max(0, ...cells.map(({ lines, lineHeight }) => Math.max(1, lines.length) * lineHeight));
  return { kind, cells, air, height: Math.max(text + air, (row.height ?? 0) * scale) };
}

interface Setting {
  readonly kind: RowKind;
  readonly setter: Setter;
  readonly scale: number;
  readonly pitch: number;
}

function setCell(
  { value, style = 'text' }: Cell,
  over: readonly Column[],
  column: number,
  { kind, setter, scale, pitch }: Setting,
): SetCell {
  const look = lookAt(style, column);
  const size = look.size * scale;
  const indent = look.indent * pointsPerIndent;
  const x = (over[0]?.x ?? 0) + indent;
  const width = over.reduce((sum, each) => sum + each.width, 0) - indent - gutter;
  const weight = look.bold ? 600 : 400;
  const common = { style, look, size, lineHeight: Math.max(size, 9 * scale) * lineFactor };
  const text = cellText(value);
  if (style === 'dots' && /^[●○]+$/.test(text))
    return { ...common, x, width, lines: [], dots: { ...countDots(text), pitch } };
  const item = kind === 'item' ? listItem(text) : null;
  if (item === null) return { ...common, x, width, lines: linesOf(setter, text, size, weight, width) };
  const [line = []] = setter.lines(item.label, size, weight, width);
  const room = line.reduce((sum, run) => sum + run.width, 0) + labelGap * size;
  const lines = linesOf(setter, item.text, size, weight, width - room);
  return { ...common, x: x + room, width: width - room, lines, label: { line, x } };
}

function linesOf(setter: Setter, text: string, size: number, weight: 400 | 600, width: number): readonly Line[] {
  return text === '' ? [] : setter.lines(text, size, weight, width);
}

function countDots(text: string): { readonly filled: number; readonly open: number } {
  const filled = text.replaceAll('○', '').length;
  return { filled, open: text.length - filled };
}

/** The same distance in every row, so that the rows can be compared. */
function pitchOf({ rows }: Sheet, columns: readonly Column[], scale: number): number {
  const rooms = rows.flatMap(({ cells }) =>
    cells.flatMap(({ value, style }, index) => {
      const width = (columns[index]?.width ?? 0) - pointsPerIndent - gutter;
      return style === 'dots' && typeof value === 'string' && value !== '' ? [width / value.length] : [];
    }),
  );
  return Math.min(widestPitch * scale, ...rooms);
}
