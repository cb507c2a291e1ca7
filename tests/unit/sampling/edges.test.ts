import { describe, expect, it } from 'vitest';

import { allocate } from '../../../shared/domain/sampling/allocate.ts';
import { buildFrame } from '../../../shared/domain/sampling/frame.ts';
import type { SamplingPlanInput } from '../../../shared/domain/sampling/plan.ts';
import { casesInTime, fewestSeen, sizeForPrecision, toldApart } from '../../../shared/domain/sampling/planner.ts';
import { checkTargetedPart, compareTargeted, targetedTest } from '../../../shared/domain/sampling/targeted-part.ts';
import { targetedRule } from '../../../shared/domain/sampling/targeted-rules.ts';
import { aCase, aPlan, aPopulation, asOf, assessed, day } from './a-case.ts';

const frameOf = (cases: ReturnType<typeof aPopulation>, input: SamplingPlanInput, heldOut = [] as const) =>
  buildFrame({ cases, plan: aPlan(input), asOf, heldOut });

describe('shares', () => {
  it('equal ones: what does not divide goes to the first by name, in whatever order the strata come', () => {
    const strata = [
      { name: 'Vest', size: 5 },
      { name: 'Nord', size: 5 },
      { name: 'Syd', size: 5 },
    ];
    expect(allocate(strata, { kind: 'equal', size: 7 })).toEqual([2, 3, 2]);
    expect(allocate(strata, { kind: 'equal', size: 8 })).toEqual([2, 3, 3]);
  });

  it('of nothing are nothing', () => {
    expect(allocate([{ name: 'Nord', size: 0 }], { kind: 'proportional', size: 0 })).toEqual([0]);
    expect(allocate([], { kind: 'equal', size: 0 })).toEqual([]);
  });
});

describe('a frame', () => {
  const where = (first: number, last: number) => [
    { field: 'case_id' as const, oneOf: Array.from({ length: last - first + 1 }, (_, k) => `S-000${first + k}`) },
  ];

  it('of parts that overlap says which two, and in how many cases', () => {
    const parts = [where(1, 2), where(3, 6), where(5, 9)].map((of) => ({
      kind: 'random' as const,
      size: 1,
      where: of,
    }));
    expect(() => frameOf(aPopulation({ Nord: 9 }), { parts })).toThrow(
      expect.objectContaining({ code: 'overlapping-parts', detail: { part: 2, otherPart: 3, shared: 2 } }),
    );
  });

  it('without cases says of which part', () => {
    const parts = [
      { kind: 'random' as const, size: 1, where: where(1, 2) },
      { kind: 'random' as const, size: 1, where: [{ field: 'team' as const, oneOf: ['Syd'] }] },
    ];
    expect(() => frameOf(aPopulation({ Nord: 9 }), { parts })).toThrow(
      expect.objectContaining({ code: 'frame-empty', detail: { part: 2 } }),
    );
  });

  it('takes a case number for a CPR number only where it is one', () => {
    const plan: SamplingPlanInput = { parts: [{ kind: 'random', size: 1 }] };
    const size = (id: string, cpr: string) => frameOf([aCase(id, { cpr })], plan).populationSize;
    expect([size('A', ''), size('S-12', '12'), size('0101654322', '0101654321')]).toEqual([1, 1, 1]);
    expect(() => size('010165-4321', '0101654321')).toThrow(
      expect.objectContaining({ detail: { problem: 'the case number is the CPR number', cases: 1 } }),
    );
  });

  it('names those held out in the order of their case numbers', () => {
    const heldOut = ['S-0003', 'S-0001', 'S-0002'].map((caseId) => ({ caseId, reason: caseId }));
    const cases = aPopulation({ Nord: 5 }).toReversed();
    const plan = aPlan({ parts: [{ kind: 'random', size: 1 }] });
    expect(buildFrame({ cases, plan, asOf, heldOut }).excluded).toEqual(
      heldOut.toSorted((a, b) => (a.caseId < b.caseId ? -1 : 1)),
    );
  });
});

