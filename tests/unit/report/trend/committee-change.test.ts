import { describe, expect, it } from 'vitest';

import { politicalFigures } from '#shared/domain/report/political-figures.ts';
import { figuresOf } from '#shared/domain/report/round-facts.ts';
import type { ReportSource } from '#shared/domain/report/source.ts';
import { committeeChange } from '#shared/domain/report/trend/committee-change.ts';
import { committeeChangeWords as words } from '#shared/words/trend.ts';

import { type EarlierOptions, quartersBefore, withEarlier } from '../earlier-fixture.ts';
import { barnetsLov, type FixtureOptions, reportSource } from '../report-fixture.ts';
import { fc } from '../../../support/fast-check.ts';

const [last] = quartersBefore(1, () => 0.5);

const kept = (yes: number, drawn: number): FixtureOptions => ({
  strata: [{ name: '', size: 400, drawn }],
  answers: (caseIndex) => (caseIndex < yes ? 'yes' : 'no'),
});
const round = (now: FixtureOptions, before: Partial<EarlierOptions>): ReportSource =>
  withEarlier(reportSource(now), [{ ...last!, ...before }]);
const changeOf = (source: ReportSource, threshold: 3 | 5 | 10 = 5) =>
  committeeChange(source, figuresOf(source), threshold);
const texts = (source: ReportSource) => [...new Set(changeOf(source).areas.map(({ text }) => text))];

describe('what the committee reads of a change', () => {
  it('names both counts where the change is clear', () => {
    const source = round(kept(30, 40), kept(10, 38));
    expect(texts(source)).toEqual(['flere end sidst: 30 af 40 mod 10 af 38']);
    expect(changeOf(source).answer).toBe('Ja. Flere sager end sidst er i orden: alle 6 områder.');
    expect(texts(round(kept(10, 40), kept(30, 38)))).toEqual(['færre end sidst: 10 af 40 mod 30 af 38']);
  });

  it('says so where it is not', () => {
    const source = round(kept(22, 40), kept(20, 38));
    expect(texts(source)).toEqual(['endnu ingen tydelig ændring']);
    expect(changeOf(source).answer).toContain('05-07-2025');
  });

  it('names the areas, and that the others stand still', () => {
    const legal = barnetsLov.sections.flatMap(({ items }) => items);
    const [first] = barnetsLov.areas;
    const source = round(
      {
        ...kept(40, 40),
        answers: (caseIndex, itemIndex) =>
          caseIndex < (legal[itemIndex]!.area === first!.id ? 38 : 20) ? 'yes' : 'no',
      },
      kept(20, 40),
    );
    expect(changeOf(source).answer).toBe(
      `Ja. Flere sager end sidst er i orden: ${first!.short}. Ellers ses ingen tydelig ændring.`,
    );
  });

  it('has no comparison for a first round, or for another checklist', () => {
    const first = reportSource(kept(30, 40));
    expect(changeOf(first)).toMatchObject({
      answer: words.lineFirst,
      areas: [{ text: words.first }, {}, {}, {}, {}, {}],
    });
    const other = round(kept(30, 40), { ...kept(10, 40), template: { ...barnetsLov, id: 'serviceloven' } });
    expect(texts(other)).toEqual(['ny udgave: kan ikke sammenlignes']);
    expect(changeOf(other).answer).toBe(words.lineNotComparable);
  });

  it('names shares where a round is weighted: its counts may point the other way', () => {
    const strata = [
      { name: 'Nord', size: 390, drawn: 20 },
      { name: 'Syd', size: 20, drawn: 15 },
    ];
    // Last time 1 of 20 and 15 of 15; now 15 of 20 and 0 of 15: counts fall from 16 to 15, the weighted share rises.
    const now = { strata, answers: (index: number) => (index < 15 ? 'yes' : 'no') } as const;
    const before = { strata, answers: (index: number) => (index < 1 || index >= 20 ? 'yes' : 'no') } as const;
    expect(texts(round(now, before))).toEqual(['flere end sidst: 71 % af 35 mod 10 % af 35, vægtet']);
  });
});

describe('small groups', () => {
  it('says the same of a hidden group as of one that is too small for a percentage', () => {
    for (const [yes, drawn] of [
      [2, 4],
      [8, 8],
      [0, 8],
      [4, 8],
    ] as const) {
      expect(texts(round(kept(20, 40), kept(yes, drawn)))).toEqual([words.tooFew]);
      expect(texts(round(kept(yes, drawn), kept(20, 40)))).toEqual([words.tooFew]);
    }
  });

  it('does not go back past a hidden round to an older one', () => {
    const [older, hidden] = quartersBefore(2, () => 0.5);
    const source = withEarlier(reportSource(kept(30, 40)), [
      { ...older!, ...kept(10, 40) },
      { ...hidden!, ...kept(2, 4) },
    ]);
    expect(texts(source)).toEqual([words.tooFew]);
  });

  it('says the same of figures that have been through the limits already', () => {
    const source = round(kept(7, 12), kept(8, 8));
    const once = changeOf(source);
    expect(committeeChange(source, politicalFigures(figuresOf(source), 5), 5)).toEqual(once);
  });

  it('prints no number of a round that the committee may not see', () => {
    const count = fc
      .integer({ min: 1, max: 24 })
      .chain((drawn) => fc.tuple(fc.integer({ min: 0, max: drawn }), fc.constant(drawn)));
    fc.assert(
      fc.property(count, count, fc.constantFrom(3 as const, 5 as const, 10 as const), (now, before, threshold) => {
        const source = round(kept(...now), kept(...before));
        const isSmall = Math.min(now[1], before[1]) < 10;
        const { areas, answer } = changeOf(source, threshold);
        for (const { text } of areas) if (isSmall) expect(text).toBe(words.tooFew);
        if (isSmall) expect(answer).toBe(words.lineTooFew);
      }),
      { numRuns: 25 },
    );
  });
});
