import { describe, expect, it } from 'vitest';

import { addDays, addMonths, dateOfDayNumber, type LocalDate } from '#shared/domain/calendar/local-date.ts';
import { latestRetention, retainUntil, retentionState } from '#shared/domain/deletion/retention.ts';
import { fc } from '../../support/fast-check.ts';

const day = fc.integer({ min: 18_000, max: 25_000 }).map(dateOfDayNumber);
const months = fc.option(fc.integer({ min: 1, max: 60 }));

describe('retainUntil', () => {
  it('is six months after the draw where nobody has said otherwise', () => {
    const rule = { createdAt: '2025-08-31T22:30:00.000Z', chosen: null, mostMonths: null };
    expect(retainUntil(rule)).toBe('2026-02-28');
    expect(retainUntil({ ...rule, mostMonths: 12 })).toBe('2026-08-31');
    expect(retainUntil({ ...rule, chosen: '2025-10-01', mostMonths: 12 })).toBe('2025-10-01');
    expect(retainUntil({ ...rule, chosen: '2027-10-01', mostMonths: 12 })).toBe('2026-08-31');
  });

  it('is the chosen day, and never later than the rule allows', () => {
    fc.assert(
      fc.property(day, fc.option(day), months, (drawn, chosen, mostMonths) => {
        const rule = { createdAt: `${drawn}T10:00:00.000Z`, chosen, mostMonths };
        const until = retainUntil(rule);
        expect(until <= addMonths(drawn, mostMonths ?? 60)).toBe(true);
        if (chosen !== null && chosen <= latestRetention(rule)) expect(until).toBe(chosen);
      }),
    );
  });
});

describe('retentionState', () => {
  it('is due on the day and after it', () => {
    const today = '2026-03-01' as LocalDate;
    expect(retentionState(today, today)).toEqual({ due: true, daysLeft: 0 });
    expect(retentionState(addDays(today, 1), today)).toEqual({ due: false, daysLeft: 1 });
    expect(retentionState(addDays(today, -3), today)).toEqual({ due: true, daysLeft: -3 });
  });
});
