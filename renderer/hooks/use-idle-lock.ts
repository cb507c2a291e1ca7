import { useEffect, useEffectEvent, useRef, useState } from 'react';

export const warningSeconds = 30;
const inputs = ['keydown', 'pointerdown', 'pointermove', 'wheel', 'touchstart'] as const;

/**
 * Calls `lock` when nobody has touched keyboard or pointer for so many minutes. Gives the seconds left during the last
 * half minute, else null. The clock decides, not the timer: a PC that has slept locks as soon as it wakes.
 */
export function useIdleLock(minutes: number, lock: () => void): number | null {
  const [left, setLeft] = useState<number | null>(null);
  const last = useRef(0);
  const warned = useRef(false);
  const lockNow = useEffectEvent(lock);

  useEffect(() => {
    last.current = Date.now();
    const onInput = (event: Event): void => {
      last.current = Date.now();
      if (!warned.current) return;
      warned.current = false;
      setLeft(null);
      // The key says "I am here"; it must not also answer a question.
      if (event.type === 'keydown') {
        event.preventDefault();
        event.stopPropagation();
      }
    };
    const look = (): void => {
      const seconds = Math.ceil((last.current + minutes * 60_000 - Date.now()) / 1_000);
      if (seconds <= 0) {
        last.current = Date.now();
        warned.current = false;
        setLeft(null);
        lockNow();
      } else {
        warned.current = seconds <= warningSeconds;
        setLeft(warned.current ? seconds : null);
      }
    };
    for (const input of inputs)
      window.addEventListener(input, onInput, { capture: true, passive: input !== 'keydown' });
    const timer = setInterval(look, 1_000);
    return () => {
      clearInterval(timer);
      for (const input of inputs) window.removeEventListener(input, onInput, { capture: true });
    };
  }, [minutes]);
  return left;
}
