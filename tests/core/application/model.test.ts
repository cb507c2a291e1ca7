import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, it } from 'vitest';

import { createApplication } from '#core/application.ts';
import { resourceFolder } from '#core/files/program.ts';
import type { CoreHandlers } from '#shared/contract/operations.ts';
import { samplingPlan } from '#shared/domain/sampling/plan.ts';

import { exportText, plan } from '../review/review-fixture.ts';
import { passphrase, profile, temporaryFolder, type TestPorts, testPorts } from '../store/store-fixture.ts';
import { answered, moved, notesOf, type WorkspaceModel } from './workspace-model.ts';
import { fc } from '../../support/fast-check.ts';

const runs = Number(process.env['TILSYN_WORKSPACE_RUNS'] ?? 8);
const noCall = { signal: new AbortController().signal, report: () => undefined };
const items = ['journal', 'barnets-stemme', 'bisidder'];
const file = { ref: 'sager.csv', name: 'sager.csv' };

interface Real {
  app: CoreHandlers;
  readonly ports: TestPorts;
  readonly importId: string;
  readonly roundId: string;
  readonly caseIds: readonly string[];
  day: number;
  /** The day is new, and nothing has changed on it. */
  untouched: boolean;
  /** What the copy of a day holds: the workspace as it was before the day's first change. */
  readonly copies: Map<string, WorkspaceModel>;
}

type Step =
  | { readonly kind: 'answer'; readonly of: number; readonly item: number; readonly note: string }
  | { readonly kind: 'undo' | 'redo'; readonly of: number }
  | { readonly kind: 'import' | 'draw' | 'lock' | 'kill' | 'damage' | 'day' | 'restore' };

const of = fc.nat(1);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('answer' as const),
      of,
      item: fc.nat(items.length - 1),
      note: fc.string({ unit: 'binary', maxLength: 20 }).map((text) => text.replaceAll('\u0000', '')),
    }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constantFrom('undo' as const, 'redo' as const), of }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('lock' as const, 'kill' as const) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('day' as const) }) },
  fc.record({ kind: fc.constantFrom('import' as const, 'draw' as const, 'damage' as const) }),
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('restore' as const) }) },
);

function dayOf({ day }: Real): string {
  return `2026-02-${String(day).padStart(2, '0')}`;
}

interface Base {
  readonly folder: string;
  readonly importId: string;
  readonly roundId: string;
  readonly caseIds: readonly string[];
}

function portsOf(folder: string): TestPorts {
  const bytes = new TextEncoder().encode(exportText);
  const files = { read: () => Promise.resolve(bytes), write: () => Promise.resolve() };
  return { ...testPorts(folder), resourceFolder, files };
}

/** A workspace with one import and one round; every run begins with a copy of it. */
async function makeBase(): Promise<Base> {
  const folder = temporaryFolder();
  const app = await createApplication(portsOf(folder));
  await app['workspace.create']({ passphrase, ...profile }, noCall);
  const { importId } = await app['importing.run']({ file, mapping: null }, noCall);
  const { roundId } = await app['sampling.draw']({ importId, plan: samplingPlan.parse(plan) }, noCall);
  const caseIds = (await app['review.queue']({ roundId }, noCall)).slice(0, 2).map(({ caseId }) => caseId);
  for (const caseId of caseIds) await app['review.open']({ roundId, caseId, reading: 1 }, noCall);
  await app['workspace.lock']({}, noCall);
  return { folder, importId, roundId, caseIds };
}

async function begin({ folder: base, ...ids }: Base, folder: string): Promise<Real> {
  cpSync(base, folder, { recursive: true });
  const ports = portsOf(folder);
  const app = await createApplication(ports);
  await app['workspace.unlock']({ passphrase }, noCall);
  return { app, ports, ...ids, day: 1, untouched: false, copies: new Map() };
}

/** A program that is gone at once, and the next one: what was only in memory is lost. */
async function kill(real: Real): Promise<void> {
  real.app = await createApplication(real.ports);
  await real.app['workspace.unlock']({ passphrase }, noCall);
}

/** A damaged file is told as such and left as it is. */
async function damage(real: Real): Promise<void> {
  await real.app['workspace.lock']({}, noCall);
  const path = join(real.ports.workspaceFolder, 'tilsyn.ltdb');
  const whole = readFileSync(path);
  const broken = Buffer.from(whole);
  broken[Math.floor(broken.length / 2)]! ^= 1;
  writeFileSync(path, broken);
  const app = await createApplication(real.ports);
  await expect(app['workspace.unlock']({ passphrase }, noCall)).rejects.toMatchObject({ code: 'file-damaged' });
  expect(readFileSync(path).equals(broken)).toBe(true);
  writeFileSync(path, whole);
  await kill(real);
}

