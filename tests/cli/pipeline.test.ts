import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { DrawRecord } from '../../shared/domain/sampling/draw-record.ts';
import type { ItemFigure } from '../../shared/domain/report/figures.ts';
import { cliJson, programJson, runCli, runProgram } from '../support/run-cli.ts';

const exportsFolder = resolve(import.meta.dirname, '../fixtures/exports');
const exportFiles = ['sager-win1252.csv', 'indsatser-flere-raekker.xlsx', 'sager-utf16-tab.txt'] as const;

interface Imported {
  readonly importId: string;
  readonly rows: Record<'total' | 'header' | 'blank' | 'accepted' | 'rejected', number>;
  readonly cases: number;
  readonly problems: readonly { row: number; column?: string; code: string; message: string }[];
}
interface Drawn {
  readonly roundId: string;
  readonly drawNumber: number;
  readonly seed: string;
  readonly strata: DrawRecord['strata'];
  readonly cases: DrawRecord['cases'];
  readonly record: DrawRecord;
}
interface Reported {
  readonly sheets: readonly string[];
  readonly figures: { readonly items: readonly ItemFigure[] };
}
interface Failed {
  readonly error: { readonly code: string; readonly message: string };
}

let folder: string;
const at = (name: string): string => join(folder, name);
const inWorkspace = (...words: string[]): string[] => [...words, '--workspace', at('workspace')];
const write = async (name: string, value: unknown): Promise<string> => {
  await writeFile(at(name), JSON.stringify(value));
  return at(name);
};

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tilsyn-cli-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe.each(exportFiles)('the command line on %s', (file) => {
  // One of the files by the program itself, each command in a process of its own.
  const json = file === exportFiles[0] ? programJson : cliJson;

  it('imports, draws, answers, reports and verifies', async () => {
    const expected = JSON.parse(await readFile(join(exportsFolder, `${file}.expected.json`), 'utf8'));
    const imported = await json<Imported>(inWorkspace('import', join(exportsFolder, file)));
    expect(imported.rows).toEqual(expected.rows);
    expect(imported.cases).toBe(expected.cases);
    expect(imported.problems.map(({ row, column, code }) => ({ row, ...(column && { column }), code }))).toEqual(
      expected.problems,
    );

    const plan = {
      asOf: '2025-11-03',
      seed: '20260115-4711',
      unit: 'child',
      parts: [
        { kind: 'random', size: 30, stratifyBy: 'team', allocation: 'proportional' },
        { kind: 'targeted', rule: 'bfu-over-4-maaneder', size: 5 },
      ],
    };
    const planPath = await write('plan.json', plan);
    const drawn = await json<Drawn>(inWorkspace('draw', '--import', imported.importId, '--plan', planPath));
    expect(drawn.drawNumber).toBe(1);
    expect(drawn.seed).toBe('20260115-4711');
    const random = drawn.strata.filter(({ part }) => part === 'random');
    expect(Object.fromEntries(random.map(({ name, size }) => [name, size]))).toEqual(expected.casesPerTeam);
    expect(random.reduce((sum, stratum) => sum + stratum.drawn, 0)).toBe(30);
    expect(drawn.cases).toHaveLength(35);

    const answers = drawn.cases.map(({ caseId }, index) => ({
      caseId,
      answers: { 'barnets-stemme': { value: ['yes', 'no', 'yes', 'partly', 'cannot-tell'][index % 5] } },
    }));
    const answersPath = await write('answers.json', { template: 'barnets-lov', reviews: answers });
    const answered = await json<{ accepted: number; rejected: unknown[] }>(
      inWorkspace('answer', '--round', drawn.roundId, '--answers', answersPath),
    );
    expect(answered).toEqual({ accepted: 35, rejected: [] });

    const out = at('rapport.xlsx');
    const report = await json<Reported>(
      inWorkspace('report', '--round', drawn.roundId, '--kind', 'administrative', '--out', out),
    );
    const figures = report.figures.items.filter(({ id }) => id === 'barnets-stemme');
    const targeted = figures.find(({ part }) => part === 'targeted');
    expect(figures.find(({ part }) => part === 'random')).toMatchObject({ n: 30, na: 0, unanswered: 0 });
    expect(targeted).toMatchObject({ n: 5, rate: null, interval: null });
    expect((await readFile(out)).subarray(0, 2).toString()).toBe('PK');

    const recordPath = await write('record.json', drawn.record);
    const verified = await json<{ same: boolean }>(['verify', '--record', recordPath, join(exportsFolder, file)]);
    expect(verified.same).toBe(true);
    const changed = { ...drawn.record, seed: 'et andet frø' };
    const forged = await runCli([
      'verify',
      '--record',
      await write('forged.json', changed),
      join(exportsFolder, file),
      '--json',
    ]);
    expect(forged.code).toBe(1);
    expect(JSON.parse(forged.stdout)).toMatchObject({ same: false });
  });
});

