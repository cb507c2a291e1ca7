import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import type { MutantCoverage } from '@stryker-mutator/api/core';
import {
  determineHitLimitReached,
  type DryRunOptions,
  type DryRunResult,
  DryRunStatus,
  type MutantRunOptions,
  type MutantRunResult,
  type TestResult,
  type TestRunner,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';

import fc from 'fast-check';

import { type FoundTest, testsOf } from './test-functions.ts';

/** What the changed sources ask and say: which mistake is to be made, and which were met. */
interface Stryker {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  hitCount?: number | undefined;
  hitLimit?: number | undefined;
  mutantCoverage?: MutantCoverage;
}

/** Milliseconds of the processor: what takes longer is left out, since every mistake would meet it. */
const longest = 600;
/** In the folder of the changed sources: how long each test took, for the programs to come. */
const timesFile = 'test-times.json';
// The first example that fails is enough.
fc.configureGlobal({ numRuns: 50, endOnFailure: true });

const functions = new URL('./test-functions.ts', import.meta.url).href;
const sources = `${pathToFileURL(process.cwd()).href}/`;
let generation = 0;
/** Every generation of the sources is a program of its own: all that they remember is begun anew. */
registerHooks({
  resolve: (specifier, context, next) => {
    if (specifier === 'vitest') return { url: functions, shortCircuit: true };
    const found = next(specifier, context);
    const isSource = found.url.startsWith(sources) && !found.url.includes('?');
    return isSource ? { ...found, url: `${found.url}?generation=${generation}` } : found;
  },
});

/**
 * Runs tests of `vitest` many times in one program, without vitest: starting that for every mistake takes a hundred times
 * as long as the tests. A mistake may leave something behind (a remembered answer); so a test that failed is run again
 * without it, and where it still fails, the mistake is tried once more with sources that remember nothing.
 */
export class TestRunnerInOneProgram implements TestRunner {
  private readonly stryker: Stryker;
  private tests: readonly FoundTest[] | null = null;

  constructor() {
    const world = globalThis as unknown as { __stryker__?: Stryker };
    this.stryker = world.__stryker__ ??= {};
  }

  capabilities(): { readonly reloadEnvironment: boolean } {
    return { reloadEnvironment: true };
  }

  async dryRun(_options: DryRunOptions): Promise<DryRunResult> {
    const results: TestResult[] = [];
    const times: Record<string, number> = {};
    for (const test of await this.load()) {
      this.stryker.currentTestId = test.id;
      const before = process.cpuUsage();
      const result = await resultOf(test);
      const { user, system } = process.cpuUsage(before);
      this.stryker.currentTestId = undefined;
      times[test.id] = (user + system) / 1_000;
      if (result.status === TestStatus.Failed || (times[test.id] ?? 0) <= longest) results.push(result);
      else delete this.stryker.mutantCoverage?.perTest[test.id];
    }
    writeFileSync(timesFile, JSON.stringify(times));
    this.tests = shortestFirst(this.tests ?? []);
    const mutantCoverage = this.stryker.mutantCoverage ?? { static: {}, perTest: {} };
    return { status: DryRunStatus.Complete, tests: results, mutantCoverage };
  }

  async mutantRun(options: MutantRunOptions): Promise<MutantRunResult> {
    if (options.reloadEnvironment) this.tests = null;
    const isFresh = this.tests === null;
    const { result, failed, isReached } = await this.meet(options);
    if (!isReached && !isFresh) {
      // A remembered answer kept the tests away from it.
      this.tests = null;
      return toMutantRunResult((await this.meet(options)).result);
    }
    if (options.mutantActivation === 'static' || failed === null) return toMutantRunResult(result);
    if ((await resultOf(failed)).status === TestStatus.Success) return toMutantRunResult(result);
    this.tests = null;
    if (isFresh) return toMutantRunResult(result);
    const again = await this.meet(options);
    this.tests = null;
    return toMutantRunResult(again.result);
  }

  /** The tests in order, up to the first that fails with the mistake. */
  private async meet({ activeMutant, mutantActivation, testFilter, hitLimit }: MutantRunOptions) {
    this.stryker.activeMutant = mutantActivation === 'static' ? activeMutant.id : undefined;
    this.stryker.hitCount = 0;
    this.stryker.hitLimit = hitLimit;
    const tests: TestResult[] = [];
    let failed: FoundTest | null = null;
    try {
      const all = await this.load();
      this.stryker.activeMutant = activeMutant.id;
      for (const test of testFilter === undefined ? all : all.filter(({ id }) => testFilter.includes(id))) {
        const outcome = await resultOf(test);
        tests.push(outcome);
        if (outcome.status !== TestStatus.Failed) continue;
        failed = test;
        break;
      }
    } catch (error) {
      // Sources that cannot even be read with the mistake: every test fails.
      const about = { id: 'reading', name: 'reading', timeSpentMs: 0 };
      tests.push({ ...about, status: TestStatus.Failed, failureMessage: String(error) });
      this.tests = null;
    }
    const isReached = this.stryker.hitCount !== 0 || hitLimit === undefined;
    const endless = determineHitLimitReached(this.stryker.hitCount, hitLimit);
    this.stryker.activeMutant = undefined;
    this.stryker.hitLimit = undefined;
    const result: DryRunResult = endless ?? { status: DryRunStatus.Complete, tests };
    return { result, failed, isReached };
  }

  private async load(): Promise<readonly FoundTest[]> {
    if (this.tests !== null) return this.tests;
    generation += 1;
    const found: FoundTest[] = [];
    for (const pattern of (process.env['TILSYN_MUTATION_TESTS'] ?? '').split(';')) {
      for (const path of globSync(pattern).toSorted()) {
        found.push(...(await testsOf(path, pathToFileURL(join(process.cwd(), path)).href)));
      }
    }
    this.tests = shortestFirst(found);
    return this.tests;
  }
}

/** Without the long ones, where it is known how long they take. */
function shortestFirst(tests: readonly FoundTest[]): readonly FoundTest[] {
  if (!existsSync(timesFile)) return tests;
  const times = JSON.parse(readFileSync(timesFile, 'utf8')) as Readonly<Record<string, number>>;
  const time = ({ id }: FoundTest): number => times[id] ?? 0;
  return tests.filter((test) => time(test) <= longest).toSorted((a, b) => time(a) - time(b));
}

async function resultOf({ id, name, file, run }: FoundTest): Promise<TestResult> {
  const started = performance.now();
  const about = { id, name, fileName: file };
  try {
    await run();
    return { ...about, status: TestStatus.Success, timeSpentMs: performance.now() - started };
  } catch (error) {
    const failureMessage = error instanceof Error ? error.message : String(error);
    return { ...about, status: TestStatus.Failed, failureMessage, timeSpentMs: performance.now() - started };
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'in-one-program', TestRunnerInOneProgram)];
