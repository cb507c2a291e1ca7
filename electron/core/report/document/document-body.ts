import type { Paragraph, Table, TextRun } from 'docx';

import type { Cell, CellStyle, Sheet, SheetRow } from '#shared/domain/report/workbook.ts';

import { cellLooks } from '../cell-looks.ts';
import { rowsWithChartTexts } from '../chart-texts.ts';
import { cellText, listItem, rowKind } from '../paper-cell.ts';
import { type Docx, wordColor, wordNames } from './word-styles.ts';

/** The width between the margins of A4, in twentieths of a point. */
const textWidth = 9638;

/** A sheet as Word's own headings, paragraphs, lists and tables, in the order of its rows. */
export function documentBody(docx: Docx, sheet: Sheet): (Paragraph | Table)[] {
  const body: (Paragraph | Table)[] = [];
  let table: SheetRow[] = [];
  let list = 0;
  let inList = false;
  const closeTable = (): void => {
    if (table.length > 0) body.push(tableOf(docx, table, sheet.widths));
    table = [];
  };
  for (const row of rowsWithChartTexts(sheet)) {
    const kind = rowKind(row);
    if (kind === 'header' || kind === 'row') {
      table.push(row);
      continue;
    }
    closeTable();
    if (kind === 'item' && !inList) list += 1;
    inList = kind === 'item';
    if (kind !== 'space') body.push(paragraphOf(docx, row.cells[0] ?? { value: '' }, list));
  }
  closeTable();
  return body;
}

function paragraphOf(docx: Docx, { value, style = 'text' }: Cell, list: number): Paragraph {
  const text = cellText(value);
  const item = listItem(text);
  if (item !== null) {
    const reference = item.label === '•' ? wordNames.bullets : wordNames.numbers;
    return new docx.Paragraph({ children: runs(docx, item.text), numbering: { reference, level: 0, instance: list } });
  }
  return new docx.Paragraph({ children: runs(docx, text), ...styleOf(docx, style) });
}

function styleOf({ HeadingLevel }: Docx, style: CellStyle) {
  if (style === 'title') return { heading: HeadingLevel.TITLE };
  if (style === 'heading') return { heading: HeadingLevel.HEADING_1 };
  if (style === 'strong') return { heading: HeadingLevel.HEADING_2 };
  if (style === 'muted' || style === 'subtitle') return { style: wordNames.note };
  return style.startsWith('status-') ? { style: wordNames.status } : {};
}

/** Line ends stay line ends. XML has no control characters. */
function runs({ TextRun: Run }: Docx, text: string): TextRun[] {
  const kept = text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/(?!\n)[\p{Cc}\uFFFE\uFFFF]/gu, ' ');
  return kept.split('\n').map((line, index) => new Run({ text: line, ...(index === 0 ? {} : { break: 1 }) }));
}

/** The names of the columns are repeated on each page; the first cell of a row names it. */
function tableOf(docx: Docx, rows: readonly SheetRow[], widths: readonly number[]): Table {
  const { Table: WordTable, TableRow, TableLayoutType, WidthType, BorderStyle } = docx;
  const all = widths.reduce((sum, width) => sum + width, 0);
  const columnWidths = widths.map((width) => Math.floor((width / all) * textWidth));
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
  const line = { style: BorderStyle.SINGLE, size: 4, color: wordColor(cellLooks.cell.line?.color ?? '') };
  return new WordTable({
    width: { size: columnWidths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths,
    layout: TableLayoutType.FIXED,
    borders: { top: none, left: none, right: none, insideVertical: none, insideHorizontal: line, bottom: line },
    rows: rows.map(
      (row) =>
        new TableRow({
          tableHeader: row.isHeader === true,
          cantSplit: true,
          children: columnWidths.map((width, index) => tableCell(docx, row, row.cells[index], width)),
        }),
    ),
  });
}

function tableCell(docx: Docx, { isHeader }: SheetRow, cell: Cell | undefined, width: number) {
  const { AlignmentType, Paragraph: WordParagraph, TableCell, WidthType } = docx;
  const { value, style = 'text' } = cell ?? { value: null };
  const isRight = cellLooks[style].horizontal === 'right';
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    children: [
      new WordParagraph({
        children: runs(docx, cellText(value)),
        style: isHeader === true ? wordNames.tableHead : wordNames.tableText,
        alignment: isRight ? AlignmentType.RIGHT : AlignmentType.LEFT,
      }),
    ],
  });
}
