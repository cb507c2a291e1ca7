import { type Moment, toDate } from '../calendar/local-date.ts';
import { excerpt } from './cell-text.ts';
import { dateOrderOf, isDoubted, type OrderCounts } from './date-evidence.ts';
import { fieldKinds } from './fields.ts';
import type { ImportProblem } from './problem.ts';
import type { OpenValues, RowNotes } from './read-case.ts';
import type { FieldColumn } from './resolve-columns.ts';

interface DatedCell {
  readonly row: number;
  readonly column: FieldColumn;
  readonly values: OpenValues;
  readonly moment: Moment;
  readonly text: string;
}

interface DoubtedCell extends DatedCell {
  readonly slashed: boolean;
}

interface ColumnNotes extends OrderCounts {
  dayFirst: number;
  monthFirst: number;
  slashedDayFirst: number;
  slashedEither: number;
  hyphened: number;
  timeSeen: boolean;
  readonly either: DoubtedCell[];
  readonly midnight: DatedCell[];
}

/** After so many hyphened dates without one that puts the month first, a column is believed. */
const enough = 2_000;

/** Watches the written dates of every column, for what only the whole column or file can tell. */
export interface DateWatch extends Pick<RowNotes, 'dated' | 'invalidDate'> {
  /** Takes the doubtful dates out of the rows they were read into, and says which. */
  settle(): readonly ImportProblem[];
}

export function createDateWatch(): DateWatch {
  const columns = new Map<number, ColumnNotes>();
  const believed: boolean[] = [];
  const notesOf = (column: FieldColumn): ColumnNotes => {
    const known = columns.get(column.index);
    if (known !== undefined) return known;
    const notes = newNotes();
    columns.set(column.index, notes);
    return notes;
  };
  return {
    dated(row, column, values, moment, text) {
      const timed = moment.length > 10;
      if (!timed && believed[column.index] === true && !text.includes('/')) return;
      const notes = notesOf(column);
      const midnight = timed && moment.endsWith('T00:00');
      if (timed && !midnight) notes.timeSeen = true;
      if (midnight && !notes.timeSeen) notes.midnight.push({ row, column, values, moment, text });
      if (column.dateOrder === undefined) weigh(notes, { row, column, values, moment, text });
      believed[column.index] = notes.hyphened >= enough && notes.monthFirst === 0;
    },
    invalidDate(column, text) {
      if (column.dateOrder === undefined && dateOrderOf(text)?.shows === 'month-first') notesOf(column).monthFirst += 1;
    },
    settle() {
      const all = [...columns.values()];
      const problems = all.flatMap((notes) => {
        const doubt = isDoubted(notes, all);
        return doubt === null ? [] : notes.either.filter(({ slashed }) => slashed || doubt === 'all').map(dropDate);
      });
      for (const { timeSeen, midnight } of all) if (!timeSeen) midnight.forEach(dropTime);
      return problems;
    },
  };
}

function newNotes(): ColumnNotes {
  const counts = { dayFirst: 0, monthFirst: 0, slashedDayFirst: 0, slashedEither: 0, hyphened: 0 };
  return { ...counts, timeSeen: false, either: [], midnight: [] };
}

function weigh(notes: ColumnNotes, cell: DatedCell) {
  const evidence = dateOrderOf(cell.text.trim());
  if (evidence === null) return;
  count(notes, evidence);
  if (evidence.shows === 'either') notes.either.push({ ...cell, slashed: evidence.slashed });
}

function count(notes: ColumnNotes, { slashed, shows }: { slashed: boolean; shows: string }) {
  if (!slashed) notes.hyphened += 1;
  if (shows === 'day-first') {
    notes.dayFirst += 1;
    if (slashed) notes.slashedDayFirst += 1;
  } else if (slashed) notes.slashedEither += 1;
}

/** A column whose every time is 00:00 is written by a database that knows no times: the time is unknown, not midnight. */
function dropTime({ values, column, moment }: DatedCell) {
  replaceIn(values, column, moment, toDate(moment));
}

function dropDate({ row, values, column, moment, text }: DatedCell): ImportProblem {
  replaceIn(values, column, moment, null);
  return { row, column: column.header, code: 'ambiguous-date', value: excerpt(text.trim()) };
}

function replaceIn(values: OpenValues, { field }: FieldColumn, moment: Moment, by: Moment | null) {
  if (fieldKinds[field] === 'moments') {
    const list = values[field];
    const kept = Array.isArray(list)
      ? list.flatMap((item) => (item !== moment ? [item] : by === null ? [] : [by]))
      : [];
    if (kept.length > 0) values[field] = kept;
    else delete values[field];
    return;
  }
  if (values[field] !== moment) return;
  if (by === null) delete values[field];
  else values[field] = by;
}
