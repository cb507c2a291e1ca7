import { describe, expect, it } from 'vitest';

import { figuresOf } from '#shared/domain/report/round-facts.ts';
import type { ReportSource } from '#shared/domain/report/source.ts';
import { comparablePoints, segmentsOf, trendsOf } from '#shared/domain/report/trend/trend.ts';

import { type EarlierOptions, quartersBefore, withEarlier } from '../earlier-fixture.ts';
import { barnetsLov, reportSource, templateItems } from '../report-fixture.ts';

const [item] = templateItems;
const area = barnetsLov.areas.find(({ id }) => id === item!.area)!;

/** The second edition: the first question has another rule. */
const second = {
  ...barnetsLov,
  edition: 2,
  sections: barnetsLov.sections.map((section) => ({
    ...section,
    items: section.items.map((each) => (each.id === item!.id ? { ...each, rule: 'R99' } : each)),
  })),
};

/** Every question has the same answers: so many are yes, in so many cases. */
const kept = (yes: number, drawn = 20): Pick<EarlierOptions, 'answers' | 'strata'> => ({
  strata: [{ name: '', size: 400, drawn }],
  answers: (caseIndex) => (caseIndex < yes ? 'yes' : 'no'),
});

const trendOf = (source: ReportSource, id: string) =>
  trendsOf(source, figuresOf(source)).find((trend) => trend.id === id)!;

describe('the development of a measuring point', () => {
  const [one, two] = quartersBefore(2, () => 0.5);
  const source = withEarlier(reportSource(kept(15)), [
    { ...one!, ...kept(5) },
    { ...two!, ...kept(12, 16) },
  ]);

  it('has a trend for each area and item of the checklist, areas first', () => {
    const trends = trendsOf(source, figuresOf(source));
    expect(trends.map(({ kind }) => kind)).toEqual([
      ...barnetsLov.areas.map(() => 'area'),
      ...templateItems.map(() => 'item'),
    ]);
    expect(trends.slice(barnetsLov.areas.length).map(({ id }) => id)).toEqual(templateItems.map(({ id }) => id));
  });

  it('has a point to each round, oldest first, this round last', () => {
    for (const id of [item!.id, area.id]) {
      const { points } = trendOf(source, id);
      expect(points.map(({ round }) => round)).toEqual(['2. kvartal 2025', '3. kvartal 2025', '4. kvartal 2025']);
      expect(points.map(({ asOf }) => asOf)).toEqual(['2025-04-05', '2025-07-05', source.record.asOf]);
      expect(points.map(({ met, n }) => [met, n])).toEqual([
        [5, 20],
        [12, 16],
        [15, 20],
      ]);
      expect(points.map(({ rate }) => rate)).toEqual([0.25, 0.75, 0.75]);
      expect(points.every(({ breakBefore }) => breakBefore === null)).toBe(true);
    }
  });

  it('gives the ends of an interval in cases as shares of the frame', () => {
    const [figure] = source.earlier[0]!.figures.items;
    expect(figure!.interval?.unit).toBe('cases');
    const [point] = trendOf(source, item!.id).points;
    expect(point).toMatchObject({ low: figure!.interval!.low / 400, high: figure!.interval!.high / 400, finite: true });
    expect(point!.low!).toBeLessThan(0.25);
    expect(point!.high!).toBeGreaterThan(0.25);
  });

  it('never counts targeted cases', () => {
    const targeted = withEarlier(reportSource({ ...kept(15), targeted: 5 }), []);
    expect(trendOf(targeted, item!.id).points.map(({ n }) => n)).toEqual([20]);
  });

  it('counts a round of which every case was taken', () => {
    const census = withEarlier(source, [{ ...one!, ...kept(10, 20), strata: [{ name: '', size: 20, drawn: 20 }] }]);
    expect(trendOf(census, item!.id).points[0]).toMatchObject({
      noInterval: 'census',
      rate: 0.5,
      low: null,
      high: null,
    });
  });
});

