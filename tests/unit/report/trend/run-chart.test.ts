import { describe, expect, it } from 'vitest';

import { readRunChart } from '#shared/domain/report/trend/run-chart.ts';

const signalsOf = (values: readonly number[]) => readRunChart(values).signals;

/** Computed by hand, with the values sorted on paper. */
describe('run chart rules', () => {
  it('says nothing before ten points, however clear they look', () => {
    expect(readRunChart([1, 2, 3, 4, 5, 6, 7, 8, 9])).toEqual({ points: 9, median: null, signals: [] });
  });

  it('takes the mean of the two middle points as the median of an even number', () => {
    // Sorted: 10 20 30 40 50 | 60 70 80 90 100.
    expect(readRunChart([10, 100, 20, 90, 30, 80, 40, 70, 50, 60]).median).toBe(55);
    expect(readRunChart([10, 100, 20, 90, 30, 80, 40, 70, 50, 60, 55]).median).toBe(55);
  });

  it('finds nothing where the points go up and down around the median', () => {
    expect(signalsOf([60, 70, 50, 80, 60, 70, 90, 60, 70, 80, 70, 60])).toEqual([]);
  });

  it('needs six on one side for a shift: five are not enough', () => {
    // Median 50: five under, five over, none rising or falling five in a row.
    expect(signalsOf([40, 45, 40, 45, 40, 60, 55, 60, 55, 60])).toEqual([]);
    // Twelve points, median 50: six under, six over.
    expect(signalsOf([40, 45, 40, 45, 40, 45, 60, 55, 60, 55, 60, 55])).toEqual([
      { kind: 'shift', direction: 'down', first: 0, last: 5, count: 6 },
      { kind: 'shift', direction: 'up', first: 6, last: 11, count: 6 },
    ]);
  });

  it('lets a point on the median neither count nor end a shift', () => {
    // Thirteen points, median 50: under at 0 to 2 and 4 to 6, with the point on the median between them.
    const values = [40, 45, 40, 50, 45, 40, 45, 60, 55, 60, 55, 60, 55];
    expect(readRunChart(values).median).toBe(50);
    expect(signalsOf(values)[0]).toEqual({ kind: 'shift', direction: 'down', first: 0, last: 6, count: 6 });
    // With only five beside it there is none.
    expect(signalsOf([40, 45, 50, 45, 40, 45, 60, 55, 60, 55, 60])).toEqual([]);
  });

  it('needs five rising or falling points for a trend: four are not enough', () => {
    // Median 5: rising 4 5 6 7 (four points), all else alternates.
    expect(signalsOf([6, 4, 5, 6, 7, 3, 6, 4, 6, 4])).toEqual([]);
    expect(signalsOf([6, 3, 4, 5, 6, 7, 4, 6, 4, 6])).toEqual([
      { kind: 'trend', direction: 'up', first: 1, last: 5, count: 5 },
    ]);
    expect(signalsOf([6, 7, 6, 5, 4, 3, 6, 4, 6, 4])).toEqual([
      { kind: 'trend', direction: 'down', first: 1, last: 5, count: 5 },
    ]);
  });

  it('lets an equal point neither count nor end a trend', () => {
    expect(signalsOf([6, 3, 4, 4, 5, 6, 7, 4, 6, 4])).toEqual([
      { kind: 'trend', direction: 'up', first: 1, last: 6, count: 5 },
    ]);
    expect(signalsOf([6, 3, 4, 4, 4, 5, 6, 4, 6, 4])).toEqual([]);
  });

  it('gives the latest signal last', () => {
    const signals = signalsOf([1, 2, 3, 4, 5, 4, 6, 8, 6, 8, 6, 8]);
    expect(signals.map(({ last }) => last)).toEqual(signals.map(({ last }) => last).toSorted((a, b) => a - b));
    expect(signals.at(-1)).toMatchObject({ kind: 'shift', direction: 'up', last: 11 });
  });
});
