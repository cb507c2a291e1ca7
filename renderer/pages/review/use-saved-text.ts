import { useEffect, useEffectEvent, useRef } from 'react';

import { beforeLock } from '../../hooks/use-lock.ts';
import { useNamedState } from '../../hooks/use-named-state.ts';

const pauseBeforeSaving = 600;

export interface SavedText {
  readonly text: string;
  readonly change: (text: string) => void;
  /** Saves what is not saved yet, now. */
  readonly flush: () => void;
}

/** A text that saves itself after a pause, and at once when it, its item, the page or the window is left. */
export function useSavedText(stored: string, save: (text: string) => void): SavedText {
  const [text, setText] = useNamedState(stored);
  const pending = useRef<{ readonly timer: ReturnType<typeof setTimeout>; readonly text: string } | null>(null);
  const flush = (): void => {
    if (pending.current === null) return;
    clearTimeout(pending.current.timer);
    const { text: written } = pending.current;
    pending.current = null;
    save(written);
  };
  const flushNow = useEffectEvent(flush);
  useEffect(() => {
    const leave = (): void => flushNow();
    window.addEventListener('pagehide', leave);
    window.addEventListener('beforeunload', leave);
    window.addEventListener(beforeLock, leave);
    document.addEventListener('visibilitychange', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      window.removeEventListener('beforeunload', leave);
      window.removeEventListener(beforeLock, leave);
      document.removeEventListener('visibilitychange', leave);
      flushNow();
    };
  }, []);
  const change = (next: string): void => {
    setText(next);
    if (pending.current !== null) clearTimeout(pending.current.timer);
    pending.current = { text: next, timer: setTimeout(flush, pauseBeforeSaving) };
  };
  return { text, change, flush };
}
