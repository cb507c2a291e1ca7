import { type Moment, toDate } from '../calendar/local-date.ts';
import { excerpt } from './cell-text.ts';
import { fieldKinds } from './fields.ts';
import type { ImportProblem } from './problem.ts';
import type { OpenValues, RowNotes } from './read-case.ts';
import type { FieldColumn } from './resolve-columns.ts';
import { isAmbiguousColumn, slashOrder } from './slash-order.ts';

interface DatedCell {
  readonly row: number;
  readonly column: FieldColumn;
  readonly values: OpenValues;
  readonly moment: Moment;
  readonly text: string;
}

interface ColumnNotes {
  dayFirst: number;
  monthFirst: number;
  timeSeen: boolean;
  readonly either: DatedCell[];
  readonly midnight: DatedCell[];
}

/** Watches the written dates of every column, for what only the whole column can tell. */
export interface DateWatch extends Pick<RowNotes, 'dated' | 'invalidDate'> {
  /** Takes the doubtful dates out of the rows they were read into, and says which. */
  settle(): readonly ImportProblem[];
}

export function createDateWatch(): DateWatch {
  const columns = new Map<number, ColumnNotes>();
  const notesOf = (column: FieldColumn): ColumnNotes => {
    const known = columns.get(column.index);
    if (known !== undefined) return known;
    const notes = { dayFirst: 0, monthFirst: 0, timeSeen: false, either: [], midnight: [] };
    columns.set(column.index, notes);
    return notes;
  };
  return {
    dated(row, column, values, moment, text) {
      const timed = moment.length > 10;
      if (!timed && !text.includes('/')) return;
      const notes = notesOf(column);
      const midnight = timed && moment.endsWith('T00:00');
      if (timed && !midnight) notes.timeSeen = true;
      const order = slashOrder(text.trim());
      if (order === 'day-first') notes.dayFirst += 1;
      if (midnight && !notes.timeSeen) notes.midnight.push({ row, column, values, moment, text });
      if (order === 'either') notes.either.push({ row, column, values, moment, text });
    },
    invalidDate(column, text) {
      if (slashOrder(text) === 'month-first') notesOf(column).monthFirst += 1;
    },
    settle() {
      const all = [...columns.values()];
      const problems = all.filter(isAmbiguousColumn).flatMap(({ either }) => either.map(dropDate));
      for (const { timeSeen, midnight } of all) if (!timeSeen) midnight.forEach(dropTime);
      return problems;
    },
  };
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
