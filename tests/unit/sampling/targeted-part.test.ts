import { describe, expect, it } from 'vitest';

import type { CaseRecord } from '../../../shared/domain/population/case.ts';
import { describeConditions } from '../../../shared/domain/sampling/describe-conditions.ts';
import { drawSample } from '../../../shared/domain/sampling/draw-sample.ts';
import { type SamplingPlanInput, samplingPlan } from '../../../shared/domain/sampling/plan.ts';
import { ticket } from '../../../shared/domain/sampling/ticket.ts';
import { drawnBecause } from '../../../shared/words/sampling.ts';
import { aCase, aPlan, asOf, day } from './a-case.ts';

const cases: readonly CaseRecord[] = [
  aCase('S-1', { team: 'Nord', placement_start: day('2024-03-01') }),
  aCase('S-2', { team: 'Nord', placement_start: day('2023-03-01') }),
  aCase('S-3', { team: 'Nord' }),
  aCase('S-4', { team: 'Syd', placement_start: day('2020-03-01') }),
  aCase('S-5', { team: 'Nord', placement_start: day('2024-03-01'), visit_dates: [day('2025-05-01')] }),
  aCase('S-6', { team: 'Nord', visit_dates: [day('2025-02-01'), day('2025-06-01')] }),
];
const north = { field: 'team' as const, oneOf: ['Nord'] };
const draw = (part: SamplingPlanInput['parts'][number], list = cases) =>
  drawSample({ cases: list, plan: aPlan({ parts: [part] }), asOf, seed: '4711', heldOut: [] });
const ids = (part: SamplingPlanInput['parts'][number], list = cases) =>
  draw(part, list).cases.map(({ caseId }) => caseId);
const byTicket = (name: string, list: readonly string[]) =>
  list.toSorted((a, b) => (ticket('4711', name, a) < ticket('4711', name, b) ? -1 : 1));

describe('a part targeted by conditions', () => {
  it('takes the cases that meet them, by ticket, and says which conditions', () => {
    const part = { kind: 'targeted' as const, size: 9, where: [{ field: 'team' as const, oneOf: ['Syd', 'Vest'] }] };
    const { cases: drawn, strata } = draw(part);
    expect(drawn.map(({ caseId }) => caseId)).toEqual(['S-4']);
    expect(strata).toEqual([{ part: 'targeted', partIndex: 0, name: '(efter betingelser)', size: 1, drawn: 1 }]);
    expect(drawnBecause(drawn[0]!, aPlan({ parts: [part] }))).toBe('Målrettet: team: Syd eller Vest');
    expect(ids({ kind: 'targeted', size: 9, where: [north] })).toEqual(
      byTicket('(efter betingelser)', ['S-1', 'S-2', 'S-3', 'S-5', 'S-6']),
    );
  });

  it('is refused without a condition', () => {
    const problem = 'neither a rule nor a condition';
    expect(() => draw({ kind: 'targeted', size: 1 })).toThrow(
      expect.objectContaining({ code: 'plan-invalid', detail: { part: 1, problem } }),
    );
  });
});

describe('an own rule', () => {
  const rule = (field: 'placement_start' | 'visit_dates', order: 'ascending' | 'descending') => ({
    kind: 'targeted' as const,
    size: 9,
    rule: { name: 'Anbragte i Nord', where: [north], rankBy: { field, order } },
  });

  it('ranks by its field, ties by ticket, cases without a value last', () => {
    const [first, second] = byTicket('Anbragte i Nord', ['S-1', 'S-5']) as [string, string];
    const without = byTicket('Anbragte i Nord', ['S-3', 'S-6']);
    expect(ids(rule('placement_start', 'ascending'))).toEqual(['S-2', first, second, ...without]);
    expect(ids(rule('placement_start', 'descending'))).toEqual([first, second, 'S-2', ...without]);
    expect(ids(rule('placement_start', 'descending'), cases.toReversed())).toEqual(
      ids(rule('placement_start', 'descending')),
    );
  });

  it('takes of a list the value that comes first in the order', () => {
    expect(ids(rule('visit_dates', 'ascending')).slice(0, 2)).toEqual(['S-6', 'S-5']);
    expect(ids(rule('visit_dates', 'descending')).slice(0, 2)).toEqual(['S-6', 'S-5']);
  });

  it('says in words why a case was drawn', () => {
    const part = rule('placement_start', 'ascending');
    const [first] = draw(part).cases;
    expect(drawnBecause(first!, aPlan({ parts: [part] }))).toBe(
      'Målrettet: Anbragte i Nord (team: Nord), nr. 1 efter anbringelse start, første først',
    );
    const plain = { kind: 'targeted' as const, size: 1, rule: { name: 'Nord', where: [north] } };
    expect(drawnBecause(draw(plain).cases[0]!, aPlan({ parts: [plain] }))).toBe('Målrettet: Nord (team: Nord)');
  });

  it.each(['bfu-over-4-maaneder', ' tema-plan ', '(efter betingelser)'])('may not be called %s', (name) => {
    const part = { kind: 'targeted' as const, size: 1, rule: { name, where: [north] } };
    expect(() => draw(part)).toThrow(expect.objectContaining({ code: 'plan-invalid' }));
  });

  it('is data that the schema checks', () => {
    const parse = (own: object) =>
      samplingPlan.safeParse({ parts: [{ kind: 'targeted', size: 1, rule: own }] }).success;
    expect(parse({ name: 'Nord', where: [north] })).toBe(true);
    expect(parse({ name: ' ', where: [north] })).toBe(false);
    expect(parse({ name: 'Nord', where: [] })).toBe(false);
    expect(parse({ name: 'Nord', where: [{ field: 'hemmelig', oneOf: ['x'] }] })).toBe(false);
    expect(parse({ name: 'Nord', where: [north], rankBy: { field: 'toString', order: 'ascending' } })).toBe(false);
  });
});

describe('describeConditions', () => {
  it('says every kind of condition', () => {
    expect(
      describeConditions([
        north,
        { field: 'status', noneOf: ['Lukket'] },
        { field: 'decision_date', from: '2025-01-01' },
        { field: 'decision_date', to: '2025-12-31' },
        { field: 'opened', from: '2025-01-01', to: '2025-12-31' },
        { field: 'plan_date', filled: false },
        { field: 'bfu_end', filled: true },
      ]),
    ).toBe(
      'team: Nord; status: ikke Lukket; afgørelse truffet: fra 01-01-2025; afgørelse truffet: til 31-12-2025; sag oprettet: 01-01-2025 til 31-12-2025; barnets plan: ikke udfyldt; børnefaglig undersøgelse afsluttet: udfyldt',
    );
  });
});
