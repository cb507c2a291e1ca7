import { describe, expect, it } from 'vitest';

import { elapsedMinutes, hoursBetween } from '#shared/domain/calendar/danish-time.ts';
import { type LocalDateTime, parseIso } from '#shared/domain/calendar/local-date.ts';
import { fc } from '../../support/fast-check.ts';

const at = (text: string): LocalDateTime => parseIso(text) as LocalDateTime;

describe('real hours between Danish local times', () => {
  it.each([
    ['2025-11-03T10:00', '2025-11-04T10:00', 24],
    // The spring night of 30 March 2025 has 23 hours, the autumn night of 26 October 25.
    ['2025-03-29T12:00', '2025-03-30T12:00', 23],
    ['2025-10-25T12:00', '2025-10-26T12:00', 25],
    ['2025-03-30T01:59', '2025-03-30T03:00', 1 / 60],
    ['2025-10-26T01:30', '2025-10-26T03:30', 3],
    ['2024-03-30T12:00', '2024-03-31T12:00', 23],
    ['2025-06-01T00:00', '2025-07-01T00:00', 720],
    ['2025-01-01T00:00', '2026-01-01T00:00', 8760],
    ['2025-11-04T10:00', '2025-11-03T10:00', -24],
  ])('%s to %s is %d', (from, to, hours) => {
    expect(hoursBetween(at(from), at(to))).toBeCloseTo(hours, 10);
  });

  it('says so where the clock gives two answers', () => {
    expect(elapsedMinutes(at('2025-10-26T01:30'), at('2025-10-26T02:30'))).toEqual({ least: 60, most: 120 });
    expect(elapsedMinutes(at('2025-10-26T02:30'), at('2025-10-26T03:30'))).toEqual({ least: 60, most: 120 });
    expect(elapsedMinutes(at('2025-10-26T02:10'), at('2025-10-26T02:40'))).toEqual({ least: 30, most: 90 });
    expect(elapsedMinutes(at('2025-10-26T02:40'), at('2025-10-26T02:10'))).toEqual({ least: 30, most: 30 });
  });

  it('agrees with the platform time zone wherever the clock is unambiguous', () => {
    const format = new Intl.DateTimeFormat('sv-SE', {
      timeZone: 'Europe/Copenhagen',
      dateStyle: 'short',
      timeStyle: 'short',
    });
    const local = (minute: number): LocalDateTime => at(format.format(new Date(minute * 60_000)));
    const minutes = fc.integer({ min: Date.UTC(2008, 0, 1) / 60_000, max: Date.UTC(2037, 11, 31) / 60_000 });
    fc.assert(
      fc.property(minutes, fc.integer({ min: 0, max: 60 * 24 * 400 }), (start, length) => {
        const { least, most } = elapsedMinutes(local(start), local(start + length));
        expect(least <= length && length <= most).toBe(true);
      }),
      { numRuns: 3_000 },
    );
  });
});