async function restore(real: Real, model: WorkspaceModel): Promise<WorkspaceModel> {
  const listed = await real.app['backups.list']({}, noCall);
  const copy = listed.find(
    ({ id, kind }) => kind === 'daily' && [...real.copies.keys()].some((day) => id.includes(day)),
  );
  if (copy === undefined) return model;
  const [, then] = [...real.copies].find(([day]) => copy.id.includes(day))!;
  await real.app['backups.restore']({ id: copy.id, passphrase }, noCall);
  // The copy of a day on which it was restored may be of either; nothing is said of it.
  real.untouched = false;
  return then;
}

async function answer(
  real: Real,
  model: WorkspaceModel,
  todo: Extract<Step, { kind: 'answer' }>,
): Promise<WorkspaceModel> {
  const caseId = real.caseIds[todo.of]!;
  const said = { itemId: items[todo.item]!, note: `${model.said[caseId]?.all.length ?? 0} ${todo.note}` };
  if (notesOf(model, caseId)[said.itemId] === said.note) return model;
  await real.app['review.answer']({ roundId: real.roundId, caseId, reading: 1, ...said }, noCall);
  return answered(model, caseId, said);
}

async function move(real: Real, model: WorkspaceModel, kind: 'undo' | 'redo', of: number): Promise<WorkspaceModel> {
  const caseId = real.caseIds[of]!;
  const next = moved(model, caseId, kind === 'undo' ? -1 : 1);
  const done = real.app[`review.${kind}`]({ roundId: real.roundId, caseId, reading: 1 }, noCall);
  await (next === model ? expect(done).rejects.toMatchObject({ code: `nothing-to-${kind}` }) : done);
  return next;
}

function turnDay(real: Real): void {
  real.day = Math.min(real.day + 1, 28);
  real.untouched = !real.copies.has(dayOf(real)) && real.day < 28;
  real.ports.setDay(dayOf(real));
}

/** What changes nothing that the model says. */
const passing: Readonly<Record<'lock' | 'kill' | 'damage' | 'day', (real: Real) => Promise<void> | void>> = {
  lock: async ({ app }) => {
    await app['workspace.lock']({}, noCall);
    await app['workspace.unlock']({ passphrase }, noCall);
  },
  kill,
  damage,
  day: turnDay,
};

/** Does a step; what the workspace should hold after it. */
async function act(real: Real, model: WorkspaceModel, todo: Step): Promise<WorkspaceModel> {
  if (todo.kind !== 'day' && todo.kind !== 'restore' && real.untouched) {
    real.copies.set(dayOf(real), model);
    real.untouched = false;
  }
  switch (todo.kind) {
    case 'answer':
      return answer(real, model, todo);
    case 'undo':
    case 'redo':
      return move(real, model, todo.kind, todo.of);
    case 'import':
      await real.app['importing.run']({ file, mapping: null }, noCall);
      return { ...model, imports: model.imports + 1 };
    case 'draw': {
      const again = { importId: real.importId, plan: samplingPlan.parse(plan), redrawReason: 'igen' };
      await real.app['sampling.draw'](again, noCall);
      return { ...model, rounds: model.rounds + 1 };
    }
    case 'restore':
      return restore(real, model);
    case 'lock':
    case 'kill':
    case 'damage':
    case 'day':
      await passing[todo.kind](real);
      return model;
  }
}

async function check({ app, roundId, caseIds }: Real, model: WorkspaceModel): Promise<void> {
  expect((await app['importing.list']({}, noCall)).length).toBe(model.imports);
  expect((await app['sampling.rounds']({}, noCall)).length).toBe(model.rounds);
  for (const caseId of caseIds) {
    const { answers } = await app['review.open']({ roundId, caseId, reading: 1 }, noCall);
    const notes = answers.filter(({ note }) => note !== '').map(({ itemId, note }) => [itemId, note] as const);
    expect(Object.fromEntries(notes)).toEqual(notesOf(model, caseId));
  }
  expect(await app['audit.check']({}, noCall)).toMatchObject({ sound: true });
}

it(
  `a workspace holds what a model of it says, whatever is done to it (${runs} runs)`,
  { timeout: 60_000 + runs * 20_000 },
  async () => {
    const base = await makeBase();
    const done: Record<string, number> = {};
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
        const folder = mkdtempSync(join(tmpdir(), 'tilsyn-model-'));
        try {
          const real = await begin(base, folder);
          let model: WorkspaceModel = { imports: 1, rounds: 1, said: {} };
          for (const todo of steps) {
            const before = model;
            model = await act(real, model, todo);
            await check(real, model);
            const kind = todo.kind === 'restore' && model === before ? 'no copy to restore' : todo.kind;
            done[kind] = (done[kind] ?? 0) + 1;
          }
          await kill(real);
          await check(real, model);
          await real.app['workspace.lock']({}, noCall);
        } finally {
          rmSync(folder, { recursive: true, force: true });
        }
      }),
      { numRuns: runs },
    );
    console.log(`${runs} runs: ${JSON.stringify(done)}`);
  },
);
