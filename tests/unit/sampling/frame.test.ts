import { describe, expect, it } from 'vitest';

import { heldOutCases } from '../../../shared/domain/sampling/check-plan.ts';
import { frameFingerprint } from '../../../shared/domain/sampling/fingerprint.ts';
import { buildFrame } from '../../../shared/domain/sampling/frame.ts';
import { aCase, aPlan, asOf } from './a-case.ts';

const facts = { cases: [], reviewed: ['S-2', 'S-4'], reasons: { reviewed: 'Gennemgået', ownCase: 'Egen sag' } };

describe('buildFrame', () => {
  const child = (id: string, cpr: string, team: string) => aCase(id, { cpr, team });
  const cases = [
    child('S-1', '0101654321', 'Nord'),
    child('S-2', '0101654321', 'Nord'),
    child('S-3', '0201654321', 'Syd'),
    child('S-4', '0301654321', 'Syd'),
    child('S-5', '0401654321', 'Syd'),
  ];

  it('holds out a child when any of its cases is held out, and says why and how many', () => {
    const plan = aPlan({
      unit: 'child',
      parts: [{ kind: 'random', size: 1 }],
      exclude: {
        cases: [
          { caseId: ' S-2', reason: 'Egen familie' },
          { caseId: 'S-77', reason: 'Findes ikke' },
        ],
      },
    });
    const frame = buildFrame({
      cases,
      plan,
      asOf,
      heldOut: heldOutCases(plan, facts),
    });
    expect(frame.excluded).toEqual([
      { caseId: 'S-1', reason: 'Egen familie' },
      { caseId: 'S-4', reason: 'Gennemgået' },
    ]);
    expect(frame).toMatchObject({ populationSize: 5, covered: 1, sameNumber: 0 });
    expect(frame.parts[0]?.strata[0]?.entries.map(({ id }) => id)).toEqual(['S-3', 'S-5']);
  });

  it('counts look-alike case numbers once and fingerprints what was drawn from', () => {
    const twice = [...cases, child('Å-1', '0501654321', 'Nord'), child('A\u030A-1', '0501654321', 'Nord')];
    const plan = aPlan({ parts: [{ kind: 'random', size: 1, stratifyBy: 'team' }] });
    const frame = buildFrame({ cases: twice, plan, asOf, heldOut: [] });
    const lines = ['Nord;S-1', 'Nord;S-2', 'Nord;Å-1', 'Syd;S-3', 'Syd;S-4', 'Syd;S-5'].map((line) => {
      const [stratum = '', id = ''] = line.split(';');
      return { stratum, id };
    });
    expect(frame.sameNumber).toBe(1);
    expect(frame.parts[0]?.fingerprint).toBe(frameFingerprint(lines));
  });
});
