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
    let compared = 0;
    const compare = (a: number, b: number): number => {
      compared += 1;
      work(0.005);
      return a - b;
    };
    const items = Array.from({ length: 20_000 }, (_, index) => (index * 7919) % 20_000);
    const sorting = sortInSlices(items, compare, stop.signal);
    setImmediate(() => stop.abort(new Error('enough')));
    await expect(sorting).rejects.toThrow('enough');
    // All of them take some 260,000; 1,024 are sorted in one go, and it may be told in the middle of the second go.
    expect(compared).toBeLessThan(2 * 1_024 * 10);
  });
});

describe('inSlices', () => {
  it('says how far it is again and again, lets others in, and stops at once when told', async () => {
    const stop = new AbortController();
    const said: number[] = [];
    let done = 0;
    let turns = 0;
    const report = (progress: { readonly done: number }): void => {
      said.push(progress.done);
      if (said.length === 4) stop.abort(new Error('enough'));
    };
    const again = (): void => {
      turns += 1;
      if (!stop.signal.aborted) setImmediate(again);
    };
    setImmediate(again);
    const items = Array.from({ length: 100_000 }, (_, index) => index);
    const run = inSlices(items, { signal: stop.signal, report }, 'work', () => {
      done += 1;
      work(0.2);
    });
    await expect(run).rejects.toThrow('enough');
    expect(said[0]).toBe(0);
    expect(said).toEqual(said.toSorted((a, b) => a - b));
    // Told at the fourth report; the next look at the clock is at most a slice of work and sixteen items later.
    expect(done - said[3]!).toBeLessThan(100);
    expect(turns).toBeGreaterThan(said.length);
  });
});