describe('gaps and breaks', () => {
  const quarters = quartersBefore(4, () => 0.5);
  const from = (editions: readonly (1 | 2)[], now: 1 | 2) =>
    withEarlier(
      { ...reportSource(kept(15)), template: now === 1 ? barnetsLov : second },
      editions.map((edition, index) => ({
        ...quarters[index]!,
        ...kept(10),
        template: edition === 1 ? barnetsLov : second,
      })),
    );

  it('marks the point where the question became another one, once', () => {
    const source = from([1, 1, 2], 2);
    const breaks = (id: string) => trendOf(source, id).points.map(({ breakBefore }) => breakBefore);
    expect(breaks(item!.id)).toEqual([null, null, 'other-rule', null]);
    expect(breaks(area.id)).toEqual([null, null, 'other-rule', null]);
    expect(breaks(templateItems.at(-1)!.id)).toEqual([null, null, null, null]);
  });

  it('goes on across a round that drew nothing at random: it is a gap, no break', () => {
    const cases = [{ field: 'case_type' as const, oneOf: ['Anbringelse'] }];
    const drawn = {
      parts: [
        { kind: 'random' as const, size: 20, stratifyBy: null, allocation: 'proportional' as const, where: cases },
      ],
    };
    const chosen = { parts: [{ kind: 'targeted' as const, size: 5, where: [] }] };
    const source = from([1, 1, 1], 1);
    const plans = [drawn, chosen, drawn].map(({ parts }) => ({ ...source.record.plan, parts }));
    const round = {
      ...source,
      record: { ...source.record, plan: { ...source.record.plan, ...drawn } },
      earlier: source.earlier.map((each, index) => ({ ...each, plan: plans[index]! })),
    };
    expect(trendOf(round, item!.id).points.map(({ breakBefore }) => breakBefore)).toEqual([null, null, null, null]);
    expect(trendOf(round, area.id).points.map(({ breakBefore }) => breakBefore)).toEqual([null, null, null, null]);
  });

  it('draws no line across a break', () => {
    const trend = trendOf(from([1, 1, 2], 2), item!.id);
    expect(segmentsOf(trend).map((segment) => segment.length)).toEqual([2, 2]);
    expect(comparablePoints(trend)).toEqual(trend.points.slice(2));
  });

  it('keeps a round without closed reviews as a gap that can be seen', () => {
    const source = withEarlier(reportSource(kept(15)), [
      { ...quarters[0]!, ...kept(10) },
      { ...quarters[1]!, closed: 0 },
      { ...quarters[2]!, ...kept(10) },
    ]);
    const trend = trendOf(source, item!.id);
    expect(trend.points.map(({ n }) => n)).toEqual([20, 0, 20, 20]);
    expect(trend.points[1]).toMatchObject({ rate: null, low: null, asked: true, noInterval: 'nothing-read' });
    expect(comparablePoints(trend)).toHaveLength(3);
  });

  it('marks a round that did not ask, and compares with the one before it', () => {
    const without = {
      ...barnetsLov,
      edition: 2,
      sections: barnetsLov.sections.map((section) => ({
        ...section,
        items: section.items.map((each) => (each.id === item!.id ? { ...each, active: false } : each)),
      })),
    };
    const source = withEarlier(reportSource(kept(15)), [
      { ...quarters[0]!, ...kept(10) },
      { ...quarters[1]!, ...kept(10), template: without },
    ]);
    const { points } = trendOf(source, item!.id);
    expect(points.map(({ asked, n }) => [asked, n])).toEqual([
      [true, 20],
      [false, 0],
      [true, 20],
    ]);
    expect(points.map(({ breakBefore }) => breakBefore)).toEqual([null, null, null]);
    expect(trendOf(source, area.id).points.map(({ breakBefore }) => breakBefore)).toEqual([
      null,
      'other-items',
      'other-items',
    ]);
  });
});
