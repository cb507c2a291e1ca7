import { elapsedMinutes } from '../calendar/danish-time.ts';
import { addDays, dayNumber, localDate, localDateTime, type LocalDateTime, toDate } from '../calendar/local-date.ts';

/**
 * A time written with its zone (`Z`, `+01:00`, `+0200`) as Danish local time; systems that export for the web write
 * UTC, where midnight in Denmark is the day before. Null for a date out of range.
 */
export function toDanishTime(written: LocalDateTime, zone: string): LocalDateTime | null {
  const utc = minutesOf(written) - offsetOf(zone);
  const reference = fromMinutes(0);
  if (reference === null) return null;
  for (const ahead of [120, 60]) {
    const candidate = fromMinutes(utc + ahead);
    if (candidate === null) return null;
    // The reference is winter time, one hour ahead of UTC.
    const { least, most } = elapsedMinutes(reference, candidate);
    if (least === utc + 60 || most === utc + 60) return candidate;
  }
  return null;
}

function offsetOf(zone: string): number {
  if (zone.toUpperCase() === 'Z') return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
  return zone.startsWith('-') ? -minutes : minutes;
}

/** Minutes since 1970-01-01T00:00, as the clock on the wall counts. */
function minutesOf(moment: LocalDateTime): number {
  return dayNumber(toDate(moment)) * 1440 + Number(moment.slice(11, 13)) * 60 + Number(moment.slice(14, 16));
}

function fromMinutes(minutes: number): LocalDateTime | null {
  const day = Math.floor(minutes / 1440);
  const epoch = localDate(1970, 1, 1);
  const minute = minutes - day * 1440;
  return epoch === null ? null : localDateTime(addDays(epoch, day), Math.floor(minute / 60), minute % 60);
}
