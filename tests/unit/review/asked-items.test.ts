import { describe, expect, it } from 'vitest';

import { blankAnswer } from '#shared/domain/review/answer-after.ts';
import type { ItemAnswer } from '#shared/domain/review/answer.ts';
import { askedItems, isAsked } from '#shared/domain/review/asked-items.ts';

import { builtIn } from './templates.ts';

const law = builtIn('barnets-lov');

const answer = (part: Partial<ItemAnswer>): ItemAnswer => ({ ...blankAnswer('bfu-frist'), ...part });

describe('what is asked in a case', () => {
  it.each([
    ['relevant', 'yes', undefined, true],
    ['not known to be relevant', 'unknown', undefined, true],
    ['not relevant', 'no', undefined, false],
    ['not relevant, with a note only', 'no', answer({ note: 'Set' }), false],
    ['not relevant, answered by the facts', 'no', answer({ value: 'na', byFacts: true }), false],
    ['not relevant, answered by a person all the same', 'no', answer({ value: 'no' }), true],
  ] as const)('%s', (_what, applies, standing, asked) => {
    expect(isAsked(applies, standing)).toBe(asked);
  });

  it('keeps the order of the checklist', () => {
    const all = askedItems(law, [], () => 'unknown');
    expect(all.length).toBeGreaterThan(10);
    const [first, second] = all as [string, string];
    expect(askedItems(law, [answer({ itemId: second, value: 'yes' })], () => 'no')).toEqual([second]);
    expect(askedItems(law, [], (id) => (id === first ? 'no' : 'yes'))).toEqual(all.slice(1));
  });
});
