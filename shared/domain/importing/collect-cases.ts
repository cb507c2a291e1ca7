import { cellText, excerpt } from './cell-text.ts';
import { createRowCheck } from './check-row.ts';
import { createLineList, type FinalLine, type LineStore } from './line-store.ts';
import type { ColumnMapping } from './mapping.ts';
import { createProblemList } from './problem-list.ts';
import type { ImportProblem, ProblemKind, RowCounts, RowProblemCode, RowRanges } from './problem.ts';
import type { RawRow } from './raw-row.ts';
import { resolveColumns } from './resolve-columns.ts';
import { createRowKeeper } from './row-keeper.ts';
import { createBlankRows } from './row-ranges.ts';

export interface CollectedCases {
  /** The case numbers, in the order in which the cases first stand in the file. */
  readonly ids: readonly string[];
  /** The line of each case, in the same order: one in the store or a new one. To be gone through once. */
  readonly lines: Iterable<FinalLine>;
  /** By row, then in the order of the columns; the first ones of each kind where there are too many. */
  readonly problems: readonly ImportProblem[];
  /** Counts every problem, listed or not. */
  readonly problemKinds: readonly ProblemKind[];
  readonly ranges: { readonly header: RowRanges; readonly blank: RowRanges };
  readonly rows: RowCounts;
}

export interface CaseCollector {
  /** Takes the next row of the file, the lines above the column names included. */
  add(row: RawRow): void;
  /**
   * `lastRow`: the number of the last row of a sheet, where rows that were never given count as blank. Without it
   * (text files, whose every record is given) the rows given are the total.
   */
  finish(lastRow?: number): CollectedCases;
}

/**
 * Turns the rows of one file into cases. Never throws for what a file may hold; every row is counted once. A row goes
 * into `store` as soon as it is read, as the line of a case of its own, and nothing else is kept of it; only cases of
 * several rows, and rows of which something has to be told, are read again.
 */
export function createCaseCollector(
  mapping: ColumnMapping,
  headers: readonly string[],
  store: LineStore = createLineList(),
): CaseCollector {
  const problems = createProblemList();
  const keeper = createRowKeeper(resolveColumns(mapping.columns, headers).resolved, store, (problem) =>
    problems.add(problem),
  );
  const check = createRowCheck(headers, keeper.caseIdIndex, mapping.headerRow);
  const blanks = createBlankRows(mapping.headerRow);
  const seen = { rows: 0, header: 0, accepted: 0, rejected: 0 };
  return {
    add(raw) {
      seen.rows += 1;
      blanks.pass(raw.row);
      const outcome = check.check(raw, keeper.read(raw.cells));
      if (outcome === 'header') seen.header += 1;
      else if (outcome === 'blank') blanks.add(raw.row);
      else if (outcome === null) {
        seen.accepted += 1;
        keeper.keep(raw);
      } else {
        seen.rejected += 1;
        problems.add(rowProblem(raw, outcome));
      }
    },
    finish(lastRow) {
      const cases = keeper.finish(headers[keeper.caseIdIndex] ?? '');
      const { problems: listed, kinds: problemKinds } = problems.finish();
      const rows = countRows(seen, mapping.headerRow, lastRow);
      return { ...cases, problems: inOrder(listed, headers), problemKinds, rows, ranges: blanks.finish(lastRow) };
    },
  };
}

function inOrder(problems: readonly ImportProblem[], headers: readonly string[]): readonly ImportProblem[] {
  const order = new Map(headers.map((header, index) => [header, index]));
  const place = ({ column }: ImportProblem) => (column === undefined ? -1 : (order.get(column) ?? -1));
  return problems.toSorted((a, b) => a.row - b.row || place(a) - place(b));
}

function rowProblem({ row, cells }: RawRow, code: RowProblemCode): ImportProblem {
  if (code !== 'summary-row') return { row, code };
  const text = cells
    .map((cell) => cellText(cell).slice(0, 80))
    .filter((part) => part !== '')
    .slice(0, 4)
    .join(' ');
  return { row, code, value: excerpt(text) };
}

type SeenRows = Readonly<Record<'rows' | 'header' | 'accepted' | 'rejected', number>>;

function countRows({ rows, header, accepted, rejected }: SeenRows, headerRow: number, lastRow?: number): RowCounts {
  const total = lastRow === undefined ? rows : Math.max(lastRow, headerRow);
  const above = lastRow === undefined ? header : headerRow;
  return { total, header: above, blank: total - above - accepted - rejected, accepted, rejected };
}
