import { describe, expect, it } from 'vitest';

import {
  addDays,
  addMonths,
  ageAt,
  compareMoments,
  dateOfDayNumber,
  dayNumber,
  daysBetween,
  daysInMonth,
  isLocalDate,
  isoWeek,
  localDate,
  type LocalDate,
  localDateTime,
  monthsAndDaysBetween,
  parseIso,
  partsOf,
  timeOf,
  toDate,
  weekday,
} from '#shared/domain/calendar/local-date.ts';
import { fc } from '../../support/fast-check.ts';

const date = (text: string): LocalDate => {
  if (!isLocalDate(text)) throw new Error(`not a date: ${text}`);
  return text;
};
const firstDay = dayNumber(date('1600-01-01'));
const anyDate = fc.integer({ min: firstDay, max: dayNumber(date('2400-12-31')) }).map(dateOfDayNumber);

describe('a date', () => {
  it.each(['2024-02-29', '2000-02-29', '2025-12-31', '0001-01-01'])('%s is one', (text) => {
    expect(isLocalDate(text)).toBe(true);
  });

  it.each(['2023-02-29', '1900-02-29', '2025-04-31', '2025-13-01', '2025-00-10', '2025-1-1', '2025-01-01T10:00', ''])(
    '%s is none',
    (text) => {
      expect(isLocalDate(text)).toBe(false);
    },
  );

  it('is built from whole numbers in range only', () => {
    expect(localDate(2025, 1, 31)).toBe('2025-01-31');
    expect(localDate(2025, 2, 30)).toBeNull();
    expect(localDate(2025.5, 2, 1)).toBeNull();
    expect(localDate(25, 3, 4)).toBe('0025-03-04');
  });

  it('is read from ISO text, with or without a time', () => {
    expect(parseIso('2025-01-31')).toBe('2025-01-31');
    expect(parseIso('2025-01-31T13:05')).toBe('2025-01-31T13:05');
    expect(parseIso('2025-01-31 13:05:59')).toBe('2025-01-31T13:05');
    for (const text of ['2025-01-31T24:00', '2025-02-31T10:00', '2025-01-31T13:05Z', '31-01-2025', '2025-01-31T13'])
      expect(parseIso(text)).toBeNull();
  });

  it('gives its day and its time of day', () => {
    const moment = localDateTime(date('2025-01-31'), 9, 5);
    expect(moment).toBe('2025-01-31T09:05');
    expect(toDate(moment!)).toBe('2025-01-31');
    expect(timeOf(moment!)).toBe('09:05');
    expect(timeOf(date('2025-01-31'))).toBeNull();
    expect(localDateTime(date('2025-01-31'), 24, 0)).toBeNull();
  });

  it('sorts as the calendar does, a bare day before its times', () => {
    const moments = ['2025-02-01T08:00', '2025-02-01', '2025-01-31T23:59'].map((text) => parseIso(text)!);
    expect(moments.toSorted(compareMoments)).toEqual(['2025-01-31T23:59', '2025-02-01', '2025-02-01T08:00']);
  });
});

describe('day arithmetic', () => {
  it('agrees with the platform calendar on every day of 1896 to 2104', () => {
    const from = dayNumber(date('1896-01-01'));
    const to = dayNumber(date('2104-12-31'));
    for (let number = from; number <= to; number += 1) {
      const expected = new Date(number * 86_400_000);
      const actual = dateOfDayNumber(number);
      if (actual !== expected.toISOString().slice(0, 10)) expect(actual).toBe(expected.toISOString());
      if (weekday(actual) % 7 !== expected.getUTCDay()) expect(weekday(actual)).toBe(expected.getUTCDay());
    }
  });

  it('counts days both ways', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -200_000, max: 200_000 }), (from, days) => {
        const to = addDays(from, days);
        expect(daysBetween(from, to)).toBe(days);
        expect(isLocalDate(to)).toBe(true);
      }),
    );
  });

  it.each([
    ['2025-01-31', 1, '2025-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2025-10-31', 4, '2026-02-28'],
    ['2025-02-28', 4, '2025-06-28'],
    ['2025-12-15', 1, '2026-01-15'],
    ['2025-03-31', -1, '2025-02-28'],
    ['2025-01-15', -1, '2024-12-15'],
    ['2025-01-15', -25, '2022-12-15'],
    ['2024-02-29', 12, '2025-02-28'],
  ])('%s and %i months is %s', (from, months, to) => {
    expect(addMonths(date(from), months)).toBe(to);
  });

  it('keeps the day of the month or uses the last one', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -600, max: 600 }), (from, months) => {
        const a = partsOf(from);
        const b = partsOf(addMonths(from, months));
        expect(b.year * 12 + b.month).toBe(a.year * 12 + a.month + months);
        expect(b.day).toBe(Math.min(a.day, daysInMonth(b.year, b.month)));
      }),
    );
  });

  it('splits a time into months and days that add up again', () => {
    expect(monthsAndDaysBetween(date('2025-02-03'), date('2025-07-20'))).toEqual({ months: 5, days: 17 });
    expect(monthsAndDaysBetween(date('2025-01-31'), date('2025-02-28'))).toEqual({ months: 1, days: 0 });
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 0, max: 5_000 }), (from, length) => {
        const to = addDays(from, length);
        const { months, days } = monthsAndDaysBetween(from, to);
        expect(addDays(addMonths(from, months), days)).toBe(to);
        expect(days).toBeGreaterThanOrEqual(0);
        expect(addMonths(from, months + 1) > to).toBe(true);
      }),
    );
  });
});

describe('ages and weeks', () => {
  it.each([
    ['2015-06-10', '2025-06-09', 9],
    ['2015-06-10', '2025-06-10', 10],
    ['2012-02-29', '2025-02-27', 12],
    ['2012-02-29', '2025-02-28', 13],
    ['2012-02-29', '2024-02-28', 11],
    ['2012-02-29', '2024-02-29', 12],
    ['2025-06-10', '2025-06-01', -1],
  ])('born %s, on %s: %i years', (birth, on, age) => {
    expect(ageAt(date(birth), date(on))).toBe(age);
  });

  it.each([
    ['2024-12-30', 2025, 1],
    ['2021-01-03', 2020, 53],
    ['2026-01-01', 2026, 1],
    ['2027-01-01', 2026, 53],
    ['2025-06-16', 2025, 25],
  ])('%s is in week %i-%i', (on, year, week) => {
    expect(isoWeek(date(on))).toEqual({ year, week });
  });
});
