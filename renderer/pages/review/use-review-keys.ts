import { answerValues } from '#shared/domain/review/answer.ts';
import { answerShortLabels } from '#shared/words/review.ts';

import { type KeyBinding, useKeys } from '../../hooks/use-keys.tsx';
import { reviewWords } from '../../words/review.ts';

interface ReviewActs {
  readonly move: (steps: number) => void;
  readonly answer: (index: number) => void;
  readonly clear: () => void;
  readonly accept: () => void;
  readonly note: () => void;
  readonly evidence: () => void;
  readonly act: () => void;
  readonly close: () => void;
  readonly moveCase: (steps: number) => void;
  readonly toggleChild: () => void;
}

const words = reviewWords.keys;

/** The keys of the review page, as they stand on the help sheet. */
export function useReviewKeys(acts: ReviewActs): void {
  const binding = (keys: KeyBinding['keys'], text: string, run: () => void, repeats = false): KeyBinding => ({
    keys,
    words: text,
    group: words.group,
    run,
    repeats,
  });
  useKeys([
    binding(['j', 'ArrowDown'], words.nextItem, () => acts.move(1), true),
    binding(['k', 'ArrowUp'], words.previousItem, () => acts.move(-1), true),
    ...answerValues.map((value, index) =>
      binding(String(index + 1), words.answer(answerShortLabels[value]), () => acts.answer(index)),
    ),
    binding('0', words.clear, acts.clear),
    binding('Enter', words.accept, acts.accept),
    binding('n', words.note, acts.note),
    binding('b', words.evidence, acts.evidence),
    binding('h', words.action, acts.act),
    binding('v', words.child, acts.toggleChild),
    binding('Ctrl+Enter', words.close, acts.close),
    binding('Ctrl+ArrowDown', words.nextCase, () => acts.moveCase(1)),
    binding('Ctrl+ArrowUp', words.previousCase, () => acts.moveCase(-1)),
  ]);
}
