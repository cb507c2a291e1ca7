import { useCallback, useEffect, useRef, useState } from 'react';

import type { AppError } from '#shared/contract/errors.ts';
import type { CaseReview } from '#shared/contract/review.ts';
import type { AnswerValue, ItemAnswer, Reading } from '#shared/domain/review/answer.ts';

import { useApplication } from '../../hooks/application.tsx';
import { toAppError } from '../../hooks/use-query.ts';

export interface AnswerPatch {
  readonly value?: AnswerValue | null;
  readonly note?: string;
  readonly evidence?: string;
}

export interface OpenReview {
  readonly review: CaseReview | undefined;
  readonly error: AppError | undefined;
  /** Shows the change at once and saves it; when saving fails, what the disk holds comes back with the error. */
  readonly answer: (itemId: string, patch: AnswerPatch) => void;
  readonly reload: () => void;
}

const blank = (itemId: string): ItemAnswer => ({ itemId, value: null, note: '', evidence: '' });

/** What stands on an item, answered or not. */
export function answerOf(review: CaseReview, itemId: string): ItemAnswer {
  return review.answers.find((answer) => answer.itemId === itemId) ?? blank(itemId);
}

function withAnswer(review: CaseReview, answer: ItemAnswer): CaseReview {
  const others = review.answers.filter(({ itemId }) => itemId !== answer.itemId);
  return { ...review, state: 'draft', answers: [...others, answer] };
}

/** After these answers something may have to be done: a note, an action. */
export function isFinding(value: AnswerValue | null): boolean {
  return value === 'no' || value === 'partly' || value === 'cannot-tell';
}

interface Change {
  readonly itemId: string;
  readonly patch: AnswerPatch;
}

function withChanges(review: CaseReview, changes: readonly Change[]): CaseReview {
  return changes.reduce(
    (before, { itemId, patch }) => withAnswer(before, { ...answerOf(before, itemId), ...patch }),
    review,
  );
}

/**
 * One case under review. The page holds the answers itself, so that a key press is painted before it is saved. The
 * caller gives each case its own component (a key), so this never changes case.
 */
export function useCaseReview(roundId: string, caseId: string, reading: Reading = 1): OpenReview {
  const { application } = useApplication();
  const [review, setReview] = useState<CaseReview>();
  const [error, setError] = useState<AppError>();
  const [round, setRound] = useState(0);
  // What is on its way to the disk: a reading that left before it was saved must not take it off the page.
  const unsaved = useRef<readonly Change[]>([]);
  const reload = useCallback(() => setRound((count) => count + 1), []);

  useEffect(() => {
    let wanted = true;
    application['review.open']({ roundId, caseId, reading }).then(
      (opened) => wanted && setReview(withChanges(opened, unsaved.current)),
      (failure: unknown) => wanted && setError(toAppError(failure)),
    );
    return () => {
      wanted = false;
    };
  }, [application, roundId, caseId, reading, round]);

  useEffect(() => {
    // Seeing a case is logged; that the log could not be written is told by the save mark, not by this page.
    application['review.viewed']({ roundId, caseId, reading }).catch(() => undefined);
  }, [application, roundId, caseId, reading]);

  const answer = useCallback(
    (itemId: string, patch: AnswerPatch) => {
      const change = { itemId, patch };
      setReview((before) => (before === undefined ? before : withChanges(before, [change])));
      const settle = (): void => {
        unsaved.current = unsaved.current.filter((other) => other !== change);
      };
      unsaved.current = [...unsaved.current, change];
      application['review.answer']({ roundId, caseId, reading, itemId, ...patch }).then(
        () => {
          settle();
          setError(undefined);
        },
        (failure: unknown) => {
          settle();
          setError(toAppError(failure));
          reload();
        },
      );
    },
    [application, reload, roundId, caseId, reading],
  );
  return { review, error, answer, reload };
}
