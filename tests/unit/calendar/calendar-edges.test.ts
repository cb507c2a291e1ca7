import { describe, expect, it } from 'vitest';

import { elapsedMinutes, hoursBetween } from '#shared/domain/calendar/danish-time.ts';
import {
  addDays,
  addMonths,
  ageAt,
  compareMoments,
  dateOfDayNumber,
  dayNumber,
  hasTime,
  isLeapYear,
  isLocalDate,
  isoWeek,
  localDate,
  type LocalDate,
  localDateTime,
  type LocalDateTime,
  monthsAndDaysBetween,
  parseIso,
  partsOf,
  weekday,
} from '#shared/domain/calendar/local-date.ts';
import { parseDanishDate } from '#shared/domain/calendar/parse-date.ts';
import { addWorkingDays, easterSunday, isPublicHoliday } from '#shared/domain/calendar/working-days.ts';
import { fc } from '../../support/fast-check.ts';

const date = (text: string): LocalDate => {
  if (!isLocalDate(text)) throw new Error(`not a date: ${text}`);
  return text;
};
const at = (text: string): LocalDateTime => parseIso(text) as LocalDateTime;
const firstDay = -719_162;
const lastDay = 2_932_896;

describe('the ends of the calendar', () => {
  it('are the years 1 and 9999, whole months and whole days', () => {
    expect([localDate(1, 1, 1), localDate(9999, 12, 31)]).toEqual(['0001-01-01', '9999-12-31']);
    const none: (readonly [number, number, number])[] = [
      [0, 1, 1],
      [10_000, 1, 1],
      [2025, 0, 1],
      [2025, 13, 1],
      [2025, 1, 0],
      [2025, 1, 32],
      [2025.5, 1, 1],
      [2025, 1.5, 1],
      [2025, 1, 1.5],
      [Number.NaN, 1, 1],
    ];
    for (const [year, month, day] of none) expect(localDate(year, month, day)).toBeNull();
  });

  it('are days -719162 and 2932896, and a day beyond is told', () => {
    expect([dayNumber(date('0001-01-01')), dayNumber(date('1970-01-01'))]).toEqual([firstDay, 0]);
    expect(dayNumber(date('9999-12-31'))).toBe(lastDay);
    expect([dateOfDayNumber(firstDay), dateOfDayNumber(lastDay)]).toEqual(['0001-01-01', '9999-12-31']);
    expect(() => dateOfDayNumber(firstDay - 1)).toThrow(/0-12-31/);
    expect(() => addDays(date('9999-12-31'), 1)).toThrow(RangeError);
    expect(() => addMonths(date('0001-01-31'), -1)).toThrow(RangeError);
  });

  it('hold the platform calendar between them', () => {
    fc.assert(
      fc.property(fc.integer({ min: firstDay, max: lastDay }), (number) => {
        const expected = new Date(number * 86_400_000);
        const day = dateOfDayNumber(number);
        expect(day).toBe(expected.toISOString().slice(0, 10));
        expect(dayNumber(day)).toBe(number);
        expect(partsOf(day)).toEqual({
          year: expected.getUTCFullYear(),
          month: expected.getUTCMonth() + 1,
          day: expected.getUTCDate(),
        });
        expect(weekday(day) % 7).toBe(expected.getUTCDay());
      }),
    );
  });

  it.each([
    [1600, true],
    [1900, false],
    [2000, true],
    [2023, false],
    [2024, true],
    [2100, false],
  ])('%i is a leap year: %s', (year, leap) => expect(isLeapYear(year)).toBe(leap));

  it('of a day are 00:00 and 23:59', () => {
    const day = date('2025-01-31');
    expect([localDateTime(day, 0, 0), localDateTime(day, 23, 59)]).toEqual(['2025-01-31T00:00', '2025-01-31T23:59']);
    expect([localDateTime(day, 9, 10), localDateTime(day, 10, 9)]).toEqual(['2025-01-31T09:10', '2025-01-31T10:09']);
    const none = [
      [-1, 0],
      [24, 0],
      [0, -1],
      [0, 60],
      [1.5, 0],
      [0, 1.5],
    ];
    for (const [hour, minute] of none) expect(localDateTime(day, hour!, minute!)).toBeNull();
    expect([hasTime(day), hasTime(localDateTime(day, 0, 0)!)]).toEqual([false, true]);
  });

  it.each([999, 1_000, 9, 10, 99, 100])('the year %i is written with four digits', (year) =>
    expect(localDate(year, 1, 1)).toBe(`${String(year).padStart(4, '0')}-01-01`),
  );
});

