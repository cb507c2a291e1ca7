import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';

import { benchApplication } from '../application.ts';
import { floorCells, floorText, floorXlsx } from '../floor.ts';

/** One reading of one file in a process of its own; what it took is printed as JSON. */
const [way = '', path = ''] = process.argv.slice(2);
const ways: Readonly<Record<string, () => Promise<Record<string, number>>>> = {
  ours: () => timedImport(),
  cancel: () => cancelledImport(),
  'floor-xlsx': () => timed(async () => floorXlsx(await readFile(path))),
  'floor-csv': () => timed(async () => floorCells(await readFile(path))),
  'floor-lines': () => timed(async () => floorText(await readFile(path))),
  exceljs: async () => {
    const { default: ExcelJS } = await import('exceljs');
    return timed(() => new ExcelJS.Workbook().xlsx.readFile(path));
  },
};

const run = ways[way];
if (run === undefined) throw new Error(`unknown way ${way}`);
const result = await run();
console.log(JSON.stringify({ ...result, peakMb: process.resourceUsage().maxRSS / 1024 }));

async function timed(work: () => Promise<unknown>): Promise<{ ms: number }> {
  const started = performance.now();
  await work();
  return { ms: performance.now() - started };
}

/** From the file to the encrypted population and the saved workspace; the longest silence of its progress. */
async function timedImport() {
  const { application, files, close } = await benchApplication();
  const name = basename(path);
  let longestSilence = 0;
  let heard = performance.now();
  const listen = () => {
    const now = performance.now();
    longestSilence = Math.max(longestSilence, now - heard);
    heard = now;
  };
  const call = { signal: new AbortController().signal, report: listen };
  const { ms } = await timed(async () => {
    files.set(name, await readFile(path));
    heard = performance.now();
    await application['importing.run']({ file: { ref: name, name }, mapping: null }, call);
    listen();
  });
  await close();
  return { ms, longestSilence };
}

/** Cancelled in the middle of the file: how long until the import has ended, and what it left in the workspace. */
async function cancelledImport() {
  const { application, files, workspaceFolder, close } = await benchApplication();
  const name = basename(path);
  files.set(name, await readFile(path));
  const before = await fingerprintOf(workspaceFolder);
  const cancel = new AbortController();
  let cancelledAt = 0;
  const report = ({ done, total }: { readonly done: number; readonly total: number }) => {
    if (cancelledAt > 0 || done * 2 < total) return;
    cancelledAt = performance.now();
    cancel.abort(new Error('cancelled'));
  };
  const ended = application['importing.run'](
    { file: { ref: name, name }, mapping: null },
    { signal: cancel.signal, report },
  );
  const rejected = await ended.then(
    () => false,
    () => true,
  );
  const cancelMs = performance.now() - cancelledAt;
  const leftBehind = (await fingerprintOf(workspaceFolder)) === before ? 0 : 1;
  await close();
  return { cancelMs, leftBehind, rejected: rejected ? 1 : 0 };
}

/** Every file of a folder by name and content. */
async function fingerprintOf(folder: string): Promise<string> {
  const hash = createHash('sha256');
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries.filter((each) => each.isFile()).toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    hash.update(entry.name).update(await readFile(join(entry.parentPath, entry.name)));
  }
  return hash.digest('hex');
}
