import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { cliJson } from '../../support/run-cli.ts';
import { exportsFolder, passphrase } from '../pages/program.ts';

/** A workspace with a round of so many cases, none of them begun, made through the command line. */
export async function drawnRound(folder: string, size: number): Promise<string> {
  const workspace = join(folder, 'workspace');
  const run = <T>(...words: string[]): Promise<T> =>
    cliJson<T>([...words, '--workspace', workspace], { TILSYN_PASSPHRASE: passphrase });
  const { importId } = await run<{ importId: string }>('import', join(exportsFolder, 'sager-win1252.csv'));
  const plan = { asOf: '2025-11-03', seed: '20260115-4711', parts: [{ kind: 'random', size }] };
  await writeFile(join(folder, 'plan.json'), JSON.stringify(plan));
  await run('draw', '--import', importId, '--plan', join(folder, 'plan.json'));
  return workspace;
}
