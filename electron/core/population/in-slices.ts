import { setImmediate } from 'node:timers/promises';

import type { StepCall } from './shared-run.ts';

/** So long a slice of work may hold up everything else. */
const sliceMs = 20;
const reportEveryMs = 200;
const itemsPerLook = 32;

/**
 * Does `each` for every item in slices between which other work gets its turn. Says how far it is several times a
 * second, and stops with the signal's reason within a slice.
 */
export async function inSlices<T>(
  items: readonly T[],
  call: StepCall,
  label: string,
  each: (item: T, index: number) => void,
): Promise<void> {
  let sliceStart = performance.now();
  let reported = sliceStart;
  call.report({ done: 0, total: items.length, label });
  for (const [index, item] of items.entries()) {
    each(item, index);
    if (index % itemsPerLook !== 0 || performance.now() - sliceStart < sliceMs) continue;
    await setImmediate();
    call.signal.throwIfAborted();
    sliceStart = performance.now();
    if (sliceStart - reported < reportEveryMs) continue;
    reported = sliceStart;
    call.report({ done: index + 1, total: items.length, label });
  }
}
