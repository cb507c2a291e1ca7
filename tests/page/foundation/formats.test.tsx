import { describe, expect, it } from 'vitest';

import {
  compareDanish,
  formatCount,
  formatDate,
  formatDecimal,
  formatFingerprint,
  formatInstant,
  formatMoment,
  formatNumber,
  formatPercent,
  formatTime,
} from '../../../renderer/components/formats.ts';
import { compareValues } from '../../../renderer/components/use-table-rows.ts';

describe('formats', () => {
  it('writes dates, times and numbers the Danish way', () => {
    expect(formatDate('2026-01-31')).toBe('31-01-2026');
    expect(formatMoment('2026-01-31T09:05')).toBe('31-01-2026 kl. 09.05');
    expect(formatMoment('2026-01-31')).toBe('31-01-2026');
    expect(formatTime('2026-01-31T13:05:00')).toBe('13.05');
    expect(formatInstant('2026-01-31T13:05:00')).toBe('31-01-2026 kl. 13.05');
    expect(formatNumber(1234)).toBe('1.234');
    expect(formatDecimal(1234.5)).toBe('1.234,5');
    expect(formatPercent(0.45)).toBe('45\u00a0%');
    expect(formatCount(1, 'sag', 'sager')).toBe('1 sag');
    expect(formatCount(1420, 'sag', 'sager')).toBe('1.420 sager');
  });

  it('leaves what is no date as it is', () => {
    expect(formatDate('snart')).toBe('snart');
    expect(formatTime('snart')).toBe('snart');
  });

  it('shows the start of a fingerprint in groups of four', () => {
    expect(formatFingerprint('8a1df02ec7de1071aa')).toBe('8a1d f02e c7de 1071 …');
    expect(formatFingerprint('8a1df0')).toBe('8a1d f0');
  });

  it('sorts æ, ø, å and aa last, numbers by size, and empty values after all', () => {
    const names = ['Åse', 'Zenia', 'Øjvind', 'Aage', 'Ælle', 'Bo'];
    expect(names.toSorted(compareDanish)).toEqual(['Bo', 'Zenia', 'Ælle', 'Øjvind', 'Aage', 'Åse']);
    expect([10, null, 9].toSorted(compareValues)).toEqual([9, 10, null]);
  });
});
