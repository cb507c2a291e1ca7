import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { afterAll, beforeAll, expect, it } from 'vitest';

import { cliJson, runCli, runProgram } from '../support/run-cli.ts';

const source = resolve(import.meta.dirname, '../fixtures/exports/sager-win1252.csv');

let folder: string;
let roundId: string;
const at = (name: string): string => join(folder, name);
const inWorkspace = (...words: string[]): string[] => [...words, '--workspace', at('workspace'), '--json'];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tilsyn-cli-report-'));
  const { importId } = await cliJson<{ importId: string }>(inWorkspace('import', source));
  const plan = { asOf: '2025-11-03', seed: 'en prøve', parts: [{ kind: 'random', size: 12, stratifyBy: 'team' }] };
  await writeFile(at('plan.json'), JSON.stringify(plan));
  ({ roundId } = await cliJson<{ roundId: string }>(
    inWorkspace('draw', '--import', importId, '--plan', at('plan.json')),
  ));
}, 60_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

it('never replaces a file unless it is told to, and then writes the same bytes', async () => {
  const words = inWorkspace('report', '--round', roundId, '--kind', 'leader', '--out', at('leder.xlsx'));
  expect((await runProgram(words)).code).toBe(0);
  const before = await readFile(at('leder.xlsx'));
  const again = await runCli(words);
  expect(again.code).toBe(1);
  expect(JSON.parse(again.stdout)).toMatchObject({ error: { code: 'report-target-exists' } });
  expect(again.stderr).toContain('--overwrite');
  expect((await runCli([...words, '--overwrite'])).code).toBe(0);
  expect((await readFile(at('leder.xlsx'))).equals(before)).toBe(true);
}, 60_000);

it('writes the format that the file name ends with, and only those a report has', async () => {
  const report = (kind: string, name: string) =>
    runCli(inWorkspace('report', '--round', roundId, '--kind', kind, '--out', at(name)));
  expect((await report('political', 'udvalg.pdf')).code).toBe(0);
  expect((await readFile(at('udvalg.pdf'))).subarray(0, 5).toString()).toBe('%PDF-');
  expect((await report('year', 'punkt.docx')).code).toBe(0);
  expect((await readFile(at('punkt.docx'))).subarray(0, 2).toString()).toBe('PK');
  const refused = await report('administrative', 'ledelse.pdf');
  expect(JSON.parse(refused.stdout)).toMatchObject({ error: { code: 'invalid-input' } });
}, 60_000);

it('writes nothing for a team, a kind or an ending that is not there, and says so', async () => {
  const report = (kind: string, name: string, ...more: string[]) =>
    runCli(inWorkspace('report', '--round', roundId, '--kind', kind, '--out', at(name), ...more));
  const team = await report('leader', 'hold.xlsx', '--team', 'Findes ikke');
  expect(JSON.parse(team.stdout)).toMatchObject({ error: { code: 'team-not-in-round' } });
  expect(team.stderr).toContain('Ingen af rundens sager er fra det team');
  const ending = await report('political', 'hold.txt');
  expect(JSON.parse(ending.stdout)).toMatchObject({ error: { code: 'invalid-input' } });
  expect(ending.stderr).toContain('--out: .xlsx, .pdf, .docx');
  const kind = await report('politisk', 'hold.xlsx');
  expect(kind.stderr).toContain('--kind: leader, administrative, political, year, casework, case');
  expect((await readdir(folder)).filter((name) => name.startsWith('hold'))).toEqual([]);
}, 60_000);