describe('the planner', () => {
  it('tells two results apart where not even one number of cases goes with both', () => {
    const result = (low: number, high: number) => ({ positive: 0, interval: { low, high } });
    expect(toldApart(result(0, 5), result(5, 9))).toBe(false);
    expect(toldApart(result(5, 9), result(0, 5))).toBe(false);
    expect(toldApart(result(0, 4), result(5, 9))).toBe(true);
    expect(toldApart(result(5, 9), result(0, 4))).toBe(true);
  });

  it('knows the smallest frames and times', () => {
    expect(fewestSeen(2, 1, 0.5)).toBe(1);
    expect(fewestSeen(0, 1)).toBeNull();
    expect(fewestSeen(1, 0)).toBeNull();
    expect(sizeForPrecision(1, { amount: 1, unit: 'points' })).toBe(1);
    expect(sizeForPrecision(0, { amount: 1, unit: 'points' })).toBeNull();
    expect(casesInTime(0, 10)).toBe(0);
    expect(casesInTime(-1, 10)).toBeNull();
  });
});

describe('a targeted part', () => {
  const byPlan = (rule: { readonly order: 'ascending' | 'descending' }) => ({
    kind: 'targeted' as const,
    size: 1,
    where: [],
    rule: {
      name: 'Egen',
      where: [{ field: 'team' as const, oneOf: ['Nord'] }],
      rankBy: { field: 'plan_date' as const, order: rule.order },
    },
  });

  it('by conditions alone points at every case that it is asked about', () => {
    expect(targetedTest({ kind: 'targeted', size: 1, where: [] })(aCase('S-1'), asOf)).toEqual({});
  });

  it('is refused where its rule is unknown', () => {
    expect(() => checkTargetedPart({ kind: 'targeted', size: 1, where: [], rule: 'constructor' }, 0)).toThrow(
      expect.objectContaining({ code: 'unknown-rule', detail: { rule: 'constructor' } }),
    );
  });

  it('by an own rule puts cases without a value last, and has no order among them', () => {
    for (const order of ['ascending', 'descending'] as const) {
      const part = byPlan({ order });
      const place = targetedTest(part)(aCase('S-1', { team: 'Nord' }), asOf);
      expect(place).toStrictEqual({});
      const compare = compareTargeted(part);
      expect(compare({}, {})).toBe(0);
      expect(compare({ rankKey: 'a' }, {})).toBeLessThan(0);
      expect(compare({}, { rankKey: 'a' })).toBeGreaterThan(0);
    }
  });
});

describe('a theme', () => {
  const receiptLate = aCase('S-1', {
    report_received_at: day('2025-10-06'),
    report_assessed_at: day('2025-10-06'),
    report_receipt_sent: day('2025-10-17'),
  });
  const youthLate = aCase('S-2', {
    birth_date: day('2007-12-01'),
    placement_start: day('2024-01-01'),
    youth_decision_date: day('2025-06-08'),
    followup_dates: [day('2024-03-01'), day('2025-02-01')],
  });

  it('points at a receipt that came three days late, among the limits and among the reports', () => {
    expect(targetedRule('tema-frister')(receiptLate, asOf)).toStrictEqual({ exceededBy: 3 });
    expect(targetedRule('tema-underretning')(receiptLate, asOf)).toStrictEqual({ exceededBy: 3 });
  });

  it('points at youth support decided a week late', () => {
    expect(targetedRule('tema-frister')(youthLate, asOf)).toStrictEqual({ exceededBy: 7 });
    expect(targetedRule('tema-plan')(youthLate, asOf)).toMatchObject({ exceededBy: 7 });
  });

  it('points without days where no limit counts them, and at nothing where all is well', () => {
    const silent = aCase('S-3', { decision_date: day('2025-10-01') });
    expect(targetedRule('ingen-boernesamtale')(silent, asOf)).toStrictEqual({});
    expect(targetedRule('tema-inddragelse')(silent, asOf)).toStrictEqual({});
    const talked = aCase('S-4', { decision_date: day('2025-10-01'), child_talk_dates: [day('2025-09-30')] });
    expect(targetedRule('tema-inddragelse')(talked, asOf)).toBeNull();
    expect(targetedRule('bfu-over-4-maaneder')(aCase('S-5', assessed(3)), asOf)).toBeNull();
  });
});
