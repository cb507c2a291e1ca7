import { Writable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';

import type ExcelJS from 'exceljs';

import { AppError } from '#shared/contract/errors.ts';
import { clipText } from '#shared/domain/report/clip-text.ts';
import { sheetNames } from '#shared/domain/report/sheet-parts.ts';
import type { NamedRange, Sheet, SheetRow, Workbook } from '#shared/domain/report/workbook.ts';
import { paperWords } from '#shared/words/report.ts';

import { createStyleShelf, type StyleShelf } from './cell-styles.ts';
import { finishPackage } from './finish-package.ts';
import { columnLetters, isRangeName } from './formula-text.ts';
import type { WritingCall } from './writing-call.ts';
import { rowHeight } from './row-height.ts';
import { writeCell } from './write-cell.ts';

const a4 = 9;
const font = 'Arial';
/** Below this height a row of a table holds one line of text, which then stands in the middle. */
const twoLines = 25;
/** Per cent: a table over several pages is printed with letters of the size that the others have when fitted. */
const acrossScale = 70;
const margins = { left: 0.6, right: 0.6, top: 0.7, bottom: 0.65, header: 0.3, footer: 0.3 };

/** So many rows are written between two looks at whether somebody has cancelled: some five milliseconds. */
const rowsPerSlice = 100;
/** Of the whole work: all rows are written at this; what is left is to finish the package. */
const laidOut = 0.8;

/**
 * A workbook as the bytes of an Excel file. The same workbook gives the same bytes. Texts are stored as text whatever
 * they begin with; the formulas are the program's own, and there is no link and no macro in the file. Throws
 * RangeError for a workbook that contradicts itself (a name of a range that is not there); rejects with `cancelled`
 * soon after the signal.
 */
export async function writeWorkbook(workbook: Workbook, call?: WritingCall): Promise<Uint8Array> {
  const { default: excel } = await import('exceljs');
  const file = collectBytes();
  const book = new excel.stream.xlsx.WorkbookWriter({
    stream: file.stream,
    useStyles: true,
    useSharedStrings: true,
    zip: { store: true },
  });
  describe(book, workbook);
  const sheets = namedSheets(workbook);
  const names = addNames(book, workbook, sheets);
  const writing = { names, styles: createStyleShelf() };
  const total = workbook.sheets.reduce((sum, { rows }) => sum + rows.length, 0);
  let done = 0;
  for (const { sheet, name } of sheets) {
    const page = addSheet(book, workbook, sheet, name);
    nameHeader(book, page, sheet);
    for (let start = 0; start < sheet.rows.length; start += rowsPerSlice) {
      await breathe(call, (laidOut * (done + start)) / total);
      sheet.rows
        .slice(start, start + rowsPerSlice)
        .forEach((row, index) => addRow(page, row, start + index + 1, sheet.widths, writing));
    }
    page.commit();
    done += sheet.rows.length;
  }
  await book.commit();
  await breathe(call, laidOut);
  const finished = finishPackage(
    file.bytes(),
    workbook,
    sheets.map(({ name }) => name),
  );
  await breathe(call, 1);
  return finished;
}

/** A stream that keeps what is written to it. */
function collectBytes(): { readonly stream: Writable; bytes(): Uint8Array } {
  const chunks: Buffer[] = [];
  const stream = new Writable({
    write: (chunk: Buffer, _, done) => {
      chunks.push(chunk);
      done();
    },
  });
  return { stream, bytes: () => new Uint8Array(Buffer.concat(chunks)) };
}

/** Tells how far it is and lets the core hear a cancel. */
async function breathe(call: WritingCall | undefined, share: number): Promise<void> {
  call?.report(share);
  await setImmediate();
  if (call?.signal.aborted === true) throw new AppError('cancelled', 'cancelled while the workbook was written');
}

interface NamedSheet {
  readonly sheet: Sheet;
  readonly name: string;
}

/** The names that the sheets have in the file; an apostrophe would have to be doubled wherever a range is named. */
function namedSheets({ sheets }: Workbook): readonly NamedSheet[] {
  const names = sheetNames(sheets.map(({ name }) => name.replaceAll("'", '’')));
  return sheets.map((sheet, index) => ({ sheet, name: names[index] ?? sheet.name }));
}

/** Gives the ranges their names; returns these, which are all that a formula may use. */
function addNames(book: ExcelJS.Workbook, workbook: Workbook, sheets: readonly NamedSheet[]): ReadonlySet<string> {
  const places = new Map(sheets.map(({ sheet, name }) => [sheet.name, name]));
  const names = new Set<string>();
  for (const range of workbook.names ?? []) {
    const { name } = range;
    if (!isRangeName(name) || names.has(name)) throw new RangeError(`no range can have the name ${name}`);
    names.add(name);
    book.definedNames.add(addressOf(range, places.get(range.sheet)), name);
  }
  return names;
}

function addressOf({ name, column, firstRow, lastRow }: NamedRange, sheet: string | undefined): string {
  if (sheet === undefined || firstRow > lastRow) throw new RangeError(`${name} is the name of no range`);
  const letters = columnLetters(column);
  return `'${sheet}'!$${letters}$${firstRow}:$${letters}$${lastRow}`;
}

function describe(book: ExcelJS.Workbook, { title, subject, created }: Workbook): void {
  const instant = new Date(created);
  Object.assign(book, { title, subject, created: instant, modified: instant, language: 'da-DK' });
  book.creator = paperWords.program;
  book.lastModifiedBy = paperWords.program;
}

function addSheet(book: ExcelJS.Workbook, workbook: Workbook, sheet: Sheet, name: string): ExcelJS.Worksheet {
  const header = headerRowOf(sheet);
  const isTable = header > 0 && sheet.onePage !== true && sheet.mixed !== true;
  const isFrozen = isTable && sheet.frozen !== false;
  const page = book.addWorksheet(name, {
    properties: { defaultRowHeight: 13 },
    views: [{ showGridLines: false, ...(isFrozen ? { state: 'frozen' as const, ySplit: header } : {}) }],
    pageSetup: {
      paperSize: a4,
      orientation: sheet.orientation,
      fitToPage: sheet.acrossPages !== true,
      fitToWidth: 1,
      fitToHeight: sheet.onePage === true ? 1 : 0,
      horizontalCentered: sheet.onePage === true,
      margins,
      ...(isTable ? { printTitlesRow: `${header}:${header}` } : {}),
      ...(sheet.acrossPages === true ? { scale: acrossScale } : {}),
      ...(isTable && sheet.acrossPages === true ? { printTitlesColumn: 'A:A' } : {}),
    },
    headerFooter: headerFooter(workbook, sheet),
  });
  page.columns = sheet.widths.map((width) => ({ width }));
  if (sheet.filter === true && header > 0) {
    page.autoFilter = {
      from: { row: header, column: 1 },
      to: { row: Math.max(sheet.rows.length, header), column: sheet.widths.length },
    };
  }
  return page;
}

/** The row of a table's column names, counted from 1; 0 where there is no table. */
function headerRowOf({ rows }: Sheet): number {
  return rows.findIndex(({ isHeader }) => isHeader) + 1;
}

/**
 * Screen readers (JAWS, NVDA) find the names of a table's columns by a name of this form on the first of them: first
 * and last cell of the region, and the number of the sheet. They do not look at Excel's own header rows.
 */
function nameHeader(book: ExcelJS.Workbook, page: ExcelJS.Worksheet, sheet: Sheet): void {
  const header = headerRowOf(sheet);
  if (header === 0) return;
  const last = `${columnLetters(sheet.widths.length)}${lastRowOf(sheet, header)}`;
  const name = `ColumnTitleRegion${page.id}.A${header}.${last}.${page.id}`;
  book.definedNames.add(`'${page.name}'!$A$${header}`, name);
}

/** The last row of a table: before the first that is empty or runs over several columns. Counted from 1. */
function lastRowOf({ rows }: Sheet, header: number): number {
  const after = rows.findIndex(
    ({ cells }, index) => index >= header && (cells.length < 2 || cells.some(({ span = 1 }) => span > 1)),
  );
  return after < 0 ? rows.length : after;
}

/** Who may read it stands on every printed page; a page that says so itself does not say it twice. */
function headerFooter({ classification, footer }: Workbook, sheet: Sheet): Partial<ExcelJS.HeaderFooter> {
  const first = sheet.rows[0]?.cells[0]?.value;
  return {
    oddHeader: first === classification ? '' : `&L${paperText(classification)}`,
    oddFooter: `&L${paperText(footer)}&R${paperText(paperWords.page)} &P ${paperWords.of} &N`,
  };
}

/** `&` is Excel's sign for a code, and a digit after the font size would belong to it. At most 255 in all. */
function paperText(text: string): string {
  return `&"${font},Regular"&8 ${clipText(text, 90).replaceAll('&', '&&')}`;
}

interface Writing {
  readonly names: ReadonlySet<string>;
  readonly styles: StyleShelf;
}

function addRow(
  page: ExcelJS.Worksheet,
  row: SheetRow,
  number: number,
  widths: readonly number[],
  writing: Writing,
): void {
  const target = page.getRow(number);
  const height = rowHeight(row, widths);
  target.height = height;
  const isOneLine = height < twoLines;
  let column = 1;
  for (const { value, style = 'text', span = 1 } of row.cells) {
    writeCell(target.getCell(column), value, style, { row: number, column, isOneLine, ...writing });
    if (span > 1) page.mergeCells(number, column, number, column + span - 1);
    column += span;
  }
  target.commit();
}
