import type { StepProgress } from '#shared/contract/operation.ts';
import type { Call } from '#shared/contract/operations.ts';

/** Where each part of an import begins and ends among all of its work, as measured on files of 100,000 rows. */
const parts = {
  starting: [0, 50],
  reading: [50, 800],
  storing: [800, 880],
  saving: [880, 1000],
} as const;
const total = 1000;
const tick = 250;
/** What is left of the starting part after each tick: how long a thread takes to start cannot be known. */
const remaining = 0.85;

/** The progress of a whole import, made of that of its parts. */
export interface ImportProgress {
  /** Takes the progress of the parts, whose labels are `reading`, `storing` and `saving`. */
  readonly call: Call<StepProgress>;
  /** To be called when the import has ended. */
  stop(): void;
}

function isPart(label: string): label is keyof typeof parts {
  return Object.hasOwn(parts, label);
}

/**
 * Reports to `call` how far the whole import is: a share that never falls, from the moment the thread is being started.
 */
export function wholeImport(call: Call<StepProgress>): ImportProgress {
  let done = 0;
  const report = (label: keyof typeof parts, share: number, rows?: number): void => {
    const [from, end] = parts[label];
    done = Math.max(done, from + (end - from) * Math.min(1, share));
    call.report({ done: Math.round(done), total, label, ...(rows === undefined ? {} : { rows }) });
  };
  let left = 1;
  report('starting', 0);
  const starting = setInterval(() => report('starting', 1 - (left *= remaining)), tick);
  return {
    call: {
      signal: call.signal,
      report({ done: partDone, total: partTotal, label, rows }) {
        clearInterval(starting);
        if (isPart(label)) report(label, partTotal > 0 ? partDone / partTotal : 0, rows);
      },
    },
    stop: () => clearInterval(starting),
  };
}
