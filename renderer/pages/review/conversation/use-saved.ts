import { useEffect, useEffectEvent, useRef } from 'react';

import { beforeLock } from '../../../hooks/use-lock.ts';
import { useNamedState } from '../../../hooks/use-named-state.ts';

/** As for the notes of an item: what is typed is saved after a pause, when its field is left, and with its page. */
const pauseBeforeSaving = 600;

export interface Saved<T> {
  readonly value: T;
  readonly change: (next: T) => void;
  /** Saves now what waits to be saved. */
  readonly flush: () => void;
}

/** A value that saves itself. What was stored when the page opened is where it starts; later it is the page's own. */
export function useSaved<T>(stored: T, save: (value: T) => Promise<unknown>): Saved<T> {
  const [value, setValue] = useNamedState(stored);
  const pending = useRef<{ readonly timer: ReturnType<typeof setTimeout>; readonly value: T } | null>(null);
  const flush = (): void => {
    const waiting = pending.current;
    if (waiting === null) return;
    clearTimeout(waiting.timer);
    pending.current = null;
    void save(waiting.value);
  };
  const flushLast = useEffectEvent(flush);
  useEffect(() => {
    const leave = (): void => flushLast();
    window.addEventListener(beforeLock, leave);
    return () => {
      window.removeEventListener(beforeLock, leave);
      flushLast();
    };
  }, []);
  const change = (next: T): void => {
    setValue(next);
    if (pending.current !== null) clearTimeout(pending.current.timer);
    pending.current = { value: next, timer: setTimeout(flush, pauseBeforeSaving) };
  };
  return { value, change, flush };
}
