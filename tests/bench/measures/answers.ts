import { open } from 'node:fs/promises';
import { join } from 'node:path';

import { samplingPlan } from '../../../shared/domain/sampling/plan.ts';
import { type BenchApplication, benchApplication, noCall } from '../application.ts';
import { exampleCsv } from '../files.ts';
import { fillWorkspace } from '../fill-workspace.ts';
import { quantile, row, timed } from '../timing.ts';

/** The goals of the rows below, in milliseconds at the 95th percentile. */
const sizes = [
  { rounds: 1, reviews: 445, goal: 50 },
  { rounds: 12, reviews: 500, goal: 100 },
] as const;
const presses = 500;

/**
 * From an answer to its being safely on disk, while so many other answers and their log lines are there. The floor is
 * one synced append, taken by turns with the answers: on a busy machine it says how much of a time is the machine's.
 */
export async function measureAnswers(): Promise<void> {
  row(
    '\nanswer to safely on disk',
    'p50 ms',
    'p95 ms',
    'worst ms',
    'goal p95',
    'floor p50',
    'floor p95',
    'open ms',
    'lock ms',
  );
  for (const { rounds, reviews, goal } of sizes) {
    const bench = await benchApplication();
    try {
      const { roundId, caseIds, itemIds } = await drawnCases(bench);
      await bench.application['workspace.lock']({}, noCall);
      await fillWorkspace(bench.ports, bench.passphrase, { rounds, reviews, itemIds });
      const { passphrase } = bench;
      const opening = await timed(() => bench.application['workspace.unlock']({ passphrase }, noCall));
      // The first change of a session makes the copy of the day; it is not what a reader waits for item by item.
      const [times, floors]: [number[], number[]] = [[], []];
      const floor = await appendAndSync(bench.workspaceFolder);
      for (let press = 0; press < presses; press += 1) {
        const itemId = itemIds[press % itemIds.length] ?? '';
        const caseId = caseIds[Math.floor(press / itemIds.length) % caseIds.length] ?? '';
        const value = press % 2 === 0 ? ('yes' as const) : ('no' as const);
        const answer = { roundId, caseId, reading: 1 as const, itemId, value };
        times.push(await timed(() => bench.application['review.answer'](answer, noCall)));
        floors.push(await timed(floor.append));
      }
      await floor.close();
      const lock = await timed(() => bench.application['workspace.lock']({}, noCall));
      const answers = rounds * reviews * itemIds.length;
      row(
        `  with ${answers} answers present`,
        quantile(times, 0.5),
        quantile(times, 0.95),
        Math.max(...times),
        goal,
        quantile(floors, 0.5),
        quantile(floors, 0.95),
        opening,
        lock,
      );
    } finally {
      await bench.close();
    }
  }
}

/** The least that anything safely on disk takes here: 4096 bytes behind the last ones, synced. */
async function appendAndSync(folder: string) {
  const file = await open(join(folder, 'floor'), 'w');
  const block = Buffer.alloc(4096, 1);
  let position = 0;
  const append = async (): Promise<void> => {
    await file.write(block, 0, block.length, position);
    await file.sync();
    position += block.length;
  };
  return { append, close: () => file.close() };
}

async function drawnCases({ application, files }: BenchApplication) {
  files.set('udtræk.csv', exampleCsv(500));
  const file = { ref: 'udtræk.csv', name: 'udtræk.csv' };
  const { importId } = await application['importing.run']({ file, mapping: null }, noCall);
  const plan = samplingPlan.parse({ parts: [{ kind: 'random', size: 12 }] });
  const { roundId } = await application['sampling.draw']({ importId, plan }, noCall);
  const caseIds = (await application['review.queue']({ roundId }, noCall)).map(({ caseId }) => caseId);
  const caseId = caseIds[0] ?? '';
  const { template } = await application['review.open']({ roundId, caseId, reading: 1 }, noCall);
  return { roundId, caseIds, itemIds: template.sections.flatMap(({ items }) => items.map(({ id }) => id)) };
}
