import { describe, expect, it } from 'vitest';

import { drawSample } from '../../../shared/domain/sampling/draw-sample.ts';
import { buildFrame } from '../../../shared/domain/sampling/frame.ts';
import { makeDrawRecord } from '../../../shared/domain/sampling/make-draw-record.ts';
import type { SamplingPlanInput } from '../../../shared/domain/sampling/plan.ts';
import { compareDraws, repeatDraw } from '../../../shared/domain/sampling/verify-draw.ts';
import { drawnBecause } from '../../../shared/words/sampling.ts';
import { aCase, aPlan, asOf } from './a-case.ts';

const cases = Array.from({ length: 60 }, (_, index) =>
  aCase(`S-${index}`, { team: index % 2 === 0 ? 'Nord' : 'Syd', consent_flag: index % 10 !== 0 }),
);
const withoutConsent = {
  kind: 'random' as const,
  allocation: 'everything' as const,
  where: [{ field: 'consent_flag' as const, oneOf: ['nej'] }],
};
const request = (input: SamplingPlanInput) => ({ cases, plan: aPlan(input), asOf, seed: '4711', heldOut: [] });

describe('a part that takes everything', () => {
  const random = { kind: 'random' as const, size: 10, stratifyBy: 'team' as const };
  const plan: SamplingPlanInput = { parts: [random, withoutConsent] };

  it('takes all its cases, and leaves them out of the random frame, wherever it stands in the plan', () => {
    const draw = drawSample(request(plan));
    const certain = draw.cases.filter(({ partIndex }) => partIndex === 1).map(({ caseId }) => caseId);
    expect(certain.toSorted()).toEqual(['S-0', 'S-10', 'S-20', 'S-30', 'S-40', 'S-50']);
    expect(draw.frame.parts.map(({ size }) => size)).toEqual([54, 6]);
    expect(draw.cases.filter(({ caseId }) => certain.includes(caseId))).toHaveLength(6);
    expect(draw.cases).toHaveLength(16);
    expect(draw.cases.every(({ part }) => part === 'random')).toBe(true);
    const turned = drawSample(request({ parts: [withoutConsent, random] }));
    expect(new Set(turned.cases.map(({ caseId }) => caseId))).toEqual(new Set(draw.cases.map(({ caseId }) => caseId)));
  });

  it('lets the first of two take what both want', () => {
    const all = { kind: 'random' as const, allocation: 'everything' as const };
    const frame = buildFrame(request({ parts: [withoutConsent, all] }));
    expect(frame.parts.map(({ size }) => size)).toEqual([6, 54]);
  });

  it('may be empty beside other parts, but not alone', () => {
    const none = { ...withoutConsent, where: [{ field: 'team' as const, oneOf: ['Vest'] }] };
    expect(drawSample(request({ parts: [none, random] })).cases).toHaveLength(10);
    expect(() => drawSample(request({ parts: [none] }))).toThrow(expect.objectContaining({ code: 'frame-empty' }));
  });

  it('says why a case is there, and is repeated from its record', () => {
    const { plan: read } = request(plan);
    const draw = drawSample(request(plan));
    expect(drawnBecause(draw.cases.at(-1)!, read)).toBe('Alle sager er med');
    const record = makeDrawRecord(draw, {
      programVersion: '0',
      drawnAt: '2025-11-03T09:00:00.000Z',
      drawNumber: 1,
      redrawReason: null,
      file: { sha256: 'aa', mapping: { sheet: null, headerRow: 1, columns: [] } },
      plan: read,
      asOf,
    });
    expect(record.method).toBe('LT1');
    expect(compareDraws(record, repeatDraw(record, cases, 'aa'))).toEqual([]);
  });

  it.each<[string, SamplingPlanInput['parts'][number], string]>([
    ['with a minimum', { ...withoutConsent, minimum: 2 }, 'a minimum goes with proportional and equal only'],
    ['at an interval', { ...withoutConsent, selection: 'systematic' }, 'everything cannot be drawn at an interval'],
    [
      'with a minimum above the size',
      { kind: 'random', size: 3, stratifyBy: 'team', minimum: 2 },
      'the minimum per stratum takes more than the size',
    ],
  ])('refuses a part %s', (_name, part, problem) => {
    const refused = expect.objectContaining({ code: 'plan-invalid', detail: expect.objectContaining({ problem }) });
    expect(() => drawSample(request({ parts: [part] }))).toThrow(refused);
  });
});
