import { describe, expect, it } from 'vitest';

import { everyCase, groupOf } from '#shared/domain/report/compile/case-group.ts';
import { compileFigures } from '#shared/domain/report/compile/compile-figures.ts';
import type { CompileRound } from '#shared/domain/report/compile/compile-round.ts';
import { figuresOf } from '#shared/domain/report/round-facts.ts';
import type { ReportSource } from '#shared/domain/report/source.ts';
import { answerValues } from '#shared/domain/review/answer.ts';
import type { PlanPart } from '#shared/domain/sampling/plan.ts';

import { barnetsLov, numbers, reportSource } from '../report-fixture.ts';
import { compileRoundOf, firstItem, smallRound, times } from './compile-fixture.ts';
import { fc } from '../../../support/fast-check.ts';

const figures = (rounds: readonly CompileRound[], group = everyCase) => compileFigures(rounds, barnetsLov, group);
const first = (rounds: readonly CompileRound[], group = everyCase) =>
  figures(rounds, group).items.find(({ id, part }) => id === firstItem.id && part === 'random');

/** Rounds with strata, targeted cases, a census beside a sample, unanswered items and replaced cases. */
const anyRound = fc
  .record({
    seed: fc.nat(),
    strata: fc.array(fc.record({ extra: fc.nat(60), drawn: fc.integer({ min: 1, max: 9 }) }), {
      minLength: 1,
      maxLength: 4,
    }),
    targeted: fc.nat(4),
    missing: fc.constantFrom(0, 0, 0.02, 0.5),
    census: fc.boolean(),
    outside: fc.boolean(),
  })
  .map(({ seed, strata, targeted, missing, census, outside }): ReportSource => {
    const random = numbers(seed + 1);
    const made = reportSource({
      strata: strata.map(({ extra, drawn }, index) => ({ name: `Team ${index}`, size: drawn + extra, drawn })),
      targeted,
      answers: () => (random() < missing ? null : answerValues[Math.floor(random() * random() * 5)]!),
    });
    const everything: PlanPart = { kind: 'random', stratifyBy: null, allocation: 'everything', where: [] };
    const [part, ...parts] = made.record.plan.parts;
    const plan = { ...made.record.plan, parts: [census ? everything : part!, ...parts] };
    const [replaced, by] = made.cases;
    if (!outside || replaced === undefined || by === undefined) return { ...made, record: { ...made.record, plan } };
    return {
      ...made,
      cases: made.cases.map((row) => (row === replaced ? { ...row, replacedBy: by.drawn.caseId } : row)),
      record: {
        ...made.record,
        plan,
        replaced: [{ caseId: replaced.drawn.caseId, replacedBy: by.drawn.caseId, reason: 'outside-frame', at: '' }],
      },
    };
  });

describe('the figures of rounds that stand together', () => {
  it('of one round are the figures of its own report, computed another way', () => {
    fc.assert(
      fc.property(anyRound, (source) => {
        const own = figuresOf(source);
        const together = figures([compileRoundOf(source)]);
        expect(together.items).toEqual(own.items);
        expect(together.areas).toEqual(own.areas);
      }),
      { numRuns: 60 },
    );
  });

  it('of the parts of one stratified draw are the figures of the whole draw', () => {
    fc.assert(
      fc.property(anyRound, fc.nat(4), (source, at) => {
        const strata = source.record.strata.filter(({ part }) => part === 'random');
        const half = (from: number, to: number): CompileRound => {
          const names = new Set(strata.slice(from, to).map(({ name }) => name));
          const isHere = (part: string, name: string) => (part === 'targeted' ? from > 0 : names.has(name));
          return compileRoundOf({
            ...source,
            cases: source.cases.filter(({ drawn }) => isHere(drawn.part, drawn.stratum)),
            record: {
              ...source.record,
              strata: source.record.strata.filter(({ part, name }) => isHere(part, name)),
            },
          });
        };
        const cut = Math.min(at, strata.length);
        expect(
          figures([half(0, cut), half(cut, strata.length)].filter(({ table }) => table.cases.length > 0)).items,
        ).toEqual(
          cut === 0 && source.record.strata.length > strata.length ? expect.anything() : figuresOf(source).items,
        );
      }),
      { numRuns: 40 },
    );
  });

  it('weigh units that drew different shares by their frames', () => {
    // By hand: 10 of 100 with 9 yes, 10 of 20 with 2 yes; (100 * 0.9 + 20 * 0.2) / 120 = 94 / 120, not 11 / 20.
    const nord = smallRound({ unit: 'Nord', size: 100, cases: [...times(9, 'yes'), ...times(1, 'no')] });
    const syd = smallRound({ unit: 'Syd', size: 20, cases: [...times(2, 'yes'), ...times(8, 'no')] });
    const found = first([nord, syd])!;
    expect(found).toMatchObject({ n: 20, yes: 11, weighted: true });
    expect(found.rate).toBeCloseTo(94 / 120, 12);
    expect(found.interval).toMatchObject({ unit: 'cases', of: 120 });
    // The variance of method.md 2.4: sum of (N_h/N)^2 (1 - n_h/N_h) p(1-p)/(n_h - 1).
    const variance = (100 / 120) ** 2 * 0.9 * 0.01 + (20 / 120) ** 2 * 0.5 * (0.16 / 9);
    expect((found.interval!.high - found.interval!.low) / 120).toBeGreaterThan(2 * 1.96 * Math.sqrt(variance));
  });

  it('give the published estimate of three strata as three units (method.md 2.4)', () => {
    const unit = (name: string, size: number, n: number, x: number) =>
      smallRound({ unit: name, size, cases: [...times(x, 'yes'), ...times(n - x, 'no')] });
    expect(first([unit('A', 140, 12, 9), unit('B', 60, 5, 3), unit('C', 40, 3, 3)])!.rate).toBeCloseTo(0.754167, 6);
    expect(first([unit('A', 8, 6, 2), unit('B', 11, 7, 1), unit('C', 11, 7, 0)])!.rate).toBeCloseTo(0.14127, 5);
  });

  it('keep several rounds of one unit as strata of their own', () => {
    const round = (roundId: string, size: number, yes: number) =>
      smallRound({ unit: 'Nord', roundId, size, cases: [...times(yes, 'yes'), ...times(10 - yes, 'no')] });
    const found = first([round('januar', 30, 10), round('februar', 90, 5)])!;
    expect(found.rate).toBeCloseTo((30 + 45) / 120, 12);
    expect(found.interval).toMatchObject({ unit: 'cases', of: 120 });
  });

  it('count a census apart beside a sample of another unit, and as the main part alone', () => {
    const all = smallRound({ unit: 'Nord', cases: times(8, 'yes'), plan: { allocation: 'everything' } });
    const some = smallRound({ unit: 'Syd', size: 50, cases: [...times(5, 'yes'), ...times(5, 'no')] });
    const both = figures([all, some]).items.filter(({ id }) => id === firstItem.id);
    expect(both.map(({ part, n, rate, noInterval }) => [part, n, rate, noInterval])).toEqual([
      ['random', 10, 0.5, null],
      ['census', 8, 1, 'census'],
    ]);
    expect(first([all])).toMatchObject({ n: 8, rate: 1, noInterval: 'census' });
  });

  it('never let a targeted case into a share', () => {
    const cases = [...times(4, 'no'), ...times(6, 'yes', { part: 'targeted', partIndex: 1 })];
    const targeted: PlanPart = { kind: 'targeted', size: 6, where: [] };
    const [random] = smallRound({ cases }).record.plan.parts;
    const found = figures([smallRound({ size: 40, cases, parts: [random!, targeted] })]).items;
    const own = found.filter(({ id }) => id === firstItem.id);
    expect(own.map(({ part, n, yes, rate }) => [part, n, yes, rate])).toEqual([
      ['random', 4, 0, 0],
      ['targeted', 6, 6, null],
    ]);
  });
});