describe('text that is nearly a date', () => {
  it.each(['x2025-01-31', '2025-01-31x', '12025-01-31', '2025-01-311', '2025/01/31', '202a-01-31', '2025-01-3a'])(
    '%s is none',
    (text) => {
      expect(isLocalDate(text)).toBe(false);
      expect(parseIso(text)).toBeNull();
      expect(parseDanishDate(text)).toBeNull();
    },
  );

  it.each([
    'x2025-01-31T13:05',
    '2025-01-31T13:05x',
    '2025-01-31T1:05',
    '2025-01-31T13:5',
    '2025-01-31T13:05:5',
    '2025-01-31T13:05:59.',
    '2025-01-31T13:05.5',
    '2025-01-31_13:05',
    '2025-01-31T13:60',
    '2025-01-31T13:05:59.1x',
  ])('%s is no moment', (text) => expect(parseIso(text)).toBeNull());

  it.each(['2025-01-31T13:05:59', '2025-01-31T13:05:59.1', '2025-01-31 13:05:59.123'])(
    '%s is one, without its seconds',
    (text) => expect(parseIso(text)).toBe('2025-01-31T13:05'),
  );

  it.each([
    'x1-2-2026',
    '1-2-2026x',
    '1-2-026',
    '1-2-20261',
    '111-2-2026',
    '1-222-2026',
    '1_2-2026',
    '1-2_2026',
    '1-a-2026',
    '31-04-26',
    '29-2-2026',
  ])('%s is no typed date', (text) => expect(parseDanishDate(text)).toBeNull());

  it.each([
    ['1 2 26', '2026-02-01'],
    ['01.12-99', '2099-12-01'],
    ['29/02-24', '2024-02-29'],
    ['1-2-00', '2000-02-01'],
    ['1-2-0100', '0100-02-01'],
    ['  2026-02-01  ', '2026-02-01'],
  ])('%s is %s', (text, iso) => expect(parseDanishDate(text)).toBe(iso));
});

describe('two days', () => {
  it('compare as the calendar does, and a day with itself is equal', () => {
    const [a, b] = [date('2025-01-31'), date('2025-02-01')];
    expect([compareMoments(a, b), compareMoments(b, a), compareMoments(a, a)]).toEqual([-1, 1, 0]);
    expect(compareMoments(at('2025-01-31T10:00'), a)).toBe(1);
  });

  it.each([
    ['2025-02-03', '2025-07-20', 5, 17],
    ['2025-01-31', '2025-03-30', 1, 30],
    ['2024-02-29', '2025-02-28', 12, 0],
    ['2024-02-29', '2025-02-27', 11, 29],
    ['2024-12-15', '2025-01-14', 0, 30],
    ['2024-12-15', '2025-01-15', 1, 0],
    ['2025-01-15', '2025-01-15', 0, 0],
  ])('%s and %s are %i months and %i days apart, in either order', (from, to, months, days) => {
    expect(monthsAndDaysBetween(date(from), date(to))).toEqual({ months, days });
    expect(monthsAndDaysBetween(date(to), date(from))).toEqual({ months, days });
  });

  it('of birth and of another day give the completed years, counted on the platform', () => {
    const some = fc.integer({ min: dayNumber(date('1990-01-01')), max: dayNumber(date('2050-12-31')) });
    fc.assert(
      fc.property(some, some, (a, b) => {
        const [birth, on] = [dateOfDayNumber(Math.min(a, b)), dateOfDayNumber(Math.max(a, b))];
        const birthday = (year: number): string =>
          birth.endsWith('02-29') && !isLeapYear(year) ? `${year}-02-28` : `${year}${birth.slice(4)}`;
        let years = 0;
        while (birthday(Number(birth.slice(0, 4)) + years + 1) <= on) years += 1;
        expect(ageAt(birth, on)).toBe(years);
      }),
    );
  });

  it('of one ISO week are the seven from its Monday, and its first holds 4 January', () => {
    for (let number = firstDay; number <= lastDay - 7; number += 977) {
      const day = dateOfDayNumber(number);
      const { year, week } = isoWeek(day);
      const monday = addDays(date(`${String(year).padStart(4, '0')}-01-04`), 7 * (week - 1));
      expect(addDays(monday, 1 - weekday(monday))).toBe(addDays(day, 1 - weekday(day)));
      expect(week >= 1 && week <= 53).toBe(true);
    }
  });
});

