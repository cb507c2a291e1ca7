import type { StepProgress } from '#shared/contract/operation.ts';
import type { Call } from '#shared/contract/operations.ts';

export type StepCall = Call<StepProgress>;

/** Work that several callers wait for: all hear its progress, and it stops when the last of them has gone. */
export interface SharedRun<T> {
  /** Rejects with the signal's reason when this caller goes, and with what the work failed with. */
  join(call: StepCall): Promise<T>;
  /** True where the work has failed or was stopped, so that it must be begun anew. */
  ended(): boolean;
}

export function startSharedRun<T>(work: (call: StepCall) => Promise<T>): SharedRun<T> {
  const callers = new Set<StepCall>();
  const stop = new AbortController();
  let failed = false;
  let run: Promise<T> | null = null;
  const begin = (): Promise<T> => {
    const report = (progress: StepProgress): void => callers.forEach((caller) => caller.report(progress));
    const begun = work({ signal: stop.signal, report });
    begun.catch(() => {
      failed = true;
    });
    return begun;
  };
  return {
    ended: () => failed || stop.signal.aborted,
    join: async (call) => {
      call.signal.throwIfAborted();
      callers.add(call);
      const gone = Promise.withResolvers<never>();
      const leave = (): void => {
        callers.delete(call);
        if (callers.size === 0) stop.abort(call.signal.reason);
        gone.reject(call.signal.reason);
      };
      call.signal.addEventListener('abort', leave);
      try {
        run ??= begin();
        return await Promise.race([run, gone.promise]);
      } finally {
        call.signal.removeEventListener('abort', leave);
        callers.delete(call);
      }
    },
  };
}
