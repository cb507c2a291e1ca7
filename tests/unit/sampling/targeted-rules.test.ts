import { describe, expect, it } from 'vitest';

import type { FieldValues } from '../../../shared/domain/importing/fields.ts';
import type { CaseRecord } from '../../../shared/domain/population/case.ts';
import { samplingPlan } from '../../../shared/domain/sampling/plan.ts';
import { targetedRule, targetedRules } from '../../../shared/domain/sampling/targeted-rules.ts';
import { drawnBecause } from '../../../shared/words/sampling.ts';
import { targetedRuleWords } from '../../../shared/words/targeted-rules.ts';
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
  'bfu-mangler-eller-over-4-maaneder': [{ awareness_date: day('2025-07-02') }, { awareness_date: day('2025-07-03') }],
  'gentagne-underretninger-uden-indsats': [
    { report_received_at: day('2025-06-01'), support_end: day('2025-01-01') },
    { report_received_at: day('2025-06-01'), support_start: day('2025-06-02') },
  ],
  'naeste-opfoelgning-overskredet': [
    { support_start: decided, followup_dates: [day('2025-05-01')], next_followup: day('2025-10-31') },
    { support_start: decided, followup_dates: [day('2025-05-01')], next_followup: day('2025-11-30') },
  ],
  'anbragt-under-6-aar': [
    { birth_date: day('2019-11-04'), placement_start: day('2025-01-01') },
    { birth_date: day('2019-11-03'), placement_start: day('2025-01-01') },
  ],
  'ungestoette-mangler': [
    { birth_date: day('2008-05-02'), placement_start: day('2020-01-01') },
    { birth_date: day('2008-05-03'), placement_start: day('2020-01-01') },
  ],
  'tema-undersoegelse': [
    { legal_basis: '§ 47', decision_date: decided, placement_start: decided },
    { legal_basis: '§ 47', decision_date: decided, placement_start: decided, bfu_start: decided, bfu_end: decided },
  ],
  'tema-inddragelse': [
    { support_start: decided, consent_date: day('2025-03-02') },
    { support_start: decided, consent_date: decided },
  ],
  'tema-plan': [
    { legal_basis: '§ 47', decision_date: decided, placement_start: decided },
    { legal_basis: '§ 47', decision_date: decided, placement_start: decided, plan_date: decided },
  ],
  'tema-frister': [
    { awareness_date: day('2025-01-31'), bfu_end: day('2025-06-01') },
    { awareness_date: day('2025-01-31'), bfu_end: day('2025-05-31') },
  ],
  'tema-underretning': [
    { report_received_at: day('2025-03-01T08:00'), report_assessed_at: day('2025-03-03T08:00') },
    {
      report_received_at: day('2025-03-01T08:00'),
      report_assessed_at: day('2025-03-02T08:00'),
      report_receipt_sent: day('2025-03-03'),
    },
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

/** A second report in a row of its own: one case has one value of a field, its rows have one each. */
function withRows(name: string, values: FieldValues): CaseRecord {
  const record = aCase('S-1', values);
  if (!name.startsWith('gentagne')) return record;
  const rows = [{ report_received_at: day('2025-04-01') }, values];
  return { ...record, activities: rows.map((row, index) => ({ row: index + 2, values: row })) };
}

describe('targetedRules', () => {
  it('has words and an example for every rule, and no others', () => {
    expect(Object.keys(targetedRuleWords).sort()).toEqual(Object.keys(targetedRules).sort());
    expect(Object.keys(examples).sort()).toEqual(Object.keys(targetedRules).sort());
  });

  it.each(Object.entries(examples))('%s points at the broken case only', (name, [broken, mended]) => {
    expect(targetedRule(name)(withRows(name, broken), asOf)).not.toBeNull();
    expect(targetedRule(name)(withRows(name, mended), asOf)).toBeNull();
    expect(targetedRule(name)(aCase('S-1'), asOf)).toBeNull();
  });

  it('counts whole days past the limit', () => {
    const [broken] = examples['bfu-over-4-maaneder']!;
    expect(targetedRule('bfu-over-4-maaneder')(aCase('S-1', broken), asOf)).toMatchObject({ exceededBy: 1 });
  });

  const hit = (name: string, values: FieldValues) => targetedRule(name)(withRows(name, values), asOf);

  it('keeps unfinished and missing assessments out of the published four-month rule', () => {
    const unfinished = { awareness_date: day('2025-01-31'), bfu_start: day('2025-02-01') };
    expect(hit('bfu-over-4-maaneder', unfinished)).toBeNull();
    expect(hit('bfu-mangler-eller-over-4-maaneder', unfinished)).toEqual({ exceededBy: 156 });
    expect(hit('bfu-mangler-eller-over-4-maaneder', { awareness_date: day('2025-01-31') })).toEqual({
      exceededBy: 156,
    });
    expect(hit('bfu-mangler-eller-over-4-maaneder', { abuse_flag: true })).toEqual({});
  });

  it('counts a plan that is not in the export from its limit, and last where no limit may hold', () => {
    const rule = 'plan-mangler-eller-sen';
    const placed = { legal_basis: '§ 47', decision_date: decided, placement_start: decided };
    expect(hit(rule, placed)).toEqual({ exceededBy: 247 });
    expect(hit(rule, { legal_basis: '§ 46', decision_date: decided })).toEqual({ exceededBy: 155 });
    expect(hit(rule, { legal_basis: '§ 32', decision_date: decided })).toEqual({});
    expect(hit(rule, { legal_basis: '§ 32', decision_date: day('2025-08-04') })).toBeNull();
    expect(hit(rule, { legal_basis: '§ 32', decision_date: decided, plan_date: day('2025-06-01') })).toBeNull();
  });

  it('counts a missing decision on youth support from half a year before 18 years', () => {
    expect(hit('ungestoette-mangler', { birth_date: day('2008-04-01'), placement_start: decided })).toEqual({
      exceededBy: 33,
    });
    expect(hit('ungestoette-mangler', { birth_date: day('2008-04-01') })).toBeNull();
  });

  it('sees a placement that ended, one told by the paragraph alone, and a closed case', () => {
    const small = { birth_date: day('2022-01-01'), legal_basis: '§ 46' };
    expect(hit('anbragt-under-6-aar', small)).toEqual({});
    expect(hit('anbragt-under-6-aar', { ...small, closed: day('2025-10-01') })).toBeNull();
    const ended = { placement_start: decided, placement_end: day('2025-11-02') };
    expect(hit('anbragt-under-6-aar', { ...small, ...ended })).toBeNull();
  });

  it('counts reports as repeated within two years only', () => {
    const rule = 'gentagne-underretninger-uden-indsats';
    expect(hit(rule, { report_received_at: day('2027-03-01') })).toBeNull();
    expect(targetedRule(rule)(withRows(rule, { report_received_at: day('2027-04-02') }), day('2027-12-01'))).toBeNull();
    expect(targetedRule(rule)(withRows(rule, { report_received_at: day('2027-04-01') }), day('2027-12-01'))).toEqual(
      {},
    );
  });

  it('takes the limit exceeded most of a theme', () => {
    const values = { awareness_date: day('2025-01-31'), bfu_end: day('2025-06-01'), support_start: day('2025-01-01') };
    expect(hit('tema-frister', values)).toEqual({ exceededBy: 216 });
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
