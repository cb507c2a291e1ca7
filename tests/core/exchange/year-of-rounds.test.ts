import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { blank, type Known } from './support/answer-history.ts';
import { noCall, restart, shownIn, type YearOffice, yearOffice } from './support/year-office.ts';
import { type Base, type Head, makeBase, type Person, spoken, type Step, step } from './support/year-steps.ts';
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

interface Package {
  readonly from: Head;
  readonly round: number;
  readonly known: Known;
  readonly bytes: Uint8Array;
  readonly passphrase: string | null;
}

interface Year {
  readonly offices: Readonly<Record<Person, YearOffice>>;
  readonly packages: Package[];
  /** The place of the newest package that was collected, by sender and round. */
  readonly collected: Map<string, number>;
}

/** The case that a step is about, in one workspace; null where it has not got it. */
function placeOf(person: Person, index: number) {
  const round = Math.floor(index / 2) % base.rounds.length;
  const here = base.rounds[round]?.at[person];
  const caseId = here?.caseIds[index % 2];
  return here === undefined || caseId === undefined
    ? null
    : { roundId: here.roundId, caseId, name: `${round}/${index % 2}`, round };
}

const placesOf = (person: Person) =>
  Array.from({ length: base.rounds.length * 2 }, (_, index) => placeOf(person, index)).filter(
    (place) => place !== null,
  );

const cellsOf = (name: string): readonly string[] => [...base.items.map((id) => `${name}/${id}`), `${name}/review`];
const cellsOfRound = (round: number): readonly string[] => [0, 1].flatMap((index) => cellsOf(`${round}/${index}`));

async function isHere({ app }: YearOffice, roundId: string): Promise<boolean> {
  return (await app['sampling.rounds']({}, noCall)).some((round) => round.roundId === roundId);
}

/** What a person's own act left in their tables is taken as they left it. */
async function look(office: YearOffice, place: NonNullable<ReturnType<typeof placeOf>>): Promise<void> {
  for (const [cell, content] of await shownIn(office, place)) office.history.shown.set(cell, content);
}

async function write(year: Year, todo: Extract<Step, { at: number }>): Promise<boolean> {
  const office = year.offices[todo.who];
  const place = placeOf(todo.who, todo.at);
  if (place === null || !(await isHere(office, place.roundId))) return false;
  const key = { roundId: place.roundId, caseId: place.caseId, reading: 1 as const };
  const { state, canUndo, canRedo } = await office.app['review.open'](key, noCall);
  if (todo.kind === 'view') await office.app['review.viewed'](key, noCall);
  else if (state === 'done') return false;
  else if (todo.kind === 'answer') {
    await office.app['review.answer']({ ...key, itemId: base.items[todo.item]!, value: todo.value }, noCall);
  } else if (todo.kind === 'close') {
    const answers = Object.fromEntries(base.items.map((id) => [id, { value: 'yes' as const }]));
    const reviews = [{ caseId: place.caseId, answers, close: true }];
    await office.app['review.answerFile'](
      { roundId: place.roundId, answers: { template: 'underretninger', reviews } },
      noCall,
    );
  } else {
    const can = todo.kind === 'undo' ? canUndo : canRedo;
    const done = office.app[`review.${todo.kind}`](key, noCall);
    await (can ? done : expect(done).rejects.toMatchObject({ code: `nothing-to-${todo.kind}` }));
  }
  await look(office, place);
  return true;
}

async function send(year: Year, { who: from, round }: Extract<Step, { kind: 'send' }>): Promise<boolean> {
  const office = year.offices[from];
  const here = base.rounds[round]?.at[from];
  if (here === undefined) return false;
  const target = { ref: 'svar.ltp', name: 'svar.ltp' };
  const secret = round === 2 ? spoken : null;
  const result = { roundId: here.roundId, unit: from, withNames: false, passphrase: secret, target };
  await office.app['exchange.sendResult'](result, noCall);
  office.history.settle(cellsOfRound(round));
  const known = new Map([...office.history.known].filter(([cell]) => cell.startsWith(`${round}/`)));
  year.packages.push({ from, round, known, bytes: office.files.get(target.ref)!, passphrase: secret });
  return true;
}

/** What the tables are to hold of an answer: nothing while two people say two things. */
function answerOf({ history }: YearOffice, cell: string): string {
  const [content = blank, ...others] = history.contents(cell);
  return others.length > 0 ? blank : content;
}

/** The tables were given what the history says; of two readers' reviews one stands, open while an answer is missing. */
async function given(office: YearOffice, round: number): Promise<void> {
  for (const place of placesOf('karen').filter((each) => each.round === round)) {
    for (const [cell, content] of await shownIn(office, place)) {
      const told = cell.endsWith('/review') ? content : answerOf(office, cell);
      office.history.given.set(cell, told);
      office.history.shown.set(cell, told);
    }
  }
}

async function collect(year: Year, office: YearOffice, index: number): Promise<boolean> {
  const sent = year.packages[index];
  if (sent === undefined) return false;
  const { history } = office;
  const file = { ref: 'svar.ltp', name: 'svar.ltp' };
  office.files.set(file.ref, sent.bytes);
  const line = `${sent.from}/${sent.round}`;
  const isNewest = index > (year.collected.get(line) ?? -1);
  const isNews = knows(history.known, sent.known);
  if (isNews || isNewest) history.settle(cellsOfRound(sent.round));
  history.learn(sent.known);
  const outcome = await office.app['exchange.collect']({ file, passphrase: sent.passphrase }, noCall);
  const isFirstOfOwn = sent.round === 2 && !year.collected.has(line);
  expect(outcome.outcome).toBe(isNews || isFirstOfOwn ? 'merged' : 'nothing-new');
  if (isNewest) year.collected.set(line, index);
  if (isNews || isNewest) await given(office, sent.round);
  return true;
}

