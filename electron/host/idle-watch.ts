/** Time that a test may replace. */
export interface Timers {
  /** Runs the task once after so many milliseconds, unless the returned function is called before. */
  after(ms: number, task: () => void): () => void;
}

export const systemTimers: Timers = {
  after: (ms, task) => {
    const timer = setTimeout(task, ms);
    return () => clearTimeout(timer);
  },
};

/** How long the program waits without a page, in milliseconds: a reload takes a second, a closed tab does not come back. */
export const usualIdleMs = 10 * 60_000;

export interface IdleWatch {
  /** So many pages are connected now. */
  pages(count: number): void;
  stop(): void;
}

/** Calls `onIdle` when no page has been connected for so long, counted from now: a link that nobody uses ends too. */
export function createIdleWatch(timers: Timers, idleMs: number, onIdle: () => void): IdleWatch {
  const nothing = (): void => undefined;
  let cancel = timers.after(idleMs, onIdle);
  let stopped = false;
  return {
    pages: (count) => {
      cancel();
      cancel = count === 0 && !stopped ? timers.after(idleMs, onIdle) : nothing;
    },
    stop: () => {
      // The pages that are ended with the program go later, one by one: a timer for them would keep it running.
      stopped = true;
      cancel();
    },
  };
}
