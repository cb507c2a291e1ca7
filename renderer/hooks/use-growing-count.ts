import { useEffect, useState } from 'react';

/**
 * How many of `total` things to draw by now: `step` at first, and `step` more in each later task, so that many heavy
 * rows never hold the window up in one piece. A new total keeps what is drawn.
 */
export function useGrowingCount(total: number, step: number): number {
  const [count, setCount] = useState(step);
  useEffect(() => {
    if (count >= total) {
      return undefined;
    }
    const timer = setTimeout(() => setCount(count + step));
    return () => clearTimeout(timer);
  }, [count, total, step]);
  return Math.min(count, total);
}
