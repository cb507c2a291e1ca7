import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { expect, it, onTestFinished } from 'vitest';

import { cliJson, programJson, runCli } from '../support/run-cli.ts';

const file = resolve(import.meta.dirname, '../fixtures/exports/sager-win1252.csv');

interface Retention {
  readonly rounds: readonly { readonly roundId: string; readonly name: string; readonly retainUntil: string }[];
}

it('retention, delete and audit on the command line: the name is needed, the log tells and its chain holds', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'tilsyn-delete-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const workspace = ['--workspace', join(folder, 'w')];
  const { importId } = await cliJson<{ importId: string }>(['import', file, ...workspace]);
  const plan = join(folder, 'plan.json');
  await writeFile(plan, JSON.stringify({ asOf: '2025-11-03', seed: '1', parts: [{ kind: 'random', size: 2 }] }));
  const { roundId } = await cliJson<{ roundId: string }>(['draw', '--import', importId, '--plan', plan, ...workspace]);

  const { rounds } = await programJson<Retention>(['retention', ...workspace]);
  expect(rounds).toMatchObject([{ roundId }]);
  const [{ name, retainUntil }] = rounds as [Retention['rounds'][number]];
  const earlier = `${Number(retainUntil.slice(0, 4)) - 1}${retainUntil.slice(4, 8)}01`;
  const set = await cliJson<Retention>(['retention', '--round', roundId, '--until', earlier, ...workspace]);
  expect(set.rounds).toMatchObject([{ roundId, retainUntil: earlier, due: true }]);

  const wrong = await runCli(['delete', '--round', roundId, '--name', 'En anden', '--json', ...workspace]);
  expect(wrong.code).toBe(1);
  expect(wrong.stdout).toContain('round-name-differs');
  const out = join(folder, 'kvittering.xlsx');
  const receipt = await programJson<{ complete: boolean; auditHash: string; auditNumber: number }>([
    'delete',
    '--round',
    roundId,
    '--name',
    name,
    '--out',
    out,
    ...workspace,
  ]);
  expect(receipt).toMatchObject({ complete: true, removed: { cases: 2, populations: 1 } });
  expect((await stat(out)).size).toBeGreaterThan(1_000);
  const log = join(folder, 'log.xlsx');
  const check = await programJson<{ sound: boolean; lines: number }>(['audit', '--check', '--out', log, ...workspace]);
  expect(check).toMatchObject({ sound: true, brokenAt: null });
  expect(check.lines).toBeGreaterThan(receipt.auditNumber);
  expect((await readFile(log)).subarray(0, 2).toString()).toBe('PK');
}, 120_000);
