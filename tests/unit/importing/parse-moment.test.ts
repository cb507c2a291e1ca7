import { describe, expect, it } from 'vitest';

import { formatDanish } from '#shared/domain/calendar/format.ts';
import { dateOfDayNumber, type LocalDate, localDateTime } from '#shared/domain/calendar/local-date.ts';
import { parseMoment } from '#shared/domain/importing/parse-moment.ts';
import { parseMoments } from '#shared/domain/importing/parse-moments.ts';
import type { RawCell } from '#shared/domain/importing/raw-row.ts';
import { fc } from '../../support/fast-check.ts';

const day = fc.integer({ min: -25_000, max: 80_000 }).map(dateOfDayNumber);
const time = fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }));

function written(date: LocalDate, separator: string): string {
  const [year, month, dayOfMonth] = date.split('-');
  return [dayOfMonth, month, year].join(separator);
}

describe('parseMoment', () => {
  it.each<[RawCell, string | null]>([
    ['20-09-2024', '2024-09-20'],
    ['20.09.2024', '2024-09-20'],
    ['20/09/2024', '2024-09-20'],
    ['2/9-24', '2024-09-02'],
    ['2.9.24', '2024-09-02'],
    ['2/9 2024', '2024-09-02'],
    ['2024-09-20', '2024-09-20'],
    ['2024/9/2', '2024-09-02'],
    ['20240920', '2024-09-20'],
    ['20-09-2024 16:53', '2024-09-20T16:53'],
    ['20-09-2024 16.53', '2024-09-20T16:53'],
    ['20.09.2024 kl. 10.15', '2024-09-20T10:15'],
    ['20.09.2024, 08.15.00', '2024-09-20T08:15'],
    ['2024-09-20T10:15:00', '2024-09-20T10:15'],
    ['2024-09-20 10:15:00.000', '2024-09-20T10:15'],
    ['  20-09-2024\u00a0', '2024-09-20'],
    ['="20-09-2024"', '2024-09-20'],
    ['3/11-79', '2079-11-03'],
    ['3/11-80', '1980-11-03'],
    [{ moment: '2024-09-20' as LocalDate }, '2024-09-20'],
    ['', null],
    [' - ', null],
    [null, null],
  ])('reads %j as %s', (cell, expected) => {
    expect(parseMoment(cell)).toBe(expected);
  });

  it.each<RawCell>([
    '31-02-2025',
    '29-02-2023',
    '12/31/2025',
    '20-09-2024 25:10',
    '20-09-2024 10:75',
    '20-09-2024x',
    '20-09-20245',
    'ukendt',
    'Team Nord 20-09-2024',
    12,
    45_000_000,
    Number.NaN,
    true,
  ])('finds no date in %j', (cell) => {
    expect(parseMoment(cell)).toBe('invalid-date');
  });

  it.each<RawCell>([
    '01-01-1900',
    '1900-01-01 00:00',
    '31-12-9999',
    '00-00-0000',
    '1',
    0,
    1,
    { moment: '1899-12-30' as LocalDate },
  ])('takes %j for "no date"', (cell) => {
    expect(parseMoment(cell)).toBe('placeholder-date');
  });

  it('reads the day counts of a spreadsheet, to the whole minute', () => {
    expect(parseMoment(45_116)).toBe('2023-07-09');
    expect(parseMoment(45_116.5611111111)).toBe('2023-07-09T13:28');
    expect(parseMoment(45_116.99999)).toBe('2023-07-10');
    expect(parseMoment('45116,5')).toBe('2023-07-09T12:00');
  });

  it('turns a time with a zone into Danish time', () => {
    expect(parseMoment('2024-01-31T23:30:00Z')).toBe('2024-02-01T00:30');
    expect(parseMoment('2024-06-30T22:30:00Z')).toBe('2024-07-01T00:30');
    expect(parseMoment('2024-06-30T22:30:00+02:00')).toBe('2024-06-30T22:30');
    expect(parseMoment('2024-01-15T10:15:00+0100')).toBe('2024-01-15T10:15');
  });

  it('reads back every date that it is given in any of its spellings', () => {
    fc.assert(
      fc.property(day, fc.constantFrom('-', '.', '/'), (date, separator) => {
        fc.pre(date > '1900-01-01');
        expect(parseMoment(formatDanish(date))).toBe(date);
        expect(parseMoment(written(date, separator))).toBe(date);
        expect(parseMoment(date)).toBe(date);
      }),
    );
  });

  it('reads back every date with a time', () => {
    fc.assert(
      fc.property(day, time, (date, [hour, minute]) => {
        fc.pre(date > '1900-01-01');
        const moment = localDateTime(date, hour, minute)!;
        expect(parseMoment(formatDanish(moment))).toBe(moment);
        expect(parseMoment(`${moment}:59`)).toBe(moment);
      }),
    );
  });
});

describe('parseMoments', () => {
  const list = (cell: RawCell) => parseMoments(cell).moments.map(({ moment }) => moment);
  const both = ['2024-12-25', '2025-05-23'];

  it.each([
    '25-12-2024, 23-05-2025',
    '25-12-2024,23-05-2025',
    '25.12.2024; 23.05.2025;',
    '25.12.24, 23.05.25',
    '25.12.24 23.05.25',
    '25-12-2024\n23-05-2025',
    '25/12/2024 / 23/05/2025',
    '25-12-2024/23-05-2025',
    '25-12-2024 og 23-05-2025',
    '25-12-2024 23-05-2025',
    '2024-12-25|2025-05-23',
  ])('splits %j', (text) => {
    expect(parseMoments(text)).toMatchObject({ problems: [] });
    expect(list(text)).toEqual(both);
  });

  it('keeps the good dates beside a bad one, and says which is bad', () => {
    const { moments, problems } = parseMoments('01-01-1900, 25-12-2024, 31-02-2025');
    expect(moments).toEqual([{ moment: '2024-12-25', text: '25-12-2024' }]);
    expect(problems).toEqual([
      { code: 'placeholder-date', text: '01-01-1900' },
      { code: 'invalid-date', text: '31-02-2025' },
    ]);
  });

  it('does not take a date with something behind a slash for a list', () => {
    expect(parseMoments('25-12-2024/ukendt')).toEqual({
      moments: [],
      problems: [{ code: 'invalid-date', text: '25-12-2024/ukendt' }],
    });
  });

  it('reads back any list it is given', () => {
    fc.assert(
      fc.property(fc.array(day, { minLength: 1 }), fc.constantFrom(', ', '; ', '\n', ' og '), (dates, separator) => {
        fc.pre(dates.every((date) => date > '1900-01-01'));
        expect(list(dates.map(formatDanish).join(separator))).toEqual(dates);
      }),
    );
  });
});
