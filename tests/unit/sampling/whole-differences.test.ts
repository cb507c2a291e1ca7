import { describe, expect, it } from 'vitest';

import type { DrawRecord } from '../../../shared/domain/sampling/draw-record.ts';
import { enlargeSample } from '../../../shared/domain/sampling/enlarge-sample.ts';
import type { SamplingPlanInput } from '../../../shared/domain/sampling/plan.ts';
import { replaceCase } from '../../../shared/domain/sampling/replace-case.ts';
import { compareDraws, repeatDraw } from '../../../shared/domain/sampling/verify-draw.ts';
import { aCase, aPopulation, assessed } from './a-case.ts';
import { aRecord, at } from './a-record.ts';

const population = aPopulation({ Nord: 14, Syd: 9 });
const byTeam: SamplingPlanInput = { parts: [{ kind: 'random', size: 6, stratifyBy: 'team' }] };
const larger = (size: number, partIndex = 0) => ({ partIndex, size, reason: null, at });
const counts = ({ strata }: DrawRecord) => strata.map(({ drawn }) => drawn);

/** The record with one thing changed, beside the draw of the record as it was. */
function differences(change: (record: DrawRecord) => Partial<DrawRecord>) {
  const { record } = aRecord(population, byTeam);
  return compareDraws({ ...record, ...change(record) }, record);
}
const firstCase = (change: object) => (record: DrawRecord) => ({
  cases: record.cases.map((drawn, index) => (index === 0 ? { ...drawn, ...change } : drawn)),
});
const firstStratum = (change: object) => (record: DrawRecord) => ({
  strata: record.strata.map((stratum, index) => (index === 0 ? { ...stratum, ...change } : stratum)),
});

describe('one thing changed in a record is told as that thing', () => {
  const firstOf = () => aRecord(population, byTeam).record.cases[0]!.caseId;
  const changed = () => [{ kind: 'case', caseId: firstOf(), how: 'changed' }];
  it.each([
    ['part', { part: 'targeted' }],
    ['number of the part', { partIndex: 1 }],
    ['stratum', { stratum: 'Syd' }],
    ['rank', { rank: 2 }],
    ['ticket', { ticket: 'ff' }],
    ['days over the limit', { exceededBy: 3 }],
  ])('the %s of a case', (_name, change) => expect(differences(firstCase(change))).toEqual(changed()));

  it.each([
    ['size', { size: 15 }],
    ['drawn cases', { drawn: 5 }],
    ['part', { part: 'targeted' }],
  ])('the %s of a stratum', (_name, change) =>
    expect(differences(firstStratum(change))).toEqual([{ kind: 'stratum', part: 1, stratum: 'Nord' }]),
  );

  it('a stratum, a frame or a case that is not there, or is there too much', () => {
    expect(differences(({ strata }) => ({ strata: strata.slice(1) }))).toEqual([
      { kind: 'stratum', part: 1, stratum: 'Nord' },
    ]);
    expect(differences(({ strata }) => ({ strata: [...strata, { ...strata[0]!, partIndex: 1 }] }))).toEqual([
      { kind: 'stratum', part: 2, stratum: 'Nord' },
    ]);
    expect(differences(() => ({ frames: [] }))).toEqual([{ kind: 'frame', part: 1, recorded: 0, found: 23 }]);
    expect(differences(({ cases }) => ({ cases: [...cases, cases[0]!] }))).toEqual(changed());
    expect(differences(({ cases }) => ({ cases: cases.slice(1) }))).toEqual([
      { kind: 'case', caseId: firstOf(), how: 'added' },
    ]);
  });

  it('the sizes of frame and population', () => {
    expect(differences(({ frames }) => ({ frames: [{ ...frames[0]!, size: 24 }] }))).toEqual([
      { kind: 'frame', part: 1, recorded: 24, found: 23 },
    ]);
    expect(differences(() => ({ populationSize: 24 }))).toEqual([{ kind: 'population', recorded: 24, found: 23 }]);
  });

  it('not that the plan names its seed and its day, if they are those of the draw', () => {
    const named = aRecord(population, { ...byTeam, seed: ' 4711 ', asOf: '2025-11-03' }).record;
    expect(compareDraws(named, repeatDraw(named, population, 'aa'))).toEqual([]);
  });

  it('a day that is no day of the calendar cannot be repeated', () => {
    const { record } = aRecord(population, byTeam);
    expect(() => repeatDraw({ ...record, asOf: '2025-02-30' }, population, 'aa')).toThrow(
      expect.objectContaining({ code: 'plan-invalid', message: 'no calendar date "2025-02-30"' }),
    );
  });
});

