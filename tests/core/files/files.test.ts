import { mkdir, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { dataFolder, defaultWorkspace } from '#core/files/data-folder.ts';
import { diskFiles } from '#core/files/disk-files.ts';
import { createFileTable } from '#core/files/file-table.ts';
import { keyCostFromEnvironment, productionKeyCost } from '#core/files/key-cost.ts';
import { readWhole } from '#core/files/read-whole.ts';
import { safeFileName } from '#core/files/safe-file-name.ts';
import { danishDayAt } from '#core/files/system-clock.ts';
import { writeFailure, writeWhole } from '#core/files/write-whole.ts';
import type { WrittenMessage } from '#core/process/core-pipe.ts';
import { AppError } from '#shared/contract/errors.ts';
import { fc } from '../../support/fast-check.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tilsyn-files-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('reading', () => {
  it('gives the whole file', async () => {
    await writeFile(join(folder, 'a'), 'æøå');
    expect(Buffer.from(await readWhole(join(folder, 'a'))).toString()).toBe('æøå');
  });

  it('says what is wrong without the path', async () => {
    const failure = await readWhole(join(folder, 'missing')).catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: 'read-failed' });
    expect(String(failure)).not.toContain(folder);
    await expect(readWhole(folder)).rejects.toMatchObject({ code: 'read-failed' });
  });

  it('takes 200 MB and not a byte more', async () => {
    const path = join(folder, 'large');
    await writeFile(path, '');
    await truncate(path, 200 * 1024 * 1024 + 1);
    await expect(readWhole(path)).rejects.toMatchObject({ code: 'file-too-large', detail: { bytes: 209_715_201 } });
    await truncate(path, 200 * 1024 * 1024);
    expect((await readWhole(path)).length).toBe(200 * 1024 * 1024);
  });
});

describe('writing', () => {
  it('replaces the whole file and leaves nothing beside it', async () => {
    const path = join(folder, 'rapport.xlsx');
    await writeFile(path, 'an older and longer report');
    await writeWhole(path, Buffer.from('new'));
    expect([await readFile(path, 'utf8'), await readdir(folder)]).toEqual(['new', ['rapport.xlsx']]);
  });

  it('leaves nothing behind when it fails', async () => {
    await mkdir(join(folder, 'is-a-folder', 'x'), { recursive: true });
    await expect(writeWhole(join(folder, 'is-a-folder'), Buffer.from('x'))).rejects.toMatchObject({ name: 'AppError' });
    await expect(writeWhole(join(folder, 'no', 'a'), Buffer.from('x'))).rejects.toMatchObject({ code: 'write-failed' });
    expect(await readdir(folder)).toEqual(['is-a-folder']);
  });

  it.each([
    ['EBUSY', true, 'report-target-busy'],
    ['EPERM', true, 'report-target-busy'],
    ['EPERM', false, 'write-failed'],
    ['EROFS', true, 'write-failed'],
  ])('a report that is open in Excel is busy: %s, exists %s', (system, exists, code) => {
    expect(writeFailure(new AppError('write-failed', 'x', { system }), exists)).toMatchObject({ code });
  });
});

describe('the file table', () => {
  const table = () => {
    const posted: WrittenMessage[] = [];
    return { ...createFileTable((message) => posted.push(message)), posted };
  };

  it('writes a target with a path to the disk and one without back to the host', async () => {
    const { files, receive, posted } = table();
    const path = join(folder, 'a.xlsx');
    receive({ type: 'target', ref: 'disk', path });
    receive({ type: 'target', ref: 'memory', path: null });
    await files.write({ ref: 'disk', name: 'a' }, new Uint8Array([1]));
    await files.write({ ref: 'memory', name: 'b' }, new Uint8Array([2]));
    expect([...(await readFile(path))]).toEqual([1]);
    expect(posted).toEqual([{ type: 'written', ref: 'memory', bytes: new Uint8Array([2]) }]);
  });

  it('keeps readable and writable apart, and only the newest uploads', async () => {
    const { files, receive } = table();
    receive({ type: 'target', ref: 'target', path: null });
    await expect(files.read({ ref: 'target', name: '' })).rejects.toMatchObject({ code: 'unknown-file' });
    for (const ref of ['1', '2', '3', '4', '5']) {
      receive({ type: 'offer', ref, source: { bytes: new Uint8Array([Number(ref)]) } });
    }
    await expect(files.write({ ref: '5', name: '' }, new Uint8Array())).rejects.toMatchObject({ code: 'unknown-file' });
    await expect(files.read({ ref: '1', name: '' })).rejects.toMatchObject({ code: 'unknown-file' });
    expect(await files.read({ ref: '2', name: '' })).toEqual(new Uint8Array([2]));
  });
});

