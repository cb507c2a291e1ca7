import type { Chart, Sheet } from '#shared/domain/report/workbook.ts';

import { element, type Xml } from './xml.ts';

/** A4 without the margins that reports have, in points. */
const paper = { portrait: { width: 508, height: 744 }, landscape: { width: 755, height: 498 } };
/** A row without content, in points: the writer's default. */
const emptyRow = 13;
const lastColumnOfExcel = 16_383;

/**
 * The rows after which a printed page must end so that no chart is cut in two: a chart that does not fit on the rest of
 * its page begins a new one, together with a heading on the row above it. `heights` are the rows' heights in points,
 * from the first; rows without one are empty. A chart that is higher than a page, and a sheet that is scaled to one page,
 * get no break.
 */
export function pageBreaks(sheet: Sheet, charts: readonly Chart[], heights: ReadonlyMap<number, number>): number[] {
  if (sheet.onePage === true) return [];
  const page = pageHeight(sheet);
  const header = sheet.rows.findIndex(({ isHeader }) => isHeader) + 1;
  const repeated = header === 0 ? 0 : (heights.get(header) ?? emptyRow);
  const blocks = new Map(charts.map(({ place }) => [firstRow(sheet, place.row), lastRow(charts, place.row)]));
  const breaks: number[] = [];
  const last = Math.max(sheet.rows.length, ...blocks.values());
  let used = 0;
  for (let row = 1; row <= last; row += 1) {
    const end = blocks.get(row);
    const needed = sum(row, end ?? row, heights);
    if (used > 0 && used + needed > page) {
      const fits = needed <= page - repeated;
      if (end !== undefined && fits) breaks.push(row - 1);
      used = row > header ? repeated : 0;
    }
    used += heights.get(row) ?? emptyRow;
  }
  return breaks;
}

/** The element of a sheet that holds these breaks; nothing where there are none. */
export function rowBreaks(breaks: readonly number[]): Xml {
  if (breaks.length === 0) return '';
  const all = breaks.map((id) => element('brk', { id, max: lastColumnOfExcel, man: 1 }));
  return element('rowBreaks', { count: breaks.length, manualBreakCount: breaks.length }, all);
}

/** The heights that are written in a sheet, by the number of the row. */
export function rowHeights(xml: string): ReadonlyMap<number, number> {
  return new Map(
    [...xml.matchAll(/<row r="(\d+)"[^>]*? ht="([\d.]+)"/g)].map(([, row, height]) => [Number(row), Number(height)]),
  );
}

/** How many points of rows go on a page when all columns are made to fit its width. */
function pageHeight({ orientation, widths }: Sheet): number {
  const width = widths.reduce((total, each) => total + 0.75 * (7 * each + 5), 0);
  const { width: room, height } = paper[orientation];
  return height / Math.min(1, room / width);
}

/** The row above a chart goes with it when something is written there. */
function firstRow({ rows }: Sheet, row: number): number {
  const above = rows[row - 2]?.cells.some(({ value }) => value !== null && value !== '') === true;
  return above && rows[row - 2]?.isHeader !== true && row > 2 ? row - 1 : row;
}

/** Charts side by side stay together. */
function lastRow(charts: readonly Chart[], row: number): number {
  return Math.max(...charts.filter(({ place }) => place.row === row).map(({ place }) => place.lastRow));
}

function sum(first: number, last: number, heights: ReadonlyMap<number, number>): number {
  let total = 0;
  for (let row = first; row <= last; row += 1) total += heights.get(row) ?? emptyRow;
  return total;
}
