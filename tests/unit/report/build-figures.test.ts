import { describe, expect, it } from 'vitest';

import { buildFigures, type FiguresInput } from '#shared/domain/report/build-figures.ts';
import type { ItemFigure } from '#shared/domain/report/figures.ts';
import { type AnswerValue, answerValues } from '#shared/domain/review/answer.ts';
import type { ChecklistTemplate } from '#shared/domain/review/template.ts';

import { barnetsLov } from './report-fixture.ts';
import { fc } from '../../support/fast-check.ts';

const item = (id: string, area = 'A', severity: 'critical' | 'minor' = 'minor') => ({
  id,
  question: `Er ${id} i orden?`,
  type: 'legal' as const,
  law: 'BL § 1',
  applies: 'alle sager',
  evidence: 'journal',
  rule: null,
  severity,
  area,
  lawyerCheck: false,
});

const template: ChecklistTemplate = {
  ...barnetsLov,
  areas: [{ id: 'A', name: 'Området', short: 'Området' }],
  sections: [{ title: 'Et', items: [item('et'), item('to', 'A', 'critical')] }],
};

interface Stratum {
  readonly part?: 'random' | 'targeted';
  readonly partIndex?: number;
  readonly name?: string;
  readonly size: number;
  /** One value a drawn case: the answer to the item `et`, or null. */
  readonly values: readonly (AnswerValue | null)[];
  readonly outside?: number;
}

/** A round with these strata; every case answers the item `to` with yes. */
function round(strata: readonly Stratum[]): FiguresInput {
  const places = strata.flatMap(({ part = 'random', partIndex = 0, name = '', values, outside = 0 }, at) => ({
    drawn: values.map((value, index) => ({ part, partIndex, stratum: name, caseId: `${at}-${index}`, value })),
    out: Array.from({ length: outside }, (_, index) => ({ part, partIndex, stratum: name, caseId: `x${at}-${index}` })),
  }));
  return {
    template,
    strata: strata.map(({ part = 'random', partIndex = 0, name = '', size, values }) => ({
      part,
      partIndex,
      name,
      size,
      drawn: values.length,
    })),
    cases: places.flatMap(({ drawn }) => drawn),
    replaced: places.flatMap(({ out }) => out.map((place) => ({ ...place, reason: 'outside-frame' as const }))),
    reviews: places.flatMap(({ drawn }) =>
      drawn
        .filter(({ value }) => value !== null)
        .map(({ caseId, value }) => ({
          caseId,
          state: 'draft' as const,
          answers: [
            { itemId: 'et', value, note: '', evidence: '' },
            { itemId: 'to', value: 'yes' as const, note: '', evidence: '' },
          ],
        })),
    ),
  };
}

const times = (count: number, value: AnswerValue | null) => Array.from({ length: count }, () => value);
const first = (strata: readonly Stratum[]): ItemFigure => buildFigures(round(strata)).items[0]!;

