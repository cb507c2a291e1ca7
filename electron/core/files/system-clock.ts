import { localDate, type LocalDate } from '#shared/domain/calendar/local-date.ts';

import type { Clock } from '../ports.ts';

const danishDay = new Intl.DateTimeFormat('en', {
  timeZone: 'Europe/Copenhagen',
  calendar: 'gregory',
  numberingSystem: 'latn',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
});

/** The computer's clock; its own time zone does not matter. */
export const systemClock: Clock = {
  now: () => new Date().toISOString(),
  today: () => danishDayAt(Date.now()),
};

/** The calendar day in Denmark at an instant, given in milliseconds since 1970 in UTC. */
export function danishDayAt(instant: number): LocalDate {
  const parts = new Map(danishDay.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
  const date = localDate(parts.get('year') ?? 0, parts.get('month') ?? 0, parts.get('day') ?? 0);
  if (date === null) {
    throw new RangeError('the clock shows no date between year 1 and 9999');
  }
  return date;
}
