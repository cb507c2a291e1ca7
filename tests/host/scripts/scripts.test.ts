import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { electronBinary, hasDisplay } from '../../../scripts/electron-binary.ts';
import { findChromium } from '../../../scripts/find-chromium.ts';
import { isOlder } from '../../../scripts/is-older.ts';
import { playwrightCounts, vitestCounts } from '../../../scripts/test-counts.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tilsyn-scripts-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('Chromium', () => {
  it('is the one that CHROMIUM names, and no other when that is missing', () => {
    expect(findChromium({ CHROMIUM: '/opt/c' }, () => true)).toBe('/opt/c');
    expect(findChromium({ CHROMIUM: '/opt/c' }, (path) => path !== '/opt/c')).toBeNull();
  });

  it('is else found in a usual place or in PATH', () => {
    expect(findChromium({}, (path) => path === '/usr/bin/google-chrome')).toBe('/usr/bin/google-chrome');
    const path = join('/snap/bin', 'chromium');
    expect(findChromium({ PATH: ['/x', '/snap/bin'].join(delimiter) }, (candidate) => candidate === path)).toBe(path);
    expect(findChromium({ PATH: '/x' }, () => false)).toBeNull();
  });
});

describe('Electron', () => {
  it.each([
    ['win32', 'electron.exe'],
    ['linux', 'electron'],
    ['darwin', 'Electron.app/Contents/MacOS/Electron'],
  ])('is the file that the download leaves on %s, or null', async (platform, name) => {
    expect(electronBinary(folder, platform)).toBeNull();
    const path = join(folder, 'node_modules', 'electron', 'dist', name);
    await mkdir(join(path, '..'), { recursive: true });
    await writeFile(path, '');
    expect(electronBinary(folder, platform)).toBe(path);
  });

  it.each([
    ['win32', {}, true],
    ['linux', {}, false],
    ['linux', { DISPLAY: '' }, false],
    ['linux', { DISPLAY: ':0' }, true],
    ['linux', { DISPLAY: '', WAYLAND_DISPLAY: 'wayland-0' }, true],
  ])('has a display on %s with %j: %s', (platform, environment, expected) => {
    expect(hasDisplay(platform, environment)).toBe(expected);
  });
});

it('a build is old when it is missing, or when anything in its sources is newer', async () => {
  const source = join(folder, 'source', 'deep', 'a.ts');
  const built = join(folder, 'built');
  await mkdir(join(source, '..'), { recursive: true });
  await writeFile(source, '');
  await utimes(source, 1_000, 1_000);
  await utimes(join(folder, 'source', 'deep'), 1_000, 1_000);
  expect(isOlder(built, [join(folder, 'source')])).toBe(true);
  await writeFile(built, '');
  await utimes(built, 2_000, 2_000);
  expect(isOlder(built, [join(folder, 'source')])).toBe(false);
  await utimes(source, 3_000, 3_000);
  expect(isOlder(built, [join(folder, 'source')])).toBe(true);
});

describe('the sum of the tests', () => {
  const write = async (report: unknown): Promise<string> => {
    const path = join(folder, 'report.json');
    await writeFile(path, JSON.stringify(report));
    return path;
  };
  const test = (status: string, fullName: string) => ({ status, fullName });

  it('counts a file that could not be loaded, and names what was skipped', async () => {
    const report = await write({
      numPassedTests: 2,
      numFailedTests: 1,
      testResults: [
        { status: 'failed', assertionResults: [test('passed', 'a'), test('failed', 'b'), test('passed', 'c')] },
        { status: 'failed', assertionResults: [] },
        { status: 'passed', assertionResults: [test('skipped', 'd')] },
      ],
    });
    expect(vitestCounts(report, 1)).toEqual({ passed: 2, failed: 2, skipped: ['d'] });
  });

  it('never passes a runner that left no report or ended badly', async () => {
    expect(vitestCounts(join(folder, 'none.json'), 0)).toEqual({ passed: 0, failed: 1, skipped: [] });
    expect(playwrightCounts(join(folder, 'none.json'), 0)).toEqual({ passed: 0, failed: 1, skipped: [] });
    const report = await write({ numPassedTests: 5, numFailedTests: 0, testResults: [] });
    expect(vitestCounts(report, 1)).toEqual({ passed: 5, failed: 1, skipped: [] });
    expect(vitestCounts(report, null).failed).toBe(1);
    expect(vitestCounts(report, 0).failed).toBe(0);
  });

  it('counts a story that passed only at the second try as failed, and says why one was skipped', async () => {
    const skipped = {
      title: 'window',
      tests: [{ status: 'skipped', annotations: [{ type: 'skip', description: 'no binary' }] }],
    };
    const report = await write({
      stats: { expected: 3, unexpected: 0, flaky: 1 },
      errors: [],
      suites: [{ suites: [{ specs: [skipped, { title: 'x', tests: [{ status: 'expected', annotations: [] }] }] }] }],
    });
    expect(playwrightCounts(report, 0)).toEqual({ passed: 3, failed: 1, skipped: ['window (no binary)'] });
  });
});
