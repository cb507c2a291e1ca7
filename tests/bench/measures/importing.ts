import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { makeCsv, makeXlsx } from '../importing/make-export.ts';
import { quantile, row, runs } from '../timing.ts';

const runOnce = join(import.meta.dirname, '../importing/run-once.ts');
const python = '/usr/bin/python3';
/** What takes a process more than a minute is measured once. */
const slow = 60_000;

interface Reading {
  readonly ms: number;
  readonly peakMb: number;
  readonly longestSilence?: number;
  readonly cancelMs?: number;
  readonly leftBehind?: number;
}

type Way = (path: string) => Promise<Reading>;

/**
 * File to ready, encrypted population, every reading in a process of its own (so without warm-up), ours and the floor
 * by turns. The floor of a text is decoding it and
 * splitting it into lines and cells (beside it, `x lines`: lines only). The floors keep nothing; exceljs and openpyxl keep or visit the cells and do nothing else.
 */
export async function measureImporting(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'tilsyn-imports-'));
  try {
    row('import of 24 columns', 'runs', 'ms', 'x floor', 'x lines', 'x exceljs', 'x python', 'MB', 'silence', 'cancel');
    for (const rows of [2_000, 20_000, 100_000]) {
      await measureFile(folder, `${rows}.xlsx`, makeXlsx(rows));
      await measureFile(folder, `${rows}.csv`, makeCsv(rows));
    }
    await measureFile(folder, '500000.csv', makeCsv(500_000));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function measureFile(folder: string, name: string, bytes: Buffer): Promise<void> {
  const path = join(folder, name);
  await writeFile(path, bytes);
  const isWorkbook = name.endsWith('.xlsx');
  const [ours, floor] = await byTurns(path, ownWay('ours'), ownWay(isWorkbook ? 'floor-xlsx' : 'floor-csv'));
  const cancelled = await ownWay('cancel')(path);
  const exceljs = isWorkbook ? await ownWay('exceljs')(path) : null;
  const lines = isWorkbook ? null : await ownWay('floor-lines')(path);
  const openpyxl = isWorkbook ? await pythonReading(path) : null;
  const ms = medianOf(ours, (reading) => reading.ms);
  const against = (other: Reading | null): string => (other === null ? '-' : (ms / other.ms).toFixed(2));
  row(
    `  ${name}`,
    String(ours.length),
    ms,
    ms / medianOf(floor, (reading) => reading.ms),
    against(lines),
    against(exceljs),
    against(openpyxl),
    medianOf(ours, ({ peakMb }) => peakMb),
    medianOf(ours, ({ longestSilence = 0 }) => longestSilence),
    `${(cancelled.cancelMs ?? Number.NaN).toFixed(0)}${cancelled.leftBehind === 0 ? '' : ' left files'}`,
  );
}

async function byTurns(path: string, work: Way, floor: Way): Promise<[Reading[], Reading[]]> {
  const first = await work(path);
  const [ours, floors] = [[first], [await floor(path)]];
  for (let run = 1; run < (first.ms > slow ? 1 : runs); run += 1) {
    ours.push(await work(path));
    floors.push(await floor(path));
  }
  return [ours, floors];
}

const medianOf = (readings: readonly Reading[], of: (reading: Reading) => number): number =>
  quantile(readings.map(of), 0.5);

const ownWay =
  (way: string): Way =>
  (path) =>
    reading(process.execPath, [runOnce, way, path]);

async function reading(program: string, args: readonly string[]): Promise<Reading> {
  const { stdout } = await promisify(execFile)(program, args);
  return JSON.parse(stdout) as Reading;
}

const pythonScript = [
  'import sys, time, json, resource, openpyxl',
  't = time.perf_counter()',
  'book = openpyxl.load_workbook(sys.argv[1], read_only=True)',
  'n = sum(1 for r in book.worksheets[0].iter_rows(values_only=True))',
  'ms = (time.perf_counter() - t) * 1000',
  'print(json.dumps({"ms": ms, "peakMb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}))',
].join('\n');

/** Null, with the reason printed, where Python or openpyxl is not installed. */
async function pythonReading(path: string): Promise<Reading | null> {
  if (!existsSync(python)) {
    console.log(`  openpyxl is skipped: there is no ${python}`);
    return null;
  }
  return reading(python, ['-c', pythonScript, path]).catch(() => {
    console.log('  openpyxl is skipped: it is not installed');
    return null;
  });
}
