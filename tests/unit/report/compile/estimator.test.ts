import { describe, expect, it } from 'vitest';

import { everyCase, groupOf } from '#shared/domain/report/compile/case-group.ts';
import { compileFigures } from '#shared/domain/report/compile/compile-figures.ts';
import type { CompileRound } from '#shared/domain/report/compile/compile-round.ts';

import { barnetsLov, numbers } from '../report-fixture.ts';
import { firstItem, type SmallCase, smallRound } from './compile-fixture.ts';

/** Only the first item: the others would be estimated as well, thousands of times. */
const oneItem = {
  ...barnetsLov,
  areas: [],
  sections: [{ title: 'Ét', items: [firstItem] }],
};

const estimate = (rounds: readonly CompileRound[], group = everyCase) =>
  compileFigures(rounds, oneItem, group).items.find(({ part }) => part === 'random');

/** Every choice of so many of the cases. */
function choices<C>(cases: readonly C[], count: number): readonly (readonly C[])[] {
  if (count === 0) return [[]];
  return cases.flatMap((first, index) => choices(cases.slice(index + 1), count - 1).map((rest) => [first, ...rest]));
}

const yes: SmallCase = { value: 'yes' };
const no: SmallCase = { value: 'no' };

describe('the estimate over units that drew different shares', () => {
  it('is unbiased over all samples of small populations', () => {
    const nord = [yes, yes, yes, no];
    const syd = [yes, no, no];
    const rates = choices(nord, 3).flatMap((a) =>
      choices(syd, 1).map((b) => {
        const rounds = [
          smallRound({ unit: 'Nord', size: 4, cases: a }),
          smallRound({ unit: 'Syd', size: 3, cases: b }),
        ];
        return estimate(rounds)?.rate ?? Number.NaN;
      }),
    );
    const mean = rates.reduce((sum, rate) => sum + rate, 0) / rates.length;
    expect(rates).toHaveLength(12);
    expect(mean).toBeCloseTo(4 / 7, 12);
    // What the plain share of the read cases would have said.
    expect(mean).not.toBeCloseTo((3 * (3 / 4) + 1 / 3) / 4, 2);
  });

  it('has an interval that holds the truth in at least 95 of 100 samples, for the whole and for a domain', () => {
    const random = numbers(2026);
    const population = (size: number, share: number, ofTeam: number) =>
      Array.from({ length: size }, (): SmallCase => {
        const team = random() < ofTeam ? 'Nord' : 'Syd';
        return { value: random() < (team === 'Nord' ? share : 0.9) ? 'yes' : 'no', team };
      });
    const [first, second] = [population(60, 0.6, 0.5), population(200, 0.4, 0.4)];
    const all = [...first, ...second];
    const shareOf = (cases: readonly SmallCase[]) => cases.filter(({ value }) => value === 'yes').length / cases.length;
    const truths = [
      { group: everyCase, truth: shareOf(all) },
      { group: groupOf('team', 'Nord'), truth: shareOf(all.filter(({ team }) => team === 'Nord')) },
    ];
    const sample = (cases: readonly SmallCase[], count: number) =>
      cases
        .map((each) => ({ each, at: random() }))
        .toSorted((a, b) => a.at - b.at)
        .slice(0, count)
        .map(({ each }) => each);
    const runs = 600;
    const held = truths.map(() => 0);
    const means = truths.map(() => 0);
    for (let run = 0; run < runs; run += 1) {
      const rounds = [
        smallRound({ unit: 'A', template: oneItem, size: 60, cases: sample(first, 20) }),
        smallRound({ unit: 'B', template: oneItem, size: 200, cases: sample(second, 20) }),
      ];
      truths.forEach(({ group, truth }, index) => {
        const found = estimate(rounds, group);
        const unit = found?.interval?.unit === 'cases' ? found.interval.of : 1;
        const { low = 1, high = 0 } = found?.interval ?? {};
        means[index]! += (found?.rate ?? 0) / runs;
        if (low / unit <= truth + 1e-9 && truth - 1e-9 <= high / unit) held[index]! += 1;
      });
    }
    // 600 runs tell a coverage of 95 per cent from one under 93.
    held.forEach((count) => expect(count / runs).toBeGreaterThan(0.93));
    truths.forEach(({ truth }, index) => expect(Math.abs(means[index]! - truth)).toBeLessThan(0.02));
  });
});