it('the command line names files by absolute paths only', async () => {
  await writeFile(join(folder, 'a'), 'a');
  expect((await diskFiles.read({ ref: join(folder, 'a'), name: 'a' })).length).toBe(1);
  await expect(diskFiles.read({ ref: 'package.json', name: 'a' })).rejects.toMatchObject({ code: 'unknown-file' });
});

describe('file names', () => {
  it.each([
    ['Udvalg 2025 – børn.xlsx', 'Udvalg 2025 – børn.xlsx'],
    ['../../etc/passwd', '-..-etc-passwd'],
    ['C:\\temp\\a.xlsx', 'C-temp-a.xlsx'],
    ['con.xlsx', 'fil-con.xlsx'],
    ['  ...', 'fil-'],
    ['faktura\u202Excod.exe', 'faktura-xcod.exe'],
    ['a\r\nSet-Cookie: x', 'a-Set-Cookie- x'],
  ])('%j becomes %j', (name, safe) => {
    expect(safeFileName(name)).toBe(safe);
  });

  it('are one safe part of a path, whatever comes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (name) => {
        const safe = safeFileName(name);
        expect(safe).toMatch(/^[^/\\:*?"<>|\p{Cc}]{1,160}$/u);
        expect(safe).not.toMatch(/^\.|\.$/);
        expect(safeFileName(safe)).toBe(safe);
      }),
    );
  });
});

describe('the Danish day', () => {
  it.each([
    ['2025-12-31T22:59:59.999Z', '2025-12-31'],
    ['2025-12-31T23:00:00.000Z', '2026-01-01'],
    ['2025-06-30T21:59:59.999Z', '2025-06-30'],
    ['2025-06-30T22:00:00.000Z', '2025-07-01'],
    ['2025-03-30T01:00:00.000Z', '2025-03-30'],
  ])('at %s is %s', (instant, day) => {
    expect(danishDayAt(Date.parse(instant))).toBe(day);
  });
});

it('only a power of two makes a key cheaper, and nothing makes it by accident', () => {
  expect(keyCostFromEnvironment({ TILSYN_KEY_COST: '1024' })).toEqual({ N: 1024, r: 8, p: 1 });
  for (const value of [undefined, '', '0', '1', '8', '1000', '-16', '1e3', 'x', '2097152', 'Infinity']) {
    expect(keyCostFromEnvironment({ TILSYN_KEY_COST: value }), String(value)).toEqual(productionKeyCost);
  }
  expect(productionKeyCost).toEqual({ N: 131_072, r: 8, p: 1 });
});

it.each([
  ['win32', { LOCALAPPDATA: 'L:\\Local', APPDATA: 'R:\\Roaming' }, 'L:\\Local\\Ledelsestilsyn'],
  ['win32', {}, 'H\\AppData\\Local\\Ledelsestilsyn'],
  ['darwin', {}, 'H/Library/Application Support/Ledelsestilsyn'],
  ['linux', { XDG_DATA_HOME: '/data' }, '/data/ledelsestilsyn'],
  ['linux', {}, 'H/.local/share/ledelsestilsyn'],
])('data lies locally on %s with %j', (platform, environment, expected) => {
  expect(dataFolder({ platform, environment, home: 'H' })).toBe(expected);
  expect(defaultWorkspace({ platform, environment, home: 'H' })).toMatch(/[\\/]workspace$/);
});