describe('what goes wrong on the command line', () => {
  it('says so in Danish, with a code, exit code 1, and leaves the workspace as it was', async () => {
    await writeFile(at('rapport.pdf'), '%PDF-1.7 not an export');
    const run = await runProgram([...inWorkspace('import', at('rapport.pdf')), '--json']);
    expect(run.code).toBe(1);
    expect((JSON.parse(run.stdout) as Failed).error.code).toBe('file-is-pdf');
    expect((JSON.parse(run.stdout) as Failed).error.message).toContain('PDF');
  });

  it('refuses a wrong passphrase and a missing one', async () => {
    await cliJson<Imported>(inWorkspace('import', join(exportsFolder, 'sager-utf16-tab.txt')));
    const plan = await write('plan.json', { parts: [{ kind: 'random', size: 3 }] });
    const words = [...inWorkspace('draw', '--import', 'x', '--plan', plan), '--json'];
    const wrong = await runProgram(words, { TILSYN_PASSPHRASE: 'en helt anden adgangskode' });
    expect([wrong.code, (JSON.parse(wrong.stdout) as Failed).error.code]).toEqual([1, 'wrong-passphrase']);
    const missing = await runProgram(words, { TILSYN_PASSPHRASE: '' });
    expect([missing.code, (JSON.parse(missing.stdout) as Failed).error.code]).toEqual([1, 'workspace-locked']);
  });

  it('answers what it does not understand with JSON too, where JSON is asked for', async () => {
    for (const words of [['tegn'], ['import', '--ukendt']]) {
      const run = await runCli([...words, '--json']);
      expect([run.code, (JSON.parse(run.stdout) as Failed).error.code]).toEqual([1, 'invalid-input']);
      expect(run.stderr).toContain('TILSYN_PASSPHRASE');
    }
  });

  it('names the part of a plan that it does not understand', async () => {
    await cliJson<Imported>(inWorkspace('import', join(exportsFolder, 'sager-utf16-tab.txt')));
    const plan = await write('plan.json', { parts: [{ kind: 'lottery', size: 3 }] });
    const run = await runCli([...inWorkspace('draw', '--import', 'x', '--plan', plan), '--json']);
    const { error } = JSON.parse(run.stdout) as Failed;
    expect(error.code).toBe('plan-invalid');
    expect(error.message).toContain('parts.0.kind');
  });

  it('takes a mapping by hand for columns that are named otherwise', async () => {
    const text = 'Nøgle;Hvem;Enhedens navn\nA-1;Rosa Riis;Nord\nA-2;Bo Holm;Syd\n';
    await writeFile(at('liste.csv'), text);
    const mapping = await write('map.json', {
      columns: { Nøgle: 'case_id', 'Enhedens navn': 'team', Hvem: 'caseworker' },
    });
    const imported = await cliJson<Imported & { columns: { header: string; field: string }[] }>(
      inWorkspace('import', at('liste.csv'), '--mapping', mapping),
    );
    expect(imported.cases).toBe(2);
    expect(imported.columns.map(({ field }) => field)).toEqual(['case_id', 'caseworker', 'team']);
  });
});
