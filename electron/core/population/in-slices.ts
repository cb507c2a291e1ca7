import { setImmediate } from 'node:timers/promises';

import type { StepCall } from './shared-run.ts';

/** So long a slice of work may hold up everything else. */
const sliceMs = 10;
const reportEveryMs = 200;
const itemsPerLook = 16;
/** So many items are sorted in one go, in a few milliseconds; sorted runs are then merged. */
const sortedAtOnce = 1_024;

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
  const turns = takeTurns(call.signal);
  let reported = performance.now();
  call.report({ done: 0, total: items.length, label });
  for (const [index, item] of items.entries()) {
    each(item, index);
    if (index % itemsPerLook !== 0 || !turns.due()) continue;
    await turns.rest();
    const now = performance.now();
    if (now - reported < reportEveryMs) continue;
    reported = now;
    call.report({ done: index + 1, total: items.length, label });
  }
}

/** The items in order, as `toSorted` gives them (equal items keep their places), in slices; stops with the signal. */
export async function sortInSlices<T>(
  items: readonly T[],
  compare: (a: T, b: T) => number,
  signal: AbortSignal,
): Promise<readonly T[]> {
  const turns = takeTurns(signal);
  let runs: (readonly T[])[] = [];
  for (let start = 0; start < items.length; start += sortedAtOnce) {
    runs.push(items.slice(start, start + sortedAtOnce).sort(compare));
    if (turns.due()) await turns.rest();
  }
  while (runs.length > 1) {
    const merged: (readonly T[])[] = [];
    for (let first = 0; first < runs.length; first += 2) {
      merged.push(await merge(runs[first] ?? [], runs[first + 1] ?? [], compare, turns));
    }
    runs = merged;
  }
  return runs[0] ?? [];
}

/** Two sorted lists as one, the left before the right where they are equal. */
async function merge<T>(
  left: readonly T[],
  right: readonly T[],
  compare: (a: T, b: T) => number,
  turns: Turns,
): Promise<readonly T[]> {
  const inOrder = left.length === 0 || right.length === 0 || compare(left.at(-1) as T, right[0] as T) <= 0;
  if (inOrder) return right.length === 0 ? left : left.concat(right);
  const merged: T[] = [];
  let [l, r] = [0, 0];
  while (l < left.length && r < right.length) {
    if (compare(left[l] as T, right[r] as T) <= 0) merged.push(left[l++] as T);
    else merged.push(right[r++] as T);
    if (merged.length % itemsPerLook === 0 && turns.due()) await turns.rest();
  }
  return merged.concat(left.slice(l), right.slice(r));
}

interface Turns {
  due(): boolean;
  rest(): Promise<void>;
}

function takeTurns(signal: AbortSignal): Turns {
  let sliceStart = performance.now();
  return {
    due: () => performance.now() - sliceStart >= sliceMs,
    rest: async () => {
      await setImmediate();
      signal.throwIfAborted();
      sliceStart = performance.now();
    },
  };
}
