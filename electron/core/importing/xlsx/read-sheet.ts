import { AppError } from '#shared/contract/errors.ts';
import type { RawRow } from '#shared/domain/importing/raw-row.ts';

import { broken } from './archive.ts';
import { longestElement } from './markup.ts';
import { type CellContext, readCells, readTag, type Tag } from './read-cells.ts';

/** Rows that a sheet can have. */
const maxRows = 1_048_576;
const sheetEnd = '</sheetData';
const slash = 47;

/**
 * The rows of a sheet's XML in batches, with the numbers that the sheet gives them; a row without a number follows
 * the one before. What comes after the rows (merged ranges, validation) is not looked at. Throws `workbook-broken`,
 * and `file-too-large` above 1,048,576 rows.
 */
export async function* readSheet(markup: AsyncIterable<string>, context: CellContext): AsyncGenerator<RawRow[]> {
  const state = { row: 0, count: 0, phase: 'before' as 'before' | 'rows' | 'after' };
  let rest = '';
  for await (const piece of markup) {
    if (state.phase === 'after') continue;
    let text = rest + piece;
    if (state.phase === 'before') {
      const start = sheetDataStart(text);
      if (start === null) continue;
      text = text.slice(start);
      state.phase = 'rows';
    }
    const batch = takeRows(text, state.row, context);
    rest = batch.rest;
    state.row = batch.lastRow;
    state.count += batch.rows.length;
    if (batch.isEnd) state.phase = 'after';
    if (rest.length > longestElement) throw broken('A row has no end');
    if (state.count > maxRows) throw new AppError('file-too-large', 'The sheet has too many rows', { rows: maxRows });
    if (batch.rows.length > 0) yield batch.rows;
  }
  if (state.phase === 'rows') throw broken('The sheet ends among its rows');
}

/** How many cells of a sheet have a value; it stops counting at `enough`. */
export async function countValues(markup: AsyncIterable<string>, enough = Infinity): Promise<number> {
  let count = 0;
  for await (const piece of markup) {
    count += occurrences(piece, '</v>') + occurrences(piece, '</is>');
    if (count >= enough || piece.includes(sheetEnd)) break;
  }
  return count;
}

function occurrences(text: string, part: string): number {
  let count = 0;
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length)) count++;
  return count;
}

/** Where the rows begin; null if not in this piece, or if the sheet has none (`<sheetData/>`). */
function sheetDataStart(text: string): number | null {
  const at = text.indexOf('<sheetData');
  const end = at < 0 ? -1 : text.indexOf('>', at);
  return end < 0 || text.charAt(end - 1) === '/' ? null : end + 1;
}

interface Batch {
  readonly rows: RawRow[];
  readonly lastRow: number;
  readonly rest: string;
  readonly isEnd: boolean;
}

function takeRows(text: string, before: number, context: CellContext): Batch {
  const rows: RawRow[] = [];
  const tag: Tag = { r: -1, s: -1, t: null };
  let lastRow = before;
  let from = 0;
  for (;;) {
    const start = text.indexOf('<row', from);
    if (start < 0) return { rows, lastRow, rest: '', isEnd: text.includes(sheetEnd, from) };
    if (start > from && text.slice(from, start).includes(sheetEnd)) return { rows, lastRow, rest: '', isEnd: true };
    const tagEnd = readTag(text, start + 4, tag);
    const isEmpty = text.charCodeAt(tagEnd - 1) === slash;
    const end = isEmpty ? tagEnd : text.indexOf('</row>', tagEnd);
    if (end < 0) return { rows, lastRow, rest: text.slice(start), isEnd: false };
    lastRow =
      tag.r < 0 ? rowNumber(lastRow + 1) : rowNumber(Number(/^\d{1,8}/.exec(text.slice(tag.r, tag.r + 9))?.[0]));
    rows.push({ row: lastRow, cells: isEmpty ? [] : readCells(text.slice(tagEnd + 1, end), context) });
    from = isEmpty ? end + 1 : end + 6;
  }
}

function rowNumber(row: number): number {
  if (!Number.isInteger(row) || row < 1 || row > maxRows) throw broken('A row has an impossible number');
  return row;
}
