import { answerValues, overrideReasons } from '#shared/domain/review/answer.ts';
import type { TemplateItem } from '#shared/domain/review/template.ts';
import { overrideReasonLabels, shortLabelsOf } from '#shared/words/review.ts';

import { type KeyBinding, useKeys } from '../../hooks/use-keys.tsx';
import { reviewWords } from '../../words/review.ts';
import type { ItemActs } from './item-acts.ts';

/** The key of each reason for answering otherwise than suggested: the digits after the five answers. */
export function overrideKey(index: number): string {
  return String(answerValues.length + 1 + index);
}

const words = reviewWords.keys;

interface CaseActs {
  readonly close: () => void;
  readonly moveCase: (steps: 1 | -1) => void;
  readonly toggleChild: () => void;
}

/** The keys of the review page, as they stand on the help sheet. */
export function useReviewKeys(item: Pick<TemplateItem, 'scale'>, acts: ItemActs, ofCase: CaseActs): void {
  const binding = (keys: KeyBinding['keys'], text: string, run: () => void, more: Partial<KeyBinding> = {}) => ({
    keys,
    words: text,
    group: words.group,
    run,
    ...more,
  });
  const labels = shortLabelsOf(item);
  useKeys([
    binding(['j', 'ArrowDown'], words.nextItem, () => acts.move(1), { repeats: true }),
    binding(['k', 'ArrowUp'], words.previousItem, () => acts.move(-1), { repeats: true }),
    binding('Shift+ArrowDown', words.nextOfAll, () => acts.move(1, true), { repeats: true }),
    binding('Shift+ArrowUp', words.previousOfAll, () => acts.move(-1, true), { repeats: true }),
    ...answerValues.map((value, index) =>
      binding(String(index + 1), words.answer(labels[value]), () => acts.say(value)),
    ),
    binding('0', words.clear, acts.clear),
    binding('Enter', words.accept, acts.accept),
    ...overrideReasons.map((reason, index) =>
      binding(overrideKey(index), words.override(overrideReasonLabels[reason].toLowerCase()), () =>
        acts.override(reason),
      ),
    ),
    binding('l', words.overrideLine, acts.overrideLine),
    binding('n', words.note, acts.note),
    binding('b', words.evidence, acts.evidence),
    binding('g', words.goodPractice, acts.goodPractice),
    binding('h', words.action, acts.act),
    binding('v', words.child, ofCase.toggleChild),
    binding('Ctrl+Z', words.undo, () => acts.step('undo'), { notInFields: true }),
    binding(['Ctrl+Y', 'Ctrl+Shift+Z'], words.redo, () => acts.step('redo'), { notInFields: true }),
    binding('Ctrl+Enter', words.close, ofCase.close),
    binding('Ctrl+ArrowDown', words.nextCase, () => ofCase.moveCase(1)),
    binding('Ctrl+ArrowUp', words.previousCase, () => ofCase.moveCase(-1)),
  ]);
}
