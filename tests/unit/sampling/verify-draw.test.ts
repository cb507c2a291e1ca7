import { describe, expect, it } from 'vitest';

import type { CaseRecord } from '../../../shared/domain/population/case.ts';
import { heldOutCases } from '../../../shared/domain/sampling/check-plan.ts';
import { type DrawRecord, drawRecord } from '../../../shared/domain/sampling/draw-record.ts';
import { drawSample } from '../../../shared/domain/sampling/draw-sample.ts';
import { makeDrawRecord } from '../../../shared/domain/sampling/make-draw-record.ts';
import type { SamplingPlanInput } from '../../../shared/domain/sampling/plan.ts';
import { replaceCase } from '../../../shared/domain/sampling/replace-case.ts';
import { compareDraws, isSameDraw, repeatDraw } from '../../../shared/domain/sampling/verify-draw.ts';
import { differenceSentence } from '../../../shared/words/sampling.ts';
import { aCase, aPlan, aPopulation, asOf, assessed } from './a-case.ts';
import { fc } from '../../support/fast-check.ts';

const at = '2025-11-03T09:00:00.000Z';

function recordOf(cases: readonly CaseRecord[], input: SamplingPlanInput, seed = '4711') {
  const plan = aPlan(input);
  const draw = drawSample({
    cases,
    plan,
    asOf,
    seed,
    heldOut: heldOutCases(plan, { cases: [], reviewed: [], reasons: { reviewed: '', ownCase: '' } }),
  });
  const file = { sha256: 'aa', mapping: { sheet: null, headerRow: 1, columns: [] } };
  const record = makeDrawRecord(draw, {
    programVersion: '0.1.0',
    drawnAt: at,
    drawNumber: 1,
    redrawReason: null,
    file,
    plan,
    asOf,
  });
  return { record, frame: draw.frame };
}

const population = aPopulation({ Nord: 14, Syd: 9 });
const byTeam: SamplingPlanInput = {
  parts: [{ kind: 'random', size: 6, stratifyBy: 'team' }],
  exclude: { cases: [{ caseId: 'S-0003', reason: 'Egen familie' }] },
};

describe('replaceCase', () => {
  it('takes the next rank of the stratum, keeps the replaced case and changes nothing else', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1 }).filter((s) => s.trim() !== ''),
        fc.nat({ max: 5 }),
        (seed, pick) => {
          const { record, frame } = recordOf(population, byTeam, seed);
          const out = record.cases[pick]!;
          const after = replaceCase(record, frame, { caseId: out.caseId, reason: 'transferred', at });
          const size = record.strata.find(({ name }) => name === out.stratum)!.drawn;
          expect(after.record.cases.filter((drawn) => drawn !== after.drawn)).toEqual(record.cases);
          expect(after.drawn).toMatchObject({ part: 'random', stratum: out.stratum, rank: size + 1 });
          expect(after.case.id).toBe(after.drawn.caseId);
          expect(after.record.strata).toEqual(record.strata);
          expect(after.record.replaced).toEqual([
            { caseId: out.caseId, replacedBy: after.drawn.caseId, reason: 'transferred', at },
          ]);
          const larger = recordOf(
            population,
            {
              ...byTeam,
              parts: [{ kind: 'random', stratifyBy: 'team', allocation: 'perStratum', perStratum: size + 1 }],
            },
            seed,
          );
          expect(larger.record.cases).toContainEqual(after.drawn);
        },
      ),
      { numRuns: 50 },
    );
  });

  it('goes on to the rank after that, and says when the stratum is used up', () => {
    const { record, frame } = recordOf(aPopulation({ Nord: 4 }), { parts: [{ kind: 'random', size: 2 }] });
    const [first, second] = record.cases;
    const once = replaceCase(record, frame, { caseId: first!.caseId, reason: 'transferred', at });
    const twice = replaceCase(once.record, frame, { caseId: once.drawn.caseId, reason: 'cannot-be-opened', at });
    expect([once.drawn.rank, twice.drawn.rank]).toEqual([3, 4]);
    const again = { caseId: second!.caseId, reason: 'transferred' as const, at };
    expect(() => replaceCase(twice.record, frame, again)).toThrow(
      expect.objectContaining({ code: 'no-replacement-left' }),
    );
    const gone = { caseId: first!.caseId, reason: 'transferred' as const, at };
    expect(() => replaceCase(twice.record, frame, gone)).toThrow(
      expect.objectContaining({ code: 'case-not-in-round' }),
    );
    expect(() => replaceCase(record, frame, { ...gone, caseId: 'X' })).toThrow(
      expect.objectContaining({ code: 'case-not-in-round' }),
    );
  });

  const allOverdue = population.map(({ id, values }) => aCase(id, { ...values, ...assessed(6) }));
  const mixed: SamplingPlanInput = {
    parts: [
      { kind: 'random', size: 3 },
      { kind: 'targeted', rule: 'bfu-over-4-maaneder', size: 15 },
    ],
  };

  it('lets a random part take its next rank from a targeted part, which then has one case less', () => {
    const { record, frame } = recordOf(allOverdue, mixed);
    const spare = recordOf(allOverdue, { parts: [{ kind: 'random', size: 4 }] }).record.cases[3]!;
    expect(record.cases).toContainEqual(expect.objectContaining({ caseId: spare.caseId, part: 'targeted' }));
    const { record: after, drawn } = replaceCase(record, frame, {
      caseId: record.cases[0]!.caseId,
      reason: 'transferred',
      at,
    });
    expect(drawn).toEqual(spare);
    expect(after.cases.filter(({ caseId }) => caseId === spare.caseId)).toEqual([spare]);
    expect(after.cases[3]).toEqual(spare);
    expect(after.strata.map((stratum) => stratum.drawn)).toEqual([3, 14]);
    expect(after.cases).toHaveLength(18);
  });

  it('never brings a replaced case back, and fills a targeted part with a case from outside the sample', () => {
    const { record, frame } = recordOf(allOverdue, mixed);
    const spare = recordOf(allOverdue, { parts: [{ kind: 'random', size: 4 }] }).record.cases[3]!;
    const before = new Set(record.cases.map(({ caseId }) => caseId));
    const one = replaceCase(record, frame, { caseId: spare.caseId, reason: 'conflict-of-interest', at });
    expect(one.drawn).toMatchObject({ part: 'targeted', rank: 16 });
    expect(before.has(one.drawn.caseId)).toBe(false);
    const two = replaceCase(one.record, frame, { caseId: record.cases[0]!.caseId, reason: 'transferred', at });
    expect(two.drawn.caseId).not.toBe(spare.caseId);
    expect(two.drawn.rank).toBe(5);
  });
});

