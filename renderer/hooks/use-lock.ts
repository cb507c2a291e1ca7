import { useCallback, useState } from 'react';

import type { AppError } from '#shared/contract/errors.ts';

import { useApplication } from './application.tsx';
import { toAppError } from './use-query.ts';

/** Announced before the workspace is locked: whatever saves itself later saves itself now. */
export const beforeLock = 'before-lock';
const patience = 10_000;

interface Lock {
  /** Saves what is being typed, waits until it is on the disk, and locks. */
  readonly lock: () => Promise<void>;
  readonly locking: boolean;
  readonly error: AppError | undefined;
}

/** The only way of locking from the page: nothing that was typed is lost by it. */
export function useLock(): Lock {
  const { application, settled } = useApplication();
  const [locking, setLocking] = useState(false);
  const [error, setError] = useState<AppError>();
  const lock = useCallback(async () => {
    setLocking(true);
    setError(undefined);
    try {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      window.dispatchEvent(new Event(beforeLock));
      await settled(patience);
      await application['workspace.lock']({});
    } catch (failure) {
      setError(toAppError(failure));
    }
    setLocking(false);
  }, [application, settled]);
  return { lock, locking, error };
}
