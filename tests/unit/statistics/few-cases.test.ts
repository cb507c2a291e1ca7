import { describe, expect, it } from 'vitest';

import { clopperPearson } from '../../../shared/domain/statistics/binomial.ts';
import { newcombeDifference } from '../../../shared/domain/statistics/newcombe.ts';
import { sampleSizeForPrecision } from '../../../shared/domain/statistics/sample-size.ts';
import { stratifiedEstimate, stratifiedInterval } from '../../../shared/domain/statistics/stratified.ts';

describe('the stratified interval of few cases', () => {
  it('is as if a stratum without a relevant case had not been read', () => {
    const strata = [
      { size: 1_000, read: 5, relevant: 5, positive: 3 },
      { size: 100, read: 15, relevant: 15, positive: 12 },
    ];
    const irrelevant = { size: 50, read: 30, relevant: 0, positive: 0 };
    expect(stratifiedInterval([...strata, irrelevant])).toEqual(stratifiedInterval(strata));
  });

  it('of one relevant case of each kind is that of two cases: never more than were read', () => {
    expect(stratifiedInterval([{ size: 100, read: 5, relevant: 2, positive: 1 }])).toEqual(clopperPearson(1, 2));
  });

  it('with one degree of freedom is widened by the printed t of 12.706', () => {
    const ones = Array.from({ length: 3 }, () => ({ size: 1, read: 1, relevant: 1, positive: 1 }));
    const few = [{ size: 900, read: 2, relevant: 2, positive: 1 }, ...ones];
    const one = stratifiedEstimate(few)!;
    // Student's t at 97.5 per cent: 2.776445 with 4 degrees (5 cases), 12.706205 with 1 (printed tables).
    const size = ((one.estimate * (1 - one.estimate)) / one.variance!) * (2.776445 / 12.706205) ** 2;
    expect(stratifiedInterval(few)!.low).toBeCloseTo(clopperPearson(one.estimate * size, size)!.low, 5);
    expect(stratifiedInterval(few)!.high).toBeCloseTo(clopperPearson(one.estimate * size, size)!.high, 5);
  });
});

it('there is no difference to a share of no cases, from either side', () => {
  const some = { positive: 3, n: 9 };
  const none = { positive: 0, n: 0 };
  for (const [a, b] of [
    [some, none],
    [none, some],
    [none, none],
  ] as const) {
    expect(newcombeDifference(a, b)).toBeNull();
  }
});

it('of no cases none are read, whatever share is expected', () => {
  for (const share of [0, 0.5, 1]) {
    expect(sampleSizeForPrecision({ frame: 0, share, halfWidth: 0.1 })).toBe(0);
  }
});
