import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';

import { projectFolder } from './project-folder.ts';
import { type ReliabilityCheck, reliabilityChecks } from './reliability-checks.ts';
import { vitestCounts } from './test-counts.ts';

/*
 * npm run reliability -- --short           as often as in CI
 * npm run reliability -- --long            as often as is promised: hours
 * npm run reliability -- --share 0.1 R1 R4 a tenth of that, of these
 */
const words = process.argv.slice(2);
const ids = words.filter((word) => /^R\d+$/u.test(word));
const share = words.includes('--share') ? Number(words[words.indexOf('--share') + 1]) : 1;
const isLong = words.includes('--long') || words.includes('--share');
if (!(share > 0 && share <= 1) || (!isLong && !words.includes('--short'))) {
  console.error('Say --short, --long, or --share with a number up to 1; then, if not all, which (R1 R4)');
  process.exit(1);
}

const folder = mkdtempSync(join(tmpdir(), 'tilsyn-reliability-'));
const lines: string[] = [];
let failures = 0;
for (const check of reliabilityChecks.filter(({ id }) => ids.length === 0 || ids.includes(id))) {
  const runs = runsOf(check);
  const started = performance.now();
  const { passed, failed } = run(check, runs);
  failures += failed;
  const seconds = Math.round((performance.now() - started) / 1_000);
  const times =
    runs === null ? `${passed + failed} tests, ${check.unit}` : `${runs.toLocaleString('en')} ${check.unit}`;
  lines.push(`| ${check.id} | ${check.what} | ${times} | ${failed} | ${seconds} |`);
}
rmSync(folder, { recursive: true, force: true });

console.log(
  `\n${new Date().toISOString().slice(0, 10)}, ${cpus()[0]?.model ?? ''}, ${cpus().length} cores, Node ${process.version}\n`,
);
console.log('| | test | runs | failures | seconds |\n| --- | --- | ---: | ---: | ---: |');
console.log(lines.join('\n'));
process.exitCode = failures === 0 ? 0 : 1;

function runsOf({ count }: ReliabilityCheck): number | null {
  if (count === null) return null;
  return isLong ? Math.max(count.short, Math.round(count.long * share)) : count.short;
}

function run({ files, count, environment = {} }: ReliabilityCheck, runs: number | null) {
  const report = join(folder, 'report.json');
  rmSync(report, { force: true });
  const { status } = spawnSync(
    process.execPath,
    [
      'node_modules/vitest/vitest.mjs',
      'run',
      ...files,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
      ...(isLong ? [`--testTimeout=${24 * 3_600_000}`] : []),
    ],
    {
      cwd: projectFolder,
      stdio: 'inherit',
      env: {
        ...process.env,
        ...(isLong ? environment : {}),
        ...(count === null ? {} : { [count.variable]: `${runs}` }),
      },
    },
  );
  return vitestCounts(report, status);
}
