import { describe, expect, it } from 'vitest';

import { evaluateRule } from '../../../shared/domain/review/rules/evaluate-rule.ts';
import { aCase, day } from '../sampling/a-case.ts';

type Values = Parameters<typeof aCase>[1];

function deadlineOf(rule: string, values: Values, asOf = '2026-01-15') {
  const finding = evaluateRule(rule, aCase('S-1', values), day(asOf));
  return { verdict: finding?.verdict, deadline: finding?.deadline };
}

describe('deadlines of R17, for the picture of the case', () => {
  const followed = { support_start: day('2025-01-01'), followup_dates: [day('2025-03-01'), day('2025-09-20')] };

  it('run from the follow-up where the next one was agreed to the agreed day', () => {
    const deadline = { from: '2025-03-01', until: '2025-09-01' };
    expect(deadlineOf('R17', { ...followed, next_followup: day('2025-09-01') })).toEqual({ verdict: 'no', deadline });
    const kept = { from: '2025-03-01', until: '2025-09-20' };
    expect(deadlineOf('R17', { ...followed, next_followup: day('2025-09-20') })).toEqual({
      verdict: 'yes',
      deadline: kept,
    });
    const missed = { from: '2025-09-20', until: '2025-12-01' };
    expect(deadlineOf('R17', { ...followed, next_followup: day('2025-12-01') })).toEqual({
      verdict: 'no',
      deadline: missed,
    });
  });

  it('run six months under serviceloven, and are not drawn where the law has no number of months', () => {
    const old = { support_start: day('2022-01-01'), followup_dates: [day('2022-03-01'), day('2022-10-01')] };
    expect(deadlineOf('R17', old, '2022-11-01')).toEqual({
      verdict: 'no',
      deadline: { from: '2022-03-01', until: '2022-09-01' },
    });
    const long = { support_start: day('2024-01-01'), followup_dates: [day('2024-03-01'), day('2025-10-01')] };
    expect(deadlineOf('R17', long).deadline).toBeUndefined();
  });
});

describe('deadlines of R24', () => {
  const placed = { birth_date: day('2008-02-10'), placement_start: day('2020-05-01') };

  it('run from the placement to six months before the eighteenth birthday', () => {
    const deadline = { from: '2020-05-01', until: '2025-08-10' };
    expect(deadlineOf('R24', placed)).toEqual({ verdict: 'missing', deadline });
    const late = { ...placed, youth_decision_date: day('2025-09-01') };
    expect(deadlineOf('R24', late)).toEqual({ verdict: 'no', deadline });
    const inTime = { ...placed, youth_decision_date: day('2025-08-10') };
    expect(deadlineOf('R24', inTime)).toEqual({ verdict: 'yes', deadline });
  });

  it('are shown a year before they run out, not many years ahead', () => {
    const year = deadlineOf('R24', placed, '2024-08-10');
    expect(year).toEqual({ verdict: 'not-relevant', deadline: { from: '2020-05-01', until: '2025-08-10' } });
    expect(deadlineOf('R24', placed, '2024-08-09').deadline).toBeUndefined();
    expect(deadlineOf('R24', { birth_date: day('2008-02-10') }).deadline).toBeUndefined();
  });
});
