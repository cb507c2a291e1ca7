import { describe, expect, it } from 'vitest';

import { drawSample } from '#shared/domain/sampling/draw-sample.ts';
import type { SamplingPlanInput } from '#shared/domain/sampling/plan.ts';
import { clopperPearson } from '#shared/domain/statistics/binomial.ts';
import { hypergeometricInterval } from '#shared/domain/statistics/hypergeometric.ts';
import { stratifiedEstimate, stratifiedInterval } from '#shared/domain/statistics/stratified.ts';

import { aCase, aPlan, asOf } from '../sampling/a-case.ts';

const seeds = 400;

/** Cases of which the first so many of each team are in order. */
const population = (teams: Readonly<Record<string, readonly [size: number, good: number]>>) =>
  Object.entries(teams).flatMap(([team, [size, good]]) =>
    Array.from({ length: size }, (_, index) => ({ ...aCase(`${team}-${index}`, { team }), good: index < good })),
  );

/** Draws with the program's own draw, seed after seed, and says in what share of them `holds` is true. */
function shareOfDraws(
  cases: ReturnType<typeof population>,
  part: SamplingPlanInput['parts'][number],
  holds: (read: (team?: string) => number, good: (team?: string) => number) => boolean,
): number {
  const plan = aPlan({ parts: [part] });
  const isGood = new Map(cases.map(({ id, good }) => [id, good]));
  let held = 0;
  for (let seed = 0; seed < seeds; seed += 1) {
    const { cases: drawn } = drawSample({ cases, plan, asOf, seed: `dækning ${seed}`, heldOut: [] });
    const of = (team?: string) => drawn.filter(({ stratum }) => team === undefined || stratum === team);
    const good = (team?: string): number => of(team).filter(({ caseId }) => isGood.get(caseId)).length;
    if (holds((team) => of(team).length, good)) held += 1;
  }
  return held / seeds;
}

// Three standard deviations of a share of 95 per cent over so many draws.
const slack = 3 * Math.sqrt((0.95 * 0.05) / seeds);

describe(`over ${seeds} draws of the program's own`, () => {
  it.each([
    [60, 10, 48],
    [60, 10, 30],
    [40, 15, 37],
  ])('the exact interval for %i cases, %i read, %i in order holds the truth in 95 of 100', (N, n, K) => {
    const share = shareOfDraws(population({ Nord: [N, K] }), { kind: 'random', size: n }, (_read, good) => {
      const { low, high } = hypergeometricInterval({ population: N, sample: n, positive: good() });
      return low <= K && K <= high;
    });
    expect(share).toBeGreaterThanOrEqual(0.95 - slack);
  });

  it('a narrower interval does not: the test can tell', () => {
    const share = shareOfDraws(population({ Nord: [60, 30] }), { kind: 'random', size: 10 }, (_read, good) => {
      const { low, high } = clopperPearson(good(), 10, 0.3)!;
      return low <= 0.5 && 0.5 <= high;
    });
    expect(share).toBeLessThan(0.95 - slack);
  });

  const teams = { Nord: [70, 56], Syd: [40, 20], Øst: [20, 4] } as const;
  it.each([
    ['proportional', { kind: 'random', stratifyBy: 'team', size: 26 }],
    ['equal', { kind: 'random', stratifyBy: 'team', size: 24, allocation: 'equal' }],
  ] as const)('the weighted interval holds the truth in 95 of 100: %s', (_name, part) => {
    let sum = 0;
    const truth = 80 / 130;
    const share = shareOfDraws(population(teams), part, (read, good) => {
      const strata = Object.entries(teams).map(([team, [size]]) => {
        return { size, read: read(team), relevant: read(team), positive: good(team) };
      });
      sum += stratifiedEstimate(strata)!.estimate;
      const { low, high } = stratifiedInterval(strata)!;
      return low <= truth && truth <= high;
    });
    expect(share).toBeGreaterThanOrEqual(0.95 - slack);
    // The estimate leans to no side: its mean over the draws is the truth.
    expect(sum / seeds).toBeCloseTo(truth, 2);
  });
});
