import { cellText, excerpt } from './cell-text.ts';
import { createRowCheck } from './check-row.ts';
import { applyEdit, createDateWatch } from './doubted-dates.ts';
import { KeptRows } from './kept-rows.ts';
import { createLineList, type FinalLine, type LineStore } from './line-store.ts';
import type { ColumnMapping } from './mapping.ts';
import { createProblemList } from './problem-list.ts';
import type { ImportProblem, ProblemKind, RowCounts, RowProblemCode, RowRanges } from './problem.ts';
import type { RawRow } from './raw-row.ts';
import { readCase, readFact, readField, type RowNotes } from './read-case.ts';
import { renumberCpr } from './renumber-cpr.ts';
import { factColumns, fieldColumns, resolveColumns } from './resolve-columns.ts';
import { createBlankRows } from './row-ranges.ts';
import { RowReader } from './row-reader.ts';
import { factNamesInOrder, valueNames, valuesShape } from './values-shape.ts';

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
  const reader = new RowReader(fields, facts, valueNames(fields), factNamesInOrder(factNames));
  const kept = new KeptRows(store, shape, factNames);
  const notes: RowNotes = {
    problem: (problem) => problems.add(problem),
    dated(row, column, moment, text) {
      watch.dated(kept.count, row, column, { moment, text });
    },
    invalidDate: (column, text) => watch.invalidDate(column, text),
  };
  const seen = { rows: 0, header: 0, accepted: 0, rejected: 0 };
  const tell = (row: number): void => {
    for (const { cell, field, fact } of reader.told.toSorted((a, b) => a.place - b.place)) {
      if (field !== null) readField(row, cell, field, {}, notes);
      else if (fact !== null) readFact(row, cell, fact, notes);
    }
  };
  const keep = (raw: RawRow): void => {
    if (!reader.isWhole || reader.id === '') {
      const row = readCase(raw, fields, facts, notes, shape);
      kept.addRow(row.values.case_id ?? cellText(raw.cells[caseIdIndex]), row);
      return;
    }
    for (const { column, reading } of reader.dated) {
      for (const date of reading.dates ?? []) watch.dated(kept.count, raw.row, column, date);
    }
    if (reader.told.length > 0) tell(raw.row);
    kept.addLine(reader.id, raw.row, reader.line(), reader.isUnsorted);
  };
  return {
    add(raw) {
      seen.rows += 1;
      blanks.pass(raw.row);
      reader.read(raw.cells);
      const outcome = check.check(raw, reader);
      if (outcome === 'header') seen.header += 1;
      else if (outcome === 'blank') blanks.add(raw.row);
      else if (outcome === null) {
        seen.accepted += 1;
        keep(raw);
      } else {
        seen.rejected += 1;
        problems.add(rowProblem(raw, outcome));
      }
    },
    finish(lastRow) {
      const doubts = watch.settle();
      for (const edit of doubts.edits) kept.change(edit.index, (values) => applyEdit(values, edit));
      const renumbered = renumberCpr(kept, headers[caseIdIndex] ?? '');
      for (const problem of [...doubts.problems, ...renumbered]) problems.add(problem);
      const { problems: listed, kinds: problemKinds } = problems.finish();
      const rows = countRows(seen, mapping.headerRow, lastRow);
      const ranges = blanks.finish(lastRow);
      const sorted = inOrder(listed, headers);
      return { ids: [...kept.groups.keys()], lines: kept.lines(), problems: sorted, problemKinds, rows, ranges };
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
