import { describe, expect, it } from 'vitest';

import { type AnswerValue, answerValues } from '#shared/domain/review/answer.ts';
import { areaLine, areaOutcome } from '#shared/domain/review/outcome.ts';
import { type AnsweredItem, areaFacts, lineApplies, rollUpGaps, rollUpLine } from '#shared/domain/review/roll-up.ts';
import type { ChecklistTemplate, Outcome, TemplateItem } from '#shared/domain/review/template.ts';

import { builtIn } from './templates.ts';

/** The rule as design section 5 words it, written without the data. */
function byTheWords(items: readonly AnsweredItem[]): Outcome {
  const relevant = items.filter(({ value }) => value !== 'na');
  if (relevant.length === 0) return 'not-relevant';
  if (relevant.some(({ value }) => value === null)) return 'unfinished';
  if (relevant.every(({ value }) => value === 'yes')) return 'met';
  if (relevant.some(({ critical, value }) => critical && value === 'no')) return 'not-met';
  return relevant.some(({ value }) => value === 'yes') ? 'partly-met' : 'not-met';
}

const kinds: readonly AnsweredItem[] = [...answerValues, null].flatMap((value) =>
  [true, false].map((critical) => ({ critical, value })),
);

/** Every pattern of up to `most` items: how many of each answer, critical or not. */
function patterns(most: number, from = 0): readonly (readonly AnsweredItem[])[] {
  if (most === 0) return [[]];
  return [[], ...kinds.flatMap((kind, i) => (i < from ? [] : patterns(most - 1, i).map((rest) => [kind, ...rest])))];
}

describe.each(['barnets-lov', 'underretninger'] as const)('the roll-up rule of %s', (id) => {
  const { rollUp } = builtIn(id);

  it('decides every pattern of five items by exactly one line, as the design words it', () => {
    const all = patterns(5);
    expect(all.length).toBeGreaterThan(6_000);
    for (const items of all) {
      const facts = areaFacts(items);
      const lines = rollUp.filter((line) => lineApplies(line, facts));
      if (lines.length !== 1 || lines[0]!.outcome !== byTheWords(items)) {
        expect({ items, lines }).toEqual({ items, lines: [{ outcome: byTheWords(items) }] });
      }
    }
  });

  it('has neither holes nor overlaps', () => {
    expect(rollUpGaps(rollUp)).toEqual([]);
  });

  it.each(rollUp.map((line, index) => [line.words, index] as const))('needs the line "%s"', (_, index) => {
    const gaps = rollUpGaps(rollUp.toSpliced(index, 1));
    expect(gaps.length).toBeGreaterThan(0);
    expect(gaps.every(({ outcomes }) => outcomes.length === 0)).toBe(true);
    expect(() => rollUpLine(rollUp.toSpliced(index, 1), gaps[0]!.facts)).toThrow(RangeError);
  });

  it('shows an overlap that changes the meaning', () => {
    const wide = { outcome: 'met' as const, words: 'Noget er ja.', when: { yes: 'some' as const } };
    expect(rollUpGaps([...rollUp, wide]).map(({ outcomes }) => outcomes)).toContainEqual(['partly-met', 'met']);
  });
});

describe('the outcome of an area', () => {
  const item = (id: string, change: Partial<TemplateItem> = {}): TemplateItem => ({
    ...builtIn('barnets-lov').sections[0]!.items[0]!,
    id,
    area: 'A',
    type: 'legal',
    severity: 'significant',
    ...change,
  });
  const template: ChecklistTemplate = {
    ...builtIn('barnets-lov'),
    sections: [
      {
        title: 'en',
        items: [
          item('a', { severity: 'critical' }),
          item('b'),
          item('f', { type: 'professional', severity: 'critical' }),
        ],
      },
      { title: 'to', items: [item('c'), item('other', { area: 'B' })] },
    ],
  };
  const outcome = (answers: Record<string, AnswerValue>) =>
    areaOutcome(template, 'A', new Map(Object.entries(answers)));

  it.each<[Record<string, AnswerValue>, Outcome]>([
    [{ a: 'yes', b: 'yes', c: 'yes' }, 'met'],
    [{ a: 'yes', b: 'na', c: 'yes' }, 'met'],
    [{ a: 'yes', b: 'partly', c: 'yes' }, 'partly-met'],
    [{ a: 'yes', b: 'cannot-tell', c: 'yes' }, 'partly-met'],
    [{ a: 'yes', b: 'no', c: 'no' }, 'partly-met'],
    [{ a: 'no', b: 'yes', c: 'yes' }, 'not-met'],
    [{ a: 'cannot-tell', b: 'yes', c: 'yes' }, 'partly-met'],
    [{ a: 'partly', b: 'no', c: 'na' }, 'not-met'],
    [{ a: 'na', b: 'na', c: 'na' }, 'not-relevant'],
    [{ a: 'na', b: 'na' }, 'unfinished'],
    [{ a: 'no', b: 'yes' }, 'unfinished'],
    [{}, 'unfinished'],
  ])('%o is %s', (answers, expected) => {
    expect(outcome(answers)).toBe(expected);
  });

  it('does not listen to professional items or other areas', () => {
    expect(outcome({ a: 'yes', b: 'yes', c: 'yes', f: 'no', other: 'no' })).toBe('met');
    expect(areaOutcome(template, 'B', new Map([['other', 'no']]))).toBe('not-met');
    expect(areaOutcome(template, 'none', new Map())).toBe('not-relevant');
  });

  it('reads answers as a review keeps them, and gives the reason in words', () => {
    const kept = ['a', 'b', 'c'].map((itemId) => ({ itemId, value: 'yes' as const, note: '', evidence: '' }));
    expect(areaOutcome(template, 'A', kept)).toBe('met');
    expect(areaOutcome(template, 'A', [...kept.slice(1), { ...kept[0]!, value: null }])).toBe('unfinished');
    expect(areaLine(template, 'A', kept).words).toBe('Alle relevante lovkrav er besvaret ja.');
  });
});
