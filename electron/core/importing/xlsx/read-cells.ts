import type { RawCell } from '#shared/domain/importing/raw-row.ts';

import { broken } from './archive.ts';
import type { NumberKind } from './date-styles.ts';
import { type DateSystem, momentOfIso, momentOfSerial, timeOfFraction } from './serial-date.ts';
import { cellText, itemText } from './xml-text.ts';

/** What the cells of a sheet refer to. */
export interface CellContext extends DateSystem {
  readonly strings: readonly string[];
  readonly kinds: readonly NumberKind[];
  /** The cells of dates and times seen so far: an export repeats few days in many cells. */
  readonly known: Map<number, RawCell>;
}

/** Columns kept of a row; a cell further right costs nothing. */
const widestRow = 1000;
const mostKnown = 50_000;
/** Digits that a whole number surely keeps. */
const safeDigits = 15;
const apostrophe = 39;
const equals = 61;
const space = 32;
const slash = 47;
const less = 60;
const greater = 62;
const lastColumn = 16_384;
const simpleEnd = '</v></c>';

/** The cells between `<row>` and `</row>`. Columns without a cell are null. Throws `workbook-broken`. */
export function readCells(row: string, context: CellContext): RawCell[] {
  const cells: RawCell[] = [];
  const tag: Tag = { r: -1, s: -1, t: null };
  let column = -1;
  for (let at = nextCell(row, 0); at >= 0;) {
    const tagEnd = readTag(row, at + 2, tag);
    column = tag.r < 0 ? column + 1 : columnOf(row, tag.r);
    const whole = readWhole(row, tagEnd);
    if (whole.end > 0) {
      if (column < widestRow) place(cells, column, ofWhole(whole.value, tag, context));
      at = nextCell(row, whole.end);
      continue;
    }
    const isEmpty = row.charCodeAt(tagEnd - 1) === slash;
    const end = isEmpty ? tagEnd : row.indexOf('</c>', tagEnd);
    if (end < 0) throw broken('A cell has no end');
    if (!isEmpty && column < widestRow) place(cells, column, readCell(tag, row.slice(tagEnd + 1, end), context));
    at = nextCell(row, end + 1);
  }
  return cells;
}

/** A whole number between 0 and 10^15 that is all a cell holds, and where its `</c>` ends; 0 for any other cell. */
const foundWhole = { value: 0, end: 0 };

/** Reads `<v>123</v></c>` behind a tag in one pass: dates, shared strings and most numbers are written so. */
function readWhole(row: string, tagEnd: number): { readonly value: number; readonly end: number } {
  foundWhole.end = 0;
  if (!row.startsWith('<v>', tagEnd + 1)) return foundWhole;
  const start = tagEnd + 4;
  let value = 0;
  let at = start;
  let digit = row.charCodeAt(at) - 48;
  while (digit >= 0 && digit <= 9) {
    value = value * 10 + digit;
    digit = row.charCodeAt(++at) - 48;
  }
  if (at === start || at - start > safeDigits || !row.startsWith(simpleEnd, at)) return foundWhole;
  foundWhole.value = value;
  foundWhole.end = at + simpleEnd.length;
  return foundWhole;
}

function ofWhole(value: number, tag: Tag, context: CellContext): RawCell {
  if (tag.t === null || tag.t === 'n') return numberCell(value, tag.s, context);
  return tag.t === 's' ? sharedString(value, context) || null : readTyped(tag.t, String(value), tag.s, context);
}

/** Where the next `<c>` starts; -1 if there is none. */
function nextCell(row: string, from: number): number {
  if (row.charCodeAt(from) === less && row.charCodeAt(from + 1) === 99 && row.charCodeAt(from + 2) === space) {
    return from;
  }
  let at = row.indexOf('<c', from);
  while (at >= 0 && !isNameEnd(row.charCodeAt(at + 2))) at = row.indexOf('<c', at + 2);
  return at;
}

/** Also at the end of the text, where the code is NaN. */
const isNameEnd = (code: number): boolean => !(code > space) || code === slash || code === greater;

/** The attributes of rows and cells: where the reference or number starts, the style's number, the type. -1: none. */
export interface Tag {
  r: number;
  s: number;
  t: string | null;
}

/**
 * Reads the attributes from a position and returns where the tag ends. It looks at the tag's own characters only, since
 * a search for something absent would read the rest of the row, for every cell. Throws `workbook-broken`.
 */
export function readTag(xml: string, from: number, tag: Tag): number {
  tag.r = -1;
  tag.s = -1;
  tag.t = null;
  for (let at = from; at < xml.length; at++) {
    const code = xml.charCodeAt(at);
    if (code === greater) return at;
    if (code !== equals) continue;
    const end = xml.indexOf(xml.charCodeAt(at + 1) === apostrophe ? "'" : '"', at + 2);
    if (end < 0) throw broken('An attribute has no end');
    if (xml.charCodeAt(at - 2) <= space) keepAttribute(tag, xml, at, end);
    at = end;
  }
  throw broken('A tag has no end');
}

function keepAttribute(tag: Tag, xml: string, at: number, end: number): void {
  const name = xml.charAt(at - 1);
  if (name === 'r') tag.r = at + 2;
  else if (name === 's') tag.s = Number(xml.slice(at + 2, end));
  else if (name === 't') tag.t = xml.slice(at + 2, end);
}

/** The column of the reference that starts at a position: A=0, Z=25, AA=26. */
function columnOf(row: string, start: number): number {
  let column = 0;
  for (let at = start; ; at++) {
    const letter = row.charCodeAt(at) - 64;
    if (!(letter >= 1 && letter <= 26)) break;
    column = column * 26 + letter;
    if (column > lastColumn) break;
  }
  if (column < 1 || column > lastColumn) throw broken('A cell reference is impossible');
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
  return raw === '' ? null : readTyped(type, raw, style, context);
}

function readTyped(type: string | null, raw: string, style: number, context: CellContext): RawCell {
  if (type === null || type === 'n') return readNumber(raw, style, context);
  if (type === 's') return sharedString(Number(raw), context) || null;
  if (type === 'b') return raw === '1' || raw === 'true';
  if (type === 'inlineStr') return null;
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

function readNumber(raw: string, style: number, context: CellContext): RawCell {
  if (raw.trim() === '') return null;
  const value = Number(raw) + 0;
  return Number.isFinite(value) ? numberCell(value, style, context) : cellText(raw);
}

function numberCell(value: number, style: number, context: CellContext): RawCell {
  const kind = context.kinds[style] ?? 'number';
  if (kind === 'number') return value;
  if (kind === 'time' && value < 1) return timeOfFraction(value) ?? value;
  const known = context.known.get(value);
  if (known !== undefined) return known;
  const moment = momentOfSerial(value, context);
  const cell = moment === null ? value : { moment };
  if (context.known.size >= mostKnown) context.known.clear();
  context.known.set(value, cell);
  return cell;
}

function readDate(text: string): RawCell {
  const moment = momentOfIso(text);
  return moment === null ? text : { moment };
}

function sharedString(index: number, { strings }: CellContext): string {
  const text = strings[index];
  if (text === undefined) throw broken('There is no such shared string');
  return text;
}
