import type { Moment } from '../calendar/local-date.ts';
import { toDate } from '../calendar/local-date.ts';
import { cellText, excerpt } from './cell-text.ts';
import { readCpr } from './cpr.ts';
import { dayFirst } from './date-order.ts';
import { categoryFields, type FieldId, fieldKinds, type FieldValues } from './fields.ts';
import { maskCprCell, maskRealCpr } from './mask-cpr.ts';
import { parseFlag, parseFlags } from './parse-flag.ts';
import { type DateProblem, isDateProblem, parseMoment } from './parse-moment.ts';
import { parseMoments } from './parse-moments.ts';
import type { ImportProblem } from './problem.ts';
import type { RawCell, RawRow } from './raw-row.ts';
import type { FactColumn, FieldColumn } from './resolve-columns.ts';

/** Excel's own limit for the text of one cell. */
export const longestText = 32_767;

/** One accepted row: its values, and its facts in the order of the fact columns. */
export interface ReadRow {
  readonly row: number;
  readonly values: FieldValues;
  readonly facts: readonly string[];
}

/** The values of a row while it is being read. The kind of a field decides what is put under its key. */
export type OpenValues = { [field in FieldId]?: unknown };

/** Where the reader of a row reports what it saw. */
export interface RowNotes {
  problem(problem: ImportProblem): void;
  /** A date that was read from a text and kept; for checks that need the whole column. */
  dated(row: number, column: FieldColumn, moment: Moment, text: string): void;
  invalidDate(column: FieldColumn, text: string): void;
}

/** Reads the mapped cells of a row into a copy of `shape`. Never throws; what cannot be read is left out and reported. */
export function readCase(
  { row, cells }: RawRow,
  fields: readonly FieldColumn[],
  facts: readonly FactColumn[],
  notes: RowNotes,
  shape: OpenValues = {},
): ReadRow {
  const values: OpenValues = { ...shape };
  for (const column of fields) readField(row, cells[column.index], column, values, notes);
  // Each key was filled by the reader of its kind.
  return { row, values: values as FieldValues, facts: readFacts(row, cells, facts, notes) };
}

const sixDigits = /\d{6}/;
const noFacts: readonly string[] = [];

function readFacts(row: number, cells: RawRow['cells'], facts: readonly FactColumn[], notes: RowNotes) {
  if (facts.length === 0) return noFacts;
  return facts.map((column) => readFact(row, cells[column.index], column, notes));
}

type Told = Pick<RowNotes, 'problem'>;

/** The text of a cell that no field knows; empty where it says nothing. */
export function readFact(row: number, cell: RawCell | undefined, { header }: FactColumn, notes: Told): string {
  return isCellError(cell, row, header, notes) ? '' : masked(limited(cellText(cell), row, header, notes));
}

/** Reads one cell into the values of its row. */
export function readField(
  row: number,
  cell: RawCell | undefined,
  column: FieldColumn,
  values: OpenValues,
  notes: RowNotes,
) {
  if (cell === null || cell === undefined || cell === '') return;
  if (isCellError(cell, row, column.header, notes)) return;
  switch (fieldKinds[column.field]) {
    case 'text':
      put(values, column.field, kept(column.field, limited(cellText(cell), row, column.header, notes)) || null);
      return;
    case 'cpr':
      readCprInto(row, cell, column, values, notes);
      return;
    case 'date':
    case 'moment':
      readMomentInto(row, cell, column, values, notes);
      return;
    case 'moments':
      readMomentsInto(row, cell, column, values, notes);
      return;
    case 'flag':
      put(values, column.field, parseFlag(cell));
      return;
    case 'flags':
      append(values, column.field, parseFlags(cell));
  }
}

/** A fact and the name of a category are for the eye, which sees CPR numbers masked; what names the child is kept. */
function masked(text: string): string {
  return sixDigits.test(text) ? maskRealCpr(text) : text;
}

function kept(field: FieldId, text: string): string {
  return categoryFields.has(field) ? masked(text) : text;
}

function put(values: OpenValues, field: FieldId, value: string | boolean | null) {
  if (value !== null) values[field] = value;
}

/** Several columns may feed one list. */
function append(values: OpenValues, field: FieldId, more: readonly unknown[]) {
  if (more.length === 0) return;
  const before: unknown = values[field];
  values[field] = Array.isArray(before) ? [...(before as readonly unknown[]), ...more] : more;
}

function isCellError(cell: RawCell | undefined, row: number, column: string, notes: Told): boolean {
  if (typeof cell !== 'object' || cell === null || !('error' in cell)) return false;
  notes.problem({ row, column, code: 'cell-error', value: excerpt(cell.error) });
  return true;
}

function limited(text: string, row: number, column: string, notes: Told): string {
  if (text.length <= longestText) return text;
  notes.problem({ row, column, code: 'text-too-long', value: excerpt(text) });
  return text.slice(0, longestText);
}

/** A birth date that the number gives fills `birth_date` where the export has none of its own. */
function readCprInto(row: number, cell: RawCell, { header }: FieldColumn, values: OpenValues, notes: RowNotes) {
  const { cpr, birthDate, code } = readCpr(cell);
  if (cpr !== null) values.cpr = cpr;
  if (birthDate !== null) values.birth_date ??= birthDate;
  if (code !== null) notes.problem({ row, column: header, code, value: maskedExcerpt(cell) });
}

function maskedExcerpt(cell: RawCell): string {
  return excerpt(maskCprCell(cellText(cell).slice(0, 100)));
}

function readMomentInto(row: number, cell: RawCell, column: FieldColumn, values: OpenValues, notes: RowNotes) {
  const moment = parseMoment(dayFirst(cell, column.dateOrder));
  if (moment === null) return;
  if (isDateProblem(moment)) {
    flag(moment, row, column, cellText(cell), notes);
    return;
  }
  const value = fieldKinds[column.field] === 'date' ? toDate(moment) : moment;
  values[column.field] = value;
  if (typeof cell === 'string') notes.dated(row, column, value, cell);
}

function readMomentsInto(row: number, cell: RawCell, column: FieldColumn, values: OpenValues, notes: RowNotes) {
  const single = parseMoment(dayFirst(cell, column.dateOrder));
  if (single !== null && !isDateProblem(single)) {
    append(values, column.field, [single]);
    if (typeof cell === 'string') notes.dated(row, column, single, cellText(cell));
    return;
  }
  const { moments, problems } = parseMoments(cell, column.dateOrder);
  for (const { code, text } of problems) flag(code, row, column, text, notes);
  append(
    values,
    column.field,
    moments.map(({ moment }) => moment),
  );
  if (typeof cell !== 'string') return;
  for (const { moment, text } of moments) notes.dated(row, column, moment, text);
}

function flag(code: DateProblem, row: number, column: FieldColumn, text: string, notes: RowNotes) {
  if (code === 'invalid-date') notes.invalidDate(column, text);
  notes.problem({ row, column: column.header, code, value: excerpt(text) });
}
