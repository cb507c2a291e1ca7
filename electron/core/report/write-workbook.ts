import type ExcelJS from 'exceljs';

import { formatDanish } from '#shared/domain/calendar/format.ts';
import { partsOf } from '#shared/domain/calendar/local-date.ts';
import { sheetNames } from '#shared/domain/report/sheet-parts.ts';
import type { Cell, CellStyle, Sheet, SheetRow, Workbook } from '#shared/domain/report/workbook.ts';
import { paperWords } from '#shared/words/report.ts';

import { cellLooks, lookAt, openDotColor } from './cell-looks.ts';
import { finishPackage } from './finish-package.ts';
import { rowHeight } from './row-height.ts';

const a4 = 9;
const longestText = 32_767;
const font = 'Arial';
/** Excel counts days from 1900. */
const firstExcelYear = 1900;
/** Below this height a row of a table holds one line of text, which then stands in the middle. */
const twoLines = 25;
const margins = { left: 0.6, right: 0.6, top: 0.7, bottom: 0.65, header: 0.3, footer: 0.3 };

/**
 * A workbook as the bytes of an Excel file. The same workbook gives the same bytes. Texts are stored as text whatever
 * they begin with; there is no formula, no link and no macro in the file.
 */
export async function writeWorkbook(workbook: Workbook): Promise<Uint8Array> {
  const { default: excel } = await import('exceljs');
  const book = new excel.Workbook();
  describe(book, workbook);
  const names = sheetNames(workbook.sheets.map(({ name }) => name));
  workbook.sheets.forEach((sheet, index) => addSheet(book, workbook, sheet, names[index] ?? sheet.name));
  return finishPackage(new Uint8Array(await book.xlsx.writeBuffer()));
}

function describe(book: ExcelJS.Workbook, { title, subject, created }: Workbook): void {
  const instant = new Date(created);
  Object.assign(book, { title, subject, created: instant, modified: instant, language: 'da-DK' });
  book.creator = paperWords.program;
  book.lastModifiedBy = paperWords.program;
}

function addSheet(book: ExcelJS.Workbook, workbook: Workbook, sheet: Sheet, name: string): void {
  const header = sheet.rows.findIndex(({ isHeader }) => isHeader) + 1;
  const isTable = header > 0 && sheet.onePage !== true;
  const isFrozen = isTable && sheet.frozen !== false;
  const page = book.addWorksheet(name, {
    properties: { defaultRowHeight: 13 },
    views: [{ showGridLines: false, ...(isFrozen ? { state: 'frozen' as const, ySplit: header } : {}) }],
    pageSetup: {
      paperSize: a4,
      orientation: sheet.orientation,
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: sheet.onePage === true ? 1 : 0,
      horizontalCentered: sheet.onePage === true,
      margins,
      ...(isTable ? { printTitlesRow: `${header}:${header}` } : {}),
    },
    headerFooter: headerFooter(workbook, sheet),
  });
  page.columns = sheet.widths.map((width) => ({ width }));
  sheet.rows.forEach((row, index) => addRow(page, row, index + 1, sheet.widths));
  if (sheet.filter === true && header > 0) {
    page.autoFilter = {
      from: { row: header, column: 1 },
      to: { row: Math.max(sheet.rows.length, header), column: sheet.widths.length },
    };
  }
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
  return `&"${font},Regular"&8 ${text.slice(0, 90).replaceAll('&', '&&')}`;
}

function addRow(page: ExcelJS.Worksheet, row: SheetRow, number: number, widths: readonly number[]): void {
  const target = page.getRow(number);
  target.height = rowHeight(row, widths);
  const isOneLine = target.height < twoLines;
  let column = 1;
  for (const cell of row.cells) {
    const span = cell.span ?? 1;
    if (span > 1) page.mergeCells(number, column, number, column + span - 1);
    fill(target.getCell(column), cell, column, isOneLine);
    column += span;
  }
}

function fill(target: ExcelJS.Cell, { value, style = 'text' }: Cell, column: number, isOneLine: boolean): void {
  const look = lookAt(style, column);
  target.font = { name: font, size: look.size, bold: look.bold, color: { argb: look.color } };
  target.alignment = {
    horizontal: look.horizontal,
    vertical: isOneLine && look.line !== undefined ? 'middle' : look.vertical,
    wrapText: typeof value === 'string' && style !== 'dots',
    ...(look.indent > 0 ? { indent: look.indent } : {}),
  };
  if (look.fill !== undefined) {
    target.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: look.fill } };
  }
  if (look.line !== undefined) {
    target.border = { bottom: { style: look.line.style, color: { argb: look.line.color } } };
  }
  setValue(target, value, style);
}

/** Number formats are stored in their en-US form and shown the Danish way by a Danish Excel. */
function setValue(target: ExcelJS.Cell, value: Cell['value'], style: CellStyle): void {
  if (value === null || value === '') return;
  if (typeof value === 'string') {
    setText(target, value, style);
  } else if (typeof value === 'number') {
    target.value = value;
    target.numFmt = Number.isInteger(value) ? '#,##0' : '#,##0.0';
  } else if (typeof value === 'boolean') {
    target.value = value ? paperWords.yes : paperWords.no;
  } else if ('formula' in value) {
    setValue(target, value.result, style);
  } else if ('share' in value) {
    target.value = value.share;
    target.numFmt = '0\\ %';
  } else if (partsOf(value.date).year < firstExcelYear) {
    setText(target, formatDanish(value.date), style);
  } else {
    const { year, month, day } = partsOf(value.date);
    target.value = new Date(Date.UTC(year, month - 1, day));
    target.numFmt = 'dd\\-mm\\-yyyy';
    target.alignment = { ...target.alignment, horizontal: 'left' };
  }
}

function setText(target: ExcelJS.Cell, value: string, style: CellStyle): void {
  const text = clean(value);
  target.numFmt = '@';
  // The lock means nothing on an unprotected sheet; `finishPackage` turns this mark into Excel's text mark.
  if (looksLikeFormula(text)) target.protection = { locked: false };
  target.value = style === 'dots' ? { richText: dotRuns(text) } : text;
}

/** What a spreadsheet may take for a formula when the cell is edited or saved as text (CWE-1236). */
function looksLikeFormula(text: string): boolean {
  return /^[\s\p{Cf}]*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/u.test(text) || /^[\t\r\n]/.test(text);
}

/** Excel has no control characters and no text longer than 32,767. */
function clean(text: string): string {
  // oxlint-disable-next-line no-control-regex -- control characters are what is removed
  const kept = text.replace(/\r\n?/g, '\n').replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '');
  return kept.toWellFormed().slice(0, longestText);
}

function dotRuns(text: string): ExcelJS.RichText[] {
  const look = cellLooks.dots;
  return (text.match(/●+|[^●]+/g) ?? []).map((run) => ({
    text: run,
    font: { name: font, size: look.size, color: { argb: run.startsWith('●') ? look.color : openDotColor } },
  }));
}
