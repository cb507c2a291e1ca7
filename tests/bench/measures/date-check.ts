import { setImmediate } from 'node:timers/promises';

import { benchApplication, noCall } from '../application.ts';
import { exampleCsv } from '../files.ts';
import { row, timed } from '../timing.ts';

/** All date rules over all cases, and again from what is kept; how long other work ever waited, and how often it spoke. */
export async function measureDateCheck(): Promise<void> {
  row('\ndate check', 'ms', 'again ms', 'longest wait ms', 'longest silence ms');
  for (const cases of [20_000, 100_000]) {
    const { application, files, close } = await benchApplication();
    files.set('udtræk.csv', exampleCsv(cases));
    const file = { ref: 'udtræk.csv', name: 'udtræk.csv' };
    const { importId } = await application['importing.run']({ file, mapping: null }, noCall);
    await application['population.summary']({ importId }, noCall);
    let spoken = performance.now();
    let silence = 0;
    const report = (): void => {
      silence = Math.max(silence, performance.now() - spoken);
      spoken = performance.now();
    };
    const waits = watchWaits();
    const check = () => application['population.dateCheck']({ importId }, { signal: noCall.signal, report });
    const first = await timed(check);
    const longest = await waits.stop();
    row(`  ${cases} cases`, first, await timed(check), longest, silence);
    await close();
  }
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
