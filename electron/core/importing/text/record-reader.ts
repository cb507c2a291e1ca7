import { AppError } from '#shared/contract/errors.ts';
import type { RawCell, RawRow } from '#shared/domain/importing/raw-row.ts';

import { type ParsedRecords, parseRecords } from './parse-records.ts';

/** Characters in one record. A quote that is never closed is told by a record that grows past this. */
const longestRecord = 1_048_576;
/** Columns kept of a record. */
const widestRow = 1000;
/** Characters read again because of stray quotes before the file is taken not to quote: every line is a record. */
const readAgainAtMost = 16 * 1_048_576;

/**
 * Turns text that comes in pieces into numbered rows. A record whose quotes are broken must not swallow the lines
 * below it: when its quote is never closed, or its first line alone is as wide as the row before, that line is a row
 * of its own with the quotes kept as text.
 */
export class RecordReader {
  readonly #delimiter: string;
  #rest = '';
  #heldReturn = false;
  #line = 1;
  #width = 0;
  #readAgain = 0;

  constructor(delimiter: string) {
    this.#delimiter = delimiter;
  }

  /** The rows that became complete with this piece. Throws `file-not-an-export` at a line without end. */
  read(piece: string, last: boolean): RawRow[] {
    this.#rest += this.#withLineFeeds(piece, last);
    if (last && this.#rest !== '' && !this.#rest.endsWith('\n')) this.#rest += '\n';
    const rows: RawRow[] = [];
    let isTidy = true;
    for (;;) {
      const quotes = this.#readAgain < readAgainAtMost;
      isTidy = this.#readTidy(rows, quotes, isTidy);
      if (!last && this.#isPartOfLine(quotes)) return rows;
      const parsed = parseRecords(this.#rest, this.#delimiter, { quotes });
      const stray = this.#firstStray(parsed);
      for (const record of parsed.records.slice(0, stray?.index)) rows.push(this.#numbered(record, linesOf(record)));
      this.#rest = this.#rest.slice(stray === undefined ? parsed.length : stray.start);
      const unclosed = last ? this.#rest !== '' : this.#rest.length > longestRecord;
      if (stray === undefined && !unclosed) return rows;
      rows.push(this.#plainLine());
    }
  }

  /** Whether what is left can only be the beginning of a line. */
  #isPartOfLine(quotes: boolean): boolean {
    return this.#rest.length <= longestRecord && !(quotes && this.#rest.includes('"'));
  }

  /** Takes lines without quotes and, where the text has been tidy so far, tidy ones with quotes. Whether it still is. */
  #readTidy(rows: RawRow[], quotes: boolean, isTidy: boolean): boolean {
    while (this.#readPlain(rows, quotes)) {
      if (!isTidy || !this.#readQuoted(rows)) return false;
    }
    return isTidy;
  }

  /** Takes the whole lines before the first quote. False where that leaves no line with a quote. */
  #readPlain(rows: RawRow[], quotes: boolean): boolean {
    const text = this.#rest;
    const quote = quotes ? text.indexOf('"') : -1;
    const end = (quote < 0 ? text.lastIndexOf('\n') : quote === 0 ? -1 : text.lastIndexOf('\n', quote)) + 1;
    if (end > 0) {
      const lines = text.slice(0, end - 1).split('\n');
      for (const line of lines) rows.push(this.#numbered(line.split(this.#delimiter), 1));
      this.#rest = text.slice(end);
    }
    return quote >= 0;
  }

  /** Takes the lines with quotes at the start, if they are whole records that follow the rules. */
  #readQuoted(rows: RawRow[]): boolean {
    const length = quotedLength(this.#rest);
    if (length === 0) return false;
    const parsed = parseRecords(this.#rest.slice(0, length), this.#delimiter, { quotes: true });
    if (parsed.length !== length || parsed.malformed.length > 0) return false;
    for (const record of parsed.records) rows.push(this.#numbered(record, linesOf(record)));
    this.#rest = this.#rest.slice(length);
    return true;
  }

  #withLineFeeds(piece: string, last: boolean): string {
    const text = this.#heldReturn ? `\r${piece}` : piece;
    this.#heldReturn = !last && text.endsWith('\r');
    const whole = this.#heldReturn ? text.slice(0, -1) : text;
    return whole.includes('\r') ? whole.replaceAll(/\r\n?/g, '\n') : whole;
  }

  /** The record itself becomes the row. */
  #numbered(record: string[], lines: number): RawRow {
    const row = this.#line;
    this.#line += lines;
    if (isBlank(record)) return { row, cells: [] };
    this.#width = record.length;
    const cells: RawCell[] = record.length > widestRow ? record.slice(0, widestRow) : record;
    for (let at = 0; at < cells.length; at += 1) if (cells[at] === '') cells[at] = null;
    return { row, cells };
  }

  /** The first malformed record that is better read as plain lines, and where in the text it starts. */
  #firstStray({ records, malformed }: ParsedRecords): { index: number; start: number } | undefined {
    if (malformed.length === 0) return undefined;
    const suspects = new Set(malformed);
    let width = this.#width;
    let start = 0;
    for (const [index, record] of records.entries()) {
      if (suspects.has(index) && this.#lineAt(start).split(this.#delimiter).length === width) return { index, start };
      if (!isBlank(record)) width = record.length;
      for (let line = linesOf(record); line > 0; line--) start = this.#rest.indexOf('\n', start) + 1;
    }
    return undefined;
  }

  #plainLine(): RawRow {
    const line = this.#lineAt(0);
    if (line.length > longestRecord) throw new AppError('file-not-an-export', 'A line of the file has no end');
    this.#readAgain += this.#rest.length;
    this.#rest = this.#rest.slice(line.length + 1);
    return this.#numbered(line.split(this.#delimiter), 1);
  }

  #lineAt(start: number): string {
    const end = this.#rest.indexOf('\n', start);
    return this.#rest.slice(start, end < 0 ? undefined : end);
  }
}

const isBlank = (record: readonly string[]): boolean => record.length === 1 && record[0] === '';

/** How long the lines at the start are that have quotes, up to where as many are closed as are opened; 0: nowhere. */
function quotedLength(text: string): number {
  let quote = text.indexOf('"');
  let isOpen = false;
  let length = 0;
  for (let start = 0; ;) {
    const end = text.indexOf('\n', start);
    if (end < 0 || (!isOpen && (quote < 0 || quote > end))) return length;
    for (; quote >= 0 && quote < end; quote = text.indexOf('"', quote + 1)) isOpen = !isOpen;
    start = end + 1;
    if (!isOpen) length = start;
  }
}

/** Lines that a record takes up: one, and one for each line break inside its quotes. */
function linesOf(record: readonly string[]): number {
  let lines = 1;
  for (const cell of record) {
    for (let at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) lines++;
  }
  return lines;
}
