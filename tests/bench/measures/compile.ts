import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

import { nodeFileSystem } from '../../../electron/core/store/file-system.ts';
import { loadSql } from '../../../electron/core/store/load-sql.ts';
import type { Statements } from '../../../electron/core/store/statements.ts';
import { answersOfRound, casesOfRound } from '../../../electron/core/store/tables/answer-tables.ts';
import { byPassphrase, unlockSession } from '../../../electron/core/store/unlock-session.ts';
import { samplingPlan } from '../../../shared/domain/sampling/plan.ts';
import { type BenchApplication, benchApplication, noCall } from '../application.ts';
import { exampleCsv } from '../files.ts';
import { fillWorkspace } from '../fill-workspace.ts';
import { quantile, row, runs, timed } from '../timing.ts';

const filling = { rounds: 12, reviews: 500 };
const goal = 300;
/** The start page has to be painted and the other one chosen before anybody can ask. */
const untilAPersonIsThere = 1_000;

/**
 * A year of large rounds put together on the page: the first time after opening, asked by a program at once and by a person,
 * who needs a second to get there; again; and after one answer.
 */
export async function measureCompile(): Promise<void> {
  row('\n12 rounds of 500 reviews of 45 items together', 'p50 ms', 'worst ms', 'processor ms', 'goal');
  const bench = await benchApplication();
  try {
    const { itemIds } = await drawnRound(bench);
    await bench.application['workspace.lock']({}, noCall);
    await fillWorkspace(bench.ports, bench.passphrase, { ...filling, itemIds });
    report('  as soon as the workspace is open', await firstTimes(bench, 0));
    report('  a person’s first: one second after', await firstTimes(bench, untilAPersonIsThere));
    report('  again', await repeated(() => matrix(bench)));
    report('  another choice: by team, one team', await repeated(() => matrix(bench, 'team', 'Team Nord')));
    const changed: Timing[] = [];
    for (let run = 0; run < runs; run += 1) {
      const value = run % 2 === 0 ? ('no' as const) : ('partly' as const);
      const key = { roundId: 'fill-3', caseId: 'case-7', reading: 1 as const, itemId: itemIds[0] ?? '' };
      await bench.application['review.reopen']({ ...key, reason: 'bænk' }, noCall).catch(() => undefined);
      await bench.application['review.answer']({ ...key, value }, noCall);
      changed.push(await processorTimed(() => matrix(bench)));
    }
    report('  after one answer', changed);
    report('  floor: the same SQL read and nothing else', await floors(bench));
  } finally {
    await bench.close();
  }
}

/** Every time in a workspace that was just opened: nothing of its rounds is known but what was read in between. */
async function firstTimes(bench: BenchApplication, pauseMs: number): Promise<readonly Timing[]> {
  const first: Timing[] = [];
  for (let run = 0; run < runs; run += 1) {
    await reopen(bench);
    if (pauseMs > 0) await setTimeout(pauseMs);
    first.push(await processorTimed(() => matrix(bench)));
  }
  return first;
}

interface Timing {
  readonly wall: number;
  readonly processor: number;
}

async function processorTimed(work: () => Promise<unknown>): Promise<Timing> {
  const before = process.cpuUsage();
  const wall = await timed(work);
  const { user, system } = process.cpuUsage(before);
  return { wall, processor: (user + system) / 1_000 };
}

async function repeated(work: () => Promise<unknown>): Promise<readonly Timing[]> {
  const times: Timing[] = [];
  for (let run = 0; run < runs; run += 1) times.push(await processorTimed(work));
  return times;
}

function report(name: string, times: readonly Timing[]): void {
  const walls = times.map(({ wall }) => wall);
  const processor = quantile(
    times.map((each) => each.processor),
    0.5,
  );
  row(name, quantile(walls, 0.5), Math.max(...walls), processor, goal);
}

function matrix({ application }: BenchApplication, by: 'all' | 'team' = 'all', group: string | null = null) {
  const roundIds = Array.from({ length: filling.rounds }, (_, index) => `fill-${index}`);
  return application['compile.matrix']({ roundIds, by, group }, noCall);
}

async function reopen({ application, passphrase }: BenchApplication): Promise<void> {
  if ((await application['workspace.status']({}, noCall)).state === 'open') {
    await application['workspace.lock']({}, noCall);
  }
  await application['workspace.unlock']({ passphrase }, noCall);
}

async function drawnRound({ application, files }: BenchApplication): Promise<{ readonly itemIds: readonly string[] }> {
  files.set('udtræk.csv', exampleCsv(20_000));
  const file = { ref: 'udtræk.csv', name: 'udtræk.csv' };
  const { importId } = await application['importing.run']({ file, mapping: null }, noCall);
  const plan = samplingPlan.parse({ parts: [{ kind: 'random', size: filling.reviews }] });
  const { roundId } = await application['sampling.draw']({ importId, plan }, noCall);
  const [line] = await application['review.queue']({ roundId }, noCall);
  const opened = await application['review.open']({ roundId, caseId: line?.caseId ?? '', reading: 1 }, noCall);
  return { itemIds: opened.template.sections.flatMap(({ items }) => items.map(({ id }) => id)) };
}

async function floors({ application, ports, passphrase }: BenchApplication): Promise<readonly Timing[]> {
  await application['workspace.lock']({}, noCall);
  const path = join(ports.workspaceFolder, 'tilsyn.ltdb');
  const around = { ports, sql: await loadSql(), fileSystem: nodeFileSystem, path, patienceMs: 1_000 };
  const times: Timing[] = [];
  for (let run = 0; run < runs; run += 1) {
    const { session } = await unlockSession(around, byPassphrase(passphrase));
    times.push(await processorTimed(() => Promise.resolve(readAll(session.database().statements))));
    session.close();
  }
  return times;
}

function readAll(statements: Statements): void {
  for (let index = 0; index < filling.rounds; index += 1) {
    for (const sql of [casesOfRound, answersOfRound]) statements.all(sql, [`fill-${index}`]);
  }
}
