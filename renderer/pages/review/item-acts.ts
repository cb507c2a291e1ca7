import { flushSync } from 'react-dom';

import type { CaseReview } from '#shared/contract/review.ts';
import type { AnswerChanges } from '#shared/domain/review/answer-after.ts';
import { type AnswerValue, isClosed, isRegisterError, type OverrideReason } from '#shared/domain/review/answer.ts';
import { isCritical } from '#shared/domain/review/findings.ts';
import { suggestedValue } from '#shared/domain/review/suggested-value.ts';
import type { TemplateItem } from '#shared/domain/review/template.ts';

import type { CaseProgress } from './case-progress.ts';
import { answerOf, isFinding } from './changed-review.ts';
import type { OpenReview } from './use-case-review.ts';
import type { ItemPosition } from './use-item-position.ts';

/** What a key or a click does to the item in focus. Nothing of it changes a closed review. */
export interface ItemActs {
  readonly move: ItemPosition['move'];
  readonly change: (patch: AnswerChanges) => void;
  readonly say: (value: AnswerValue) => void;
  readonly clear: () => void;
  /** The suggestion becomes the answer of an unanswered item; else on to the next. */
  readonly accept: () => void;
  readonly override: (reason: OverrideReason) => void;
  readonly overrideLine: () => void;
  readonly note: () => void;
  readonly evidence: () => void;
  readonly goodPractice: () => void;
  readonly act: () => void;
  readonly step: (way: 'undo' | 'redo') => void;
}

interface ActsInput {
  readonly opened: OpenReview;
  readonly review: CaseReview;
  readonly item: TemplateItem;
  readonly progress: CaseProgress;
  readonly position: ItemPosition;
  /** An answer is about to change. */
  readonly onChanged: () => void;
}

/** After these answers a key moves on at once; the others are findings, where a note usually follows. */
const movesOn: readonly AnswerValue[] = ['yes', 'na'];

export function itemActs({ opened, review, item, progress, position, onChanged }: ActsInput): ItemActs {
  const { move, setActing } = position;
  const open = !isClosed(review.state);
  // A second reading measures agreement; it opens no actions.
  const actable = open && review.reading === 1;
  const answer = answerOf(review, item.id);
  const suggested = suggestedValue(review.suggestions[item.id]);
  const change = (patch: AnswerChanges): void => {
    if (!open) return;
    onChanged();
    opened.answer(item.id, patch);
  };
  const settled = (value: AnswerValue): void => {
    if (movesOn.includes(value)) move(1);
    else if (actable && isCritical(item, value) && !hasPromise(review, item.id)) setActing(true);
  };
  const say = (value: AnswerValue): void => {
    if (!open) return;
    change({ value });
    // Answered otherwise than the dates suggest: the reason is asked for first, in place.
    if (suggested === null || suggested === value) settled(value);
  };
  return {
    move,
    change,
    say,
    clear: () => change({ value: null }),
    accept: () => {
      const takes = open && suggested !== null && answer.value === null && progress.asked.has(item.id);
      if (takes) say(suggested);
      else move(1);
    },
    override: (reason) => {
      if (!open || answer.value === null || !isRegisterError(answer)) return;
      change({ override: { reason, text: answer.override?.text ?? '' } });
      settled(answer.value);
    },
    overrideLine: () => focusField('override'),
    note: () => focusField('note'),
    evidence: () => focusField('evidence'),
    goodPractice: () => {
      if (answer.goodPractice === undefined) flushSync(() => change({ goodPractice: '' }));
      focusField('good-practice');
    },
    act: () => actable && setActing(isFinding(answer.value)),
    step: (way) => void stepAndShow(opened, review, position, way, onChanged),
  };
}

/** True where an action of the item has an owner and a date. */
function hasPromise({ actions }: CaseReview, itemId: string): boolean {
  return actions.some((action) => action.itemId === itemId && action.owner !== '' && action.due !== null);
}

async function stepAndShow(
  opened: OpenReview,
  review: CaseReview,
  { itemId, openItem }: ItemPosition,
  way: 'undo' | 'redo',
  onChanged: () => void,
): Promise<void> {
  const possible = way === 'undo' ? review.canUndo : review.canRedo;
  if (!possible || isClosed(review.state)) return;
  onChanged();
  const changed = await opened.step(way);
  if (changed !== undefined && changed !== itemId) openItem(changed);
}

/** A field of the item in focus; nothing where it is not shown, or read-only. */
function focusField(field: string): void {
  document.querySelector<HTMLElement>(`[data-item] [data-field="${field}"]:not(:disabled)`)?.focus();
}
