import { readdirSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

import { expect, it } from 'vitest';

import { answerAll, itemIds, type OpenRound, openRound } from '../review/review-fixture.ts';
import { passphrase } from '../store/store-fixture.ts';

const seconds = Number(process.env['TILSYN_SOAK_SECONDS'] ?? 8);
const leastDays = 12;
/** Until then code is compiled and caches fill. */
const warmUp = 0.25;

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

interface Memory {
  readonly heap: number;
  readonly buffers: number;
}

function memory(): Memory {
  collectGarbage();
  collectGarbage();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return { heap: heapUsed, buffers: arrayBuffers };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** A day's work in a second: cases opened, answered, drafted, undone; reports looked at and written; locked, unlocked. */
async function workADay({ app, roundId, ids }: OpenRound, items: readonly string[], day: number): Promise<number> {
  let acts = 0;
  for (const caseId of ids.slice(1, 3)) {
    await app['review.viewed']({ roundId, caseId });
    for (const [index, itemId] of items.slice(0, 8).entries()) {
      const value = (index + day) % 3 === 0 ? 'no' : 'yes';
      await app['review.answer']({ roundId, caseId, itemId, value });
      // As a note grows while it is written.
      for (const note of ['Set', 'Set i notatet', `Set i notatet den ${day}.`]) {
        await app['review.answer']({ roundId, caseId, itemId, note });
      }
      acts += 4;
    }
    await app['review.undo']({ roundId, caseId });
    await app['review.undo']({ roundId, caseId });
    await app['review.redo']({ roundId, caseId });
    await app['review.open']({ roundId, caseId });
    acts += 5;
  }
  await app['review.queue']({ roundId });
  await app['workspace.overview']({});
  await app['report.preview']({ roundId, kind: 'administrative', rows: 50 });
  await app['report.write']({ roundId, kind: 'administrative', target: { ref: 'a.xlsx', name: 'a.xlsx' } });
  await app['workspace.lock']({});
  await app['workspace.unlock']({ passphrase });
  return acts + 6;
}

it(
  `memory is steady and no temporary files gather while work goes on (${seconds} s, at least ${leastDays} days)`,
  { timeout: 600_000 + seconds * 4_000 },
  async () => {
    const round = await openRound();
    const { ids, roundId, app, ports } = round;
    await answerAll(round, ids[0]!);
    const items = await itemIds(app, roundId, ids[0]!);
    const seen: (Memory & { readonly at: number })[] = [];
    const started = performance.now();
    let [acts, temporary] = [0, 0];
    const passed = (): number => (performance.now() - started) / 1_000;
    for (let day = 0; day < leastDays || passed() < seconds; day += 1) {
      acts += await workADay(round, items, day);
      ports.events.length = 0;
      const left = readdirSync(ports.workspaceFolder, { recursive: true, encoding: 'utf8' });
      temporary = Math.max(temporary, left.filter((name) => name.endsWith('.tmp')).length);
      seen.push({ ...memory(), at: day });
    }
    const settled = seen.slice(Math.floor(seen.length * warmUp));
    const part = Math.max(3, Math.floor(settled.length / 4));
    const [first, last] = [settled.slice(0, part), settled.slice(-part)].map((some) =>
      median(some.map(({ heap }) => heap)),
    );
    const growth = last! / first! - 1;
    const megabytes = (bytes: number): string => (bytes / 2 ** 20).toFixed(1);
    console.log(
      `${passed().toFixed(0)} s, ${seen.length} days, ${acts} acts: heap ${megabytes(first!)} -> ${megabytes(last!)} MB ` +
        `(${(growth * 100).toFixed(1)} %), buffers ${megabytes(settled[0]!.buffers)} -> ${megabytes(seen.at(-1)!.buffers)} MB, ` +
        `at most ${temporary} temporary files`,
    );
    expect(Math.abs(growth)).toBeLessThan(0.1);
    expect(temporary).toBeLessThanOrEqual(1);
  },
);
