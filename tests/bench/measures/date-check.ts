import { setImmediate } from 'node:timers/promises';

import { type BenchApplication, benchApplication, noCall } from '../application.ts';
import { exampleCsv } from '../files.ts';
import { row, timed } from '../timing.ts';

/**
 * All date rules over all cases, and again from what is kept; how long other work ever waited, how often the check
 * spoke, how soon a cancel took effect, and the case list: its first lines and another order.
 */
export async function measureDateCheck(): Promise<void> {
  row('\ndate check', 'ms', 'again', 'longest wait', 'silence', 'cancel', 'list', 'list wait', 'reordered');
  for (const cases of [2_000, 20_000, 100_000]) {
    const bench = await benchApplication();
    bench.files.set('udtræk.csv', exampleCsv(cases));
    const file = { ref: 'udtræk.csv', name: 'udtræk.csv' };
    const { importId } = await bench.application['importing.run']({ file, mapping: null }, noCall);
    await bench.application['population.summary']({ importId }, noCall);
    const cancel = await measureCancel(bench, importId);
    row(`  ${cases} cases`, ...(await measureCheck(bench, importId)), cancel, ...(await measureList(bench, importId)));
    await bench.close();
  }
}

async function measureCheck({ application }: BenchApplication, importId: string): Promise<readonly number[]> {
  let spoken = performance.now();
  let silence = 0;
  const report = (): void => {
    silence = Math.max(silence, performance.now() - spoken);
    spoken = performance.now();
  };
  const check = () => application['population.dateCheck']({ importId }, { signal: noCall.signal, report });
  const waits = watchWaits();
  const first = await timed(check);
  const longest = await waits.stop();
  report();
  return [first, await timed(check), longest, silence];
}

const cancelAfterMs = 30;

/** From the moment a cancel was due to the end of the check; NaN where the check was done before. */
async function measureCancel({ application }: BenchApplication, importId: string): Promise<number> {
  const stop = new AbortController();
  const due = performance.now() + cancelAfterMs;
  setTimeout(() => stop.abort(new Error('enough')), cancelAfterMs);
  const call = { ...noCall, signal: stop.signal };
  const isCancelled = await application['population.dateCheck']({ importId }, call).then(
    () => false,
    () => true,
  );
  return isCancelled ? performance.now() - due : Number.NaN;
}

async function measureList({ application }: BenchApplication, importId: string): Promise<readonly number[]> {
  const list = (sort: 'id' | 'opened') =>
    application['population.list'](
      { importId, search: '', verdict: 'broken', sort, descending: false, offset: 0, limit: 200 },
      noCall,
    );
  const waits = watchWaits();
  const first = await timed(() => list('id'));
  return [first, await waits.stop(), await timed(() => list('opened'))];
}

/** How long a turn of the loop is ever kept waiting, until it is stopped. */
function watchWaits(): { readonly stop: () => Promise<number> } {
  let longest = 0;
  let watching = true;
  const watch = async (): Promise<number> => {
    while (watching) {
      const before = performance.now();
      await setImmediate();
      longest = Math.max(longest, performance.now() - before);
    }
    return longest;
  };
  const watched = watch();
  return {
    stop: () => {
      watching = false;
      return watched;
    },
  };
}
