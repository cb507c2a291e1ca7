import { describe, expect, it } from 'vitest';

import { addDays, isLocalDate, type LocalDate, weekday } from '#shared/domain/calendar/local-date.ts';
import { addWorkingDays, easterSunday, isPublicHoliday, isWorkingDay } from '#shared/domain/calendar/working-days.ts';

const date = (text: string): LocalDate => {
  if (!isLocalDate(text)) throw new Error(`not a date: ${text}`);
  return text;
};

describe('Danish public holidays', () => {
  // Published Easter dates; 2038 is the latest possible, 2285 the earliest.
  it.each([
    [2008, '2008-03-23'],
    [2011, '2011-04-24'],
    [2024, '2024-03-31'],
    [2025, '2025-04-20'],
    [2026, '2026-04-05'],
    [2038, '2038-04-25'],
    [2285, '2285-03-22'],
  ])('Easter %i is %s', (year, expected) => {
    expect(easterSunday(year)).toBe(expected);
  });

  it('Easter is a Sunday between 22 March and 25 April for 800 years', () => {
    for (let year = 1700; year <= 2500; year += 1) {
      const easter = easterSunday(year);
      expect(weekday(easter)).toBe(7);
      expect(easter >= `${year}-03-22` && easter <= `${year}-04-25`).toBe(true);
    }
  });

  it('lists those of 2025, and no other day', () => {
    const days: string[] = [];
    for (let day = date('2025-01-01'); day <= '2025-12-31'; day = addDays(day, 1))
      if (isPublicHoliday(day)) days.push(day);
    expect(days).toEqual([
      '2025-01-01',
      '2025-04-17',
      '2025-04-18',
      '2025-04-20',
      '2025-04-21',
      '2025-05-29',
      '2025-06-08',
      '2025-06-09',
      '2025-12-25',
      '2025-12-26',
    ]);
  });

  it('Store bededag counts up to 2023 and not from 2024', () => {
    expect(isPublicHoliday(date('2023-05-05'))).toBe(true);
    expect(isPublicHoliday(date('2024-04-26'))).toBe(false);
  });
});

describe('working days', () => {
  it.each([
    ['2025-11-03', 6, '2025-11-11'],
    ['2025-04-14', 6, '2025-04-25'],
    ['2025-12-22', 6, '2026-01-02'],
    ['2023-05-03', 1, '2023-05-04'],
    ['2023-05-04', 1, '2023-05-08'],
    ['2025-11-07', 0, '2025-11-07'],
  ])('%s and %i working days is %s', (from, count, to) => {
    expect(addWorkingDays(date(from), count)).toBe(to);
  });

  it('counts Saturday where asked', () => {
    expect(addWorkingDays(date('2025-11-03'), 6, true)).toBe('2025-11-10');
    expect(isWorkingDay(date('2025-11-08'))).toBe(false);
    expect(isWorkingDay(date('2025-11-08'), true)).toBe(true);
    expect(isWorkingDay(date('2025-11-09'), true)).toBe(false);
  });
});
