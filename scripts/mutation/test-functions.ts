import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { projectFolder } from '../project-folder.ts';

type Work = (...args: unknown[]) => unknown;

export interface FoundTest {
  readonly id: string;
  readonly name: string;
  readonly file: string;
  /** The test with what its file and its groups want done before and after it. */
  readonly run: () => Promise<void>;
}

interface Group {
  readonly name: string;
  readonly before: Work[];
  readonly after: Work[];
  readonly within: Group | null;
}

/** What vitest asks of the program that a file runs in; its own worker says the same and more. */
Object.assign(globalThis, {
  __vitest_worker__: { config: { expect: {}, snapshotOptions: {}, fakeTimers: {} }, environment: { name: 'node' } },
});
// By its path, since `vitest` itself leads here.
const vitest = (await import(pathToFileURL(join(projectFolder, 'node_modules/vitest/dist/index.js')).href)) as {
  readonly expect: unknown;
  readonly vi: unknown;
};

export const { expect, vi } = vitest;

let tests: FoundTest[] = [];
let file = '';
let group: Group | null = null;
let finished: Work[] = [];
const last: Work[] = [];

/** The tests of a file, in order. */
export async function testsOf(path: string, url: string): Promise<readonly FoundTest[]> {
  tests = [];
  file = path;
  group = { name: '', before: [], after: [], within: null };
  await import(url);
  return tests;
}

process.once('exit', () => {
  for (const work of last) void work();
});

function groups(from: Group | null): readonly Group[] {
  return from === null ? [] : [...groups(from.within), from];
}

function add(name: string, work: Work, args: readonly unknown[]): void {
  const around = groups(group);
  const full = [...around.map((one) => one.name), name].filter((part) => part !== '').join(' > ');
  const id = `${file}#${full}#${tests.filter((test) => test.name === full).length}`;
  const run = async (): Promise<void> => {
    try {
      for (const one of around) for (const before of one.before) await before();
      await work(...args);
    } finally {
      for (const one of around.toReversed()) for (const after of one.after) await after();
      for (const after of finished.splice(0)) await after();
    }
  };
  tests.push({ id, name: full, file, run });
}

/** `it(name, options or work, work or time)`: what is a function is the work. */
function workOf(given: readonly unknown[]): Work {
  return given.find((one): one is Work => typeof one === 'function') ?? ((): void => undefined);
}

function within(name: string, work: Work, args: readonly unknown[]): void {
  const outer = group;
  group = { name, before: [], after: [], within: outer };
  work(...args);
  group = outer;
}

function each(to: typeof add) {
  return (rows: readonly unknown[]) =>
    (name: string, ...given: readonly unknown[]): void => {
      for (const [index, row] of rows.entries()) {
        to(`${name} (${index})`, workOf(given), Array.isArray(row) ? (row as unknown[]) : [row]);
      }
    };
}

export const it = Object.assign((name: string, ...given: readonly unknown[]) => add(name, workOf(given), []), {
  each: each(add),
});
export const test = it;
export const describe = Object.assign((name: string, ...given: readonly unknown[]) => within(name, workOf(given), []), {
  each: each(within),
});

export const beforeEach = (work: Work): void => void group?.before.push(work);
export const afterEach = (work: Work): void => void group?.after.unshift(work);
export const beforeAll = (work: Work): void => {
  let done: unknown;
  group?.before.push(() => (done ??= work() ?? true));
};
export const afterAll = (work: Work): void => void last.push(work);
export const onTestFinished = (work: Work): void => void finished.push(work);
