import { describe, expect, it } from 'vitest';

import type { AreaFigure, Figures, ItemFigure } from '#shared/domain/report/figures.ts';
import { politicalFigures } from '#shared/domain/report/political-figures.ts';
import { shownRequirements } from '#shared/domain/report/political-requirements.ts';
import { figuresOf } from '#shared/domain/report/round-facts.ts';
import { hiddenAlone, hiddenBeside, suppressTable } from '#shared/domain/report/suppression.ts';

import { barnetsLov, numbers, reportSource, templateItems } from './report-fixture.ts';
import { fc } from '../../support/fast-check.ts';

const thresholds = [3, 5, 10] as const;

describe('everything on the committee papers together', () => {
  const figure = fc.integer({ min: 0, max: 24 }).chain((n) => fc.tuple(fc.constant(n), fc.integer({ min: 0, max: n })));
  /** A seed for the items, a figure to each area, and the size of the smallest group. */
  const aPage = [fc.nat(), fc.array(figure, { minLength: 6, maxLength: 6 }), fc.constantFrom(...thresholds)] as const;
  const base = figuresOf(reportSource());
  const figures = (seed: number, areas: readonly (readonly [number, number])[]): Figures => {
    const random = numbers(seed);
    return {
      ...base,
      areas: base.areas
        .filter(({ part }) => part === 'random')
        .map((area, index): AreaFigure => withArea(area, areas[index]!)),
      items: base.items.map((item): ItemFigure => withItem(item, Math.floor(random() * 25), random())),
    };
  };

  it('holds not one count of a hidden group, for random figures and each threshold', () => {
    fc.assert(
      fc.property(...aPage, (seed, areas, threshold) => {
        const all = figures(seed, areas);
        const shown = politicalFigures(all, threshold);
        for (const [index, area] of all.areas.entries()) {
          const seen = shown.areas[index]!;
          if (hiddenAlone({ n: area.n, positive: area.met }, threshold) === null) continue;
          expect({ ...seen, id: '' }).toEqual({
            id: '',
            part: 'random',
            n: 0,
            met: 0,
            rate: null,
            interval: null,
            noInterval: 'suppressed',
            weighted: false,
            outcomes: { met: 0, 'partly-met': 0, 'not-met': 0, 'not-relevant': 0, unfinished: 0 },
          });
        }
        for (const item of all.items.filter(({ n, yes }) => hiddenAlone({ n, positive: yes }, threshold) !== null)) {
          const seen = shown.items.find(({ id }) => id === item.id)!;
          expect([
            seen.n,
            seen.yes,
            seen.partly,
            seen.no,
            seen.na,
            seen.cannotTell,
            seen.unanswered,
            seen.rate,
          ]).toEqual([0, 0, 0, 0, 0, 0, 0, null]);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('accounts for every case of an area that is not met by printed requirements, or leaves more than hidden ones out', () => {
    fc.assert(
      fc.property(...aPage, (seed, areas, threshold) => {
        const shown = politicalFigures(figures(seed, areas), threshold);
        const seen = shownRequirements(shown, barnetsLov);
        for (const area of shown.areas.filter(({ n }) => n > 0)) {
          const legal = templateItems
            .filter((item) => item.area === area.id && item.type === 'legal')
            .map(({ id }) => id);
          const own = seen.filter((each) => each.area === area.id);
          const left = legal.filter((id) => !own.some((each) => each.figure.id === id));
          const unprinted = shown.items.filter(({ id }) => left.includes(id));
          const onlyHidden = unprinted.length > 0 && unprinted.every(({ noInterval }) => noInterval === 'suppressed');
          const unaccounted = area.n - area.met - own.reduce((sum, each) => sum + each.figure.n - each.figure.yes, 0);
          if (own.length > 0 && onlyHidden) expect(unaccounted).toBeLessThanOrEqual(0);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('never leaves a small group that is all or none as the only hidden one where another small one is shown', () => {
    fc.assert(
      fc.property(
        fc.array(figure, { minLength: 2, maxLength: 8 }),
        fc.constantFrom(...thresholds),
        (groups, threshold) => {
          const rows = groups.map(([n, positive]) => ({ n, positive }));
          const hidden = hiddenBeside(rows, threshold);
          rows.forEach((row, index) => {
            if (hiddenAlone(row, threshold) !== null) expect(hidden[index]).not.toBeNull();
          });
          if (!hidden.includes('all-or-none')) return;
          const small = rows.filter(({ n }) => n >= threshold && n < 10);
          const shownSmall = small.filter((row) => hiddenAlone(row, threshold) === null);
          expect(hidden.includes('derivable')).toBe(shownSmall.length > 0);
        },
      ),
    );
  });
});

it('hides a second round, or the sum, wherever a sum over rounds would give a hidden one away', () => {
  const rounds = [
    { n: 22, positive: 10 },
    { n: 4, positive: 1 },
    { n: 25, positive: 10 },
  ];
  for (const threshold of [5, 10] as const) {
    const { rows, total } = suppressTable(rounds, threshold);
    expect(rows.filter((each) => each !== null).length > 1 || total !== null).toBe(true);
  }
  expect(suppressTable(rounds, 3).rows).toEqual([null, null, null]);
});

function withArea(area: AreaFigure, [n, met]: readonly [number, number]): AreaFigure {
  const outcomes = { ...area.outcomes, met, 'not-met': n - met, 'not-relevant': 24 - n };
  return {
    ...area,
    n,
    met,
    outcomes,
    rate: n === 0 ? null : met / n,
    noInterval: n === 0 ? 'nothing-relevant' : null,
    interval: null,
  };
}

function withItem(item: ItemFigure, n: number, share: number): ItemFigure {
  const yes = Math.round(n * share);
  return {
    ...item,
    n,
    yes,
    no: n - yes,
    partly: 0,
    cannotTell: 0,
    na: 24 - n,
    rate: n === 0 ? null : yes / n,
    interval: null,
  };
}
