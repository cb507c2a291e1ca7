import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react';

import type { AppError } from '#shared/contract/errors.ts';
import type { CaseReview } from '#shared/contract/review.ts';
import type { AnswerChanges } from '#shared/domain/review/answer-after.ts';
import type { Reading } from '#shared/domain/review/answer.ts';

import { useApplication } from '../../hooks/application.tsx';
import { toAppError } from '../../hooks/use-query.ts';
import { useNamedState } from '../../hooks/use-named-state.ts';
import { type Change, withChanges, withStanding } from './changed-review.ts';

/** Which reading of which case the page shows. */
export interface ReadingKey {
  readonly roundId: string;
  readonly caseId: string;
  readonly reading: Reading;
}

export interface OpenReview {
  readonly review: CaseReview | undefined;
  readonly error: AppError | undefined;
  /** Shows the change at once and saves it; when saving fails, what the disk holds comes back with the error. */
  readonly answer: (itemId: string, patch: AnswerChanges) => void;
  /** One answer back or forth; resolves with its item, or undefined when there was none. */
  readonly step: (way: 'undo' | 'redo') => Promise<string | undefined>;
  /** Counts the steps back and forth: what a field holds is old after each. */
  readonly steps: number;
  readonly reload: () => void;
  /** Saves texts again that could not be saved; they stay on the page until they are. Undefined where all are. */
  readonly saveAgain: (() => void) | undefined;
}

/**
 * One reading of a case. The page holds the answers itself, so that a key press is painted before it is saved. The
 * caller gives each case its own component (a key), so this never changes case.
 */
export function useCaseReview({ roundId, caseId, reading }: ReadingKey): OpenReview {
  const { application } = useApplication();
  const key = useMemo(() => ({ roundId, caseId, reading }), [roundId, caseId, reading]);
  const { unsaved, failed, settle, supersede } = useUnsaved();
  const { review, setReview, error, setError, reload } = useOpened(key, unsaved);
  const [steps, setSteps] = useState(0);

  const save = useCallback(
    function send(change: Change): void {
      application['review.answer']({ ...key, itemId: change.itemId, ...change.patch }).then(
        ({ canUndo, canRedo, state }) => {
          settle(change);
          setError(undefined);
          setReview((now) => {
            const same =
              now === undefined || (now.canUndo === canUndo && now.canRedo === canRedo && now.state === state);
            return same || unsaved.current.length > 0 ? now : { ...now, canUndo, canRedo, state };
          });
          failed.current.splice(0).forEach(send);
        },
        (failure: unknown) => {
          setError(toAppError(failure));
          if (isText(change)) {
            failed.current.push(change);
          } else {
            settle(change);
            reload();
          }
        },
      );
    },
    [application, key, reload, settle, failed, unsaved, setError, setReview],
  );

  const answer = useCallback(
    (itemId: string, patch: AnswerChanges) => {
      const change = { itemId, patch };
      setReview((before) => (before === undefined ? before : withChanges(before, [change])));
      supersede(change);
      save(change);
    },
    [save, supersede, setReview],
  );

  const step = useCallback(
    async (way: 'undo' | 'redo') => {
      try {
        const standing = await application[`review.${way}`](key);
        setReview((before) => (before === undefined ? before : withStanding(before, standing)));
        setSteps((count) => count + 1);
        setError(undefined);
        return standing.answer.itemId;
      } catch (failure) {
        setError(toAppError(failure));
        return undefined;
      }
    },
    [application, key, setError, setReview],
  );

  const saveAgain = useCallback(() => failed.current.splice(0).forEach(save), [save, failed]);
  const hasFailed = error !== undefined && review !== undefined && failed.current.length > 0;
  return { review, error, answer, step, steps, reload, saveAgain: hasFailed ? saveAgain : undefined };
}

/** The review as the core has it, with what is not saved yet; read again when it is asked for. */
function useOpened(key: ReadingKey, unsaved: RefObject<readonly Change[]>) {
  const { application } = useApplication();
  const [review, setReview] = useNamedState<CaseReview | undefined>(undefined);
  const [error, setError] = useState<AppError>();
  const [round, setRound] = useState(0);
  const reload = useCallback(() => setRound((count) => count + 1), []);

  useEffect(() => {
    let wanted = true;
    application['review.open'](key).then(
      (opened) => wanted && setReview(withChanges(opened, unsaved.current)),
      (failure: unknown) => wanted && setError(toAppError(failure)),
    );
    return () => {
      wanted = false;
    };
  }, [application, key, round, unsaved, setReview]);

  useEffect(() => {
    // Seeing a case is logged; that the log could not be written is told by the save mark, not by this page.
    application['review.viewed'](key).catch(() => undefined);
  }, [application, key]);
  return { review, setReview, error, setError, reload };
}

/** True for what was written by hand: it is kept on the page until it is saved. */
function isText({ patch }: Change): boolean {
  return patch.value === undefined && patch.override === undefined;
}

/**
 * What is on its way to the disk, and what of it could not be saved: a reading that left before it was saved must not
 * take it off the page.
 */
function useUnsaved() {
  const unsaved = useRef<readonly Change[]>([]);
  const failed = useRef<Change[]>([]);
  const settle = useCallback((change: Change) => {
    unsaved.current = unsaved.current.filter((other) => other !== change);
  }, []);
  const supersede = useCallback((change: Change) => {
    const isOlder = (other: Change): boolean =>
      other.itemId === change.itemId && Object.keys(other.patch).every((field) => field in change.patch);
    const old = new Set(failed.current.filter(isOlder));
    failed.current = failed.current.filter((other) => !old.has(other));
    unsaved.current = [...unsaved.current.filter((other) => !old.has(other)), change];
  }, []);
  return { unsaved, failed, settle, supersede };
}
