import { describe, expect, it } from 'vitest';

import type { ItemAnswer } from '#shared/domain/review/answer.ts';
import { closingWarnings } from '#shared/domain/review/closing-warnings.ts';
import type { Contradiction } from '#shared/domain/review/template.ts';

const answer = (itemId: string, value: ItemAnswer['value'], part: Partial<ItemAnswer> = {}): ItemAnswer => ({
  itemId,
  value,
  note: '',
  evidence: '',
  ...part,
});
const nothing = { relevantByFacts: new Set<string>(), contradictions: [] };
const relevant = { ...nothing, relevantByFacts: new Set(['plan']) };

describe('closingWarnings', () => {
  it('relevant-by-facts: "not relevant" where the facts say relevant; not where nobody answered, nor for another answer', () => {
    expect(closingWarnings([answer('plan', 'na')], relevant)).toEqual([{ code: 'relevant-by-facts', itemId: 'plan' }]);
    expect(closingWarnings([answer('plan', 'na', { byFacts: true })], relevant)).toEqual([]);
    expect(closingWarnings([answer('plan', 'no'), answer('bisidder', 'na')], relevant)).toEqual([]);
  });

  it('evidence-but-cannot-tell: the file does not show it, yet evidence is named; white space is none', () => {
    const told = answer('plan', 'cannot-tell', { evidence: 'Notat 3-5-2025' });
    expect(closingWarnings([told], nothing)).toEqual([{ code: 'evidence-but-cannot-tell', itemId: 'plan' }]);
    expect(closingWarnings([answer('plan', 'cannot-tell', { evidence: '  ' })], nothing)).toEqual([]);
    expect(closingWarnings([{ ...told, value: 'yes' }], nothing)).toEqual([]);
  });

  it('override-without-reason: another answer than the dates suggest, and nobody said why', () => {
    const against = answer('plan', 'yes', { suggested: 'no' });
    expect(closingWarnings([against], nothing)).toEqual([{ code: 'override-without-reason', itemId: 'plan' }]);
    const reason = { reason: 'date-wrong' as const, text: '' };
    expect(closingWarnings([{ ...against, override: reason }], nothing)).toEqual([]);
    expect(closingWarnings([{ ...against, value: 'no' }], nothing)).toEqual([]);
    expect(closingWarnings([{ ...against, value: null }], nothing)).toEqual([]);
    expect(closingWarnings([{ ...against, value: 'na', byFacts: true }], nothing)).toEqual([]);
  });

  it('contradiction: both sides hold, whatever the order of the answers; with the words of the template', () => {
    const contradictions: Contradiction[] = [
      {
        items: [
          { item: 'hørt', values: ['yes'] },
          { item: 'fravigelse', values: ['yes', 'partly'] },
        ],
        words: 'Barnet er hørt, og det er begrundet, at det ikke er hørt.',
      },
    ];
    const facts = { ...nothing, contradictions };
    const warning = {
      code: 'contradiction',
      itemId: 'hørt',
      otherItemId: 'fravigelse',
      words: 'Barnet er hørt, og det er begrundet, at det ikke er hørt.',
    };
    const both = [answer('fravigelse', 'partly'), answer('hørt', 'yes')];
    expect(closingWarnings(both, facts)).toEqual([warning]);
    expect(closingWarnings(both.toReversed(), facts)).toEqual([warning]);
    expect(closingWarnings([answer('hørt', 'yes'), answer('fravigelse', 'na')], facts)).toEqual([]);
    expect(closingWarnings([answer('hørt', 'yes'), answer('fravigelse', null)], facts)).toEqual([]);
    expect(closingWarnings([answer('hørt', 'yes')], facts)).toEqual([]);
  });

  it('one answer can have two, and they stand in the order of the answers, contradictions last', () => {
    const answers = [
      answer('b', 'cannot-tell', { evidence: 'Notat', suggested: 'yes' }),
      answer('a', 'yes', { suggested: 'no' }),
    ];
    const contradictions: Contradiction[] = [
      {
        items: [
          { item: 'a', values: ['yes'] },
          { item: 'b', values: ['cannot-tell'] },
        ],
        words: 'Hvordan?',
      },
    ];
    expect(closingWarnings(answers, { ...nothing, contradictions }).map(({ code, itemId }) => [itemId, code])).toEqual([
      ['b', 'evidence-but-cannot-tell'],
      ['b', 'override-without-reason'],
      ['a', 'override-without-reason'],
      ['a', 'contradiction'],
    ]);
  });
});
