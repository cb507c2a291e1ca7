import { describe, expect, it } from 'vitest';

import { type DrawRecord, drawRecord } from '../../../shared/domain/sampling/draw-record.ts';
import { enlargeSample } from '../../../shared/domain/sampling/enlarge-sample.ts';
import type { SamplingPlanInput } from '../../../shared/domain/sampling/plan.ts';
import { replaceCase } from '../../../shared/domain/sampling/replace-case.ts';
import { compareDraws, isSameDraw, repeatDraw } from '../../../shared/domain/sampling/verify-draw.ts';
import { aCase, aPopulation, assessed } from './a-case.ts';
import { aRecord, at } from './a-record.ts';
import { fc } from '../../support/fast-check.ts';

const cases = aPopulation({ Nord: 22, Syd: 13, Vest: 6 });
const byTeam = (size: number, more: object = {}): SamplingPlanInput => ({
  parts: [{ kind: 'random', size, stratifyBy: 'team', ...more }],
});
const step = (size: number, partIndex = 0) => ({ partIndex, size, reason: null, at });
const differences = (record: DrawRecord, list = cases) => compareDraws(record, repeatDraw(record, list, 'aa'));
const drawn = (record: DrawRecord) => record.strata.map((stratum) => stratum.drawn);
const seeds = fc.string({ minLength: 1 }).filter((text) => text.trim() !== '');

describe('enlargeSample', () => {
  it('keeps every case, takes the next ranks, and is repeated from its record', () => {
    fc.assert(
      fc.property(
        seeds,
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 1, max: 20 }),
        fc.constantFrom('proportional', 'equal'),
        fc.constantFrom('ticket', 'systematic'),
        fc.boolean(),
        (seed, size, more, allocation, selection, replaceFirst) => {
          const first = aRecord(cases, byTeam(size, { allocation, selection }), seed);
          const out = { caseId: first.record.cases[0]!.caseId, reason: 'transferred' as const, at };
          const before = replaceFirst ? replaceCase(first.record, first.frame, out).record : first.record;
          const { record, added } = enlargeSample(before, first.frame, step(size + more));
          expect(added).toHaveLength(more);
          expect(record.cases.filter(({ caseId }) => before.cases.some((c) => c.caseId === caseId))).toEqual(
            before.cases,
          );
          expect(new Set(record.cases.map(({ caseId }) => caseId)).size).toBe(before.cases.length + more);
          expect(drawn(record).reduce((sum, count) => sum + count, 0)).toBe(size + more);
          const read = drawRecord.parse(JSON.parse(JSON.stringify(record)));
          expect(repeatDraw(read, cases.toReversed(), 'aa')).toEqual(record);
          expect(differences(read)).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('gives the sample that a larger number per stratum draws at once', () => {
    const fixed = (perStratum: number) => byTeam(1, { allocation: 'perStratum', perStratum });
    const { record, frame } = aRecord(cases, fixed(2));
    const larger = enlargeSample(record, frame, step(7)).record;
    expect(larger.cases).toEqual(aRecord(cases, fixed(7)).record.cases);
    expect(drawn(larger)).toEqual([7, 7, 6]);
  });

  it('puts the first cases of an empty stratum where they belong', () => {
    const { record, frame } = aRecord(cases, byTeam(1));
    expect(drawn(record)).toEqual([1, 0, 0]);
    const larger = enlargeSample(record, frame, step(5)).record;
    expect(larger.cases).toEqual(aRecord(cases, byTeam(5)).record.cases);
  });

  it('repeats replacements and enlargements in the order in which they were made', () => {
    const { record, frame } = aRecord(cases, byTeam(6));
    const replace = (from: DrawRecord, index: number) =>
      replaceCase(from, frame, { caseId: from.cases[index]!.caseId, reason: 'cannot-be-opened', at }).record;
    const one = enlargeSample(replace(record, 0), frame, step(9)).record;
    const two = enlargeSample(replace(one, 1), frame, step(14)).record;
    expect(two.enlargements).toEqual([
      { partIndex: 0, size: 9, added: 3, afterReplacements: 1, reason: null, at },
      { partIndex: 0, size: 14, added: 5, afterReplacements: 2, reason: null, at },
    ]);
    expect(differences(two)).toEqual([]);
    const forged = {
      ...two,
      enlargements: two.enlargements!.map((s, index) => (index === 0 ? { ...s, size: 10 } : s)),
    };
    expect(isSameDraw(differences(forged))).toBe(false);
    expect(differences({ ...two, enlargements: [] }).map(({ kind }) => kind)).toContain('case');
    const invented = { ...record, enlargements: [{ ...two.enlargements![0]!, size: 99 }] };
    expect(differences(invented)).toEqual([{ kind: 'enlargement', part: 1 }]);
  });

  const overdue = cases.map(({ id, values }) => aCase(id, { ...values, ...assessed(6) }));
  const mixed: SamplingPlanInput = {
    parts: [
      { kind: 'random', size: 3 },
      { kind: 'targeted', rule: 'bfu-over-4-maaneder', size: 30 },
    ],
  };

  it('takes a case of a targeted part into the random part, and counts it there only', () => {
    const { record, frame } = aRecord(overdue, mixed);
    const larger = enlargeSample(record, frame, step(8)).record;
    const inPart = (index: number) => larger.cases.filter(({ partIndex }) => partIndex === index).length;
    expect(new Set(larger.cases.map(({ caseId }) => caseId)).size).toBe(larger.cases.length);
    expect(drawn(larger)).toEqual([inPart(0), inPart(1)]);
    expect(inPart(0)).toBe(8);
    expect(inPart(1)).toBeLessThan(30);
    expect(differences(larger, overdue)).toEqual([]);
  });

  it('takes what there is of a targeted part', () => {
    const { record, frame } = aRecord(overdue, mixed);
    const larger = enlargeSample(record, frame, step(100, 1)).record;
    expect(drawn(larger)).toEqual([3, 38]);
    expect(differences(larger, overdue)).toEqual([]);
  });

  it.each([
    ['no larger size', byTeam(6), step(6), 'plan-invalid'],
    ['a part that is not there', byTeam(6), step(9, 1), 'plan-invalid'],
    ['more than there is', byTeam(6), step(42), 'sample-larger-than-frame'],
    [
      'what is all there',
      { parts: [{ kind: 'random', allocation: 'everything' }] } satisfies SamplingPlanInput,
      step(50),
      'plan-invalid',
    ],
  ])('refuses %s', (_name, plan, wanted, code) => {
    const { record, frame } = aRecord(cases, plan);
    expect(() => enlargeSample(record, frame, wanted)).toThrow(expect.objectContaining({ code }));
  });

  it('does not count a replaced case as there to be drawn', () => {
    const { record, frame } = aRecord(cases, byTeam(40));
    const after = replaceCase(record, frame, { caseId: lastOf(record), reason: 'transferred', at }).record;
    expect(() => enlargeSample(after, frame, step(41))).toThrow(
      expect.objectContaining({ code: 'sample-larger-than-frame', detail: { part: 1, wanted: 41, size: 40 } }),
    );
  });
});

/** A case of a stratum that has one case left. */
function lastOf({ strata, cases: all }: DrawRecord): string {
  const open = strata.find(({ size, drawn: count }) => size > count)!;
  return all.findLast(({ stratum }) => stratum === open.name)!.caseId;
}
