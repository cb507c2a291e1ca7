import { dateOfDayNumber, localDateTime, type Moment, parseIso } from '#shared/domain/calendar/local-date.ts';

const minutesPerDay = 1440;
/** Serial of 1 January 1970 in the 1900 system, which counts a 29 February 1900 (serial 60) that never was. */
const epoch = 25_569;
const leapDayThatNeverWas = 60;
/** What a serial of the 1904 system lacks to be one of the 1900 system. */
const offset1904 = 1462;
/** 31 December 9999. */
const lastSerial = 2_958_465;

export interface DateSystem {
  readonly date1904: boolean;
}

/**
 * A spreadsheet's day number as a calendar date, or as a date and time rounded to the minute when it has a fraction.
 * Null when no calendar day has it: below 1 (below 0 from 1904), 60 (29 February 1900), after the year 9999.
 */
export function momentOfSerial(serial: number, { date1904 }: DateSystem): Moment | null {
  const minutes = Math.round((date1904 ? serial + offset1904 : serial) * minutesPerDay);
  const day = Math.floor(minutes / minutesPerDay);
  if (!(day >= (date1904 ? offset1904 : 1) && day <= lastSerial) || day === leapDayThatNeverWas) return null;
  const date = dateOfDayNumber(day - epoch + (day < leapDayThatNeverWas ? 1 : 0));
  if (Number.isInteger(serial)) return date;
  const minute = minutes - day * minutesPerDay;
  return localDateTime(date, Math.floor(minute / 60), minute % 60);
}

/** A fraction of a day as `hh:mm`, rounded to the minute. Null unless 0 <= fraction < 1. */
export function timeOfFraction(fraction: number): string | null {
  if (!(fraction >= 0 && fraction < 1)) return null;
  const minutes = Math.round(fraction * minutesPerDay) % minutesPerDay;
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

/** A date cell written as ISO 8601 (`t="d"`); midnight is a date without a time. Null when it is no such date. */
export function momentOfIso(text: string): Moment | null {
  return parseIso(text.replace(/T00:00(?::00(?:\.0+)?)?Z?$|Z$/, ''));
}