describe('more cases', () => {
  const teams = (sizes: Readonly<Record<string, number>>, size: number) => {
    const cases = aPopulation(sizes);
    return { cases, ...aRecord(cases, { parts: [{ kind: 'random', size, stratifyBy: 'team' }] }) };
  };

  it('take none from a stratum that the larger size alone would give fewer (the Alabama paradox)', () => {
    // Largest remainder: 10 of 6, 6 and 2 are 4, 4 and 2; 11 are 5, 5 and 1.
    const sizes = { Nord: 6, Syd: 6, Vest: 2 };
    const { record, frame } = teams(sizes, 10);
    expect(counts(record)).toEqual([4, 4, 2]);
    expect(counts(teams(sizes, 11).record)).toEqual([5, 5, 1]);
    const after = enlargeSample(record, frame, larger(11));
    expect(counts(after.record)).toEqual([5, 4, 2]);
    expect(after.added).toHaveLength(1);
  });

  it('of a stratum between two others stand between theirs', () => {
    const sizes = { Nord: 20, Syd: 2, Vest: 20 };
    const { record, frame } = teams(sizes, 2);
    expect(counts(record)).toEqual([1, 0, 1]);
    const all = enlargeSample(record, frame, larger(42)).record;
    expect(all.cases).toEqual(teams(sizes, 42).record.cases);
  });

  it('per stratum than there are: all there are', () => {
    const plan = (perStratum: number): SamplingPlanInput => ({
      parts: [{ kind: 'random', stratifyBy: 'team', allocation: 'perStratum', perStratum }],
    });
    const { record, frame } = aRecord(population, plan(2));
    expect(counts(enlargeSample(record, frame, larger(50)).record)).toEqual([14, 9]);
  });

  it('of one of two parts with strata of the same names leave the other as it is', () => {
    const cases = population.map(({ id, values }, index) => aCase(id, { ...values, consent_flag: index % 2 === 0 }));
    const plan = (second: number): SamplingPlanInput => ({
      parts: [
        { kind: 'random', size: 4, stratifyBy: 'team', where: [{ field: 'consent_flag', oneOf: ['ja'] }] },
        { kind: 'random', size: second, stratifyBy: 'team', where: [{ field: 'consent_flag', oneOf: ['nej'] }] },
      ],
    });
    const { record, frame } = aRecord(cases, plan(3));
    const { enlargements, ...after } = enlargeSample(record, frame, larger(11, 1)).record;
    expect(after.cases).toEqual(aRecord(cases, plan(11)).record.cases);
    expect(enlargements).toEqual([{ ...larger(11, 1), added: 8, afterReplacements: 0 }]);
  });

  it('after the interval of a systematic part are cases that the interval left out', () => {
    const cases = aPopulation({ Nord: 8 });
    for (const seed of ['1', '2', '3', '4', '5', '6']) {
      const plan: SamplingPlanInput = { parts: [{ kind: 'random', size: 6, selection: 'systematic' }] };
      const { record, frame } = aRecord(cases, plan, seed);
      const out = { caseId: record.cases[0]!.caseId, reason: 'transferred' as const, at };
      const next = replaceCase(record, frame, out).drawn;
      expect(record.cases.map(({ caseId }) => caseId)).not.toContain(next.caseId);
      expect(next.rank).toBe(7);
      expect(new Set(enlargeSample(record, frame, larger(8)).record.cases.map(({ caseId }) => caseId)).size).toBe(8);
    }
  });

  it.each([
    ['no such part', larger(9, 1), { part: 2, problem: 'no such part' }],
    ['no more', larger(6), { part: 1, problem: 'not larger than the sample' }],
    ['more than there are', larger(24), { part: 1, wanted: 24, size: 23 }],
  ])('refused: %s', (_name, step, detail) => {
    const { record, frame } = aRecord(population, byTeam);
    expect(() => enlargeSample(record, frame, step)).toThrow(expect.objectContaining({ detail }));
  });

  it('refused: a census, and a targeted part of which nothing is left', () => {
    const census = aRecord(population, { parts: [{ kind: 'random', allocation: 'everything' }] });
    const problem = 'everything is in the sample already';
    expect(() => enlargeSample(census.record, census.frame, larger(50))).toThrow(
      expect.objectContaining({ detail: { part: 1, problem } }),
    );
    const overdue = population.map(({ id, values }) => aCase(id, { ...values, ...assessed(6) }));
    const { record, frame } = aRecord(overdue, {
      parts: [
        { kind: 'random', size: 3 },
        { kind: 'targeted', rule: 'bfu-over-4-maaneder', size: 20 },
      ],
    });
    expect(() => enlargeSample(record, frame, larger(21, 1))).toThrow(
      expect.objectContaining({ code: 'sample-larger-than-frame', detail: { part: 2, wanted: 21, size: 23 } }),
    );
  });

  it('no replacement: the stratum is named', () => {
    const { record, frame } = aRecord(aPopulation({ Nord: 2 }), {
      parts: [{ kind: 'random', size: 2, stratifyBy: 'team' }],
    });
    const out = { caseId: record.cases[0]!.caseId, reason: 'transferred' as const, at };
    expect(() => replaceCase(record, frame, out)).toThrow(expect.objectContaining({ detail: { stratum: 'Nord' } }));
  });
});
