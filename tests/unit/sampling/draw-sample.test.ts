import { describe, expect, it } from 'vitest';

import type { CaseRecord } from '../../../shared/domain/population/case.ts';
import { heldOutCases } from '../../../shared/domain/sampling/check-plan.ts';
import { drawSample } from '../../../shared/domain/sampling/draw-sample.ts';
import { frameFingerprint } from '../../../shared/domain/sampling/fingerprint.ts';
import type { SamplingPlanInput } from '../../../shared/domain/sampling/plan.ts';
import { ticket } from '../../../shared/domain/sampling/ticket.ts';
import { aCase, aPlan, aPopulation, asOf, assessed } from './a-case.ts';
import { fc } from '../../support/fast-check.ts';

const seed = '20260115-4711';
const facts = { cases: [], reviewed: [], reasons: { reviewed: 'Gennemgået', ownCase: 'Egen sag' } };

function draw(cases: readonly CaseRecord[], input: SamplingPlanInput, withSeed = seed) {
  const plan = aPlan(input);
  return drawSample({ cases, plan, asOf, seed: withSeed, heldOut: heldOutCases(plan, facts) });
}

const failure = (code: string, detail: object = {}) => expect.objectContaining({ code, detail });

describe('drawSample', () => {
  it('draws the published vector', () => {
    const family = (id: string) => aCase(id, { team: id < 'S-100' ? 'FAM' : 'ANB' });
    const ids = [
      'S-001',
      'S-002',
      'S-003',
      'S-004',
      'S-005',
      'S-006',
      'S-007',
      'S-101',
      'S-102',
      'S-103',
      'S-104',
      'S-105',
    ];
    const { cases, strata, frame } = draw(ids.map(family), {
      parts: [{ kind: 'random', stratifyBy: 'team', allocation: 'perStratum', perStratum: 3 }],
    });
    expect(
      cases.map(({ stratum, rank, caseId, ticket: t }) => `${stratum} ${rank} ${caseId} ${t.slice(0, 16)}`),
    ).toEqual([
      'ANB 1 S-105 083278a3bd950075',
      'ANB 2 S-103 5ed8643c8afa953e',
      'ANB 3 S-101 6efe05d6c09118bc',
      'FAM 1 S-001 43a0d3204561202c',
      'FAM 2 S-003 58e630055c141b20',
      'FAM 3 S-002 6cdd5eb1a3c7286e',
    ]);
    expect(strata.map(({ name, size, drawn }) => [name, size, drawn])).toEqual([
      ['ANB', 5, 3],
      ['FAM', 7, 3],
    ]);
    expect(frame.parts[0]?.fingerprint).toBe('8a1df02ec7de1071952c2dcc4e254632d2e97d950ccc7e88e6cbd0d8d1c51a2e');
    expect(frame.populationFingerprint).toBe(frameFingerprint(ids.map((id) => ({ stratum: '', id }))));
  });

  it('uses the empty stratum when nothing is stratified by', () => {
    const { cases, strata } = draw(aPopulation({ Nord: 20 }), { parts: [{ kind: 'random', size: 4 }] });
    expect(strata).toEqual([{ part: 'random', partIndex: 0, name: '', size: 20, drawn: 4 }]);
    expect(cases.every(({ caseId, ticket: t }) => t === ticket(seed, '', caseId))).toBe(true);
  });

  const population = fc
    .array(fc.constantFrom('Nord', 'Syd', 'Øst', undefined), { minLength: 1, maxLength: 60 })
    .map((teams) => teams.map((team, index) => aCase(`S-${index}`, team === undefined ? {} : { team })));
  const drawing = population.chain((cases) =>
    fc.record({
      cases: fc.constant(cases),
      shuffled: fc.shuffledSubarray(cases, { minLength: cases.length }),
      size: fc.integer({ min: 1, max: cases.length }),
      allocation: fc.constantFrom('proportional' as const, 'equal' as const),
      withSeed: fc.string({ minLength: 1 }).filter((text) => text.trim() !== ''),
    }),
  );

  it('draws each case once, from the frame, as many as asked, the lowest tickets of each stratum', () => {
    fc.assert(
      fc.property(drawing, ({ cases, size, allocation, withSeed }) => {
        const plan = { parts: [{ kind: 'random' as const, size, stratifyBy: 'team' as const, allocation }] };
        const result = draw(cases, plan, withSeed);
        expect(new Set(result.cases.map(({ caseId }) => caseId)).size).toBe(size);
        expect(result.strata.reduce((sum, { drawn }) => sum + drawn, 0)).toBe(size);
        expect(result.strata.reduce((sum, stratum) => sum + stratum.size, 0)).toBe(cases.length);
        for (const stratum of result.strata) {
          const inStratum = cases.filter(({ values }) => (values.team ?? '(ikke oplyst)') === stratum.name);
          const lowest = inStratum.map(({ id }) => ticket(withSeed.normalize('NFC').trim(), stratum.name, id)).sort();
          const drawn = result.cases.filter((drawnCase) => drawnCase.stratum === stratum.name);
          expect(drawn.map((drawnCase) => drawnCase.ticket)).toEqual(lowest.slice(0, stratum.drawn));
          expect(drawn.map(({ rank }) => rank)).toEqual(drawn.map((_, index) => index + 1));
        }
      }),
    );
  });

  it('does not depend on the order of the file', () => {
    fc.assert(
      fc.property(drawing, ({ cases, shuffled, size, allocation, withSeed }) => {
        const plan = { parts: [{ kind: 'random' as const, size, stratifyBy: 'team' as const, allocation }] };
        const [a, b] = [draw(cases, plan, withSeed), draw(shuffled, plan, withSeed)];
        expect(b.cases).toEqual(a.cases);
        expect(b.strata).toEqual(a.strata);
        expect(b.frame.parts[0]?.fingerprint).toBe(a.frame.parts[0]?.fingerprint);
      }),
    );
  });

  it('draws every case about equally often over 2,000 seeds, in every stratum', () => {
    const cases = aPopulation({ Nord: 12, Syd: 8 });
    const counts = new Map(cases.map(({ id }) => [id, 0]));
    const plan = { parts: [{ kind: 'random' as const, size: 10, stratifyBy: 'team' as const }] };
    for (let index = 0; index < 2_000; index += 1) {
      for (const { caseId } of draw(cases, plan, `seed ${index}`).cases) {
        counts.set(caseId, (counts.get(caseId) ?? 0) + 1);
      }
    }
    // Without replacement, the sum over a stratum of (count - expected)^2 / (expected * (1 - n/N)) * (N-1)/N is about
    // chi-square with N - 1 degrees of freedom: 24.7 and 24.3 are its 99th and 99.9th percentile for 11 and 7.
    const statistic = (ids: readonly string[]): number =>
      ids.reduce((sum, id) => sum + (counts.get(id)! - 1_000) ** 2 / 500, 0);
    const ids = cases.map(({ id }) => id);
    expect(statistic(ids.slice(0, 12)) * (11 / 12)).toBeLessThan(24.7);
    expect(statistic(ids.slice(12)) * (7 / 8)).toBeLessThan(24.3);
    expect([...counts.values()].reduce((sum, count) => sum + count, 0)).toBe(20_000);
  });

  it('takes the seed as typed, but for outer blanks and composed letters', () => {
    const plan: SamplingPlanInput = { parts: [{ kind: 'random', size: 3 }] };
    const cases = aPopulation({ Nord: 10 });
    expect(draw(cases, plan, '  A\u030Agren 1\n').cases).toEqual(draw(cases, plan, 'Ågren 1').cases);
    expect(draw(cases, plan, '  A\u030Agren 1\n').seed).toBe('Ågren 1');
    expect(draw(cases, plan, 'ågren 1').cases).not.toEqual(draw(cases, plan, 'Ågren 1').cases);
  });
});

