import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { Stryker } from '@stryker-mutator/core';

import { type MutationArea, mutationAreas } from './mutation-areas.ts';
import { projectFolder } from './project-folder.ts';

/*
 * npm run mutate                        every area, hours
 * npm run mutate -- statistics calendar these
 * What was found stays in .mutation; what was not found, and what has changed, is tried again.
 */
const folder = join(projectFolder, '.mutation');
const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => !Object.hasOwn(mutationAreas, name));
if (unknown.length > 0) {
  console.error(`No area is called ${unknown.join(', ')}. There are: ${Object.keys(mutationAreas).join(', ')}`);
  process.exit(1);
}
/** What no test of an area reads; and what a compiler running meanwhile makes and takes away again. */
const notNeeded = [
  'dist',
  'demo-output',
  'test-results',
  '.tsbuild',
  '.mutation',
  'docs',
  '/renderer/*/**',
  'build',
  '.ci',
  ...['bench', 'cli', 'contract', 'e2e', 'host', 'package', 'page', 'shell'].map((room) => `tests/${room}`),
  '/shared/*/**/*.d.ts',
  '/electron/**/*.d.ts',
  '/tests/**/*.d.ts',
];
mkdirSync(folder, { recursive: true });
// Every mistake meets the tests again, so those that count take few.
Object.assign(process.env, { TILSYN_FLIPS: '100', TILSYN_DISK_STEPS: '3' });
const scores: string[] = [];
for (const [name, area] of Object.entries(mutationAreas)) {
  if (chosen.length === 0 || chosen.includes(name)) scores.push(await mutate(name, area));
}
console.log(
  ['', '| area | mistakes | found | not found | score |', '| --- | ---: | ---: | ---: | ---: |', ...scores].join('\n'),
);

/** A line of the table: of all mistakes that the tests could have met, how many they found. */
async function mutate(name: string, area: MutationArea): Promise<string> {
  process.env['TILSYN_MUTATION_TESTS'] = area.tests.join(';');
  const incrementalFile = join(folder, `${name}-incremental.json`);
  forgetAllButKilled(incrementalFile);
  const results = await new Stryker({
    mutate: [...area.mutate],
    testRunner: 'in-one-program',
    plugins: [join(projectFolder, 'scripts/mutation/test-runner.ts')],
    concurrency: 2,
    coverageAnalysis: 'perTest',
    incremental: true,
    incrementalFile,
    reporters: ['clear-text', 'json', 'progress-append-only'],
    clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
    jsonReporter: { fileName: join(folder, `${name}.json`) },
    tempDirName: join(folder, 'sandbox', name),
    ignorePatterns: notNeeded,
    timeoutMS: 20_000,
  }).runMutationTest();
  const valid = results.filter(({ status }) => !['CompileError', 'RuntimeError', 'Ignored'].includes(status));
  const found = valid.filter(({ status }) => status === 'Killed' || status === 'Timeout').length;
  const score = ((100 * found) / valid.length).toFixed(1);
  return `| ${name} | ${valid.length} | ${found} | ${valid.length - found} | ${score} % |`;
}

/**
 * A mistake met while a module is read has no tests of its own: Stryker would keep it as not found, whatever is new. And
 * what did not end in time may only have met a busy machine.
 */
function forgetAllButKilled(file: string): void {
  if (!existsSync(file)) return;
  const report = JSON.parse(readFileSync(file, 'utf8')) as {
    readonly files: Record<string, { mutants: readonly { readonly status: string }[] }>;
  };
  for (const source of Object.values(report.files)) {
    source.mutants = source.mutants.filter(({ status }) => status === 'Killed');
  }
  writeFileSync(file, JSON.stringify(report));
}
