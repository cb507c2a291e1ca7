import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statfsSync } from 'node:fs';
import { freemem, tmpdir } from 'node:os';
import { join } from 'node:path';

import { ensurePage } from './build-page.ts';
import { findChromium, installChromium } from './find-chromium.ts';
import { projectFolder } from './project-folder.ts';
import { type Counts, playwrightCounts, vitestCounts } from './test-counts.ts';

const reports = mkdtempSync(join(tmpdir(), 'tilsyn-tests-'));
await ensurePage();
const all = [runVitest(), runPlaywright()];
rmSync(reports, { recursive: true, force: true });

const skipped = all.flatMap((counts) => counts.skipped);
const passed = all.reduce((sum, counts) => sum + counts.passed, 0);
const failed = all.reduce((sum, counts) => sum + counts.failed, 0);
for (const line of skipped) {
  console.log(`skipped: ${line}`);
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

function runVitest(): Counts {
  const report = join(reports, 'vitest.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const folder = mkdtempSync(join(inMemory() ?? tmpdir(), 'tilsyn-tests-'));
  try {
    const program = 'node_modules/vitest/vitest.mjs';
    return vitestCounts(report, runNode([program, 'run', ...reporters], { TMPDIR: folder }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Where files lie in memory, if there is room: the tests save thousands of workspaces, and each would wait for the disk.
 * They see no difference, since a lost power is tried on a disk of its own; `npm run reliability` uses the real one.
 */
function inMemory(): string | null {
  const folder = '/dev/shm';
  const needed = 4 * 2 ** 30;
  try {
    const { bavail, bsize } = statfsSync(folder);
    const mount = /^\S+ \/dev\/shm \S+ (\S+)/m.exec(readFileSync('/proc/mounts', 'utf8'))?.[1];
    // Some tests start a program that they wrote.
    const starts = mount !== undefined && !mount.split(',').includes('noexec');
    return starts && bavail * bsize > needed && freemem() > needed ? folder : null;
  } catch {
    return null;
  }
}

/** The stories in a real browser. Without one they are named as skipped, with what to do about it. */
function runPlaywright(): Counts {
  const chromium = findChromium() ?? installChromium();
  if (chromium === null) {
    const stories = readdirSync(join(projectFolder, 'tests', 'e2e')).filter((name) => name.endsWith('.spec.ts'));
    const reason = 'no Chromium: install the package chromium, or name one in CHROMIUM';
    return { passed: 0, failed: 0, skipped: stories.map((name) => `tests/e2e/${name} (${reason})`) };
  }
  const report = join(reports, 'playwright.json');
  const environment = { CHROMIUM: chromium, PLAYWRIGHT_JSON_OUTPUT_NAME: report };
  const program = 'node_modules/@playwright/test/cli.js';
  return playwrightCounts(report, runNode([program, 'test', '--reporter=list,json'], environment));
}

function runNode(args: readonly string[], environment: Record<string, string> = {}): number | null {
  return spawnSync(process.execPath, args, {
    cwd: projectFolder,
    stdio: 'inherit',
    // The many programs that the tests start begin from compiled sources: a quarter of their time.
    env: {
      NODE_COMPILE_CACHE: join(projectFolder, 'node_modules', '.cache', 'compiled'),
      ...process.env,
      ...environment,
    },
  }).status;
}
