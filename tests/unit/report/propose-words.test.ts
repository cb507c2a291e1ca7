import { describe, expect, it } from 'vitest';

import { committeeWords } from '#shared/domain/report/committee-words.ts';
import { proposeWords } from '#shared/domain/report/propose-words.ts';
import { figuresOf } from '#shared/domain/report/round-facts.ts';

import { barnetsLov, reportSource } from './report-fixture.ts';

describe('proposeWords', () => {
  it('fits the limits and says nothing that the figures do not', () => {
    const source = reportSource();
    const figures = figuresOf(source);
    const words = proposeWords(figures, barnetsLov, 5);
    expect(committeeWords.safeParse(words).success).toBe(true);
    for (const line of words.works) {
      const [, question, yes, n] = /^(.*\?) Ja i (\d+) af (\d+) sager\.$/.exec(line)!;
      const id = barnetsLov.sections.flatMap(({ items }) => items).find((item) => item.question === question)!.id;
      expect(figures.items.find((each) => each.id === id)).toMatchObject({ yes: Number(yes), n: Number(n) });
      expect(Number(yes) / Number(n)).toBeGreaterThanOrEqual(0.8);
    }
    expect(words.improve.some((line) => words.works.includes(line))).toBe(false);
  });

  it('names best and worst by the counts it prints, also where the weights say otherwise', () => {
    const figures = figuresOf(reportSource());
    const [first, second] = figures.areas.filter(({ part }) => part === 'random');
    const areas = [
      { ...first!, met: 12, n: 20, rate: 0.4, weighted: true },
      { ...second!, met: 11, n: 20, rate: 0.7, weighted: true },
    ];
    expect(proposeWords({ ...figures, areas }, barnetsLov, 5).conclusion).toMatch(/^Bedst .* 12 af 20 .* 11 af 20\.$/);
  });

  it('names no best and no worst where too little is read', () => {
    const words = proposeWords(figuresOf(reportSource({ strata: [{ name: '', size: 420, drawn: 4 }] })), barnetsLov, 5);
    expect(words.conclusion).toBe('Der er endnu ikke læst sager nok til en konklusion.');
    expect(words.works).toEqual(['Der er læst for få sager til at pege på enkelte lovkrav.']);
  });
});
