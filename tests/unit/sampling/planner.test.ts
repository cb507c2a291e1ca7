import { describe, expect, it } from 'vitest';

import { allocate } from '../../../shared/domain/sampling/allocate.ts';
import {
  casesInTime,
  fewestSeen,
  plannerAnswer,
  possibleResults,
  shareLike,
  sizeForPrecision,
  toldApart,
} from '../../../shared/domain/sampling/planner.ts';
import { casesToSee, chanceOfSeeing } from '../../../shared/domain/statistics/chance-of-seeing.ts';
import { hypergeometricInterval } from '../../../shared/domain/statistics/hypergeometric.ts';
import { fc } from '../../support/fast-check.ts';

const planned = (sizes: readonly number[], drawn: readonly number[]) =>
  sizes.map((size, index) => ({ name: `Team ${index}`, size, drawn: drawn[index] ?? 0 }));

describe('what a sample will be able to tell', () => {
  it('is for 10 of 60 what the method prints', () => {
    expect(possibleResults(60, 10).map(({ positive, interval }) => [positive, interval.low, interval.high])).toEqual([
      [5, 13, 47],
      [8, 29, 58],
      [10, 43, 60],
    ]);
  });

  it('says which results it tells apart: those that no one list can give', () => {
    const [half, most, all] = possibleResults(420, 100);
    expect([toldApart(half!, most!), toldApart(most!, half!), toldApart(half!, all!)]).toEqual([true, true, true]);
    const [few, more] = possibleResults(60, 10);
    expect([toldApart(few!, more!), toldApart(more!, few!)]).toEqual([false, false]);
  });

  it('names a result once where few are read', () => {
    expect(possibleResults(60, 1).map(({ positive }) => positive)).toEqual([1]);
    expect(possibleResults(60, 2).map(({ positive }) => positive)).toEqual([1, 2]);
  });

  it('is one number where everything is read', () => {
    for (const { positive, interval } of possibleResults(12, 12)) {
      expect(interval).toEqual({ low: positive, high: positive });
    }
  });

  it('gives a group a range only where none and all in order cannot come from the same group', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 80 }), fc.nat(80), (size, wish) => {
        const drawn = Math.min(size, wish);
        const { result } = plannerAnswer(100, 5, planned([size], [drawn])).strata[0]!;
        const at = (positive: number) => hypergeometricInterval({ population: size, sample: drawn, positive });
        const apart = drawn > 0 && at(0).high < at(drawn).low;
        expect(result !== null).toBe(apart);
        if (result !== null)
          expect(result).toEqual({ positive: Math.round(0.8 * drawn), interval: at(result.positive) });
      }),
    );
    const tells = plannerAnswer(100, 12, planned([40, 18, 2, 5], [7, 3, 0, 5])).strata;
    expect(tells.map(({ result }) => result?.interval ?? null)).toEqual([
      { low: 19, high: 39 },
      null,
      null,
      { low: 4, high: 4 },
    ]);
  });

  it('names the fewest affected cases that are seen with 95 per cent chance', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 400 }), (frame, wish) => {
        const read = Math.min(frame, wish);
        const affected = fewestSeen(frame, read)!;
        expect(chanceOfSeeing({ frame, affected }, read)).toBeGreaterThanOrEqual(0.95);
        if (affected > 1) expect(chanceOfSeeing({ frame, affected: affected - 1 }, read)).toBeLessThan(0.95);
        expect(casesToSee({ frame, affected })!).toBeLessThanOrEqual(read);
      }),
    );
    expect(fewestSeen(60, 23)).toBe(6);
    expect(fewestSeen(60, 0)).toBeNull();
    expect(fewestSeen(0, 0)).toBeNull();
  });
});

describe('another number of cases', () => {
  it('is shared out as the plan does, proportionally or equally', () => {
    const sizes = [140, 61, 39, 10];
    expect(shareLike(planned(sizes, [11, 5, 3, 1]), 40)!.map(({ drawn }) => drawn)).toEqual([22, 10, 6, 2]);
    expect(shareLike(planned(sizes, [5, 5, 5, 5]), 8)!.map(({ drawn }) => drawn)).toEqual([2, 2, 2, 2]);
  });

  it('is not guessed for a minimum, a fixed number that a small group cuts, or more than there is', () => {
    expect(shareLike(planned([140, 61, 39, 10], [10, 5, 3, 2]), 40)).toBeNull();
    expect(shareLike(planned([9, 9], [3, 3]), 19)).toBeNull();
  });

  it('is what the plan would draw', () => {
    const strata = fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 2, maxLength: 8 });
    fc.assert(
      fc.property(strata, fc.nat(400), fc.nat(400), (sizes, now, next) => {
        const all = sizes.reduce((total, size) => total + size, 0);
        const of = (size: number) => allocate(planned(sizes, []), { kind: 'proportional', size: Math.min(size, all) });
        const found = shareLike(planned(sizes, of(now)), Math.min(next, all));
        expect(found!.map(({ drawn }) => drawn)).toEqual(of(next));
      }),
    );
  });
});

describe('what a wish takes', () => {
  it.each([
    [120, 10, 'points', 54],
    [120, 12, 'cases', 54],
    [300, 5, 'points', 169],
    [40, 10, 'points', 29],
    [1000, 10, 'points', 88],
    [10, 99, 'points', 1],
  ] as const)('of %i cases, %d %s either way: read %i', (frame, amount, unit, size) => {
    expect(sizeForPrecision(frame, { amount, unit })).toBe(size);
  });

  it.each([0, -1, Number.NaN])('nothing is said for a precision of %d', (amount) => {
    expect(sizeForPrecision(60, { amount, unit: 'cases' })).toBeNull();
  });

  it('nothing is said of an empty list', () => {
    expect(sizeForPrecision(0, { amount: 5, unit: 'points' })).toBeNull();
  });

  it('minutes become whole cases, never rounded up', () => {
    expect(casesInTime(300, 21.5)).toBe(13);
    expect(casesInTime(20, 21.5)).toBe(0);
    expect([casesInTime(300, 0), casesInTime(300, Number.NaN), casesInTime(Number.NaN, 20)]).toEqual([
      null,
      null,
      null,
    ]);
  });
});
