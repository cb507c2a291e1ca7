/**
 * Calendar dates without a time zone. Deadlines in barnets lov are calendar dates; a JavaScript `Date` would shift
 * them by a day around midnight and daylight saving, so no `Date` is used here: all arithmetic is on whole numbers.
 */
declare const localDateBrand: unique symbol;
declare const localDateTimeBrand: unique symbol;

/** A valid calendar date written `yyyy-mm-dd`; string order is calendar order. */
export type LocalDate = string & { readonly [localDateBrand]: true };
/** A Danish local date and time written `yyyy-mm-ddThh:mm`. */
export type LocalDateTime = string & { readonly [localDateTimeBrand]: true };
/** A date that may or may not carry a time of day; exports often lack the time. */
export type Moment = LocalDate | LocalDateTime;

export interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const datePattern = /^(\d{4})-(\d{2})-(\d{2})$/;
/** Seconds may be written and are dropped; a time zone may not be written. */
const momentPattern = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}):(\d{2})(?::\d{2}(?:\.\d+)?)?)?$/;

export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** Days in a month of the Gregorian calendar; `month` from 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The date, or null where the calendar has none. Years 1 to 9999, months and days from 1. */
export function localDate(year: number, month: number, day: number): LocalDate | null {
  if (!Number.isInteger(year) || !Number.isInteger(month) || !Number.isInteger(day)) return null;
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return `${digits(year, 4)}-${digits(month, 2)}-${digits(day, 2)}` as LocalDate;
}

/** A date with a time of day, or null where `hour` (0 to 23) or `minute` (0 to 59) is out of range. */
export function localDateTime(date: LocalDate, hour: number, minute: number): LocalDateTime | null {
  if (!Number.isInteger(hour) || !Number.isInteger(minute)) return null;
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59) return null;
  return `${date}T${digits(hour, 2)}:${digits(minute, 2)}` as LocalDateTime;
}

/** True for a valid date written exactly `yyyy-mm-dd`. */
export function isLocalDate(text: string): text is LocalDate {
  const match = datePattern.exec(text);
  return match !== null && localDate(Number(match[1]), Number(match[2]), Number(match[3])) !== null;
}

/** Reads `yyyy-mm-dd`, alone or followed by a time `Thh:mm` (or a blank for the T); null for everything else. */
export function parseIso(text: string): Moment | null {
  const [, date, hour, minute] = momentPattern.exec(text) ?? [];
  if (date === undefined || !isLocalDate(date)) return null;
  return hour === undefined ? date : localDateTime(date, Number(hour), Number(minute));
}

/** The day of a moment. */
export function toDate(moment: Moment): LocalDate {
  return moment.slice(0, 10) as LocalDate;
}

/** The time of day as `hh:mm`, or null where only the day is known. */
export function timeOf(moment: Moment): string | null {
  return hasTime(moment) ? moment.slice(11) : null;
}

export function hasTime(moment: Moment): moment is LocalDateTime {
  return moment.length > 10;
}

/** -1, 0 or 1. A day without a time sorts before every time of that day. */
export function compareMoments(a: Moment, b: Moment): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Read digit by digit, without making strings: a check over 100,000 cases asks millions of times. */
export function partsOf(date: LocalDate): DateParts {
  const year = twoDigits(date, 0) * 100 + twoDigits(date, 2);
  return { year, month: twoDigits(date, 5), day: twoDigits(date, 8) };
}

const zero = 48;

function twoDigits(text: string, at: number): number {
  return (text.charCodeAt(at) - zero) * 10 + text.charCodeAt(at + 1) - zero;
}

/** A count of whole months and the days left over. */
export interface MonthsAndDays {
  readonly months: number;
  readonly days: number;
}

/**
 * Days since 1970-01-01, proleptic Gregorian. The year is counted from March, so that the leap day comes last.
 * Source: Howard Hinnant, chrono-compatible low-level date algorithms, days_from_civil.
 */
export function dayNumber(date: LocalDate): number {
  const { year, month, day } = partsOf(date);
  const marchYear = month > 2 ? year : year - 1;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The date of a day number. Throws RangeError outside the years 1 to 9999. */
export function dateOfDayNumber(number: number): LocalDate {
  const shifted = number + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1_460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return dateOrThrow({ year, month, day: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1 });
}

export function addDays(date: LocalDate, days: number): LocalDate {
  return dateOfDayNumber(dayNumber(date) + days);
}

/**
 * Keeps the day of the month, or uses the month's last day where it is too short: 31 January + 1 month is
 * 28 or 29 February. `months` may be negative.
 */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const { year, month, day } = partsOf(date);
  const index = year * 12 + (month - 1) + months;
  const target = { year: Math.floor(index / 12), month: (((index % 12) + 12) % 12) + 1 };
  return dateOrThrow({ ...target, day: Math.min(day, daysInMonth(target.year, target.month)) });
}

/** Whole days from one date to another; negative where `to` comes first. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** The most whole months that fit between two dates, and the days left over. The order of the two is ignored. */
export function monthsAndDaysBetween(from: LocalDate, to: LocalDate): MonthsAndDays {
  const [first, last] = from <= to ? [from, to] : [to, from];
  const a = partsOf(first);
  const b = partsOf(last);
  const upper = (b.year - a.year) * 12 + b.month - a.month;
  const months = addMonths(first, upper) <= last ? upper : upper - 1;
  return { months, days: daysBetween(addMonths(first, months), last) };
}

/** Completed years. A child born on 29 February has its birthday on the 28th in common years (as in `addMonths`). */
export function ageAt(birth: LocalDate, date: LocalDate): number {
  const years = partsOf(date).year - partsOf(birth).year;
  return addMonths(birth, years * 12) <= date ? years : years - 1;
}

/** The day of the week, 1 for Monday to 7 for Sunday (ISO 8601). */
export function weekday(date: LocalDate): number {
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1;
}

/** The ISO 8601 week and the year it belongs to, which is the year of its Thursday. */
export function isoWeek(date: LocalDate): { readonly year: number; readonly week: number } {
  const thursday = addDays(date, 4 - weekday(date));
  const { year } = partsOf(thursday);
  const firstOfYear = dateOrThrow({ year, month: 1, day: 1 });
  return { year, week: Math.floor(daysBetween(firstOfYear, thursday) / 7) + 1 };
}

function dateOrThrow({ year, month, day }: DateParts): LocalDate {
  const date = localDate(year, month, day);
  if (date === null) throw new RangeError(`no calendar date ${year}-${month}-${day}`);
  return date;
}

function digits(value: number, width: 2 | 4): string {
  if (width === 2) return value < 10 ? `0${value}` : `${value}`;
  return value > 999 ? `${value}` : String(value).padStart(width, '0');
}
