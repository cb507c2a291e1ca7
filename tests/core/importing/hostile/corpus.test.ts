import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { type ErrorCode, errorCodes } from '#shared/contract/errors.ts';
import { errorWords } from '#shared/words/errors.ts';

import { corpus } from './corpus.ts';
import type { ChildOutcome } from './import-child.ts';

const longestMs = 30_000;
const mostMb = 512;
const child = join(import.meta.dirname, 'import-child.ts');
let folder: string;
let outcomes: ReadonlyMap<string, ChildOutcome>;

/** The whole corpus through the whole application, in a process whose memory is only that of the application. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tilsyn-hostile-'));
  const paths: string[] = [];
  for (const { name, make } of corpus) {
    paths.push(join(folder, name));
    await writeFile(join(folder, name), make());
  }
  const { stdout } = await promisify(execFile)(process.execPath, [child, folder, ...paths], { maxBuffer: 2 ** 24 });
  const lines = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as ChildOutcome);
  outcomes = new Map(lines.map((line) => [line.name, line]));
  if (process.env['TILSYN_REPORT'] !== undefined) console.log(stdout);
}, 600_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

describe.each(corpus)('$name', ({ name, outcome }) => {
  it(`gives ${outcome ?? 'a code or an import'} in time, in little memory`, () => {
    const found = outcomes.get(name);
    expect(found?.outcome).toSatisfy((code: string) => code === 'imported' || isTold(code));
    if (outcome !== null) expect(found?.outcome).toBe(outcome);
    expect(found?.cpuMs).toBeLessThan(longestMs);
    expect(found?.peakMb).toBeLessThan(mostMb);
  });

  it('leaves the workspace as it was, unless it is imported', () => {
    const found = outcomes.get(name);
    expect(found?.untouched).toBe(found?.outcome !== 'imported');
  });
});

/** A code with a Danish sentence about what happened and one about what to do; `internal` says neither. */
function isTold(code: string): boolean {
  if (code === 'internal' || !(errorCodes as readonly string[]).includes(code)) return false;
  const { what, next } = errorWords[code as ErrorCode];
  return what.length > 10 && next.length > 10;
}
