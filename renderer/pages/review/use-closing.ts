import { useState } from 'react';

import type { AppError } from '#shared/contract/errors.ts';
import { isClosed } from '#shared/domain/review/answer.ts';
import type { ClosingWarning } from '#shared/domain/review/closing-warnings.ts';

import { useApplication } from '../../hooks/application.tsx';
import { toAppError } from '../../hooks/use-query.ts';
import type { ReadingKey } from './use-case-review.ts';

interface Outcome {
  readonly running: boolean;
  readonly error?: AppError;
  readonly warnings: readonly ClosingWarning[];
}

export interface Closing extends Omit<Outcome, 'error'> {
  readonly error: AppError | undefined;
  /** Closes the case; once its warnings have been shown, in spite of them. */
  readonly close: () => void;
  /** Something has changed: the next closing begins anew. */
  readonly reset: () => void;
}

interface ClosingInput {
  readonly of: ReadingKey;
  /** The next case that is open, or null after the last. */
  readonly onClosed: (nextCaseId: string | null) => void;
  /** A critical finding lacks its action. */
  readonly onActionMissing: (itemId: string) => void;
}

const idle: Outcome = { running: false, warnings: [] };

export function useClosing({ of, onClosed, onActionMissing }: ClosingInput): Closing {
  const { application } = useApplication();
  const [outcome, setOutcome] = useState(idle);
  const despiteWarnings = outcome.warnings.length > 0;
  const close = async (): Promise<void> => {
    setOutcome((before) => ({ running: true, warnings: before.warnings }));
    try {
      const { roundId, caseId, reading } = of;
      const { state, warnings, nextCaseId } = await application['review.close']({
        roundId,
        caseId,
        reading,
        despiteWarnings,
      });
      setOutcome(isClosed(state) ? idle : { running: false, warnings });
      if (isClosed(state)) onClosed(nextCaseId);
    } catch (failure) {
      const error = toAppError(failure);
      setOutcome({ running: false, error, warnings: [] });
      const itemId = error.code === 'critical-action-missing' ? error.detail?.['itemId'] : undefined;
      if (itemId !== undefined) onActionMissing(String(itemId));
    }
  };
  return {
    ...outcome,
    error: outcome.error,
    close: () => void close(),
    reset: () => setOutcome((before) => (before === idle || before.running ? before : idle)),
  };
}
