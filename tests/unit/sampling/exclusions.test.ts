import { describe, expect, it } from 'vitest';

import { heldOutCases, refuseChildren, withoutNames } from '../../../shared/domain/sampling/check-plan.ts';
import { drawSample } from '../../../shared/domain/sampling/draw-sample.ts';
import { makeDrawRecord } from '../../../shared/domain/sampling/make-draw-record.ts';
import type { SamplingPlanInput } from '../../../shared/domain/sampling/plan.ts';
import { compareDraws, repeatDraw } from '../../../shared/domain/sampling/verify-draw.ts';
import { aCase, aPlan, asOf } from './a-case.ts';

const cases = [
  aCase('S-1', { caseworker: 'Åse Holm' }),
  aCase('S-2', { caseworker: 'Bo Riis', status: 'Overdraget' }),
  aCase('S-3', { caseworker: 'A\u030ASE  holm ', status: 'Overdraget' }),
  aCase('S-4', { caseworker: 'Bo Riis' }),
  aCase('S-5'),
  aCase('S-6', { status: 'Overdraget' }),
];
const transferred = { where: [{ field: 'status' as const, oneOf: ['Overdraget'] }], reason: 'Overdraget' };
const held = (exclude: SamplingPlanInput['exclude'], reviewed: readonly string[] = []) =>
  heldOutCases(aPlan({ parts: [{ kind: 'random', size: 1 }], exclude }), {
    cases,
    reviewed,
    reasons: { reviewed: 'Gennemgået', ownCase: 'Egen sag' },
  });

describe('exclusions with reasons', () => {
  it('holds out own cases by name, however it is written, and no case without a name', () => {
    expect(held({ ownCaseworkers: ['åse holm'] })).toEqual([
      { caseId: 'S-1', reason: 'Egen sag' },
      { caseId: 'S-3', reason: 'Egen sag' },
    ]);
  });

  it('gives each case one reason: by hand, own, by condition, reviewed', () => {
    const all = { cases: [{ caseId: 'S-3', reason: 'Klagesag' }], ownCaseworkers: ['Åse Holm'], where: [transferred] };
    expect(held(all, ['S-1', 'S-2', 'S-5'])).toEqual([
      { caseId: 'S-1', reason: 'Egen sag' },
      { caseId: 'S-2', reason: 'Overdraget' },
      { caseId: 'S-3', reason: 'Klagesag' },
      { caseId: 'S-5', reason: 'Gennemgået' },
      { caseId: 'S-6', reason: 'Overdraget' },
    ]);
  });

  it('is repeated from a record that holds the case numbers and not the names', () => {
    const plan = aPlan({
      parts: [{ kind: 'random', size: 2 }],
      exclude: { ownCaseworkers: ['Åse Holm'], where: [transferred] },
    });
    const heldOut = held(plan.exclude);
    const record = makeDrawRecord(drawSample({ cases, plan, asOf, seed: '1', heldOut }), {
      programVersion: '0',
      drawnAt: '2025-11-03T09:00:00.000Z',
      drawNumber: 1,
      redrawReason: null,
      file: { sha256: 'aa', mapping: { sheet: null, headerRow: 1, columns: [] } },
      plan,
      asOf,
    });
    expect(JSON.stringify(record)).not.toContain('Holm');
    expect(record.excluded.map(({ caseId }) => caseId)).toEqual(['S-1', 'S-2', 'S-3', 'S-6']);
    expect(compareDraws(record, repeatDraw(record, cases, 'aa'))).toEqual([]);
    expect(withoutNames(plan).exclude.where).toEqual([transferred]);
  });

  const named = [{ field: 'child_name' as const, oneOf: ['Signe'] }];
  it.each<[string, SamplingPlanInput]>([
    ['a part', { parts: [{ kind: 'random', size: 1, where: [{ field: 'cpr', noneOf: ['0101654321'] }] }] }],
    ['an own rule', { parts: [{ kind: 'targeted', size: 1, rule: { name: 'x', where: named } }] }],
    ['an exclusion', { parts: [{ kind: 'random', size: 1 }], exclude: { where: [{ where: named, reason: 'x' }] } }],
  ])('refuses a condition of %s that names a child', (_name, input) => {
    expect(() => refuseChildren(aPlan(input))).toThrow(expect.objectContaining({ code: 'plan-invalid' }));
  });

  it('lets a condition ask whether there is a CPR number', () => {
    const where = [{ field: 'cpr' as const, filled: true }];
    expect(() => refuseChildren(aPlan({ parts: [{ kind: 'random', size: 1, where }] }))).not.toThrow();
  });
});