const knows = (known: Known, other: Known): boolean =>
  [...other].some(([cell, entries]) => entries.some((entry) => known.get(cell)?.includes(entry) !== true));

async function decide(year: Year, { conflict, side }: Extract<Step, { kind: 'decide' }>): Promise<boolean> {
  const { karen } = year.offices;
  const waiting = await conflictsAt(karen);
  const chosen = waiting[conflict % Math.max(1, waiting.length)];
  if (chosen === undefined) return false;
  const { versionId, content } = chosen.sides[side % chosen.sides.length]!;
  karen.history.settle(cellsOf(chosen.name));
  await karen.app['exchange.decide']({ roundId: chosen.roundId, cell: chosen.stored, versionId }, noCall);
  karen.history.decide(chosen.cell, content);
  const place = placesOf('karen').find(({ name }) => name === chosen.name)!;
  for (const [cell, shown] of await shownIn(karen, place)) {
    const told = cell.endsWith('/review') ? shown : answerOf(karen, cell);
    karen.history.given.set(cell, told);
    karen.history.shown.set(cell, told);
  }
  return true;
}

/** The conflicts that the consultant is shown, by the names of the history. */
async function conflictsAt(office: YearOffice) {
  const found = [];
  for (const [round, { at: places }] of base.rounds.entries()) {
    const here = places.karen!;
    if (!(await isHere(office, here.roundId))) continue;
    for (const { cell, caseId, what, versions } of await office.app['exchange.conflicts'](
      { roundId: here.roundId },
      noCall,
    )) {
      const name = `${round}/${here.caseIds.indexOf(caseId ?? '')}`;
      const itemId = what === 'answer' ? decodeURIComponent(cell.split('/')[3] ?? '') : 'review';
      const sides = versions.map(({ versionId, content }) => ({ versionId, content: sideOf(content) }));
      found.push({ roundId: here.roundId, stored: cell, name, cell: `${name}/${itemId}`, sides });
    }
  }
  return found;
}

function sideOf(
  content: Awaited<ReturnType<YearOffice['app']['exchange.conflicts']>>[number]['versions'][number]['content'],
): string {
  if (content.what === 'review') return `${content.reader}/${content.state}`;
  if (content.what !== 'answer') throw new Error(content.what);
  const { itemId: _, ...answer } = content.answer;
  const { value, note, evidence, ...rest } = answer;
  return value === null && note === '' && evidence === '' && Object.keys(rest).length === 0
    ? blank
    : JSON.stringify(answer);
}

/** Every answer and every conflict is what the history says; what was typed since is settled only in the comparison. */
async function check(office: YearOffice): Promise<void> {
  const { history } = office;
  const settled = new (history.constructor as new () => typeof history)();
  settled.known = history.known;
  history.given.forEach((content, cell) => settled.given.set(cell, content));
  history.shown.forEach((content, cell) => settled.shown.set(cell, content));
  const expected = new Map<string, readonly string[]>();
  for (const place of placesOf('karen')) {
    if (!(await isHere(office, place.roundId))) continue;
    const tables = await shownIn(office, place);
    for (const cell of cellsOf(place.name)) {
      if (!cell.endsWith('/review')) expect([cell, tables.get(cell)]).toEqual([cell, history.shown.get(cell) ?? blank]);
      // Only a cell that was in conflict when something was merged waits; typing alone makes none.
      if (!history.isConflict(cell)) continue;
      settled.settle([cell]);
      expected.set(cell, settled.contents(cell));
    }
    const isUndecided = cellsOf(place.name).some((cell) => !cell.endsWith('/review') && history.isConflict(cell));
    if (isUndecided) expect(tables.get(`${place.name}/review`)).not.toMatch(/\/done$/u);
  }
  const waiting = await conflictsAt(office);
  expect(
    new Map(waiting.map(({ cell, sides }) => [cell, [...new Set(sides.map(({ content }) => content))].toSorted()])),
  ).toEqual(expected);
  const status = await office.app['exchange.status']({}, noCall);
  expect(status.reduce((sum, { conflicts }) => sum + conflicts, 0)).toBe(expected.size);
}

async function act(year: Year, todo: Step): Promise<boolean> {
  switch (todo.kind) {
    case 'send':
      return send(year, todo);
    case 'collect':
      return collect(year, year.offices.karen, year.packages.length - 1 - todo.back);
    case 'decide':
      return decide(year, todo);
    case 'restart':
      await restart(year.offices[todo.who]);
      return true;
    case 'answer':
    case 'close':
    case 'redo':
    case 'undo':
    case 'view':
      return write(year, todo);
  }
}

async function liveYear(steps: readonly Step[], order: readonly number[], done: Record<string, number>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'tilsyn-year-'));
  const open = (name: string, reviewer: string) => yearOffice(reviewer, join(folder, name), join(base.folder, name));
  try {
    const offices = {
      karen: await open('karen', 'Karen Konsulent'),
      lars: await open('lars', 'Lars Leder'),
      mona: await open('mona', 'Mona Mester'),
    };
    const year: Year = { offices, packages: [], collected: new Map() };
    for (const todo of steps) {
      const isDone = await act(year, todo);
      done[todo.kind] = (done[todo.kind] ?? 0) + (isDone ? 1 : 0);
      if (isDone) await check(offices.karen);
    }
    done['conflicts'] = (done['conflicts'] ?? 0) + (await conflictsAt(offices.karen)).length;
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
    await check(office);
    const answers = [];
    for (const place of placesOf('karen')) {
      if (await isHere(office, place.roundId)) answers.push(...(await shownIn(office, place)));
    }
    found.push([answers, await conflictsAt(office)]);
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
