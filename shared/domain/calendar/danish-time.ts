import {
  addDays,
  dayNumber,
  daysInMonth,
  localDate,
  type LocalDate,
  type LocalDateTime,
  partsOf,
  toDate,
  weekday,
} from './local-date.ts';

/**
 * Real time between Danish local times. Summer time by the EU rule (directive 2000/84/EC): from the last Sunday of
 * March at 02:00 (the clock goes to 03:00) to the last Sunday of October at 03:00 (the clock goes back to 02:00).
 * Denmark has followed it since 1996. A time the clock skips in March is read as if the clock had not yet been moved.
 */
const winterOffset = 60;
const summerOffset = 120;

/** Whole minutes that may have passed: in the hour that comes twice in October there are two answers. */
export interface ElapsedMinutes {
  readonly least: number;
  readonly most: number;
}

/**
 * Minutes of real time from one local time to another; negative where `to` comes first. `least` and `most` differ
 * only where one of the two lies in the repeated hour of October; where both do, only lengths forward in time count.
 */
export function elapsedMinutes(from: LocalDateTime, to: LocalDateTime): ElapsedMinutes {
  const plain = localMinutes(to) - localMinutes(from);
  const lengths = offsets(from).flatMap((a) => offsets(to).map((b) => plain + a - b));
  const forward = lengths.filter((length) => length >= 0);
  const possible = forward.length === 0 ? lengths : forward;
  return { least: Math.min(...possible), most: Math.max(...possible) };
}

/** Hours of real time between two Danish local times; the shorter answer where the clock gives two. */
export function hoursBetween(from: LocalDateTime, to: LocalDateTime): number {
  return elapsedMinutes(from, to).least / 60;
}

function localMinutes(moment: LocalDateTime): number {
  return dayNumber(toDate(moment)) * 1440 + minuteOfDay(moment);
}

function minuteOfDay(moment: LocalDateTime): number {
  return Number(moment.slice(11, 13)) * 60 + Number(moment.slice(14, 16));
}

/** Minutes ahead of UTC: one value, or both in the hour that comes twice. */
function offsets(moment: LocalDateTime): readonly number[] {
  const date = toDate(moment);
  const { year } = partsOf(date);
  const start = lastSunday(year, 3);
  const end = lastSunday(year, 10);
  const minute = minuteOfDay(moment);
  if (date === start) return [minute < 180 ? winterOffset : summerOffset];
  if (date === end) {
    return minute < 120 ? [summerOffset] : minute < 180 ? [summerOffset, winterOffset] : [winterOffset];
  }
  return [date > start && date < end ? summerOffset : winterOffset];
}

function lastSunday(year: number, month: number): LocalDate {
  const key = year * 12 + month;
  const known = lastSundays.get(key);
  if (known !== undefined) return known;
  const last = localDate(year, month, daysInMonth(year, month));
  if (last === null) throw new RangeError(`no month ${year}-${month}`);
  const sunday = addDays(last, -(weekday(last) % 7));
  lastSundays.set(key, sunday);
  return sunday;
}

/** The two of each year, asked for again with every time of day. */
const lastSundays = new Map<number, LocalDate>();
