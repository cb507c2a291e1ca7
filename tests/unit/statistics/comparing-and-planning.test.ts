import { describe, expect, it } from 'vitest';

import { agreement } from '#shared/domain/statistics/agreement.ts';
import { casesToSee, chanceOfSeeing } from '#shared/domain/statistics/chance-of-seeing.ts';
import { newcombeDifference } from '#shared/domain/statistics/newcombe.ts';
import { sampleSizeForPrecision } from '#shared/domain/statistics/sample-size.ts';

import { vectors } from './vectors.ts';
import { fc } from '../../support/fast-check.ts';

describe('the difference of two shares', () => {
  it.each(vectors.newcombe_diff)('$a against $b', ({ a, b, ci }) => {
    const found = newcombeDifference({ positive: a[0], n: a[1] }, { positive: b[0], n: b[1] })!;
    expect(found.low).toBeCloseTo(ci[0], 10);
    expect(found.high).toBeCloseTo(ci[1], 10);
  });

  it('turns over with its arguments, and is unknown without cases', () => {
    const a = { positive: 3, n: 9 };
    const b = { positive: 7, n: 12 };
    expect(newcombeDifference(b, a)!.low).toBeCloseTo(-newcombeDifference(a, b)!.high, 12);
    expect(newcombeDifference(a, { positive: 0, n: 0 })).toBeNull();
  });
});

describe('agreement of two readers', () => {
  it.each(vectors.agreement)('$table', ({ table, po, kappa, ac1 }) => {
    const found = agreement(table);
    expect(found.share).toBeCloseTo(po, 6);
    if (kappa === null) expect(found.kappa).toBeNull();
    else expect(found.kappa).toBeCloseTo(kappa, 6);
    expect(found.ac1).toBeCloseTo(ac1, 6);
  });

  it('gives easycalculation’s table', () => {
    const found = agreement([
      [12, 2],
      [4, 2],
    ]);
    expect(found).toMatchObject({ pairs: 20, agreed: 14 });
    expect(found.kappa).toBeCloseTo(0.2105, 4);
    expect(found.ac1).toBeCloseTo(0.52, 4);
  });

  it('says nothing without pairs and refuses a crooked table', () => {
    expect(
      agreement([
        [0, 0],
        [0, 0],
      ]),
    ).toEqual({ pairs: 0, agreed: 0, share: null, kappa: null, ac1: null });
    expect(() => agreement([[1, 2]])).toThrow(RangeError);
  });

  it('is complete where all answers are equal, and does not depend on who is first', () => {
    const table = fc
      .integer({ min: 2, max: 5 })
      .chain((q) => fc.array(fc.array(fc.nat(20), { minLength: q, maxLength: q }), { minLength: q, maxLength: q }));
    fc.assert(
      fc.property(table, (counts) => {
        const turned = counts.map((_, i) => counts.map((row) => row[i]!));
        const a = agreement(counts);
        const b = agreement(turned);
        expect(b.share).toBe(a.share);
        expect(b.kappa === null).toBe(a.kappa === null);
        fc.pre(a.kappa !== null);
        expect(b.kappa).toBeCloseTo(a.kappa, 12);
        expect(b.ac1).toBeCloseTo(a.ac1!, 12);
        expect(a.kappa <= 1 && a.ac1! <= 1).toBe(true);
        expect(a.kappa === 1).toBe(a.agreed === a.pairs);
      }),
    );
  });
});

describe('the chance of seeing at least one', () => {
  it.each([
    [60, 3, 10, 0.427236],
    [60, 6, 10, 0.682591],
    [60, 12, 10, 0.913246],
    // The method prints .673766; exact: 1 - C(114, 20) / C(120, 20) = .6736558.
    [120, 6, 20, 0.673656],
    [300, 15, 30, 0.802234],
  ])('%i cases, %i affected, %i read: %d', (frame, affected, read, chance) => {
    expect(chanceOfSeeing({ frame, affected }, read)).toBeCloseTo(chance, 6);
  });

  it.each([
    [20, 2, 16],
    [40, 4, 21],
    [60, 6, 23],
    [60, 3, 38],
    [120, 12, 26],
    [120, 6, 47],
    [300, 30, 28],
    [300, 15, 54],
  ])('%i cases, %i affected: read %i for 95 per cent', (frame, affected, read) => {
    expect(casesToSee({ frame, affected })).toBe(read);
  });

  // EZ-Quant's zero-error table: tolerable 8, 6, 4 and 2 per cent (method 2.5).
  it.each([
    [500, 0.9, [27, 36, 54, 102]],
    [500, 0.95, [35, 47, 69, 129]],
    [500, 0.99, [53, 70, 101, 183]],
    [1000, 0.9, [28, 37, 55, 108]],
    [1000, 0.95, [36, 48, 71, 138]],
    [1000, 0.99, [54, 72, 107, 204]],
    [5000, 0.9, [28, 38, 57, 113]],
    [5000, 0.95, [36, 49, 73, 147]],
    [5000, 0.99, [55, 74, 112, 223]],
  ])('EZ-Quant: %i cases at %d', (frame, chance, sizes) => {
    expect(
      [0.08, 0.06, 0.04, 0.02].map((part) => casesToSee({ frame, affected: Math.round(frame * part) }, chance)),
    ).toEqual(sizes);
  });

  it('is certain at the edges', () => {
    expect(chanceOfSeeing({ frame: 10, affected: 0 }, 5)).toBe(0);
    expect(chanceOfSeeing({ frame: 10, affected: 6 }, 5)).toBe(1);
    expect(chanceOfSeeing({ frame: 10, affected: 1 }, 50)).toBe(1);
    expect(casesToSee({ frame: 10, affected: 0 })).toBeNull();
  });
});

describe('the sample size for a precision', () => {
  it.each([
    [null, 0.5, 0.01, 9604],
    [null, 0.39, 0.01, 9139],
    [300, 0.5, 0.05, 169],
    [10, 0.2, 0.1, 9],
    [10, 0.3, 0.1, 9],
    [10, 0.4, 0.1, 10],
    [10, 0.5, 0.1, 10],
    [400, 0.7, 0.05, 179],
    [500, 0.4, 0.05, 213],
    [500, 0.05, 0.05, 64],
    [500, 0.5, 0.025, 378],
    [500, 0.05, 0.025, 185],
    [null, 0.05, 0.05, 73],
    [null, 0.2, 0.05, 246],
    // law-and-practice 7.6: ten points either way
    [40, 0.5, 0.1, 29],
    [80, 0.5, 0.1, 44],
    [120, 0.5, 0.1, 54],
    [200, 0.5, 0.1, 66],
    [300, 0.5, 0.1, 73],
    [1000, 0.5, 0.1, 88],
    [0, 0.5, 0.1, 0],
  ])('frame %s, share %d, half width %d: %i', (frame, share, halfWidth, size) => {
    expect(sampleSizeForPrecision({ frame, share, halfWidth })).toBe(size);
  });

  // Published with the sister formula z2 N p q / (e2 N + z2 p q), which is smaller by less than one (method 2.5):
  // 164.8, 217.25 (rounded down there) and 155.47 (rounded down there).
  it.each([
    [500, 0.2, 0.05, 165],
    [500, 0.5, 0.05, 217],
    [300, 0.7, 0.05, 155],
  ])('frame %i, share %d, half width %d: one more than the published %i', (frame, share, halfWidth, published) => {
    expect(sampleSizeForPrecision({ frame, share, halfWidth })).toBe(published + 1);
  });
});
