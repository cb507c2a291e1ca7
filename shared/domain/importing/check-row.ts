import { pageWords, summaryWords } from '../../words/importing.ts';
import { cellText, headerText } from './cell-text.ts';
import type { RowProblemCode } from './problem.ts';
import type { RawCell, RawRow } from './raw-row.ts';
import type { RowScan } from './scan-row.ts';

const summaryStart = new RegExp(`^(?:${summaryWords})(?=$|[\\s:=.,(])`, 'i');
const summaryWithin =
  /(?:^|\s)(?:i alt|ialt|subtotal|total)(?=$|[\s:=.,(])|^.{1,60}:\s*\d+\s+(?:sager|rækker|børn|linjer)$/i;
const pageStart = new RegExp(`^(?:${pageWords})(?=$|[\\s:.,(\\d])`, 'i');
/** A line with no more cells than this may be a total that is spread over columns. */
const sparse = 3;

/** Decides row by row what becomes of it: null for a row of a case. Remembers the rows it has seen. */
export interface RowCheck {
  check(row: RawRow, scan: RowScan): RowProblemCode | 'header' | 'blank' | null;
}

/**
 * The order of the checks: lines down to the column names, blank lines, repeated column names (or a title line
 * repeated word for word), sums, rows without a case number, rows identical to an earlier accepted one.
 */
export function createRowCheck(headers: readonly string[], caseIdIndex: number, headerRow: number): RowCheck {
  const names = headers.map(lowered);
  const above = new Set<number>();
  const seen = new Set<number>();
  return {
    check({ row, cells }, scan) {
      if (row <= headerRow) {
        if (scan.filled > 0) above.add(scan.key);
        return 'header';
      }
      if (scan.filled === 0) return 'blank';
      if (above.has(scan.key) || repeatsHeaders(cells, names, caseIdIndex)) return 'repeated-header';
      const id = cellText(cells[caseIdIndex]);
      if (isSummary(cells, scan, id, headers.length)) return 'summary-row';
      if (id === '' || isError(cells[caseIdIndex])) return 'missing-case-id';
      if (seen.has(scan.key)) return 'duplicate-row';
      seen.add(scan.key);
      return null;
    },
  };
}

function isError(cell: RawCell | undefined): boolean {
  return typeof cell === 'object' && cell !== null && 'error' in cell;
}

/** The column of case numbers holds its own name, and so do at least half of the named columns. */
function repeatsHeaders(cells: readonly RawCell[], names: readonly string[], caseIdIndex: number): boolean {
  const id = cells[caseIdIndex];
  const name = names[caseIdIndex] ?? '';
  // The first letter tells nearly every case number from the column's name, without reading the rest.
  if (typeof id !== 'string' || !name.startsWith(cellText(id).charAt(0).toLowerCase())) return false;
  if (lowered(id) !== name) return false;
  const named = names.filter((name) => name !== '').length;
  const same = names.filter((name, index) => name !== '' && lowered(cells[index]) === name).length;
  return same * 2 >= named;
}

function lowered(cell: RawCell | undefined): string {
  return headerText(cell).toLowerCase();
}

function isSummary(cells: readonly RawCell[], scan: RowScan, id: string, columns: number): boolean {
  if (summaryStart.test(id)) return true;
  if (id === '') {
    const first = cellText(cells[scan.first]);
    if (summaryStart.test(first)) return true;
  }
  if (scan.filled > sparse || columns <= sparse) return false;
  if (cells.some((cell) => typeof cell === 'string' && isSummaryText(cell.trim()))) return true;
  // One text alone on its line: a heading of a group (no number in it) or the foot of a page.
  return scan.filled === 1 && id !== '' && (!/\d/.test(id) || pageStart.test(id));
}

function isSummaryText(text: string): boolean {
  return text.length <= 80 && (summaryStart.test(text) || summaryWithin.test(text));
}