describe('a repeated draw', () => {
  const { record: first, frame } = recordOf(population, byTeam);
  const { record } = replaceCase(first, frame, { caseId: first.cases[1]!.caseId, reason: 'transferred', at });
  const differences = (changed: DrawRecord, cases = population, sha256 = 'aa') =>
    compareDraws(changed, repeatDraw(changed, cases, sha256));

  it('is equal to its record, from any order of the list and after a trip through JSON', () => {
    const read = drawRecord.parse(JSON.parse(JSON.stringify(record)));
    expect(read).toEqual(record);
    expect(repeatDraw(read, population.toReversed(), 'aa')).toEqual(record);
    expect(differences(read)).toEqual([]);
    expect(isSameDraw([])).toBe(true);
  });

  it('is the same draw from another file with the same cases, and says that the file is another', () => {
    expect(differences(record, population, 'bb')).toEqual([{ kind: 'file' }]);
    expect(isSameDraw([{ kind: 'file' }])).toBe(true);
  });

  it('tells when a case was added to the list', () => {
    const found = differences(record, [...population, aCase('S-9999', { team: 'Syd' })], 'bb');
    expect(found).toContainEqual({ kind: 'population', recorded: 23, found: 24 });
    expect(found).toContainEqual({ kind: 'frame', part: 1, recorded: 22, found: 23 });
    expect(isSameDraw(found)).toBe(false);
  });

  const swapped = record.cases.map((drawn, index) => (index === 0 ? { ...drawn, caseId: 'S-0003' } : drawn));
  it.each<[string, Partial<DrawRecord>, string]>([
    ['the seed', { seed: '4712' }, 'case'],
    ['the seed of the plan', { plan: { ...record.plan, seed: '4712' } }, 'seed'],
    ['the day of the plan', { plan: { ...record.plan, asOf: '2025-01-01' } }, 'as-of'],
    ['a drawn case', { cases: swapped }, 'case'],
    ['a left-out drawn case', { cases: record.cases.slice(1) }, 'case'],
    ['a case listed twice', { cases: [...record.cases, record.cases[0]!] }, 'case'],
    ['a ticket', { cases: record.cases.map((c, index) => (index === 0 ? { ...c, ticket: 'ff' } : c)) }, 'case'],
    ['a held-out case', { excluded: [] }, 'frame'],
    [
      'a held-out case that is not on the list',
      { excluded: [...record.excluded, { caseId: 'X', reason: '' }] },
      'excluded',
    ],
    ['a stratum', { strata: record.strata.slice(1) }, 'stratum'],
    ['the size of a stratum', { strata: record.strata.map((s) => ({ ...s, size: s.size + 1 })) }, 'stratum'],
    ['the frame fingerprint', { frames: [{ ...record.frames[0]!, fingerprint: '00' }] }, 'frame'],
    ['the population fingerprint', { populationFingerprint: '00' }, 'population'],
    ['a replacement', { replaced: [{ ...record.replaced[0]!, replacedBy: 'S-0003' }] }, 'replacement'],
  ])('tells when %s was changed in the record', (_name, change, kind) => {
    const found = differences({ ...record, ...change });
    expect(found.map((difference) => difference.kind)).toContain(kind);
    expect(isSameDraw(found)).toBe(false);
    for (const difference of found) {
      expect(differenceSentence(difference)).toMatch(/^[A-ZÆØÅ].*\.$/u);
    }
  });

  it('throws where the list is too short for the plan', () => {
    expect(() => repeatDraw(record, population.slice(0, 4), 'bb')).toThrow(
      expect.objectContaining({ code: 'sample-larger-than-frame' }),
    );
  });
});
