import { describe, expect, it } from 'vitest';

import { medianMinutes, readingMinutes } from '#shared/domain/review/reading-time.ts';

const at = (clock: string): string => `2026-01-05T${clock}.000Z`;

describe('the minutes of one case', () => {
  it('are the gaps between its moments, whatever their order', () => {
    expect(readingMinutes([at('09:04:00'), at('09:00:00'), at('09:01:30')])).toBe(4);
  });

  it('leave out pauses over fifteen minutes, and keep one of exactly fifteen', () => {
    expect(readingMinutes([at('09:00:00'), at('09:15:00'), at('12:00:00'), at('12:02:00')])).toBe(17);
    expect(readingMinutes([at('09:00:00'), at('09:15:01')])).toBe(0);
  });

  it('are the same in every time zone, and none without two moments', () => {
    expect(readingMinutes(['2026-01-05T10:00:00+01:00', at('09:03:00')])).toBe(3);
    expect(readingMinutes([at('09:00:00')])).toBe(0);
    expect(readingMinutes([])).toBe(0);
  });
});

describe('the median', () => {
  it('is the middle, or between the two in the middle', () => {
    expect(medianMinutes([30, 10, 20])).toEqual({ cases: 3, median: 20 });
    expect(medianMinutes([30, 10, 20, 21])).toEqual({ cases: 4, median: 20.5 });
    expect(medianMinutes([12])).toEqual({ cases: 1, median: 12 });
  });

  it('does not count cases that were filled in from a file, and is unknown without any other', () => {
    expect(medianMinutes([0, 0, 0.4, 25])).toEqual({ cases: 1, median: 25 });
    expect(medianMinutes([0, 0.9])).toEqual({ cases: 0, median: null });
    expect(medianMinutes([])).toEqual({ cases: 0, median: null });
  });
});