/** Knuth, The Art of Computer Programming 1, 1.3.2, exercise 14: another way to Easter than the one in use. */
function easterOfKnuth(year: number): string {
  const golden = (year % 19) + 1;
  const century = Math.floor(year / 100) + 1;
  const leapsLeftOut = Math.floor((3 * century) / 4) - 12;
  const moon = Math.floor((8 * century + 5) / 25) - 5;
  const sunday = Math.floor((5 * year) / 4) - leapsLeftOut - 10;
  const raw = (((11 * golden + 20 + moon - leapsLeftOut) % 30) + 30) % 30;
  const epact = (raw === 25 && golden > 11) || raw === 24 ? raw + 1 : raw;
  const fullMoon = 44 - epact < 21 ? 74 - epact : 44 - epact;
  const day = fullMoon + 7 - ((sunday + fullMoon) % 7);
  return day > 31 ? `${year}-04-${String(day - 31).padStart(2, '0')}` : `${year}-03-${String(day).padStart(2, '0')}`;
}

describe('holidays', () => {
  it('have the Easter that Knuth counts otherwise, from 1583 to 4099', () => {
    for (let year = 1_583; year <= 4_099; year += 1) {
      const easter = easterSunday(year);
      if (easter !== easterOfKnuth(year)) expect(easter).toBe(easterOfKnuth(year));
    }
    expect(() => easterSunday(10_000)).toThrow(/10000/);
  });

  it.each([
    [2023, '01-01 04-06 04-07 04-09 04-10 05-05 05-18 05-28 05-29 12-25 12-26'],
    [2024, '01-01 03-28 03-29 03-31 04-01 05-09 05-19 05-20 12-25 12-26'],
  ])('of %i are these, asked once and again', (year, days) => {
    for (let again = 0; again < 2; again += 1) {
      const found: string[] = [];
      for (let day = date(`${year}-01-01`); day <= `${year}-12-31`; day = addDays(day, 1)) {
        if (isPublicHoliday(day)) found.push(day.slice(5));
      }
      expect(found.join(' ')).toBe(days);
    }
  });

  it('and working days do not depend on what was asked before', () => {
    const asked = [
      ['2025-11-03', 6, false, '2025-11-11'],
      ['2025-11-03', 6, true, '2025-11-10'],
      ['2025-11-03', 5, false, '2025-11-10'],
      ['2025-11-04', 6, false, '2025-11-12'],
    ] as const;
    for (const [from, count, saturday, to] of [...asked, ...asked.toReversed()]) {
      expect(addWorkingDays(date(from), count, saturday)).toBe(to);
    }
  });
});

describe('the clock of Denmark', () => {
  it.each([
    // In the skipped hour the clock is read as if it had not been moved.
    ['2025-03-30T02:30', '2025-03-30T03:30', 0],
    ['2025-03-30T02:59', '2025-03-30T03:00', -59 / 60],
    ['2025-03-30T00:00', '2025-03-31T00:00', 23],
    ['2025-10-26T01:59', '2025-10-26T03:00', 2 + 1 / 60],
    ['2025-10-26T00:00', '2025-10-27T00:00', 25],
    ['2025-10-25T23:59', '2025-10-26T00:00', 1 / 60],
    ['2025-10-26T23:59', '2025-10-27T00:00', 1 / 60],
    ['2025-03-29T23:59', '2025-03-30T00:00', 1 / 60],
    ['2025-12-31T00:00', '2026-01-01T00:00', 24],
    // The last Sunday is the last day of the month, or seven days before it at most.
    ['2024-03-31T01:00', '2024-03-31T04:00', 2],
    ['2027-10-31T01:00', '2027-10-31T04:00', 4],
    ['2030-03-31T01:00', '2030-03-31T04:00', 2],
    ['2026-10-25T01:00', '2026-10-25T04:00', 4],
    // 84 years apart, asked one after the other.
    ['2010-10-31T01:00', '2010-10-31T04:00', 4],
    ['2094-03-28T01:00', '2094-03-28T04:00', 2],
    ['2010-03-28T01:00', '2010-03-28T04:00', 2],
  ])('from %s to %s moves by %d hours', (from, to, hours) => {
    expect(hoursBetween(at(from), at(to))).toBeCloseTo(hours, 10);
    expect(hoursBetween(at(from), at(to))).toBeCloseTo(hours, 10);
  });

  it('has two answers from 02:00 to 02:59 of the autumn night only', () => {
    const before = at('2025-10-25T12:00');
    const answers = ['01:59', '02:00', '02:59', '03:00'].map((time) =>
      elapsedMinutes(before, at(`2025-10-26T${time}`)),
    );
    expect(answers).toEqual([
      { least: 839, most: 839 },
      { least: 840, most: 900 },
      { least: 899, most: 959 },
      { least: 960, most: 960 },
    ]);
    const same = at('2025-10-26T02:30');
    expect(elapsedMinutes(same, same)).toEqual({ least: 0, most: 60 });
  });
});
