import { useState } from 'react';

import type { AppError } from '#shared/contract/errors.ts';
import type { CaseReview, QueueLine } from '#shared/contract/review.ts';
import { type AnswerValue, answerValues, isClosed } from '#shared/domain/review/answer.ts';
import { templateItems } from '#shared/domain/review/template.ts';

import { useCommand } from '../../hooks/use-command.ts';
import { suggestedValue } from '#shared/domain/review/suggested-value.ts';
import { answerOf, isFinding, type OpenReview } from './use-case-review.ts';
import { useReviewKeys } from './use-review-keys.ts';

interface FocusInput {
  readonly opened: OpenReview;
  readonly review: CaseReview;
  readonly queue: readonly QueueLine[];
  readonly onOpen: (caseId: string) => void;
  readonly toggleChild: () => void;
}

/** After these answers a key moves on at once; the others are findings, where a note usually follows. */
const movesOn: readonly AnswerValue[] = ['yes', 'na'];

/** Which item is in focus, and what each key does to it. */
export function useItemFocus(input: FocusInput) {
  const { opened, review, queue, onOpen, toggleChild } = input;
  const position = useItemPosition(review);
  const closing = useClosing(input);
  const { itemId, move, unanswered } = position;
  const open = !isClosed(review.state);
  const say = (value: AnswerValue): void => {
    opened.answer(itemId, { value });
    if (movesOn.includes(value)) {
      move(1);
    }
  };
  const accept = (): void => {
    const suggested = suggestedValue(review.suggestions[itemId]);
    if (open && suggested !== null && answerOf(review, itemId).value === null) {
      say(suggested);
    } else {
      move(1);
    }
  };
  useReviewKeys({
    move,
    accept,
    toggleChild,
    moveCase: (steps) => {
      const line = neighbour(queue, review.caseId, steps);
      if (line !== undefined) {
        onOpen(line.caseId);
      }
    },
    answer: (index) => {
      const value = answerValues[index];
      if (open && value !== undefined) {
        say(value);
      }
    },
    clear: () => open && opened.answer(itemId, { value: null }),
    note: () => focusField('textarea'),
    evidence: () => focusField('input'),
    act: () => open && review.reading === 1 && position.setActing(isFinding(answerOf(review, itemId).value)),
    close: () => open && closing.close(),
  });
  const answeredSince = closing.closeError?.code === 'review-incomplete' && unanswered === 0;
  return { ...position, ...closing, closeError: answeredSince ? undefined : closing.closeError, accept };
}

/** The note (a textarea) or the evidence (an input) of the item in focus; nothing while they are read-only. */
function focusField(element: 'textarea' | 'input'): void {
  document.querySelector<HTMLElement>(`[data-item] ${element}:not(:disabled)`)?.focus();
}

/** The item in focus: the first unanswered one, then where the reviewer moves. */
function useItemPosition(review: CaseReview) {
  const ids = templateItems(review.template).map(({ id }) => id);
  const firstOpen = ids.find((id) => answerOf(review, id).value === null) ?? ids[0] ?? '';
  const [itemId, setItemId] = useState(firstOpen);
  const [moved, setMoved] = useState(false);
  const [acting, setActing] = useState(false);
  const openItem = (id: string): void => {
    setItemId(id);
    setMoved(true);
    setActing(false);
  };
  const move = (steps: number): void => {
    const next = ids[Math.min(ids.length - 1, Math.max(0, ids.indexOf(itemId) + steps))];
    if (next !== undefined) {
      openItem(next);
    }
  };
  const unanswered = ids.filter((id) => answerOf(review, id).value === null).length;
  return { itemId, moved, acting, setActing, openItem, move, firstOpen, unanswered };
}

interface Closing {
  readonly close: () => void;
  readonly closing: boolean;
  readonly closeError: AppError | undefined;
  readonly resetClosing: () => void;
}

/** Closing the case opens the next one that is not closed; after the last, the case shows that it is closed. */
function useClosing({ opened, review, onOpen }: FocusInput): Closing {
  const { state, run, reset } = useCommand('review.close');
  const close = async (): Promise<void> => {
    const outcome = await run({ roundId: review.roundId, caseId: review.caseId, reading: review.reading });
    if (outcome !== undefined && outcome.nextCaseId !== null) {
      onOpen(outcome.nextCaseId);
    } else if (outcome !== undefined) {
      opened.reload();
    }
  };
  return {
    close: () => void close(),
    closing: state.status === 'running',
    closeError: state.status === 'failed' ? state.error : undefined,
    resetClosing: reset,
  };
}

/** The case `steps` places away in the queue, replaced cases left out. */
export function neighbour(queue: readonly QueueLine[], caseId: string, steps: number): QueueLine | undefined {
  const current = queue.filter((line) => line.replacedBy === null);
  return current[current.findIndex((line) => line.caseId === caseId) + steps];
}
