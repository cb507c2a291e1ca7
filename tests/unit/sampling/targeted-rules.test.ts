import { describe, expect, it } from 'vitest';

import type { FieldValues } from '../../../shared/domain/importing/fields.ts';
import { samplingPlan } from '../../../shared/domain/sampling/plan.ts';
import { targetedRule, targetedRules } from '../../../shared/domain/sampling/targeted-rules.ts';
import { drawnBecause, targetedRuleWords } from '../../../shared/words/sampling.ts';
import { aCase, asOf, day } from './a-case.ts';

const decided = day('2025-03-01');
/** For each rule a case it points at, and the same case with one thing put right. */
const examples: Readonly<Record<string, readonly [FieldValues, FieldValues]>> = {
  'bfu-over-4-maaneder': [
    { awareness_date: day('2025-01-31'), bfu_end: day('2025-06-01') },
    { awareness_date: day('2025-01-31'), bfu_end: day('2025-05-31') },
  ],
  'underretning-over-24-timer': [
    { report_received_at: day('2025-03-01T08:00'), report_assessed_at: day('2025-03-03T08:00') },
    { report_received_at: day('2025-03-01T08:00'), report_assessed_at: day('2025-03-02T08:00') },
  ],
  'ingen-boernesamtale': [
    { decision_date: decided, child_talk_dates: [day('2024-01-01')] },
    { decision_date: decided, child_talk_dates: [day('2025-02-01')] },
  ],
  'plan-mangler-eller-sen': [
    { legal_basis: '§ 47', decision_date: decided, placement_start: decided, plan_date: day('2025-09-01') },
    { legal_basis: '§ 47', decision_date: decided, placement_start: decided, plan_date: decided },
  ],
  'opfoelgning-overskredet': [
    { support_start: decided, followup_dates: [day('2025-08-01')] },
    { support_start: decided, followup_dates: [day('2025-05-31')] },
  ],
  'faerre-end-to-tilsynsbesoeg': [
    { placement_start: day('2023-01-01'), visit_dates: [day('2025-02-01')] },
    { placement_start: day('2023-01-01'), visit_dates: [day('2025-02-01'), day('2025-06-01')] },
  ],
  'ungestoette-for-sent': [
    { birth_date: day('2007-06-01'), placement_start: day('2020-01-01'), youth_decision_date: day('2025-02-01') },
    { birth_date: day('2007-06-01'), placement_start: day('2020-01-01'), youth_decision_date: day('2024-11-30') },
  ],
};

describe('targetedRules', () => {
  it('has words and an example for every rule, and no others', () => {
    expect(Object.keys(targetedRuleWords).sort()).toEqual(Object.keys(targetedRules).sort());
    expect(Object.keys(examples).sort()).toEqual(Object.keys(targetedRules).sort());
  });

  it.each(Object.entries(examples))('%s points at the broken case only', (name, [broken, mended]) => {
    expect(targetedRule(name)(aCase('S-1', broken), asOf)).not.toBeNull();
    expect(targetedRule(name)(aCase('S-1', mended), asOf)).toBeNull();
    expect(targetedRule(name)(aCase('S-1'), asOf)).toBeNull();
  });

  it('counts whole days past the limit', () => {
    const [broken] = examples['bfu-over-4-maaneder']!;
    expect(targetedRule('bfu-over-4-maaneder')(aCase('S-1', broken), asOf)).toMatchObject({ exceededBy: 1 });
  });

  it.each(['', 'R07', 'toString', '__proto__'])('knows no rule "%s"', (name) => {
    expect(() => targetedRule(name)).toThrow(expect.objectContaining({ code: 'unknown-rule', detail: { rule: name } }));
  });
});

describe('drawnBecause', () => {
  const plan = samplingPlan.parse({
    parts: [
      { kind: 'random', size: 1, stratifyBy: 'team' },
      { kind: 'targeted', rule: 'bfu-over-4-maaneder', size: 1 },
    ],
  });
  const drawn = { caseId: 'S-1', ticket: 'ab', rank: 3 };

  it('says why a case is in the sample', () => {
    const random = { ...drawn, part: 'random' as const, partIndex: 0, stratum: 'Team Nord' };
    const targeted = { ...drawn, part: 'targeted' as const, partIndex: 1, stratum: 'bfu-over-4-maaneder' };
    expect(drawnBecause(random, plan)).toBe('Tilfældigt trukket som nr. 3 i gruppen Team Nord');
    expect(drawnBecause({ ...random, stratum: '' }, plan)).toBe('Tilfældigt trukket som nr. 3');
    expect(drawnBecause({ ...targeted, exceededBy: 131 }, plan)).toBe(
      'Målrettet: undersøgelsen tog mere end fire måneder, 131 dage over fristen',
    );
    expect(drawnBecause({ ...targeted, exceededBy: 1 }, plan)).toMatch(/, 1 dag over fristen$/u);
    expect(drawnBecause(targeted, plan)).toBe('Målrettet: undersøgelsen tog mere end fire måneder');
  });
});
