import { describe, expect, it } from 'vitest';

import {
  answersByItem,
  type AnswerValue,
  isClosed,
  isRegisterError,
  type ItemAnswer,
  overrideReasons,
  reviewStates,
  suggestedValues,
} from '#shared/domain/review/answer.ts';
import { overrideReasonLabels } from '#shared/words/review.ts';

const answer = (value: AnswerValue | null, part: Partial<ItemAnswer> = {}): ItemAnswer => ({
  itemId: 'bfu-frist',
  value,
  note: '',
  evidence: '',
  ...part,
});

describe('an error of the register', () => {
  it('is every answer that is not what the dates suggest, with or without a reason', () => {
    for (const suggested of suggestedValues) {
      for (const value of ['yes', 'partly', 'no', 'na', 'cannot-tell'] as const) {
        expect(isRegisterError(answer(value, { suggested }))).toBe(value !== suggested);
      }
    }
    const override = { reason: 'date-wrong' as const, text: '' };
    expect(isRegisterError(answer('yes', { suggested: 'no', override }))).toBe(true);
  });

  it('is none where the dates suggest nothing, nobody has answered, or the facts answered', () => {
    expect(isRegisterError(answer('no'))).toBe(false);
    expect(isRegisterError(answer(null, { suggested: 'no' }))).toBe(false);
    expect(isRegisterError(answer('na', { suggested: 'no', byFacts: true }))).toBe(false);
  });

  it('has words for every reason', () => {
    expect(Object.keys(overrideReasonLabels).toSorted()).toEqual(overrideReasons.toSorted());
  });
});

describe('the state of a review', () => {
  it('lets answers be changed unless it is closed or locked', () => {
    expect(reviewStates.filter((state) => isClosed(state))).toEqual(['done', 'locked']);
  });
});

describe('answersByItem', () => {
  it('leaves out the unanswered, and takes a map as it is', () => {
    const answers = [answer('no'), answer(null, { itemId: 'journal', note: 'Se efter' })];
    expect([...answersByItem(answers)]).toEqual([['bfu-frist', 'no']]);
    const map = new Map([['journal', 'yes' as const]]);
    expect(answersByItem(map)).toBe(map);
  });
});
