import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { quantile, row, runs } from '../timing.ts';

const python = '/usr/bin/python3';
const beside = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

interface Times {
  readonly times: readonly { readonly wall: number; readonly user: number }[];
}
interface Child extends Times {
  readonly built: number;
  readonly political: Times['times'][number];
  /** MB. */
  readonly peak: number;
}

/**
 * The administrative report of 500 reviews in 45 items, written in a process of its own: once, for its peak memory, and
 * several times beside XlsxWriter with the same cells, in turn. Only the writing is compared, from the workbook as data
 * to the bytes of the file. Goals: at most 2 times XlsxWriter, under 300 MB, the committee's page under 1 s.
 */
export async function measureReportSize(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'tilsyn-bench-'));
  try {
    const cells = join(folder, 'cells.json');
    const once = child('build', cells, 1);
    row('\nreport of 500 reviews in 45 items', '', 'goal');
    row('  peak memory, MB', once.peak, '< 300');
    row('  figures built, ms', once.built);
    row('  committee page, figures and file, ms wall', once.political.wall, '< 1000');
    row('  the same, ms user', once.political.user);
    if (!hasXlsxWriter()) return row('  beside XlsxWriter', 'skipped: not installed');
    const [ours, theirs]: [Times['times'][number][], Times['times'][number][]] = [[], []];
    for (let round = 0; round < 3; round += 1) {
      ours.push(...child('write', cells, runs).times);
      theirs.push(...floor(cells, join(folder, 'floor.xlsx')).times);
    }
    for (const measure of ['wall', 'user'] as const) {
      const [mine, other] = [ours, theirs].map((times) =>
        quantile(
          times.map((each) => each[measure]),
          0.5,
        ),
      );
      row(`  written, ms ${measure}; XlsxWriter; ratio`, mine ?? 0, other ?? 0, (mine ?? 0) / (other ?? 1), '< 2');
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function child(task: string, path: string, times: number): Child {
  const script = beside('./reports-child.ts');
  return JSON.parse(execFileSync(process.execPath, [script, task, path, String(times)], { encoding: 'utf8' })) as Child;
}

function floor(cells: string, target: string): Times {
  const args = [beside('./reports-floor.py'), cells, target, String(runs)];
  return JSON.parse(execFileSync(python, args, { encoding: 'utf8' })) as Times;
}

function hasXlsxWriter(): boolean {
  if (!existsSync(python)) return false;
  try {
    execFileSync(python, ['-c', 'import xlsxwriter'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
