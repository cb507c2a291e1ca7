import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';

/** The height of every row and of the head, in pixels. */
export const rowHeight = 40;

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 };

/** Where a key moves from row `now` of `total`; null when the key does not move. */
export function nextIndex(key: string, now: number, total: number): number | null {
  const step = steps[key];
  const wanted = key === 'Home' ? 0 : key === 'End' ? total - 1 : step === undefined ? null : now + step;
  return wanted === null ? null : Math.min(total - 1, Math.max(0, wanted));
}

interface RowsInSight {
  /** Indexes of the rows to draw. */
  readonly items: readonly number[];
  /** Pixels of the rows above and below them. */
  readonly before: number;
  readonly after: number;
  /** The one row that Tab reaches. */
  readonly reachable: number;
  readonly onActive: (index: number) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** Which rows of a scrolled table are in sight, and moving focus among all of them by keys. */
export function useRowsInSight(
  scroller: RefObject<HTMLDivElement | null>,
  total: number,
  need: (first: number, last: number) => void,
): RowsInSight {
  const [active, setActive] = useState(0);
  const wantsFocus = useRef(false);
  // The virtualizer changes in place and re-renders its owner by itself; this hook is not memoised by the compiler.
  // oxlint-disable-next-line react/incompatible-library
  const virtualizer = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    scrollMargin: rowHeight,
    scrollPaddingStart: rowHeight,
    overscan: 8,
  });
  const items = virtualizer.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;

  useEffect(() => need(first, last), [need, first, last]);
  useEffect(() => {
    if (wantsFocus.current) {
      const button = scroller.current?.querySelector<HTMLElement>(`[data-index="${active}"] button`) ?? null;
      button?.focus({ preventScroll: true });
      wantsFocus.current = button === null;
    }
  });

  const onKeyDown = (event: KeyboardEvent): void => {
    const index = nextIndex(event.key, active, total);
    if (index !== null && !event.ctrlKey && !event.altKey) {
      event.preventDefault();
      wantsFocus.current = true;
      setActive(index);
      virtualizer.scrollToIndex(index);
    }
  };

  return {
    items: items.map(({ index }) => index),
    before: (items[0]?.start ?? rowHeight) - rowHeight,
    after: total * rowHeight - ((items.at(-1)?.end ?? rowHeight) - rowHeight),
    reachable: active >= first && active <= last ? active : first,
    onActive: setActive,
    onKeyDown,
  };
}
