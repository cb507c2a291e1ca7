import { describe, expect, it } from 'vitest';

import { formatDanish } from '../../../shared/domain/calendar/format.ts';
import { dateOfDayNumber, dayNumber, localDate } from '../../../shared/domain/calendar/local-date.ts';
import { parseDanishDate } from '../../../shared/domain/calendar/parse-date.ts';
import { fc } from '../../support/fast-check.ts';

describe('a date typed by a person', () => {
  it.each([
    ['31-01-2026', '2026-01-31'],
    ['31/1-26', '2026-01-31'],
    ['31.1.2026', '2026-01-31'],
    [' 1/2/2026 ', '2026-02-01'],
    ['2026-02-28', '2026-02-28'],
  ])('%s is %s', (text, iso) => {
    expect(parseDanishDate(text)).toBe(iso);
  });

  it.each(['31-02-2026', '13', '01-13-2026', 'i morgen', '', '1-1-1'])('%s is no date', (text) => {
    expect(parseDanishDate(text)).toBeNull();
  });

  it('reads back every date that it shows', () => {
    const first = dayNumber(localDate(2000, 1, 1)!);
    fc.assert(
      fc.property(fc.nat(50_000), (days) => {
        const date = dateOfDayNumber(first + days);
        expect(parseDanishDate(formatDanish(date))).toBe(date);
      }),
    );
  });
});
