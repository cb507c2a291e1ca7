import { describe, expect, it } from 'vitest';

import { answerAfter, blankAnswer } from '#shared/domain/review/answer-after.ts';
import type { ItemAnswer } from '#shared/domain/review/answer.ts';

const standing: ItemAnswer = {
  itemId: 'plan',
  value: 'yes',
  note: 'Set',
  evidence: 'Bilag 4',
  goodPractice: 'Tidligt',
};
const reason = { reason: 'date-wrong', text: '' } as const;

describe('answerAfter', () => {
  it('keeps what a change does not name, and takes away what is null', () => {
    expect(answerAfter(standing, { note: '' }, null)).toEqual({ ...standing, note: '' });
    expect(answerAfter(standing, { value: null }, null)).toEqual({ ...standing, value: null });
    const { goodPractice: _star, ...plain } = standing;
    expect(answerAfter(standing, { goodPractice: null }, null)).toEqual(plain);
    expect(answerAfter(blankAnswer('plan'), { goodPractice: '' }, null)).toEqual({
      ...blankAnswer('plan'),
      goodPractice: '',
    });
  });

  it('keeps a reason as long as its answer stands, and only where the answer is not the suggested one', () => {
    const given = answerAfter(standing, { override: reason }, 'no');
    expect(given).toEqual({ ...standing, suggested: 'no', override: reason });
    expect(answerAfter(given, { note: 'Mere' }, 'no').override).toEqual(reason);
    expect(answerAfter(given, { value: 'partly' }, 'no').override).toBeUndefined();
    expect(answerAfter(given, { value: null }, 'no').override).toBeUndefined();
    expect(answerAfter(standing, { override: reason }, 'yes').override).toBeUndefined();
    expect(answerAfter(standing, { override: reason }, null)).toEqual(standing);
  });

  it("is a person's again when a person changes what the facts had answered", () => {
    const byFacts: ItemAnswer = { ...blankAnswer('plan'), value: 'na', byFacts: true };
    expect(answerAfter(byFacts, { value: 'no' }, null)).toEqual({ ...blankAnswer('plan'), value: 'no' });
  });
});
