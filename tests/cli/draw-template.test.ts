import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { cliJson } from '../support/run-cli.ts';

const file = resolve(import.meta.dirname, '../fixtures/exports/sager-win1252.csv');

interface Drawn {
  readonly roundId: string;
  readonly cases: readonly { readonly caseId: string }[];
}
interface Failed {
  readonly error: { readonly code: string };
}

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tilsyn-template-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const run = <T>(...words: string[]): Promise<T> => cliJson<T>([...words, '--workspace', join(folder, 'w')]);

describe('draw --template', () => {
  it('opens the round in the named checklist: its questions can be answered, those of another one cannot', async () => {
    const { importId } = await run<{ importId: string }>('import', file);
    const plan = join(folder, 'plan.json');
    await writeFile(plan, JSON.stringify({ asOf: '2025-11-03', seed: '1', parts: [{ kind: 'random', size: 2 }] }));
    const draw = <T>(...more: string[]) => run<T>('draw', '--import', importId, '--plan', plan, ...more);

    expect((await draw<Failed>('--template', 'findes-ikke')).error.code).toBe('unknown-template');

    const { roundId, cases } = await draw<Drawn>('--template', 'underretninger');
    const answer = async <T>(template: string, itemId: string): Promise<T> => {
      const path = join(folder, 'answers.json');
      const reviews = cases.map(({ caseId }) => ({ caseId, answers: { [itemId]: { value: 'yes' } } }));
      await writeFile(path, JSON.stringify({ template, reviews }));
      return run<T>('answer', '--round', roundId, '--answers', path);
    };
    const right = await answer<Partial<Failed>>('underretninger', 'u-24-timer');
    expect(right).not.toHaveProperty('error');
    const wrong = await answer<Partial<Failed>>('barnets-lov', 'bfu-frist');
    expect(wrong.error?.code).toBe('unknown-template');
  }, 120_000);
});
