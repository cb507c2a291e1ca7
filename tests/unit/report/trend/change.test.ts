import { describe, expect, it } from 'vitest';

import { estimateCensus, estimateRandom, type StratumCount } from '#shared/domain/report/estimate.ts';
import { changeBetween, developmentOf, differenceInterval } from '#shared/domain/report/trend/change.ts';
import type { TrendPoint } from '#shared/domain/report/trend/trend.ts';
import { newcombeDifference } from '#shared/domain/statistics/newcombe.ts';

import { vectors } from '../../statistics/vectors.ts';
import { numbers } from '../report-fixture.ts';
import { fc } from '../../../support/fast-check.ts';

/** A round with these strata, as the figures of a report would have it. */
function point(strata: readonly Partial<StratumCount>[], own: Partial<TrendPoint> = {}, census = false): TrendPoint {
  const counts = strata.map((each): StratumCount => {
    const relevant = each.relevant ?? 0;
    return { size: 400, outside: 0, read: relevant + 1, positive: 0, ...each, relevant };
  });
  const { rate, interval, noInterval, weighted } = census ? estimateCensus(counts) : estimateRandom(counts);
  const unit = interval?.unit === 'cases' ? interval.of : 1;
  return {
    round: 'r',
    asOf: '2025-01-05',
    asked: true,
    n: counts.reduce((sum, { relevant }) => sum + relevant, 0),
    met: counts.reduce((sum, { positive }) => sum + positive, 0),
    rate,
    low: interval === null ? null : interval.low / unit,
    high: interval === null ? null : interval.high / unit,
    noInterval,
    finite: interval?.unit === 'cases',
    weighted,
    checklist: { title: 't', edition: 1 },
    breakBefore: null,
    ...own,
  };
}

/** A simple sample of which one case is not relevant, so that the number of relevant cases in the frame is unknown. */
const simple = (positive: number, relevant: number) => point([{ positive, relevant }]);

describe('the interval of a difference', () => {
  it.each(vectors.newcombe_diff)('is Newcombe’s of simple samples: $a against $b', ({ a, b, ci }) => {
    const { interval } = changeBetween(simple(...b), simple(...a));
    expect(interval?.low).toBeCloseTo(ci[0], 9);
    expect(interval?.high).toBeCloseTo(ci[1], 9);
  });

  it('is Newcombe’s of any two simple samples', () => {
    const sample = fc
      .tuple(fc.integer({ min: 10, max: 200 }), fc.integer({ min: 0, max: 200 }))
      .map(([n, positive]) => ({ n, positive: Math.min(n, positive) }));
    fc.assert(
      fc.property(sample, sample, (before, after) => {
        const { interval, difference } = changeBetween(
          simple(before.positive, before.n),
          simple(after.positive, after.n),
        );
        const wanted = newcombeDifference(after, before)!;
        expect(interval?.low).toBeCloseTo(wanted.low, 12);
        expect(interval?.high).toBeCloseTo(wanted.high, 12);
        expect(difference).toBeCloseTo(after.positive / after.n - before.positive / before.n, 12);
      }),
    );
  });

  it('takes the exact interval of a known frame, in shares', () => {
    // 60 cases, 10 read: 8 met is 29 to 58 of them, 7 met is 23 to 55 (method 2.6).
    const before = point([{ size: 60, read: 10, relevant: 10, positive: 7 }]);
    const after = point([{ size: 60, read: 10, relevant: 10, positive: 8 }]);
    const { interval, difference } = changeBetween(before, after);
    expect(difference).toBeCloseTo(0.1, 12);
    expect(interval?.low).toBeCloseTo(0.1 - Math.hypot(0.8 - 29 / 60, 55 / 60 - 0.7), 12);
    expect(interval?.high).toBeCloseTo(0.1 + Math.hypot(58 / 60 - 0.8, 0.7 - 23 / 60), 12);
  });

  it('takes the weighted shares and their own intervals where one of the rounds is weighted', () => {
    const before = simple(20, 40);
    const after = point([
      { size: 300, read: 12, relevant: 12, positive: 11 },
      { size: 40, read: 12, relevant: 12, positive: 2 },
    ]);
    const { difference, interval } = changeBetween(before, after);
    expect(after.weighted).toBe(true);
    expect(difference).toBeCloseTo((300 * (11 / 12) + 40 * (2 / 12)) / 340 - 0.5, 12);
    const unweighted = newcombeDifference({ positive: 13, n: 24 }, { positive: 20, n: 40 })!;
    expect(interval!.low).toBeGreaterThan(unweighted.low);
    expect(changeBetween(before, after).verdict).toBe('rise');
  });

  it('is not computed where one of the rounds has none', () => {
    const onePer = point(Array.from({ length: 12 }, (_, at) => ({ size: 20, read: 1, relevant: 1, positive: at % 2 })));
    const unread = point([{ size: 40, read: 20, relevant: 20, positive: 10 }], {}, true);
    expect(onePer.noInterval).toBe('one-per-stratum');
    expect(unread.noInterval).toBe('census-unread');
    for (const round of [onePer, unread]) {
      expect(changeBetween(simple(20, 40), round)).toMatchObject({ verdict: 'no-interval', interval: null });
    }
  });

  it('stays within -1 and 1, turns round with its rounds, and holds the difference', () => {
    const share = fc
      .tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }))
      .map(([x, y]) => ({ low: Math.min(x, y), high: Math.max(x, y), rate: (x + y) / 2 }));
    fc.assert(
      fc.property(share, share, (a, b) => {
        const { low, high } = differenceInterval(a, b);
        const back = differenceInterval(b, a);
        expect(low).toBeGreaterThanOrEqual(-1);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(a.rate - b.rate + 1e-12);
        expect(high).toBeGreaterThanOrEqual(a.rate - b.rate - 1e-12);
        expect(back.low).toBeCloseTo(-high, 12);
      }),
    );
  });

  it('holds the true difference in at least 95 of 100 draws from known frames', () => {
    const random = numbers(11);
    /** How many of `read` cases drawn without putting back are among the `met` of the frame. */
    const draw = (size: number, met: number, read: number) => {
      let found = 0;
      for (let i = 0; i < read; i += 1) if (random() * (size - i) < met - found) found += 1;
      return found;
    };
    const rounds = 1500;
    const frames = [
      { size: 60, read: 12, met: [30, 48] },
      { size: 312, read: 40, met: [220, 220] },
      { size: 120, read: 20, met: [12, 90] },
    ] as const;
    for (const { size, read, met } of frames) {
      const truth = (met[1] - met[0]) / size;
      let held = 0;
      for (let i = 0; i < rounds; i += 1) {
        const [before, after] = met.map((each) =>
          point([{ size, read, relevant: read, positive: draw(size, each, read) }]),
        );
        const { interval } = changeBetween(before!, after!);
        if (interval!.low <= truth && truth <= interval!.high) held += 1;
      }
      // Two standard errors of 1500 draws are 1.1 per cent.
      expect(held / rounds).toBeGreaterThan(0.94);
      expect(held / rounds).toBeLessThan(1);
    }
  });
});

