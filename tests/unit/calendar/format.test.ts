import { describe, expect, it } from 'vitest';

import {
  formatCount,
  formatDanish,
  formatDuration,
  formatMinutes,
  formatPercent,
} from '#shared/domain/calendar/format.ts';
import { type LocalDate, parseIso } from '#shared/domain/calendar/local-date.ts';

describe('Danish dates and numbers', () => {
  it('writes moments', () => {
    expect(formatDanish(parseIso('2026-01-31')!)).toBe('31-01-2026');
    expect(formatDanish(parseIso('2026-01-31T13:05')!)).toBe('31-01-2026 kl. 13.05');
  });

  it.each([
    [1234.5, '1.234,5'],
    [0, '0'],
    [1_000_000, '1.000.000'],
    [12, '12'],
    [999.999, '1.000'],
    [-1234.25, '-1.234,25'],
    [-0.001, '0'],
    [0.1, '0,1'],
  ])('%d is %s', (value, text) => {
    expect(formatCount(value)).toBe(text);
  });

  it.each([
    [0.453, '45 %'],
    [0.285, '29 %'],
    [0.575, '58 %'],
    [1, '100 %'],
    [0, '0 %'],
    [0.004, '0 %'],
  ])('the share %d is %s', (share, text) => {
    expect(formatPercent(share)).toBe(text);
  });

  it.each([
    ['2025-02-03', '2025-07-20', '5 måneder og 17 dage'],
    ['2025-02-03', '2025-03-04', '1 måned og 1 dag'],
    ['2025-02-03', '2025-06-03', '4 måneder'],
    ['2025-02-03', '2025-02-03', '0 dage'],
  ])('%s to %s is %s', (from, to, text) => {
    expect(formatDuration(from as LocalDate, to as LocalDate)).toBe(text);
  });

  it('writes minutes as hours', () => {
    expect(formatMinutes(1565)).toBe('26 timer og 5 minutter');
    expect(formatMinutes(60)).toBe('1 time');
    expect(formatMinutes(1)).toBe('1 minut');
  });
});
