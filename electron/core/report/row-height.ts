import type { Cell, SheetRow } from '#shared/domain/report/workbook.ts';

import { textWidth } from './arial-widths.ts';
import { type CellLook, lookAt } from './cell-looks.ts';

/** A column width of 1 is 7 pixels of 3/4 point; Excel keeps about 5 of them free, an indent takes 9. */
const pointsPerWidth = 5.25;
const cellPadding = 4;
const pointsPerIndent = 7;
const lineFactor = 1.25;
/** Excel shows no row higher than this. */
const highestRow = 409;

/**
 * The height in points that shows all text of a row. Excel never fits merged cells by itself and fits wrapped ones
 * only with its own fonts, so the height is computed from the widths of Arial and stored.
 */
export function rowHeight(row: SheetRow, widths: readonly number[]): number {
  if (row.height !== undefined) return row.height;
  let column = 0;
  let highest = 8;
  for (const cell of row.cells) {
    const span = cell.span ?? 1;
    const width = widths.slice(column, column + span).reduce((sum, each) => sum + each, 0);
    highest = Math.max(highest, cellHeight(cell, width, column + 1));
    column += span;
  }
  return Math.min(highestRow, Math.ceil(highest * 4) / 4);
}

function cellHeight({ value, style = 'text' }: Cell, width: number, column: number): number {
  const look = lookAt(style, column);
  const available = width * pointsPerWidth - cellPadding - look.indent * pointsPerIndent;
  const lines = typeof value === 'string' && value !== '' ? countLines(value, available, look) : 1;
  // Dots are small; the line they stand in is as high as the text beside them.
  const size = Math.max(look.size, 9);
  return lines * size * lineFactor + look.air;
}

/** How many lines a text takes when it is broken between words, and within a word that is longer than the line. */
function countLines(text: string, available: number, { size, bold }: Pick<CellLook, 'size' | 'bold'>): number {
  return text.split(/\r?\n/).reduce((sum, line) => sum + linesOf(line, available, size, bold), 0);
}

function linesOf(text: string, available: number, size: number, bold: boolean): number {
  if (textWidth(text, size, bold) <= available) return 1;
  const space = textWidth(' ', size, bold);
  let lines = 1;
  let used = 0;
  for (const word of text.split(/(?<=[\s-])/)) {
    const width = textWidth(word, size, bold);
    if (used > 0 && used + width - trailing(word) * space > available) {
      lines += 1;
      used = 0;
    }
    used += width;
    while (used - space > available) {
      lines += 1;
      used -= available;
    }
  }
  return lines;
}

/** How many blanks end a word: at the end of a line they take no room. */
function trailing(word: string): number {
  return word.length - word.trimEnd().length;
}
