import { type RefObject, useRef, useState } from 'react';

import type { AppError } from '#shared/contract/errors.ts';
import type { CaseReview, QueueLine } from '#shared/contract/review.ts';
import { type AnswerValue, answerValues } from '#shared/domain/review/answer.ts';

import { useCommand } from '../../hooks/use-command.ts';
import { suggestedAnswer } from './suggested-answer.ts';
import { answerOf, type OpenReview } from './use-case-review.ts';
import { useReviewKeys } from './use-review-keys.ts';

interface FocusInput {
  readonly opened: OpenReview;
  readonly review: CaseReview;
  readonly queue: readonly QueueLine[];
  readonly onOpen: (caseId: string) => void;
  readonly toggleChild: () => void;
}

export interface ItemFocusState {
  readonly itemId: string;
  readonly moved: boolean;
  readonly acting: boolean;
  readonly setActing: (acting: boolean) => void;
  readonly open: (itemId: string) => void;
  readonly accept: () => void;
  readonly close: () => void;
  readonly closing: boolean;
  readonly closeError: AppError | undefined;
  readonly unanswered: number;
  readonly goToUnanswered: () => void;
  readonly noteRef: RefObject<HTMLTextAreaElement | null>;
  readonly evidenceRef: RefObject<HTMLInputElement | null>;
}

/** After these answers a key moves on at once; the others are findings, where a note usually follows. */
const movesOn: readonly AnswerValue[] = ['yes', 'na'];

/** Which item is in focus, and what each key does to it. */
export function useItemFocus({ opened, review, queue, onOpen, toggleChild }: FocusInput): ItemFocusState {
  const ids = review.template.sections.flatMap(({ items }) => items.map(({ id }) => id));
  const firstOpen = ids.find((id) => answerOf(review, id).value === null) ?? ids[0] ?? '';
  const [itemId, setItemId] = useState(firstOpen);
  const [moved, setMoved] = useState(false);
  const [acting, setActing] = useState(false);
  const noteRef = useRef<HTMLTextAreaElement>(null);
  const evidenceRef = useRef<HTMLInputElement>(null);
  const closing = useCommand('review.close');
  const closed = review.state === 'done';

  const open = (id: string): void => {
    setItemId(id);
    setMoved(true);
    setActing(false);
  };
  const move = (steps: number): void => {
    const next = ids[Math.min(ids.length - 1, Math.max(0, ids.indexOf(itemId) + steps))];
    if (next !== undefined) {
      open(next);
    }
  };
  const say = (value: AnswerValue): void => {
    opened.answer(itemId, { value });
    if (movesOn.includes(value)) {
      move(1);
    }
  };
  const accept = (): void => {
    const suggested = suggestedAnswer(review.suggestions[itemId]);
    if (answerOf(review, itemId).value === null && suggested !== null && !closed) {
      say(suggested);
    } else {
      move(1);
    }
  };
  const moveCase = (steps: number): void => {
    const line = neighbour(queue, review.caseId, steps);
    if (line !== undefined) {
      onOpen(line.caseId);
    }
  };
  const close = async (): Promise<void> => {
    const outcome = await closing.run({ roundId: review.roundId, caseId: review.caseId });
    if (outcome !== undefined && outcome.nextCaseId !== null) {
      onOpen(outcome.nextCaseId);
    } else if (outcome !== undefined) {
      opened.reload();
    }
  };
  const unlessClosed = (run: () => void) => (): void => {
    if (!closed) {
      run();
    }
  };
  useReviewKeys({
    move,
    accept,
    moveCase,
    toggleChild,
    answer: (index) => {
      const value = answerValues[index];
      if (value !== undefined && !closed) {
        say(value);
      }
    },
    clear: unlessClosed(() => opened.answer(itemId, { value: null })),
    note: unlessClosed(() => noteRef.current?.focus()),
    evidence: unlessClosed(() => evidenceRef.current?.focus()),
    act: unlessClosed(() => setActing(true)),
    close: unlessClosed(() => void close()),
  });
  return {
    itemId,
    moved,
    acting,
    setActing,
    open,
    accept,
    close: () => void close(),
    closing: closing.state.status === 'running',
    closeError: closing.state.status === 'failed' ? closing.state.error : undefined,
    unanswered: ids.filter((id) => answerOf(review, id).value === null).length,
    goToUnanswered: () => {
      closing.reset();
      open(firstOpen);
    },
    noteRef,
    evidenceRef,
  };
}

/** The case `steps` places away in the queue, replaced cases left out. */
export function neighbour(queue: readonly QueueLine[], caseId: string, steps: number): QueueLine | undefined {
  const current = queue.filter((line) => line.replacedBy === null);
  return current[current.findIndex((line) => line.caseId === caseId) + steps];
}
