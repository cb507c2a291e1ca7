import { type Moment, toDate } from '../calendar/local-date.ts';
import { excerpt } from './cell-text.ts';
import { dateOrderOf, isDoubted, type OrderCounts, type OrderEvidence } from './date-evidence.ts';
import { fieldKinds } from './fields.ts';
import type { ImportProblem } from './problem.ts';
import type { OpenValues, RowNotes } from './read-case.ts';
import type { WrittenDate } from './read-cell.ts';
import type { FieldColumn } from './resolve-columns.ts';

/** A date in a row that is kept; `index` is the number of that row among those kept. */
interface KeptDate {
  readonly index: number;
  readonly row: number;
  readonly column: FieldColumn;
  readonly moment: Moment;
  readonly text: string;
}

interface DoubtedDate extends KeptDate {
  readonly slashed: boolean;
}

/** What becomes of a date in a kept row: another one, or none. */
export interface DateEdit extends Pick<KeptDate, 'index' | 'column' | 'moment'> {
  readonly by: Moment | null;
}

interface ColumnNotes extends OrderCounts {
  dayFirst: number;
  monthFirst: number;
  slashedDayFirst: number;
  slashedEither: number;
  hyphened: number;
  timeSeen: boolean;
  readonly either: DoubtedDate[];
  readonly midnight: KeptDate[];
}

/** After so many hyphened dates without one that puts the month first, a column is believed. */
const enough = 2_000;

/** Watches the written dates of every column, for what only the whole column or file can tell. */
export interface DateWatch extends Pick<RowNotes, 'invalidDate'> {
  /** A date in a row that is kept. */
  dated(index: number, row: number, column: FieldColumn, date: WrittenDate): void;
  /** What is to be done about the doubtful dates, in this order, and what is to be told of it. */
  settle(): { readonly edits: readonly DateEdit[]; readonly problems: readonly ImportProblem[] };
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
    dated(index, row, column, date) {
      const { moment, text } = date;
      const timed = moment.length > 10;
      if (!timed && believed[column.index] === true && !text.includes('/')) return;
      const notes = notesOf(column);
      const midnight = timed && moment.endsWith('T00:00');
      if (timed && !midnight) notes.timeSeen = true;
      if (midnight && !notes.timeSeen) notes.midnight.push({ index, row, column, moment, text });
      const evidence = column.dateOrder === undefined ? evidenceOf(date) : null;
      if (evidence !== null) {
        count(notes, evidence);
        const { shows, slashed } = evidence;
        if (shows === 'either') notes.either.push({ index, row, column, moment, text, slashed });
      }
      believed[column.index] = notes.hyphened >= enough && notes.monthFirst === 0;
    },
    invalidDate(column, text) {
      if (column.dateOrder === undefined && dateOrderOf(text)?.shows === 'month-first') notesOf(column).monthFirst += 1;
    },
    settle() {
      const all = [...columns.values()];
      const doubted = all.flatMap((notes) => {
        const doubt = isDoubted(notes, all);
        return doubt === null ? [] : notes.either.filter(({ slashed }) => slashed || doubt === 'all');
      });
      const untimed = all.flatMap(({ timeSeen, midnight }) => (timeSeen ? [] : midnight));
      return { edits: [...doubted.map(without), ...untimed.map(withoutTime)], problems: doubted.map(problemOf) };
    },
  };
}

/** Asked once of every spelling. */
function evidenceOf(date: WrittenDate): OrderEvidence | null {
  date.evidence ??= dateOrderOf(date.text.trim()) ?? 'none';
  return date.evidence === 'none' ? null : date.evidence;
}

function newNotes(): ColumnNotes {
  const counts = { dayFirst: 0, monthFirst: 0, slashedDayFirst: 0, slashedEither: 0, hyphened: 0 };
  return { ...counts, timeSeen: false, either: [], midnight: [] };
}

function count(notes: ColumnNotes, { slashed, shows }: OrderEvidence) {
  if (!slashed) notes.hyphened += 1;
  if (shows === 'day-first') {
    notes.dayFirst += 1;
    if (slashed) notes.slashedDayFirst += 1;
  } else if (slashed) notes.slashedEither += 1;
}

function without({ index, column, moment }: DoubtedDate): DateEdit {
  return { index, column, moment, by: null };
}

/** A column whose every time is 00:00 is written by a database that knows no times: the time is unknown, not midnight. */
function withoutTime({ index, column, moment }: KeptDate): DateEdit {
  return { index, column, moment, by: toDate(moment) };
}

function problemOf({ row, column, text }: DoubtedDate): ImportProblem {
  return { row, column: column.header, code: 'ambiguous-date', value: excerpt(text.trim()) };
}

/** Changes a date in the values of its row, unless it is gone already. */
export function applyEdit(values: OpenValues, { column: { field }, moment, by }: DateEdit): void {
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