describe('buildFigures: intervals', () => {
  it('is the exact hypergeometric in cases where every read case is relevant (312/40/30, 60/10/8)', () => {
    expect(first([{ size: 312, values: [...times(30, 'yes'), ...times(10, 'no')] }])).toMatchObject({
      n: 40,
      rate: 0.75,
      interval: { low: 187, high: 270, unit: 'cases', of: 312 },
      noInterval: null,
      weighted: false,
    });
    const small = first([{ size: 60, values: [...times(8, 'yes'), 'partly', 'cannot-tell'] }]);
    expect(small.interval).toEqual({ low: 29, high: 58, unit: 'cases', of: 60 });
    expect(small).toMatchObject({ yes: 8, partly: 1, cannotTell: 1, n: 10 });
  });

  it('is Clopper-Pearson on the relevant answers where some cases are not relevant (18/20)', () => {
    const figure = first([{ size: 420, values: [...times(18, 'yes'), ...times(2, 'no'), ...times(10, 'na')] }]);
    expect(figure.interval).toMatchObject({ unit: 'share', of: 20 });
    expect(figure.interval!.low).toBeCloseTo(0.683017286, 8);
    expect(figure.interval!.high).toBeCloseTo(0.9876514728, 8);
    expect(figure).toMatchObject({ na: 10, n: 20, rate: 0.9 });
  });

  it('is a share too where a drawn case was outside the frame: its size is over-counted', () => {
    const figure = first([{ size: 420, values: [...times(18, 'yes'), ...times(2, 'no')], outside: 1 }]);
    expect(figure.interval).toMatchObject({ unit: 'share', of: 20 });
  });

  it('is none where every case of the frame is read, also when some turned out to be outside it', () => {
    expect(first([{ size: 3, values: ['yes', 'no', 'na'] }])).toMatchObject({
      rate: 0.5,
      interval: null,
      noInterval: 'census',
    });
    expect(first([{ size: 4, values: ['yes', 'no', 'yes'], outside: 1 }]).noInterval).toBe('census');
    expect(first([{ size: 4, values: ['yes', 'no', 'yes'] }]).noInterval).toBeNull();
  });

  it('is none for targeted cases, and they have no rate', () => {
    const figures = buildFigures(
      round([
        { size: 100, values: times(10, 'yes') },
        { part: 'targeted', partIndex: 1, name: 'regel', size: 20, values: times(5, 'no') },
      ]),
    );
    const [random, targeted] = ['random', 'targeted'].map((part) => figures.items.find((each) => each.part === part)!);
    expect(random).toMatchObject({ n: 10, no: 0, rate: 1 });
    expect(targeted).toMatchObject({ n: 5, no: 5, rate: null, interval: null, noInterval: 'targeted' });
  });

  it('says that nothing was read, which is not that nothing was relevant', () => {
    expect(first([{ size: 9, values: [null, null] }])).toMatchObject({ n: 0, rate: null, noInterval: 'nothing-read' });
  });

  it('says that nothing was relevant', () => {
    expect(first([{ size: 9, values: ['na', 'na'] }])).toMatchObject({
      n: 0,
      rate: null,
      interval: null,
      noInterval: 'nothing-relevant',
    });
  });
});

describe('buildFigures: strata', () => {
  it('weighs by the size of the stratum (method 2.4: 140, 60, 40 with 9/12, 3/5, 3/3)', () => {
    const figure = first([
      { name: 'a', size: 140, values: [...times(9, 'yes'), ...times(3, 'no')] },
      { name: 'b', size: 60, values: [...times(3, 'yes'), ...times(2, 'no')] },
      { name: 'c', size: 40, values: times(3, 'yes') },
    ]);
    expect(figure.rate).toBeCloseTo(0.754167, 6);
    expect(figure.weighted).toBe(true);
    expect(figure.interval).toMatchObject({ unit: 'cases', of: 240 });
    expect(figure.interval!.low).toBeLessThan(0.754167 * 240);
    expect(figure.interval!.high).toBeGreaterThan(0.754167 * 240);
  });

  it('weighs one case per caseworker and says that the variance cannot be estimated (33 %, not 67 %)', () => {
    const figure = first([
      { name: 'a', size: 40, values: ['no'] },
      { name: 'b', size: 10, values: ['yes'] },
      { name: 'c', size: 10, values: ['yes'] },
    ]);
    expect(figure.rate).toBeCloseTo(1 / 3, 12);
    expect(figure).toMatchObject({ interval: null, noInterval: 'one-per-stratum' });
  });

  it('takes random parts as strata of their own, also when a stratum is called the same in both', () => {
    const figure = first([
      { partIndex: 0, name: 'Nord', size: 90, values: times(3, 'yes') },
      { partIndex: 1, name: 'Nord', size: 10, values: times(3, 'no') },
    ]);
    expect(figure.rate).toBeCloseTo(0.9, 12);
  });

  it('leaves room in the interval for a stratum that nothing was read of', () => {
    const read = [
      { name: 'a', size: 100, values: [...times(8, 'yes'), ...times(2, 'no')] },
      { name: 'b', size: 100, values: [...times(7, 'yes'), ...times(3, 'no')] },
    ];
    const without = first(read).interval!;
    const withUnread = first([...read, { name: 'c', size: 50, values: [] }]).interval!;
    expect(withUnread).toEqual({ ...without, high: without.high + 50, of: 250 });
  });

  it('never says fewer cases than were seen to be met, nor more than were not seen to be unmet', () => {
    const values = fc.array(fc.constantFrom<AnswerValue>('yes', 'no'), { minLength: 2, maxLength: 8 });
    const stratum = values.chain((seen) =>
      fc.record({ size: fc.integer({ min: seen.length, max: 30 }), values: fc.constant(seen) }),
    );
    fc.assert(
      fc.property(fc.array(stratum, { minLength: 1, maxLength: 4 }), (strata) => {
        const figure = first(strata.map((each, index) => ({ ...each, name: `s${index}` })));
        if (figure.interval === null) return;
        const size = strata.reduce((sum, each) => sum + each.size, 0);
        expect(figure.interval.unit).toBe('cases');
        expect(figure.interval.low).toBeGreaterThanOrEqual(figure.yes);
        expect(figure.interval.high).toBeLessThanOrEqual(size - figure.no);
        expect(figure.interval.low).toBeLessThanOrEqual(figure.rate! * size + 1e-9);
        expect(figure.interval.high).toBeGreaterThanOrEqual(figure.rate! * size - 1e-9);
      }),
      { numRuns: 200 },
    );
  });
});

