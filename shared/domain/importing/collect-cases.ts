import type { CaseRecord } from '../population/case.ts';
import { cellText, excerpt } from './cell-text.ts';
import { createRowCheck } from './check-row.ts';
import { createDateWatch } from './doubted-dates.ts';
import { groupRows } from './group-rows.ts';
import type { ColumnMapping } from './mapping.ts';
import { createProblemList } from './problem-list.ts';
import type { ImportProblem, ProblemKind, RowCounts, RowProblemCode, RowRanges } from './problem.ts';
import type { RawRow } from './raw-row.ts';
import { type ReadRow, readCase, type RowNotes } from './read-case.ts';
import { renumberCpr } from './renumber-cpr.ts';
import { factColumns, fieldColumns, resolveColumns } from './resolve-columns.ts';
import { createBlankRows } from './row-ranges.ts';
import { valuesShape } from './values-shape.ts';

export interface CollectedCases {
  readonly cases: readonly CaseRecord[];
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

/** Turns the rows of one file into cases. Never throws for what a file may hold; every row is counted once. */
export function createCaseCollector(mapping: ColumnMapping, headers: readonly string[]): CaseCollector {
  const { resolved } = resolveColumns(mapping.columns, headers);
  const fields = fieldColumns(resolved);
  const facts = factColumns(resolved);
  const shape = valuesShape(fields);
  const factNames = facts.map(({ name }) => name);
  const caseIdIndex = fields.find(({ field }) => field === 'case_id')?.index ?? -1;
  const check = createRowCheck(headers, caseIdIndex, mapping.headerRow);
  const problems = createProblemList();
  const blanks = createBlankRows(mapping.headerRow);
  const watch = createDateWatch();
  const notes: RowNotes = {
    problem: (problem) => problems.add(problem),
    dated: (row, column, values, moment, text) => watch.dated(row, column, values, moment, text),
    invalidDate: (column, text) => watch.invalidDate(column, text),
  };
  const groups = new Map<string, ReadRow[]>();
  const seen = { rows: 0, header: 0, accepted: 0, rejected: 0 };
  return {
    add(raw) {
      seen.rows += 1;
      blanks.pass(raw.row);
      const outcome = check.check(raw);
      if (outcome === 'header') seen.header += 1;
      else if (outcome === 'blank') blanks.add(raw.row);
      else if (outcome === null) {
        seen.accepted += 1;
        const row = readCase(raw, fields, facts, notes, shape);
        addTo(groups, row.values.case_id ?? cellText(raw.cells[caseIdIndex]), row);
      } else {
        seen.rejected += 1;
        problems.add(rowProblem(raw, outcome));
      }
    },
    finish(lastRow) {
      watch.settle().forEach((problem) => problems.add(problem));
      renumberCpr(groups, headers[caseIdIndex] ?? '').forEach((problem) => problems.add(problem));
      const cases = [...groups].map(([id, rows]) => groupRows(id, rows, factNames));
      const { problems: listed, kinds: problemKinds } = problems.finish();
      const order = new Map(headers.map((header, index) => [header, index]));
      const place = ({ column }: ImportProblem) => (column === undefined ? -1 : (order.get(column) ?? -1));
      const sorted = listed.toSorted((a, b) => a.row - b.row || place(a) - place(b));
      const rows = countRows(seen, mapping.headerRow, lastRow);
      return { cases, problems: sorted, problemKinds, rows, ranges: blanks.finish(lastRow) };
    },
  };
}

function addTo(groups: Map<string, ReadRow[]>, id: string, row: ReadRow) {
  const group = groups.get(id);
  if (group === undefined) groups.set(id, [row]);
  else group.push(row);
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
