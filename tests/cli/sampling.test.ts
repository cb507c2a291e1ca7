import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

import { createApplication } from '#core/application.ts';
import { diskFiles } from '#core/files/disk-files.ts';
import { resourceFolder } from '#core/files/program.ts';
import { systemClock } from '#core/files/system-clock.ts';
import { systemRandom } from '#core/files/system-random.ts';
import type { YearPlan } from '#shared/contract/sampling.ts';
import { noPolicy } from '#shared/domain/policy.ts';
import type { DrawRecord } from '#shared/domain/sampling/draw-record.ts';

import { cliJson, programJson, runCli } from '../support/run-cli.ts';
import { hasWorkbookReader, readWorkbook } from '../support/read-workbook.ts';

const exportPath = resolve(import.meta.dirname, '../fixtures/exports/sager-win1252.csv');
const passphrase = 'en lang adgangskode';
const noCall = { signal: new AbortController().signal, report: () => undefined };

interface Drawn {
  readonly roundId: string;
  readonly cases: DrawRecord['cases'];
  readonly strata: DrawRecord['strata'];
  readonly record: DrawRecord;
}
interface Verified {
  readonly same: boolean;
  readonly differences: readonly string[];
}

// Each command is a process of its own.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

let folder: string;
let importId: string;
let drawn: Drawn;
const at = (name: string): string => join(folder, name);
const inWorkspace = (...words: string[]): string[] => [...words, '--workspace', at('workspace')];
const write = async (name: string, value: unknown): Promise<string> => {
  await writeFile(at(name), typeof value === 'string' ? value : JSON.stringify(value));
  return at(name);
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tilsyn-cli-sampling-'));
  importId = (await cliJson<{ importId: string }>(inWorkspace('import', exportPath))).importId;
  drawn = await draw();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Ten cases by team, drawn from the real export. */
async function draw(parts?: unknown): Promise<Drawn> {
  const plan = {
    asOf: '2025-11-03',
    seed: '20260115-4711',
    parts: parts ?? [{ kind: 'random', size: 10, stratifyBy: 'team' }],
  };
  return cliJson<Drawn>(inWorkspace('draw', '--import', importId, '--plan', await write('plan.json', plan)));
}

/** A replacement, which only the window makes: by the application on the same folder. */
async function replace(roundId: string, caseId: string): Promise<void> {
  const application = await createApplication({
    workspaceFolder: at('workspace'),
    resourceFolder,
    programVersion: '0.0.0-test',
    files: diskFiles,
    clock: systemClock,
    random: systemRandom,
    keyCost: { N: 1024, r: 8, p: 1 },
    keyStore: null,
    policy: noPolicy,
    announce: () => undefined,
  });
  await application['workspace.unlock']({ passphrase }, noCall);
  await application['sampling.replace']({ roundId, caseId, reason: 'transferred' }, noCall);
  await application['workspace.lock']({}, noCall);
}

async function verify(record: DrawRecord | string, file = exportPath): Promise<Verified> {
  const path = typeof record === 'string' ? record : await write('record.json', record);
  return cliJson<Verified>(['verify', '--record', path, file]);
}

describe('enlarge', () => {
  it('keeps every case there was, takes the next of each stratum, and the record still repeats', async () => {
    const first = await draw();
    const larger = await programJson<Drawn & { added: number }>(
      inWorkspace('enlarge', '--round', first.roundId, '--size', '16', '--reason', 'For få til at sige noget'),
    );
    expect(larger.added).toBe(6);
    expect(larger.cases).toHaveLength(16);
    expect(larger.cases).toEqual(expect.arrayContaining([...first.cases]));
    for (const { name, drawn } of larger.strata) {
      const ranks = larger.cases.filter(({ stratum }) => stratum === name).map(({ rank }) => rank);
      expect(ranks.toSorted((a, b) => a - b)).toEqual(Array.from({ length: drawn }, (_, index) => index + 1));
    }
    expect(larger.record.enlargements).toMatchObject([{ size: 16, added: 6, reason: 'For få til at sige noget' }]);
    expect(await verify(larger.record)).toEqual({ same: true, differences: [] });
  });

  it('repeats after replacements and enlargements in turn, and not when one of them is forged', async () => {
    const first = await draw();
    const { roundId } = first;
    await replace(roundId, first.cases[0]!.caseId);
    await cliJson(inWorkspace('enlarge', '--round', roundId, '--size', '14'));
    await replace(roundId, first.cases[5]!.caseId);
    await cliJson(inWorkspace('enlarge', '--round', roundId, '--size', '20'));
    await programJson(inWorkspace('record', '--round', roundId, '--out', at('lodtraekning.json')));
    expect(await verify(at('lodtraekning.json'))).toEqual({ same: true, differences: [] });

    const record = JSON.parse(await readFile(at('lodtraekning.json'), 'utf8')) as DrawRecord;
    expect([record.cases.length, record.replaced.length, record.enlargements?.length]).toEqual([22, 2, 2]);
    const [step, ...steps] = record.replaced;
    const chosen = record.cases.at(-1)!.caseId;
    const forged = { ...record, replaced: [{ ...step!, replacedBy: chosen }, ...steps] };
    expect(await verify(forged)).toMatchObject({
      same: false,
      differences: expect.arrayContaining([`Sag ${step!.caseId} er ikke erstattet af den næste i rækken.`]),
    });
    const unreplaced = await verify({ ...record, replaced: [] });
    expect(unreplaced.same).toBe(false);
  });

  it('refuses a size that is not larger, a part that is not there, and more than there is', async () => {
    const { roundId } = drawn;
    for (const [words, code] of [
      [['--size', '10'], 'plan-invalid'],
      [['--size', '12', '--part', '2'], 'plan-invalid'],
      [['--size', '100000'], 'sample-larger-than-frame'],
      [['--size', 'ti'], 'invalid-input'],
    ] as const) {
      const run = await runCli([...inWorkspace('enlarge', '--round', roundId, ...words), '--json']);
      expect([run.code, (JSON.parse(run.stdout) as { error: { code: string } }).error.code]).toEqual([1, code]);
    }
  });
});

describe('verify', () => {
  it('says which column a file lacks that was drawn from, with exit code 1 and no failure', async () => {
    const { record } = drawn;
    const text = new TextDecoder('windows-1252').decode(await readFile(exportPath));
    const other = await write('anden.csv', text.replace('Opmærksomhedsdato', 'Noget andet'));
    const run = await runCli(['verify', '--record', await write('record.json', record), other, '--json']);
    expect(run.code).toBe(1);
    expect(JSON.parse(run.stdout)).toEqual({
      same: false,
      differences: ['Filen mangler kolonnen "Opmærksomhedsdato", som var i den fil, der blev trukket fra.'],
    });
    expect(run.stderr).toContain('Opmærksomhedsdato');
  });

  it('lists what differs when a drawn case is gone from the export', async () => {
    const { record, cases } = drawn;
    const gone = cases[0]!.caseId;
    const lines = new TextDecoder('windows-1252').decode(await readFile(exportPath)).split('\r\n');
    const other = await write('anden.csv', lines.filter((line) => !line.includes(gone)).join('\r\n'));
    const { same, differences } = await verify(record, other);
    expect(same).toBe(false);
    expect(differences).toContain(`Sag ${gone} står i kontrolarket, men trækkes ikke.`);
    expect(differences).toContain('Sagslisten er en anden: 420 sager i kontrolarket, 419 nu.');
  });
});

describe('sheet', () => {
  it('writes a workbook with seed, fingerprint, every case and ticket, and no caseworker', async () => {
    const parts = [{ kind: 'random', size: 10, stratifyBy: 'caseworker' }];
    const { roundId, record } = await draw(parts);
    const out = at('kontrolark.xlsx');
    expect(await programJson(inWorkspace('sheet', '--round', roundId, '--out', out))).toEqual({ path: out });
    expect((await readFile(out)).subarray(0, 2).toString()).toBe('PK');
    if (!hasWorkbookReader) return;
    const text = JSON.stringify(readWorkbook(out));
    for (const { caseId, ticket } of record.cases) {
      expect(text).toContain(caseId);
      expect(text).toContain(ticket);
    }
    expect(text).toContain(record.seed);
    expect(text).toContain(record.populationFingerprint);
    for (const { name } of record.strata) {
      expect(text).not.toContain(name);
    }
  });

  it('refuses a round that is not there', async () => {
    const run = await runCli([...inWorkspace('sheet', '--round', 'x', '--out', at('a.xlsx')), '--json']);
    expect([run.code, (JSON.parse(run.stdout) as { error: { code: string } }).error.code]).toEqual([
      1,
      'round-not-found',
    ]);
  });
});

describe('year-plan', () => {
  /** In a workspace of its own, in which nothing is drawn yet. */
  const ofYear = (...words: string[]): string[] => [...words, '--workspace', at('year')];
  const words = (id: string, ...more: string[]) =>
    ofYear('year-plan', '--import', id, '--by', 'team', '--per-year', '12', ...more);

  it('counts what was drawn, proposes a plan that can be drawn, and is then up to its quota', async () => {
    const { importId: id } = await cliJson<{ importId: string }>(ofYear('import', exportPath));
    // Draws are dated today, so the plan is for the last month of this year.
    const month = `${new Date().getFullYear()}-12`;
    const before = await programJson<YearPlan>(words(id, '--month', month));
    const names = before.groups.map(({ name }) => name);
    expect(names).toEqual(names.toSorted(new Intl.Collator('da').compare));
    expect(before.notCovered).toEqual(names);
    for (const { cases, quota, due, drawn, proposed } of before.groups) {
      expect([quota, due, drawn, proposed]).toEqual([Math.min(12, cases), quota, 0, Math.min(12, cases)]);
    }
    const planPath = await write('forslag.json', before.plan);
    const taken = await cliJson<Drawn>(ofYear('draw', '--import', id, '--plan', planPath));
    expect(taken.cases).toHaveLength(before.groups.reduce((sum, { proposed }) => sum + proposed, 0));
    const after = await cliJson<YearPlan>(words(id, '--month', month));
    expect(after.groups.map((group) => [group.name, group.drawn, group.proposed])).toEqual(
      before.groups.map(({ name, proposed }) => [name, proposed, 0]),
    );
    expect([after.notCovered, after.plan]).toEqual([[], null]);
    expect(await verify(taken.record)).toMatchObject({ same: true });
  });

  it('refuses another grouping, a quota that is no number and a month that is none', async () => {
    for (const more of [
      ['--by', 'barn'],
      ['--per-year', '0'],
      ['--month', '2025-13'],
    ]) {
      const run = await runCli([...words(importId, ...more), '--json']);
      expect([run.code, (JSON.parse(run.stdout) as { error: { code: string } }).error.code]).toEqual([
        1,
        'invalid-input',
      ]);
    }
  });
});