describe('a plan with several parts', () => {
  const cases = [
    ...Array.from({ length: 30 }, (_, index) =>
      aCase(`N-${index}`, { team: 'Nord', ...assessed(index % 6 === 0 ? 6 : 2) }),
    ),
    ...Array.from({ length: 20 }, (_, index) =>
      aCase(`S-${index}`, { team: 'Syd', ...assessed(index % 5 === 0 ? 8 : 3) }),
    ),
  ];
  const north = { field: 'team' as const, oneOf: ['Nord'] };
  const overdue = { kind: 'targeted' as const, rule: 'bfu-over-4-maaneder', size: 4 };

  it('draws targeted cases worst first, and leaves out what a random part drew, whatever the order of the parts', () => {
    const result = draw(cases, { parts: [overdue, { kind: 'random', size: 25 }] });
    const random = new Set(result.cases.filter(({ part }) => part === 'random').map(({ caseId }) => caseId));
    const targeted = result.cases.filter(({ part }) => part === 'targeted');
    const matching = cases.filter(({ id }) => /^(?:N-(?:0|6|12|18|24)|S-(?:0|5|10|15))$/u.test(id));
    expect(random.size).toBe(25);
    expect(targeted.map(({ caseId }) => caseId).filter((id) => random.has(id))).toEqual([]);
    expect(targeted.map(({ rank }) => rank)).toEqual(targeted.map((_, index) => index + 1));
    const left = matching.filter(({ id }) => !random.has(id));
    const worst = left.filter(({ id }) => id.startsWith('S'));
    expect(targeted).toHaveLength(Math.min(4, left.length));
    expect(targeted.slice(0, worst.length).every(({ caseId }) => caseId.startsWith('S'))).toBe(true);
    expect(targeted.map(({ exceededBy }) => exceededBy)).toEqual(
      targeted.map(({ exceededBy }) => exceededBy ?? 0).sort((a, b) => b - a),
    );
    expect(result.cases.findIndex(({ part }) => part === 'targeted')).toBe(25);
    expect(result.strata.at(-1)).toEqual({
      part: 'targeted',
      partIndex: 0,
      name: 'bfu-over-4-maaneder',
      size: 9,
      drawn: targeted.length,
    });
  });

  it('breaks ties of the targeted order by ticket', () => {
    const result = draw(cases, { parts: [{ ...overdue, where: [north] }] });
    const tickets = result.cases.map((drawn) => drawn.ticket);
    expect(tickets).toEqual(tickets.toSorted());
    expect(tickets[0]).toBe(ticket(seed, 'bfu-over-4-maaneder', result.cases[0]!.caseId));
  });

  it('takes what there is when fewer cases match than asked, and no case twice', () => {
    const result = draw(cases, {
      parts: [
        { ...overdue, size: 50 },
        { ...overdue, size: 50 },
      ],
    });
    expect(result.cases).toHaveLength(9);
    expect(result.strata.map(({ size, drawn }) => [size, drawn])).toEqual([
      [9, 9],
      [9, 0],
    ]);
  });

  it('draws random parts from filtered frames that do not overlap', () => {
    const south = { field: 'team' as const, noneOf: ['Nord'] };
    const { cases: drawn, frame } = draw(cases, {
      parts: [
        { kind: 'random', size: 5, where: [north] },
        { kind: 'random', size: 6, where: [south] },
      ],
    });
    expect(drawn.map(({ caseId }) => caseId[0]).join('')).toBe('NNNNNSSSSSS');
    expect(frame.parts.map(({ size }) => size)).toEqual([30, 20]);
  });

  it.each<[string, SamplingPlanInput, string, object]>([
    [
      'two random parts over the same cases',
      {
        parts: [
          { kind: 'random', size: 5 },
          { kind: 'random', size: 5, where: [north] },
        ],
      },
      'overlapping-parts',
      { part: 1, otherPart: 2, shared: 30 },
    ],
    [
      'more cases than the frame holds',
      { parts: [{ kind: 'random', size: 31, where: [north] }] },
      'sample-larger-than-frame',
      { part: 1, wanted: 31, size: 30 },
    ],
    [
      'a frame without cases',
      { parts: [{ kind: 'random', size: 1, where: [{ field: 'team', oneOf: ['Øst'] }] }] },
      'frame-empty',
      { part: 1 },
    ],
    [
      'only a targeted part, and nothing matches',
      { parts: [{ ...overdue, where: [{ field: 'team', oneOf: ['Øst'] }] }] },
      'frame-empty',
      {},
    ],
    ['an unknown rule', { parts: [{ ...overdue, rule: 'constructor' }] }, 'unknown-rule', { rule: 'constructor' }],
    ['no size', { parts: [{ kind: 'random' }] }, 'plan-invalid', { part: 1, problem: 'no size' }],
    [
      'no number per stratum',
      { parts: [{ kind: 'random', size: 3, stratifyBy: 'team', allocation: 'perStratum' }] },
      'plan-invalid',
      { part: 1, problem: 'no number per stratum' },
    ],
    [
      'a number per stratum without strata',
      { parts: [{ kind: 'random', allocation: 'perStratum', perStratum: 1 }] },
      'plan-invalid',
      { part: 1, problem: 'a number per stratum but nothing to stratify by' },
    ],
  ])('refuses %s', (_name, plan, code, detail) => {
    expect(() => draw(cases, plan)).toThrow(failure(code, detail));
  });

  it.each(['', '   ', '\n\t', '\u00A0'])('refuses the blank seed %j', (blank) => {
    expect(() => draw(cases, { parts: [{ kind: 'random', size: 1 }] }, blank)).toThrow(failure('seed-blank'));
  });

  it('refuses a list whose case numbers are CPR numbers', () => {
    const telling = [aCase('010165-4321', { cpr: '0101654321' }), aCase('S-2', { cpr: '0201654321' })];
    const detail = { problem: 'the case number is the CPR number', cases: 1 };
    expect(() => draw(telling, { parts: [{ kind: 'random', size: 1 }] })).toThrow(failure('plan-invalid', detail));
  });
});
