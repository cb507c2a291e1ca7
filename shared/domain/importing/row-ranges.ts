import type { RowRanges } from './problem.ts';

/** So many ranges are kept; what comes after is counted. */
const mostRanges = 500;

/** Collects row numbers, given in ascending order, as ranges. */
export interface RangeList {
  add(first: number, last?: number): void;
  /** The ranges up to and including a row; without one, all. */
  finish(lastRow?: number): RowRanges;
}

export function createRangeList(): RangeList {
  const ranges: [first: number, last: number][] = [];
  let more = 0;
  let open: [first: number, last: number] | null = null;
  const close = () => {
    if (open !== null && ranges.length < mostRanges) ranges.push(open);
    else if (open !== null) more += 1;
    open = null;
  };
  return {
    add(first, last = first) {
      if (last < first) return;
      if (open !== null && open[1] === first - 1) {
        open[1] = last;
        return;
      }
      close();
      open = [first, last];
    },
    finish(lastRow = Infinity) {
      // Rows after the last one with content come last, so they are at most one range.
      if (open !== null && open[0] > lastRow) open = null;
      close();
      const kept = ranges.filter(([first]) => first <= lastRow);
      return { ranges: kept.map(([first, last]) => [first, Math.min(last, lastRow)] as const), more };
    },
  };
}

/** Watches which rows are blank, and knows which are header. */
export interface BlankRows {
  /** Every row that is given, blank or not, in ascending order. */
  pass(row: number): void;
  /** The row just passed is blank. */
  add(row: number): void;
  /** With the last row of a sheet, rows that were never given are blank too. */
  finish(lastRow?: number): { readonly header: RowRanges; readonly blank: RowRanges };
}

export function createBlankRows(headerRow: number): BlankRows {
  const given = createRangeList();
  const withGaps = createRangeList();
  let next = headerRow + 1;
  return {
    pass(row) {
      if (row < next) return;
      withGaps.add(next, row - 1);
      next = row + 1;
    },
    add(row) {
      given.add(row);
      withGaps.add(row);
    },
    finish(lastRow) {
      const blank = lastRow === undefined ? given.finish() : withGaps.finish(lastRow);
      return { header: { ranges: [[1, headerRow]], more: 0 }, blank };
    },
  };
}