describe('a group that is not made of whole strata', () => {
  const cases = [
    ...times(6, 'yes', { team: 'Nord' }),
    ...times(2, 'no', { team: 'Nord' }),
    ...times(12, 'yes', { team: 'Syd' }),
  ];

  it('is counted by its own cases, and estimated as a share without knowing its size', () => {
    const found = first([smallRound({ size: 100, cases })], groupOf('team', 'Nord'))!;
    expect(found).toMatchObject({ n: 8, yes: 6, no: 2, unanswered: 0, rate: 0.75 });
    expect(found.interval).toMatchObject({ unit: 'share', of: 8 });
  });

  it('says no number of cases where every case that was read happens to be of it', () => {
    const only = smallRound({ size: 100, cases: times(10, 'yes', { team: 'Nord' }) });
    expect(first([only], groupOf('team', 'Nord'))!.interval?.unit).toBe('share');
    expect(first([only])!.interval?.unit).toBe('cases');
  });

  it('weighs two units by what their cases stand for', () => {
    const one = smallRound({ unit: 'A', size: 100, cases });
    const other = smallRound({ unit: 'B', size: 20, cases: [...times(5, 'no', { team: 'Nord' }), ...times(5, 'yes')] });
    // 8 cases stand for 5 each, 5 for 2 each: (6 * 5) / (8 * 5 + 5 * 2).
    expect(first([one, other], groupOf('team', 'Nord'))!.rate).toBeCloseTo(30 / 50, 12);
  });

  it('is in cases where the draw was divided by it, whatever the other strata hold', () => {
    const divided = smallRound({
      plan: { stratifyBy: 'team' },
      sizes: { Nord: 30, Syd: 400 },
      cases: [
        ...times(7, 'yes', { team: 'Nord', stratum: 'Nord' }),
        ...times(3, 'no', { team: 'Nord', stratum: 'Nord' }),
        ...times(1, 'no', { team: 'Syd', stratum: 'Syd' }),
      ],
    });
    const alone = smallRound({ size: 30, cases: [...times(7, 'yes'), ...times(3, 'no')] });
    const { rate, interval, noInterval, weighted } = first([alone])!;
    expect(first([divided], groupOf('team', 'Nord'))).toMatchObject({ rate, interval, noInterval, weighted });
  });

  it('takes cases without a case type from the stratum that says none', () => {
    const divided = smallRound({
      plan: { stratifyBy: 'caseType' },
      sizes: { Anbringelse: 10, '(ikke oplyst)': 10 },
      cases: [
        ...times(3, 'yes', { measure: 'Anbringelse', stratum: 'Anbringelse' }),
        ...times(3, 'no', { measure: 'Plejefamilie', stratum: '(ikke oplyst)' }),
      ],
    });
    expect(first([divided], groupOf('measure', 'Plejefamilie'))).toMatchObject({ n: 3, rate: 0 });
  });
});
