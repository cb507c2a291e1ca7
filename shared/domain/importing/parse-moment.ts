import { addDays, localDate, type LocalDate, localDateTime, type Moment, toDate } from '../calendar/local-date.ts';
import { cleanText } from './cell-text.ts';
import type { RawCell } from './raw-row.ts';
import { inFigures } from './worded-date.ts';
import { toDanishTime } from './zoned-time.ts';

/** Why a cell that says something is no date. */
export type DateProblem = 'invalid-date' | 'placeholder-date';
/** A moment, the reason why there is none, or null where the cell says nothing. */
export type MomentReading = Moment | DateProblem | null;

export function isDateProblem(reading: Moment | DateProblem): reading is DateProblem {
  return reading === 'invalid-date' || reading === 'placeholder-date';
}

const datePart = /^(?:\d{4}([-./])\d{1,2}\1\d{1,2}|\d{1,2}\s?[-./]\s?\d{1,2}\s?[-./ ]\s?(?:\d{4}|\d{2}))(?!\d)/;
const dayFirst = /^(\d{1,2})\s?[-./]\s?(\d{1,2})\s?[-./ ]\s?(\d{4}|\d{2})$/;
const yearFirst = /^(\d{4})([-./])(\d{1,2})\2(\d{1,2})$/;
const shortYear = /\D\d{2}$/;
const timeOfDay = /^(?:T|,?\s+(?:kl\.?\s*)?)(\d{1,2})[:.](\d{2})(?:[:.]\d{2}(?:[.,]\d+)?)?\s?(Z|[+-]\d{2}:?\d{2})?$/i;
/** Behind a two-digit year this is the next date of a list (`25.12.24, 23.05.25`) and no time with seconds. */
const dottedTriple = /\d{1,2}\.\d{2}\.\d{2}/;
const serialText = /^\d{1,5}(?:[.,]\d+)?$/;
const compactText = /^\d{8}$/;
const nothing = /^[-–—.]*$/;

/** The least and greatest dates of databases and spreadsheets, which stand for "no date". */
const placeholders: ReadonlySet<string> = new Set([
  '0001-01-01',
  '1753-01-01',
  '1899-12-30',
  '1899-12-31',
  '1900-01-01',
  '9999-12-31',
]);
const earliest = '1900-01-02';
const latest = '2199-12-31';

/**
 * Reads one date, with or without a time of day: `dd-mm-yyyy`, `dd.mm.yyyy`, `dd/mm/yyyy`, `d/m-yy`, `d.m.yy`, ISO; the
 * month as a word (`3. februar 2025`, `3. feb. 25`), the weekday before it; a time as `10:15`, `10.15`, `kl. 10.15` or `T10:15:00`; a real date cell; a spreadsheet's serial number. The day always
 * comes before the month (see `dayFirst` for a column where it does not). Two-digit years: 00-79 are 2000-2079, 80-99 are 1980-1999, since cases are about people under
 * 23. A lone hyphen means nothing.
 */
export function parseMoment(cell: RawCell | undefined): MomentReading {
  if (typeof cell === 'string') return cell.length <= longestDate ? remembered(cell) : parseText(cleanText(cell));
  if (typeof cell === 'number') return parseNumber(cell);
  if (cell === null || cell === undefined) return null;
  return typeof cell === 'object' && 'moment' in cell ? checked(cell.moment) : 'invalid-date';
}

const longestDate = 10;
const longestWorded = 60;
const hasLetter = /\p{L}/u;
const mostRemembered = 20_000;
const memory = new Map<string, MomentReading>();

const firstYear = 1900;
const years = 200;
const written: (LocalDate | undefined)[] = [];

/** The place of `dd-mm-yyyy` (or with dots or slashes) among all days of 1900-2099; -1 for every other text. */
function placeOf(text: string): number {
  const separator = text.charCodeAt(2);
  if (separator < 45 || separator > 47 || text.charCodeAt(5) !== separator) return -1;
  const day = twoDigits(text, 0);
  const month = twoDigits(text, 3);
  const year = twoDigits(text, 6) * 100 + twoDigits(text, 8) - firstYear;
  // A character that is no figure makes a negative number far out of range.
  return day >= 1 && day <= 31 && month >= 1 && month <= 12 && year >= 0 && year < years
    ? (year * 12 + month) * 32 + day
    : -1;
}

function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48;
  const ones = text.charCodeAt(at + 1) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -10_000;
}

