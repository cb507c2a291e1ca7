import { expect, it } from 'vitest';

import { agreement } from '../../../shared/domain/statistics/agreement.ts';
import { clopperPearson, wilson } from '../../../shared/domain/statistics/binomial.ts';
import { casesToSee } from '../../../shared/domain/statistics/chance-of-seeing.ts';
import { stratifiedInterval } from '../../../shared/domain/statistics/stratified.ts';

it('a table with one row too short is not square', () => {
  expect(() => agreement([[1, 2], [3]])).toThrow('the table is not square');
});

it('one answer only gives no corrected agreement', () => {
  expect(agreement([[4]])).toMatchObject({ share: 1, kappa: null, ac1: null });
});

it('one affected case of two is seen by half a frame exactly, and by the whole for certain', () => {
  expect(casesToSee({ frame: 2, affected: 1 }, 0.5)).toBe(1);
  expect(casesToSee({ frame: 2, affected: 1 }, 1)).toBe(2);
  expect(casesToSee({ frame: 2, affected: 0 }, 0.5)).toBeNull();
});

it('none and all have ends of exactly 0 and 1', () => {
  for (const n of [1, 7, 40, 1_000]) {
    for (const interval of [wilson, clopperPearson]) {
      expect(interval(0, n)?.low).toBe(0);
      expect(interval(n, n)?.high).toBe(1);
      expect(interval(0, n)?.high).toBeGreaterThan(0);
      expect(interval(n, n)?.low).toBeLessThan(1);
    }
  }
});

it('a stratum of which nothing was read changes nothing', () => {
  const read = [
    { size: 40, read: 10, relevant: 9, positive: 6 },
    { size: 60, read: 12, relevant: 12, positive: 5 },
  ];
  const untouched = { size: 25, read: 0, relevant: 0, positive: 0 };
  expect(stratifiedInterval([...read, untouched])).toEqual(stratifiedInterval(read));
});
