import { describe, expect, it } from 'vitest';

import { clopperPearson } from '#shared/domain/statistics/binomial.ts';
import { stratifiedEstimate, stratifiedInterval, type StratumSample } from '#shared/domain/statistics/stratified.ts';

import { vectors } from './vectors.ts';
import { fc } from '../../support/fast-check.ts';

const all = (size: number, read: number, positive: number): StratumSample => ({ size, read, relevant: read, positive });

describe('the stratified estimate', () => {
  it('is the vector of the method where every case is relevant', () => {
    const { N, n, x, p, se } = vectors.stratified;
    const found = stratifiedEstimate(N.map((size, h) => all(size, n[h]!, x[h]!)))!;
    expect(found.estimate).toBeCloseTo(p, 12);
    expect(Math.sqrt(found.variance!)).toBeCloseTo(se, 12);
    expect(found).toMatchObject({ n: 20, uncovered: 0 });
  });

  it('weighs as Derks 2022 and as the one-per-caseworker example', () => {
    expect(stratifiedEstimate([all(8, 6, 2), all(11, 7, 1), all(11, 7, 0)])!.estimate).toBeCloseTo(0.14127, 6);
    const caseworkers = [all(40, 1, 0), all(10, 1, 1), all(10, 1, 1)];
    expect(stratifiedEstimate(caseworkers)).toMatchObject({ estimate: 20 / 60, variance: null });
    expect(stratifiedInterval(caseworkers)).toBeNull();
  });

  // samplingbook prints these standard errors for one stratum.
  it.each([
    [300, 100, 45, 0.0408248],
    [300, 100, 2, 0.0114885],
    [61, 60, 50, 0.0062122],
  ])('%i cases, %i read, %i positive: standard error %d', (size, read, positive, se) => {
    expect(Math.sqrt(stratifiedEstimate([all(size, read, positive)])!.variance!)).toBeCloseTo(se, 7);
  });

  it('is a ratio where some cases are not relevant, by hand', () => {
    // Weights 5 and 2. Totals: relevant 5*2 + 2*4 = 18, positive 5*1 + 2*3 = 11.
    const strata = [
      { size: 20, read: 4, relevant: 2, positive: 1 },
      { size: 10, read: 5, relevant: 4, positive: 3 },
    ];
    const r = 11 / 18;
    const spread = (residuals: number[]) => {
      const mean = residuals.reduce((a, b) => a + b) / residuals.length;
      return residuals.reduce((sum, d) => sum + (d - mean) ** 2, 0) / (residuals.length - 1);
    };
    const first = (20 ** 2 * (1 - 4 / 20) * spread([1 - r, -r, 0, 0])) / 4;
    const second = (10 ** 2 * (1 - 5 / 10) * spread([1 - r, 1 - r, 1 - r, -r, 0])) / 5;
    const found = stratifiedEstimate(strata)!;
    expect(found.estimate).toBeCloseTo(r, 12);
    expect(found.variance).toBeCloseTo((first + second) / 18 ** 2, 12);
  });

  it('needs no variance from a stratum that was read whole', () => {
    const found = stratifiedEstimate([all(1, 1, 0), all(20, 5, 4)])!;
    expect(found.variance).toBeCloseTo(((20 / 21) ** 2 * (1 - 5 / 20) * 0.8 * 0.2) / 4, 12);
  });

  it('says what it does not speak about, and nothing where nothing is relevant', () => {
    expect(stratifiedEstimate([all(40, 4, 2), all(7, 0, 0)])!.uncovered).toBe(7);
    expect(stratifiedEstimate([{ size: 10, read: 3, relevant: 0, positive: 0 }])).toBeNull();
    expect(stratifiedInterval([])).toBeNull();
  });
});

describe('the stratified interval', () => {
  it('uses the number read where all or none are positive, or the variance is nought', () => {
    expect(stratifiedInterval([all(100, 6, 6), all(50, 4, 4)])).toEqual(clopperPearson(10, 10));
    expect(stratifiedInterval([all(100, 6, 0), all(50, 4, 0)])).toEqual(clopperPearson(0, 10));
    const apart = stratifiedInterval([all(60, 6, 6), all(40, 4, 0)])!;
    expect(apart.low).toBeCloseTo(clopperPearson(6, 10)!.low, 9);
  });

  it('widens where the weights differ: effective size by hand', () => {
    const strata = [all(1_000, 5, 3), all(100, 15, 12)];
    const { estimate, variance } = stratifiedEstimate(strata)!;
    // Student's t at 97.5 per cent: 2.093024 with 19 degrees of freedom, 2.100922 with 18 (printed tables).
    const effective = ((estimate * (1 - estimate)) / variance!) * (2.093024 / 2.100922) ** 2;
    const expected = clopperPearson(estimate * effective, effective)!;
    const found = stratifiedInterval(strata)!;
    expect(effective).toBeLessThan(20);
    expect(found.low).toBeCloseTo(expected.low, 5);
    expect(found.high).toBeCloseTo(expected.high, 5);
  });

  it('holds the estimate, and is never narrower than the binomial interval of the cases read', () => {
    const stratum = fc
      .tuple(fc.integer({ min: 2, max: 12 }), fc.integer({ min: 1, max: 80 }), fc.nat(12), fc.nat(12))
      .map(([read, more, r, y]) => {
        const relevant = Math.min(read, r);
        return { size: read + more, read, relevant, positive: Math.min(relevant, y) };
      });
    fc.assert(
      fc.property(fc.array(stratum, { minLength: 1, maxLength: 5 }), (strata) => {
        const found = stratifiedEstimate(strata);
        fc.pre(found !== null);
        const { low, high } = stratifiedInterval(strata)!;
        expect(0 <= low && low <= found.estimate + 1e-9 && found.estimate - 1e-9 <= high && high <= 1).toBe(true);
        const plain = clopperPearson(found.estimate * found.n, found.n)!;
        expect(high - low).toBeGreaterThanOrEqual(plain.high - plain.low - 1e-9);
      }),
    );
  });
});
