import { cellText } from './cell-text.ts';
import { applyEdit, createDateWatch } from './doubted-dates.ts';
import { KeptRows } from './kept-rows.ts';
import type { FinalLine, LineStore } from './line-store.ts';
import type { ImportProblem } from './problem.ts';
import type { RawCell, RawRow } from './raw-row.ts';
import { readCase, readFact, readField, type RowNotes } from './read-case.ts';
import { renumberCpr } from './renumber-cpr.ts';
import { factColumns, fieldColumns, type ResolvedColumn } from './resolve-columns.ts';
import { RowReader } from './row-reader.ts';
import type { RowScan } from './scan-row.ts';
import { factNamesInOrder, valueNames, valuesShape } from './values-shape.ts';

/** Reads rows and keeps those that are accepted, as lines in a store. */
export interface RowKeeper {
  /** The index of the column of case numbers, or -1. */
  readonly caseIdIndex: number;
  /** Looks at the next row; what it says holds until the one after. */
  read(cells: readonly RawCell[]): RowScan;
  /** Keeps the row that was just looked at. */
  keep(row: RawRow): void;
  /** Ends the reading. `header`: the name of the column of case numbers. */
  finish(header: string): { readonly ids: readonly string[]; readonly lines: Iterable<FinalLine> };
}

/** `tell` hears of every cell that is odd; of what the whole file tells, at the end. */
export function createRowKeeper(
  resolved: readonly ResolvedColumn[],
  store: LineStore,
  tell: (problem: ImportProblem) => void,
): RowKeeper {
  const fields = fieldColumns(resolved);
  const facts = factColumns(resolved);
  const shape = valuesShape(fields);
  const factNames = facts.map(({ name }) => name);
  const caseIdIndex = fields.find(({ field }) => field === 'case_id')?.index ?? -1;
  const watch = createDateWatch();
  const reader = new RowReader(fields, facts, valueNames(fields), factNamesInOrder(factNames));
  const kept = new KeptRows(store, shape, factNames);
  const notes: RowNotes = {
    problem: tell,
    dated: (row, column, moment, text) => watch.dated(kept.count, row, column, { moment, text }),
    invalidDate: (column, text) => watch.invalidDate(column, text),
  };
  return {
    caseIdIndex,
    read(cells) {
      reader.read(cells);
      return reader;
    },
    keep(raw) {
      if (!reader.isWhole || reader.id === '') {
        const row = readCase(raw, fields, facts, notes, shape);
        kept.addRow(row.values.case_id ?? cellText(raw.cells[caseIdIndex]), row);
        return;
      }
      for (const { column, reading } of reader.dated) {
        for (const date of reading.dates ?? []) watch.dated(kept.count, raw.row, column, date);
      }
      if (reader.told.length > 0) tellOf(reader, raw.row, notes);
      kept.addLine(reader.id, raw.row, reader.line(), reader.isUnsorted);
    },
    finish(header) {
      const doubts = watch.settle();
      for (const edit of doubts.edits) kept.change(edit.index, (values) => applyEdit(values, edit));
      for (const problem of [...doubts.problems, ...renumberCpr(kept, header)]) tell(problem);
      return { ids: [...kept.groups.keys()], lines: kept.lines() };
    },
  };
}

/** Reads the cells of which something has to be told once more, with the row's number. */
function tellOf({ told }: RowReader, row: number, notes: RowNotes) {
  for (const { cell, field, fact } of told.toSorted((a, b) => a.place - b.place)) {
    if (field !== null) readField(row, cell, field, {}, notes);
    else if (fact !== null) readFact(row, cell, fact, notes);
  }
}