describe('the verdict', () => {
  it('is clear only where the interval leaves out zero', () => {
    expect(changeBetween(simple(10, 40), simple(30, 40)).verdict).toBe('rise');
    expect(changeBetween(simple(30, 40), simple(10, 40)).verdict).toBe('fall');
    expect(changeBetween(simple(20, 40), simple(24, 40)).verdict).toBe('unclear');
  });

  it('is none with under ten relevant cases in either round', () => {
    const nothing = { verdict: 'too-few', difference: null, interval: null };
    expect(changeBetween(simple(0, 9), simple(40, 40))).toMatchObject(nothing);
    expect(changeBetween(simple(40, 40), simple(0, 9))).toMatchObject(nothing);
    expect(changeBetween(simple(0, 10), simple(40, 40)).verdict).toBe('rise');
    expect(changeBetween(point([{ relevant: 20 }], { rate: null }), simple(40, 40))).toMatchObject(nothing);
  });

  it('is exact, without an interval, where every case was read both times', () => {
    const all = (positive: number, size: number) => point([{ size, read: size, relevant: size, positive }]);
    expect(changeBetween(all(20, 40), all(21, 40))).toMatchObject({ verdict: 'rise', exact: true, interval: null });
    expect(changeBetween(all(20, 40), all(21, 40)).difference).toBeCloseTo(1 / 40, 12);
    expect(changeBetween(all(21, 40), all(20, 40)).verdict).toBe('fall');
    expect(changeBetween(all(10, 30), all(11, 33)).verdict).toBe('same');
  });

  it('gives a round of which every case was read no uncertainty of its own', () => {
    const all = point([{ size: 40, read: 40, relevant: 40, positive: 20 }]);
    const { interval, exact } = changeBetween(all, simple(30, 40));
    const wide = newcombeDifference({ positive: 30, n: 40 }, { positive: 20, n: 40 })!;
    expect(exact).toBe(false);
    expect(interval!.low).toBeGreaterThan(wide.low);
    expect(interval!.high).toBeLessThan(wide.high);
  });
});

describe('this round against those before it', () => {
  const rounds = (...points: TrendPoint[]) => developmentOf({ points });
  const empty = point([], { n: 0, rate: null });

  it('takes the nearest and the first one', () => {
    const [one, two, three] = [simple(10, 40), simple(20, 40), simple(30, 40)];
    const { previous, baseline } = rounds(one, two, three);
    expect([previous?.before, baseline?.before]).toEqual([two, one]);
  });

  it('steps over a gap, and not over a break', () => {
    const [one, two] = [simple(10, 40), simple(20, 40)];
    expect(rounds(one, empty, two).previous?.before).toBe(one);
    const broken: TrendPoint = { ...two, breakBefore: 'other-rule' };
    expect(rounds(one, broken).missing).toBe('not-comparable');
    expect(rounds(one, broken, two)).toMatchObject({ previous: { before: broken }, baseline: { before: broken } });
  });

  it('says why there is nothing to compare with', () => {
    const [one, two] = [simple(10, 40), simple(20, 40)];
    expect(rounds(one).missing).toBe('first-round');
    expect(rounds({ ...empty, asked: false }, two).missing).toBe('first-round');
    expect(rounds(empty, two).missing).toBe('nothing-read-before');
    expect(rounds(one, empty).missing).toBe('nothing-read');
    expect(rounds(one, two).missing).toBeNull();
  });

  it('does not step over a round whose figure may not be seen', () => {
    const hidden: TrendPoint = { ...empty, noInterval: 'suppressed' };
    expect(rounds(simple(10, 40), hidden, simple(20, 40)).previous).toMatchObject({
      before: hidden,
      verdict: 'too-few',
    });
  });
});
