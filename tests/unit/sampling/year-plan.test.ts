import { describe, expect, it } from 'vitest';

import { type EarlierCase, yearPlan } from '../../../shared/domain/sampling/year-plan.ts';
import { aPlan } from './a-case.ts';
import { fc } from '../../support/fast-check.ts';

const groups = ['Øst', 'Ask', '(ikke oplyst)', 'Team 10', 'Team 2'].map((name) => ({ name, cases: 20 }));
const drawn = (group: string, month: number, part: 'random' | 'targeted' = 'random'): EarlierCase => ({
  group,
  month,
  part,
  closed: true,
});

describe('yearPlan', () => {
  it('lists the groups by name, never by a result, and those without a name last', () => {
    const earlier = [drawn('Øst', 1), drawn('Øst', 1), drawn('Team 2', 1)];
    const { groups: listed } = yearPlan({ by: 'team', perYear: 6, month: 3, groups, earlier });
    expect(listed.map(({ name }) => name)).toEqual(['Ask', 'Team 2', 'Team 10', 'Øst', '(ikke oplyst)']);
  });

  it('says who is not covered: neither at random nor targeted', () => {
    const earlier = [drawn('Øst', 1), drawn('Ask', 2, 'targeted'), drawn('Fratrådt', 1)];
    const { groups: listed, notCovered } = yearPlan({ by: 'team', perYear: 6, month: 2, groups, earlier });
    expect(notCovered).toEqual(['Team 2', 'Team 10', '(ikke oplyst)']);
    expect(listed.find(({ name }) => name === 'Ask')).toMatchObject({ drawn: 0, targeted: 1 });
    expect(listed.find(({ name }) => name === 'Fratrådt')).toMatchObject({ cases: 0, quota: 0, proposed: 0 });
  });

  it('proposes a plan that brings every group up to its quota, each group in one part', () => {
    const earlier = [drawn('Øst', 1), drawn('Øst', 2), drawn('Ask', 1)];
    const { plan, groups: listed } = yearPlan({ by: 'caseworker', perYear: 12, month: 3, groups, earlier });
    expect(listed.map(({ due, drawn: count, proposed }) => [due, count, proposed])).toEqual([
      [3, 1, 2],
      [3, 0, 3],
      [3, 0, 3],
      [3, 2, 1],
      [3, 0, 3],
    ]);
    const { parts, exclude } = aPlan(plan!);
    expect(parts).toMatchObject([
      { perStratum: 1, where: [{ field: 'caseworker', oneOf: ['Øst'] }] },
      { perStratum: 2, where: [{ field: 'caseworker', oneOf: ['Ask'] }] },
      { perStratum: 3, where: [{ field: 'caseworker', oneOf: ['Team 2', 'Team 10'] }] },
      { perStratum: 3, where: [{ field: 'caseworker', filled: false }] },
    ]);
    expect(exclude).toEqual({ reviewedWithinMonths: 12 });
  });

  it('proposes nothing where nobody is behind', () => {
    const earlier = groups.flatMap(({ name }) => [drawn(name, 1), drawn(name, 1)]);
    expect(yearPlan({ by: 'team', perYear: 12, month: 1, groups, earlier }).plan).toBeNull();
  });

  it('reaches each quota exactly in December when every proposal is drawn, and spreads the months', () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(sizes, fc.integer({ min: 1, max: 36 }), (counts, perYear) => {
        const all = counts.map((cases, index) => ({ name: `Rådgiver ${index}`, cases }));
        const earlier: EarlierCase[] = [];
        const months: number[] = [];
        for (let month = 1; month <= 12; month += 1) {
          const { groups: listed, plan } = yearPlan({ by: 'caseworker', perYear, month, groups: all, earlier });
          if (plan !== null) expect(aPlan(plan).parts.length).toBeLessThanOrEqual(20);
          months.push(listed.reduce((sum, { proposed }) => sum + proposed, 0));
          for (const { name, proposed } of listed) {
            for (let index = 0; index < proposed; index += 1) earlier.push(drawn(name, month));
          }
        }
        const total = all.reduce((sum, { cases }) => sum + Math.min(cases, perYear), 0);
        expect(earlier).toHaveLength(total);
        expect(Math.max(...months) - Math.min(...months)).toBeLessThanOrEqual(counts.length);
      }),
      { numRuns: 40 },
    );
  });
});
