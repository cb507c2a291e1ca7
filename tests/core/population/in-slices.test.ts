import { setTimeout as wait } from 'node:timers/promises';

import { describe, expect, it } from 'vitest';

import { inSlices, sortInSlices } from '#core/population/in-slices.ts';
import { fc } from '../../support/fast-check.ts';

const { signal } = new AbortController();

/** Something that takes about so many milliseconds. */
function work(ms: number): void {
  const end = performance.now() + ms;
  while (performance.now() < end);
}

describe('sortInSlices', () => {
  it('sorts as toSorted does, equal items in their places', async () => {
    const pairs = fc.array(fc.record({ key: fc.integer({ min: 0, max: 40 }), place: fc.integer() }), {
      maxLength: 5_000,
      size: 'max',
    });
    const byKey = (a: { readonly key: number }, b: { readonly key: number }): number => a.key - b.key;
    await fc.assert(
      fc.asyncProperty(pairs, async (items) => {
        expect(await sortInSlices(items, byKey, signal)).toEqual(items.toSorted(byKey));
      }),
      { numRuns: 40 },
    );
  });

  it('lets others in while it sorts, and stops when told', async () => {
    const stop = new AbortController();
    const compare = (a: number, b: number): number => {
      work(0.005);
      return a - b;
    };
    const items = Array.from({ length: 20_000 }, (_, index) => (index * 7919) % 20_000);
    const sorting = sortInSlices(items, compare, stop.signal);
    const expected = expect(sorting).rejects.toThrow('enough');
    const before = performance.now();
    await wait(1);
    stop.abort(new Error('enough'));
    await expected;
    expect(performance.now() - before).toBeLessThan(1_000);
  });
});

describe('inSlices', () => {
  // The figures on a machine with nothing else to do are the bench's; these hold on one that has too much to do.
  it('says how far it is again and again, and stops at once when told', async () => {
    const stop = new AbortController();
    const said: { readonly at: number; readonly done: number }[] = [];
    const started = performance.now();
    const report = ({ done }: { readonly done: number }) => said.push({ at: performance.now(), done });
    const items = Array.from({ length: 100_000 }, (_, index) => index);
    const run = inSlices(items, { signal: stop.signal, report }, 'work', () => work(0.2));
    const expected = expect(run).rejects.toThrow('enough');
    await wait(1_100);
    stop.abort(new Error('enough'));
    const cancelled = performance.now();
    await expected;
    expect(performance.now() - cancelled).toBeLessThan(1_000);
    expect(said[0]?.done).toBe(0);
    const silences = said.slice(1).map(({ at }, index) => at - (said[index]?.at ?? started));
    expect(silences.length).toBeGreaterThan(0);
    expect(Math.max(...silences)).toBeLessThan(1_000);
    expect(said.at(-1)?.done).toBeLessThan(items.length / 2);
  });
});
