import type { RawCell } from '#shared/domain/importing/raw-row.ts';

import { broken } from './archive.ts';
import type { NumberKind } from './date-styles.ts';
import { type DateSystem, momentOfIso, momentOfSerial, timeOfFraction } from './serial-date.ts';
import { cellText, itemText } from './xml-text.ts';

/** What the cells of a sheet refer to. */
export interface CellContext extends DateSystem {
  readonly strings: readonly string[];
  readonly kinds: readonly NumberKind[];
}

/** Columns kept of a row; a cell further right costs nothing. */
const widestRow = 1000;
const apostrophe = 39;
const equals = 61;
const space = 32;
const slash = 47;
const greater = 62;

/** The cells between `<row>` and `</row>`. Columns without a cell are null. Throws `workbook-broken`. */
export function readCells(row: string, context: CellContext): RawCell[] {
  const cells: RawCell[] = [];
  let column = -1;
  for (let at = nextCell(row, 0); at >= 0;) {
    const tagEnd = row.indexOf('>', at);
    const isEmpty = row.charCodeAt(tagEnd - 1) === slash;
    const end = isEmpty ? tagEnd : row.indexOf('</c>', tagEnd);
    if (tagEnd < 0 || end < 0) throw broken('A cell has no end');
    const tag = readTag(row, at + 2, tagEnd);
    column = tag.r === null ? column + 1 : columnOf(tag.r);
    if (!isEmpty && column < widestRow) place(cells, column, readCell(tag, row.slice(tagEnd + 1, end), context));
    at = nextCell(row, end + 1);
  }
  return cells;
}

/** Where the next `<c>` starts; -1 if there is none. */
function nextCell(row: string, from: number): number {
  let at = row.indexOf('<c', from);
  while (at >= 0 && !isNameEnd(row.charCodeAt(at + 2))) at = row.indexOf('<c', at + 2);
  return at;
}

/** Also at the end of the text, where the code is NaN. */
const isNameEnd = (code: number): boolean => !(code > space) || code === slash || code === greater;

/** The attributes with a one-letter name that rows and cells have: reference or number, style, type. */
export interface Tag {
  r: string | null;
  s: string | null;
  t: string | null;
}

/**
 * The attributes between two positions. It looks at the tag's own characters only, since a search for something
 * absent would read the rest of the row, for every cell.
 */
export function readTag(xml: string, from: number, tagEnd: number): Tag {
  const tag: Tag = { r: null, s: null, t: null };
  for (let at = from; at < tagEnd; at++) {
    if (xml.charCodeAt(at) !== equals) continue;
    const end = xml.indexOf(xml.charCodeAt(at + 1) === apostrophe ? "'" : '"', at + 2);
    if (end < 0 || end > tagEnd) throw broken('An attribute has no end');
    const name = xml.charAt(at - 1);
    const isOneLetter = xml.charCodeAt(at - 2) <= space;
    if (isOneLetter && (name === 'r' || name === 's' || name === 't')) tag[name] = xml.slice(at + 2, end);
    at = end;
  }
  return tag;
}

/** A=0, Z=25, AA=26. */
function columnOf(reference: string): number {
  let column = 0;
  for (let at = 0; at < reference.length; at++) {
    const letter = reference.charCodeAt(at) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  if (column < 1 || column > 16_384) throw broken(`The cell reference ${reference.slice(0, 20)} is impossible`);
  return column - 1;
}

function place(cells: RawCell[], column: number, cell: RawCell): void {
  if (cell === null) return;
  while (cells.length < column) cells.push(null);
  cells[column] = cell;
}

function readCell({ s: style, t: type }: Tag, body: string, context: CellContext): RawCell {
  if (type === 'inlineStr') return itemText(body) || null;
  const raw = valueOf(body);
  if (raw === '') return null;
  if (type === null || type === 'n') return readNumber(raw, style, context);
  if (type === 's') return sharedString(raw, context) || null;
  if (type === 'b') return raw === '1' || raw === 'true';
  const text = cellText(raw);
  if (type === 'e') return { error: text };
  return (type === 'd' ? readDate(text) : text) || null;
}

/** What stands in `<v>`; a formula's last result stands there too. '' when the cell has no value. */
function valueOf(body: string): string {
  let at = body.indexOf('<v');
  while (at >= 0 && !isNameEnd(body.charCodeAt(at + 2))) at = body.indexOf('<v', at + 2);
  const start = at < 0 ? 0 : body.indexOf('>', at) + 1;
  if (start === 0 || body.charCodeAt(start - 2) === slash) return '';
  const end = body.indexOf('<', start);
  if (end < 0) throw broken('A value has no end');
  return body.slice(start, end);
}

function readNumber(raw: string, style: string | null, context: CellContext): RawCell {
  if (raw.trim() === '') return null;
  const value = Number(raw) + 0;
  if (!Number.isFinite(value)) return cellText(raw);
  const kind = style === null ? 'number' : (context.kinds[Number(style)] ?? 'number');
  if (kind === 'number') return value;
  if (kind === 'time' && value < 1) return timeOfFraction(value) ?? value;
  const moment = momentOfSerial(value, context);
  return moment === null ? value : { moment };
}

function readDate(text: string): RawCell {
  const moment = momentOfIso(text);
  return moment === null ? text : { moment };
}

function sharedString(raw: string, { strings }: CellContext): string {
  const text = strings[Number(raw)];
  if (text === undefined) throw broken(`There is no shared string ${raw.slice(0, 20)}`);
  return text;
}