describe('buildFigures: counts', () => {
  const value = fc.option(fc.constantFrom(...answerValues), { nil: null });
  const stratum = fc.record({
    values: fc.array(value, { maxLength: 12 }),
    extra: fc.integer({ min: 0, max: 40 }),
    targeted: fc.boolean(),
  });

  it('are those of the raw answers, part by part, and add up to the drawn cases', () => {
    fc.assert(
      fc.property(fc.array(stratum, { minLength: 1, maxLength: 4 }), (drawn) => {
        const strata = drawn.map(({ values, extra, targeted }, index) => ({
          part: targeted ? ('targeted' as const) : ('random' as const),
          partIndex: targeted ? 1 : 0,
          name: `s${index}`,
          size: values.length + extra,
          values,
        }));
        const figures = buildFigures(round(strata));
        for (const part of ['random', 'targeted'] as const) {
          const raw = strata.filter((each) => each.part === part).flatMap((each) => each.values);
          const figure = figures.items.find((each) => each.part === part && each.id === 'et');
          expect(figure === undefined).toBe(raw.length === 0);
          if (figure === undefined) continue;
          const of = (wanted: AnswerValue | null) => raw.reduce((sum, each) => sum + (each === wanted ? 1 : 0), 0);
          expect([figure.yes, figure.partly, figure.no, figure.na, figure.cannotTell, figure.unanswered]).toEqual(
            ['yes', 'partly', 'no', 'na', 'cannot-tell', null].map((each) => of(each as AnswerValue | null)),
          );
          expect(figure.n + figure.na + figure.unanswered).toBe(raw.length);
          expect(figures.coverage[part]).toMatchObject({
            drawn: raw.length,
            started: raw.length - of(null),
            closed: 0,
          });
        }
      }),
      { numRuns: 200 },
    );
  });

  it('give a rate between 0 and 1, weighted as recomputed case by case', () => {
    fc.assert(
      fc.property(fc.array(stratum, { minLength: 1, maxLength: 4 }), (drawn) => {
        const strata = drawn.map(({ values, extra }, index) => ({
          name: `s${index}`,
          size: values.length + extra,
          values,
        }));
        const figure = buildFigures(round(strata)).items.find(({ id }) => id === 'et');
        if (figure === undefined) return;
        let [positive, relevant] = [0, 0];
        for (const { size, values } of strata) {
          const read = values.filter((each) => each !== null);
          const weight = size / Math.max(read.length, 1);
          for (const each of read) {
            if (each === 'na') continue;
            relevant += weight;
            positive += each === 'yes' ? weight : 0;
          }
        }
        if (relevant === 0) expect(figure.rate).toBeNull();
        else expect(figure.rate).toBeCloseTo(positive / relevant, 10);
      }),
      { numRuns: 200 },
    );
  });

  it('leave a case without any answer out of n and out of the areas', () => {
    const figures = buildFigures(round([{ size: 10, values: ['yes', 'no', null] }]));
    expect(figures.items[0]).toMatchObject({ n: 2, unanswered: 1 });
    expect(figures.areas[0]).toMatchObject({ n: 2, met: 1, outcomes: { met: 1, 'partly-met': 1, unfinished: 1 } });
  });
});