/** An export repeats few days in many cells; reading each spelling once saves time and memory. */
function remembered(text: string): MomentReading {
  const place = text.length === longestDate ? placeOf(text) : -1;
  if (place < 0) return rememberedText(text);
  const known = written[place];
  if (known !== undefined) return known;
  const reading = rememberedText(text);
  if (reading !== null && !isDateProblem(reading)) written[place] = toDate(reading);
  return reading;
}

function rememberedText(text: string): MomentReading {
  const known = memory.get(text);
  if (known !== undefined) return known;
  const reading = parseText(cleanText(text));
  if (memory.size >= mostRemembered) memory.clear();
  memory.set(text, reading);
  return reading;
}

function parseText(text: string): MomentReading {
  const date = datePart.exec(text)?.[0];
  if (date === undefined) return parseOther(text);
  const rest = text.slice(date.length);
  if (rest === '') return parseDate(date);
  const reading = remembered(date);
  return reading === null || (shortYear.test(date) && dottedTriple.test(rest))
    ? 'invalid-date'
    : withTime(reading, rest);
}

function parseDate(text: string): LocalDate | DateProblem {
  const [, year, , month, day] = yearFirst.exec(text) ?? [];
  if (year !== undefined) return dateReading(Number(year), Number(month), Number(day));
  const [, first, second, last = ''] = dayFirst.exec(text) ?? [];
  return dateReading(fullYear(last), Number(second), Number(first));
}

function parseOther(text: string): MomentReading {
  if (nothing.test(text)) return null;
  if (text.length <= longestWorded && hasLetter.test(text)) {
    const figures = inFigures(text);
    return figures === text ? 'invalid-date' : parseText(figures);
  }
  if (serialText.test(text)) return parseNumber(Number(text.replace(',', '.')));
  return compactText.test(text) ? parseNumber(Number(text)) : 'invalid-date';
}

function fullYear(year: string): number {
  const value = Number(year);
  return year.length === 4 ? value : value < 80 ? 2000 + value : 1900 + value;
}

function dateReading(year: number, month: number, day: number): LocalDate | DateProblem {
  if (month === 0 && day === 0) return 'placeholder-date';
  const date = localDate(year, month, day);
  return date === null ? 'invalid-date' : checkedDate(date);
}

function checkedDate(date: LocalDate): LocalDate | DateProblem {
  if (placeholders.has(date)) return 'placeholder-date';
  return date >= earliest && date <= latest ? date : 'invalid-date';
}

function checked(moment: Moment): MomentReading {
  const date = checkedDate(moment.slice(0, 10) as LocalDate);
  return isDateProblem(date) ? date : moment;
}

/** What follows a date must be a time, or the whole is none: a list is not its first date. */
function withTime(date: Moment | DateProblem, rest: string): MomentReading {
  const [whole, hour, minute, zone] = timeOfDay.exec(rest) ?? [];
  if (whole === undefined) return 'invalid-date';
  if (isDateProblem(date)) return date;
  const moment = localDateTime(toDate(date), Number(hour), Number(minute));
  if (moment === null) return 'invalid-date';
  return zone === undefined ? moment : (toDanishTime(moment, zone) ?? 'invalid-date');
}

const serialOrigin = 25_569; // 1970-01-01
const firstSerial = 10_959; // 1930-01-01
const endOfSerials = 73_051; // 2100-01-01
const minutesOfDay = 1_440;

/**
 * A number in a date column: a day count of the 1900 system (the fraction is the time of day, to the whole minute) or
 * `yyyymmdd`. Only serials from 1930 to 2099 count, so that a stray number does not become a date. 0 and 1 are how a
 * spreadsheet stores "no date".
 */
function parseNumber(value: number): MomentReading {
  if (value >= 0 && value < 2) return 'placeholder-date';
  if (value >= firstSerial && value < endOfSerials) return fromSerial(value);
  if (!Number.isInteger(value) || value < 19_000_101 || value > 21_991_231) return 'invalid-date';
  return dateReading(Math.floor(value / 10_000), Math.floor(value / 100) % 100, value % 100);
}

function fromSerial(serial: number): MomentReading {
  const minutes = Math.round(serial * minutesOfDay);
  const days = Math.floor(minutes / minutesOfDay);
  const epoch = localDate(1970, 1, 1);
  if (epoch === null) return 'invalid-date';
  const date = addDays(epoch, days - serialOrigin);
  const minute = minutes % minutesOfDay;
  return minute === 0 ? date : localDateTime(date, Math.floor(minute / 60), minute % 60);
}
