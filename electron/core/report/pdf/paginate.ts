import type { PageMeasures } from './page-measures.ts';
import type { SetCell, SetRow } from './set-sheet.ts';

/** A row, or some lines of it, on a page. `y` from the paper's upper edge; `index` tells which row of the sheet. */
export interface PlacedRow {
  readonly row: SetRow;
  readonly y: number;
  readonly index: number;
  /** The names of the columns again, for a table that goes on from the page before. */
  readonly repeated?: boolean;
}

export type PlacedPage = readonly PlacedRow[];

/** The rows on as many pages as they need. No line is lost: a row that is higher than a page goes on upon the next. */
export function paginate(rows: readonly SetRow[], page: PageMeasures): readonly PlacedPage[] {
  const bottom = page.top + page.contentHeight;
  const pages: PlacedRow[][] = [[]];
  let y = page.top;
  let header: SetRow | null = null;
  const put = (row: SetRow, index: number, repeated = false): void => {
    pages.at(-1)?.push({ row, y, index, ...(repeated ? { repeated } : {}) });
    y += row.height;
  };
  const turn = (index: number, { kind }: SetRow): void => {
    pages.push([]);
    y = page.top;
    if (kind === 'row' && header !== null && header.height < page.contentHeight / 3) put(header, index, true);
  };
  rows.forEach((row, index) => {
    header = row.kind === 'header' ? row : row.kind === 'row' ? header : null;
    const isFirst = y === page.top;
    if (!isFirst && y + row.height + followers(rows, index) > bottom + 0.01) turn(index, row);
    let rest = row;
    while (y + rest.height > bottom + 0.01) {
      const parts = split(rest, bottom - y);
      if (parts === null) break;
      put(parts.head, index);
      rest = parts.tail;
      turn(index, row);
    }
    put(rest, index);
  });
  return pages;
}

/** A heading, and the names of columns, stay with what comes next. */
function followers(rows: readonly SetRow[], index: number): number {
  const row = rows[index];
  const next = rows[index + 1];
  if (row === undefined || next === undefined) return 0;
  const leads = row.kind === 'header' || row.cells.some(({ style }) => style === 'heading' || style === 'strong');
  const least = Math.min(next.height, next.air + 2 * Math.max(0, ...next.cells.map(({ lineHeight }) => lineHeight)));
  return leads ? least + (next.kind === 'text' || next.kind === 'item' ? 0 : followers(rows, index + 1)) : 0;
}

/** Null where not even one line fits, or nothing would be left for the next page. */
function split(row: SetRow, room: number): { readonly head: SetRow; readonly tail: SetRow } | null {
  const fits = ({ lineHeight }: SetCell): number => Math.floor((room - row.air) / lineHeight);
  if (row.cells.every((cell) => cell.lines.length <= fits(cell) || fits(cell) < 1)) return null;
  const head = row.cells.map((cell) => ({ ...cell, lines: cell.lines.slice(0, fits(cell)) }));
  const tail = row.cells.map((cell) => {
    const { style, look, size, lineHeight, x, width, lines } = cell;
    return { style, look, size, lineHeight, x, width, lines: lines.slice(fits(cell)) };
  });
  return {
    head: { ...row, cells: head, height: room },
    tail: { ...row, cells: tail, height: heightOf(tail, row.air) },
  };
}

function heightOf(cells: readonly SetCell[], air: number): number {
  return air + Math.max(0, ...cells.map(({ lines, lineHeight }) => lines.length * lineHeight));
}
