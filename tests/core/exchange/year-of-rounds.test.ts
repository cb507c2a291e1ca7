import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { isHere, placesOf, type Year } from './support/year.ts';
import { act, collect } from './support/year-acts.ts';
import { check, conflictsAt } from './support/year-check.ts';
import { noCall, shownIn, yearOffice } from './support/year-office.ts';
import { type Base, makeBase, type Step, step } from './support/year-steps.ts';
import { fc } from '../../support/fast-check.ts';

/** `TILSYN_COLLECT_RUNS`: how many years are lived through. */
const runs = Number(process.env['TILSYN_COLLECT_RUNS'] ?? 3);
const replay =
  process.env['TILSYN_COLLECT_REPLAY'] === undefined
    ? {}
    : (JSON.parse(process.env['TILSYN_COLLECT_REPLAY']) as { seed: number; path: string });
let base: Base;
const scratch = mkdtempSync(join(tmpdir(), 'tilsyn-year-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));
beforeAll(async () => {
  base = await makeBase(scratch);
}, 240_000);

async function liveYear(steps: readonly Step[], order: readonly number[], done: Record<string, number>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'tilsyn-year-'));
  const open = (name: string, reviewer: string) => yearOffice(reviewer, join(folder, name), join(base.folder, name));
  try {
    const offices = {
      karen: await open('karen', 'Karen Konsulent'),
      lars: await open('lars', 'Lars Leder'),
      mona: await open('mona', 'Mona Mester'),
    };
    const year: Year = { base, offices, packages: [], collected: new Map() };
    for (const todo of steps) {
      const isDone = await act(year, todo);
      done[todo.kind] = (done[todo.kind] ?? 0) + (isDone ? 1 : 0);
      if (isDone) await check(base, offices.karen);
    }
    done['conflicts'] = (done['conflicts'] ?? 0) + (await conflictsAt(base, offices.karen)).length;
    expect(await offices.karen.app['audit.check']({}, noCall)).toMatchObject({ sound: true });
    await inAnyOrder(year, folder, order);
    for (const { app } of Object.values(offices)) await app['workspace.lock']({}, noCall);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A consultant who only collects comes to the same, whatever the order of the packages and however often they come. */
async function inAnyOrder(year: Year, folder: string, order: readonly number[]): Promise<void> {
  const all = year.packages.map((_, index) => index);
  const shuffled = all.toSorted((a, b) => (order[a % order.length] ?? 0) - (order[b % order.length] ?? 0) || b - a);
  const found = [];
  for (const [name, sequence] of [
    ['i rækkefølge', all],
    ['i en anden', [...shuffled, ...shuffled]],
  ] as const) {
    const office = await yearOffice('Karen Konsulent', join(folder, name), join(base.folder, 'karen'));
    const again: Year = { ...year, collected: new Map() };
    for (const index of sequence) await collect(again, office, index);
    await check(base, office);
    const answers = [];
    for (const place of placesOf(base, 'karen')) {
      if (await isHere(office, place.roundId)) answers.push(...(await shownIn(office, place)));
    }
    found.push([answers, await conflictsAt(base, office)]);
    await office.app['workspace.lock']({}, noCall);
  }
  expect(found[1]).toEqual(found[0]);
}

describe('Two heads and a consultant', () => {
  it(
    `live through a year of rounds and lose nothing (${runs} years)`,
    { timeout: 120_000 + runs * 60_000 },
    async () => {
      const done: Record<string, number> = {};
      const year = fc.array(step, { minLength: 15, maxLength: 35 });
      const order = fc.array(fc.nat(1_000), { minLength: 5, maxLength: 12 });
      await fc.assert(
        fc.asyncProperty(year, order, (steps, sequence) => liveYear(steps, sequence, done)),
        { numRuns: runs, ...replay, endOnFailure: process.env['TILSYN_COLLECT_SHRINK'] === undefined },
      );
      console.log(`${runs} years: ${JSON.stringify(done)}`);
    },
  );
});
