import { describe, expect, it } from 'vitest';

import { heldOutCases } from '../../../shared/domain/sampling/check-plan.ts';
import { drawSample } from '../../../shared/domain/sampling/draw-sample.ts';
import type { SamplingPlanInput } from '../../../shared/domain/sampling/plan.ts';
import { aCase, aPlan, asOf } from './a-case.ts';

const seeds = 1_500;
const cases = Array.from({ length: 24 }, (_, index) =>
  aCase(`S-${String(index).padStart(2, '0')}`, {
    team: index < 14 ? 'Nord' : index < 21 ? 'Syd' : 'Øst',
    consent_flag: index % 6 !== 0,
  }),
);
const teams = { Nord: [0, 14], Syd: [14, 21], Øst: [21, 24] } as const;
const withoutConsent = [{ field: 'consent_flag' as const, oneOf: ['nej'] }];

/** How often each case is drawn at random, by place in `cases`, over all seeds. */
function countsOf(input: SamplingPlanInput): readonly number[] {
  const plan = aPlan(input);
  const reasons = { reviewed: 'Gennemgået', ownCase: 'Egen sag' };
  const heldOut = heldOutCases(plan, { cases, reviewed: [], reasons });
  const counts = new Map(cases.map(({ id }) => [id, 0]));
  for (let seed = 0; seed < seeds; seed += 1) {
    const { cases: drawn } = drawSample({ cases, plan, asOf, seed: `frø ${seed}`, heldOut });
    for (const { caseId } of drawn) counts.set(caseId, counts.get(caseId)! + 1);
  }
  return [...counts.values()];
}

/**
 * Chi-square of counts without replacement: sum of (count - expected)^2 / (expected (1 - n/N)) times (N - 1) / N, with
 * N - 1 degrees of freedom; below the 99.9th percentile by Wilson and Hilferty. All or none drawn: no spread at all.
 */
function expectEven(counts: readonly number[], drawn: number): void {
  const size = counts.length;
  const expected = (seeds * drawn) / size;
  if (drawn === 0 || drawn === size) {
    expect(counts).toEqual(counts.map(() => expected));
    return;
  }
  const spread = counts.reduce((sum, count) => sum + (count - expected) ** 2, 0) / (expected * (1 - drawn / size));
  const degrees = size - 1;
  const limit = degrees * (1 - 2 / (9 * degrees) + 3.0902 * Math.sqrt(2 / (9 * degrees))) ** 3;
  expect((spread * degrees) / size).toBeLessThan(limit);
}

describe(`over ${seeds} seeds every case of a group is drawn about equally often`, () => {
  const byTeam = { kind: 'random', stratifyBy: 'team' } as const;

  it.each<[string, SamplingPlanInput, readonly [number, number, number]]>([
    ['with a minimum per group', { parts: [{ ...byTeam, size: 8, minimum: 2 }] }, [4, 2, 2]],
    ['in equal numbers', { parts: [{ ...byTeam, size: 7, allocation: 'equal' }] }, [3, 2, 2]],
    ['with a fixed number', { parts: [{ ...byTeam, allocation: 'perStratum', perStratum: 3 }] }, [3, 3, 3]],
  ])('%s', (_name, plan, drawn) => {
    const counts = countsOf(plan);
    for (const [index, [from, to]] of Object.values(teams).entries()) expectEven(counts.slice(from, to), drawn[index]!);
  });

  it('at an interval, in each group, with ends that are not favoured', () => {
    const counts = countsOf({ parts: [{ ...byTeam, size: 9, selection: 'systematic' }] });
    // Cases at one interval come together, so that the counts of a group spread less freely: each by itself, with
    // the binomial spread, within four standard deviations.
    for (const [[from, to], drawn] of [
      [teams.Nord, 5],
      [teams.Syd, 3],
      [teams.Øst, 1],
    ] as const) {
      const share = drawn / (to - from);
      const reach = 4 * Math.sqrt(seeds * share * (1 - share));
      for (const count of counts.slice(from, to)) expect(Math.abs(count - seeds * share)).toBeLessThan(reach);
    }
  });

  it('in the rest beside a part that takes everything, whose cases come every time', () => {
    const counts = countsOf({
      parts: [
        { kind: 'random', size: 6 },
        { kind: 'random', allocation: 'everything', where: withoutConsent },
      ],
    });
    expectEven(
      counts.filter((_, index) => index % 6 !== 0),
      6,
    );
    expectEven(
      counts.filter((_, index) => index % 6 === 0),
      4,
    );
  });

  it('where cases are held out, which never come', () => {
    const counts = countsOf({
      parts: [{ kind: 'random', size: 5 }],
      exclude: { where: [{ where: withoutConsent, reason: 'Overdraget' }] },
    });
    expectEven(
      counts.filter((_, index) => index % 6 !== 0),
      5,
    );
    expectEven(
      counts.filter((_, index) => index % 6 === 0),
      0,
    );
  });
});
