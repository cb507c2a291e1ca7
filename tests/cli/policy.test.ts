import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, it } from 'vitest';

import { programJson, runCli, runProgram } from '../support/run-cli.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tilsyn-policy-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const setPolicy = async (content: string) => {
  await writeFile(join(folder, 'policy.json'), content);
  return { TILSYN_POLICY_FOLDER: folder };
};
const report = (kind: string) => [
  'report',
  '--workspace',
  join(folder, 'workspace'),
  '--round',
  'r',
  '--kind',
  kind,
  '--out',
  join(folder, 'rapport.xlsx'),
];

it("does nothing under the organisation's rules when they cannot be understood", async () => {
  const environment = await setPolicy('{"forbidInternalExports":true}');
  const { code, stdout, stderr } = await runProgram([...report('political'), '--json'], environment);
  expect(code).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'policy-invalid' } });
  expect(stderr).toContain('Bed it-afdelingen rette filen policy.json');
}, 30_000);

it('writes no internal report where that is forbidden', async () => {
  const environment = await setPolicy('{"forbidInternalExport":true}');
  await runCli(['import', 'exports/none.csv', '--workspace', join(folder, 'workspace')]);
  expect(await programJson(report('casework'), environment)).toMatchObject({ error: { code: 'forbidden-by-policy' } });
  expect(await programJson(report('political'), environment)).toMatchObject({ error: { code: 'round-not-found' } });
}, 60_000);
