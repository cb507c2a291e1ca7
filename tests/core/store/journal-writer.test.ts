import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import type { FileSystem } from '#core/store/file-system.ts';
import {
  blockLength,
  deriveJournalKey,
  journalHeader,
  openRecords,
  readJournalHeader,
} from '#core/store/journal-format.ts';
import { decodeRecord } from '#core/store/journal-record.ts';
import { createJournalWriter, removeOlderJournal } from '#core/store/journal-writer.ts';
import { readJournal, setJournalAside } from '#core/store/read-journal.ts';
import { seal } from '#core/store/envelope.ts';

import { lossyFileSystem } from './lossy-file-system.ts';
import { testPorts } from './store-fixture.ts';
import { failing, folder, namesIn, put, take, toldFileSystem } from './told-file-system.ts';

const base = { fileId: 'fil', saveId: 'a1', generation: 7 };
const fileKey = Buffer.alloc(32, 1);
const path = join(folder, 'tilsyn.ltdb');
const name = 'tilsyn.ltdj';
const nothing = () => Promise.resolve();

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

async function settled<T>(work: Promise<T>): Promise<unknown> {
  const outcome = work.catch((error: unknown) => error);
  await vi.runAllTimersAsync();
  return outcome;
}

function around(fileSystem: FileSystem, patienceMs = 0) {
  return { ports: testPorts(folder), fileSystem, path, patienceMs, sql: undefined as never };
}

function writerOn(fileSystem: FileSystem, opened: Parameters<typeof createJournalWriter>[3] = null, patienceMs = 0) {
  return createJournalWriter(around(fileSystem, patienceMs), fileKey, base, opened);
}

function record(text: string) {
  return { at: '2026-01-15T08:00:00.000Z', written: [{ sql: 'INSERT ?', values: [text] }] };
}

async function saidIn(files: FileSystem): Promise<readonly unknown[]> {
  const { texts } = openRecords((await take(files, name))!, deriveJournalKey(fileKey, base));
  return texts.map((text) => decodeRecord(text).written[0]!.values[0]);
}

describe('the writer of a journal', () => {
  it('makes the journal with its first record and puts the others behind it, looking before each', async () => {
    const files = lossyFileSystem();
    const writer = writerOn(files);
    expect(writer.state()).toEqual({ end: null, clean: true, sound: true });
    const looks: (number | undefined)[] = [];
    for (const text of ['a', 'b', 'c']) {
      await writer.append(record(text), async () => void looks.push((await take(files, name))?.length));
    }
    expect(looks).toEqual([undefined, 2 * blockLength, 3 * blockLength]);
    expect(writer.state()).toMatchObject({ clean: true, sound: true, end: { count: 3, length: 4 * blockLength } });
    expect(await saidIn(files)).toEqual(['a', 'b', 'c']);
    const bytes = (await take(files, name))!;
    expect(readJournalHeader(bytes)).toEqual(base);
    const nonces = [1, 2, 3].map((block) => bytes.toString('hex', block * blockLength + 8, block * blockLength + 20));
    expect(new Set(nonces).size).toBe(3);
  });

  it('writes beside the journal under a name of chance that a later start sweeps', async () => {
    const { told, calls } = failing({});
    await writerOn(toldFileSystem(told)).append(record('a'), nothing);
    expect(calls[0]).toMatch(/^open-create \.tilsyn\.ltdj\.[0-9a-f]{16}\.tmp$/);
  });

  it('goes on from where an opened journal ends', async () => {
    const files = lossyFileSystem();
    const before = writerOn(files);
    await before.append(record('a'), nothing);
    const { end } = before.state();
    await writerOn(files, { end, clean: true }).append(record('b'), nothing);
    expect(await saidIn(files)).toEqual(['a', 'b']);
    await writerOn(files, { end, clean: false }).append(record('c'), nothing);
    expect(await saidIn(files)).toEqual(['a', 'c']);
  });

  it('leaves disk and state as they are where the look before fails', async () => {
    const files = lossyFileSystem();
    const writer = writerOn(files);
    const no = new Error('nej');
    const refused = () => Promise.reject(no);
    expect(await settled(writer.append(record('a'), refused))).toMatchObject({ code: 'write-failed' });
    expect(await namesIn(files)).toEqual([]);
    await writer.append(record('a'), nothing);
    const state = writer.state();
    expect(await settled(writer.append(record('b'), refused))).toBe(no);
    expect(writer.state()).toBe(state);
    expect(await saidIn(files)).toEqual(['a']);
  });

  it('makes none in the place of one of this save that it does not know', async () => {
    const files = lossyFileSystem();
    await writerOn(files).append(record('a'), nothing);
    const late = writerOn(files);
    const changed = { code: 'workspace-changed-elsewhere' };
    expect(await settled(late.refuseForeign())).toMatchObject(changed);
    expect(await settled(late.append(record('b'), nothing))).toMatchObject(changed);
    expect(late.state()).toEqual({ end: null, clean: true, sound: true });
    expect(await saidIn(files)).toEqual(['a']);
  });

  it('says when it no longer knows what the disk holds, and knows again after a record', async () => {
    const files = lossyFileSystem();
    const { told } = failing({ sync: ['', 'EIO'], truncate: ['EIO'] });
    const writer = writerOn(toldFileSystem(told, files));
    await writer.append(record('a'), nothing);
    const { end } = writer.state();
    expect(await settled(writer.append(record('b'), nothing))).toMatchObject({ code: 'write-failed' });
    expect(writer.state()).toEqual({ end, clean: false, sound: false });
    await writer.append(record('c'), nothing);
    expect(writer.state()).toMatchObject({ clean: true, sound: true });
    expect(await saidIn(files)).toEqual(['a', 'c']);
  });

  it('stays sound after a fault that was taken back', async () => {
    const files = lossyFileSystem();
    const writer = writerOn(toldFileSystem(failing({ write: ['', '', 'ENOSPC'] }).told, files));
    await writer.append(record('a'), nothing);
    const state = writer.state();
    expect(await settled(writer.append(record('b'), nothing))).toMatchObject({ code: 'disk-full' });
    expect(writer.state()).toBe(state);
  });

  it('is as patient as it is told, with the first record and with the next', async () => {
    for (const [patienceMs, told] of [
      [100, undefined],
      [0, 'write-failed'],
    ] as const) {
      const files = lossyFileSystem();
      const faults = { rename: ['EBUSY'], 'open-change': ['EBUSY'] };
      const writer = writerOn(toldFileSystem(failing(faults).told, files), null, patienceMs);
      for (const text of ['a', 'b']) {
        const outcome = (await settled(writer.append(record(text), nothing))) as { readonly code?: string } | undefined;
        expect(outcome?.code).toBe(told);
        if (told !== undefined) await settled(writer.append(record(text), nothing));
      }
    }
  });

  it('cannot write after it was closed: its key is gone', async () => {
    const files = lossyFileSystem();
    const writer = writerOn(files);
    writer.close();
    await writer.append(record('a'), nothing);
    await expect(saidIn(files)).rejects.toMatchObject({ code: 'file-damaged' });
  });
});

describe('the journal of a save that was replaced', () => {
  const remove = (fileSystem: FileSystem) => settled(removeOlderJournal(fileSystem, path, base));
  const older = journalHeader({ ...base, saveId: 'b2', generation: 6 });

  it('is removed for good, and that of this save is not', async () => {
    const files = lossyFileSystem();
    await put(files, name, older);
    const { told, calls } = failing({});
    expect(await remove(toldFileSystem(told, files))).toBeUndefined();
    expect(calls.slice(-2)).toEqual([`remove ${name}`, 'syncFolder arbejde']);
    expect(files.afterPowerLoss(() => 1).exists(join(folder, name))).toBe(false);
    expect(await remove(files)).toBeUndefined();
    await put(files, name, journalHeader(base));
    expect(await remove(files)).toBeUndefined();
    expect(await namesIn(files)).toEqual([name]);
  });

  it.each([
    [{ remove: ['EBUSY'] }, { code: 'write-failed', detail: { system: 'EBUSY' } }],
    [{ syncFolder: ['EIO', 'EIO', 'ENOSPC'] }, { code: 'disk-full', detail: { system: 'ENOSPC' } }],
    [{ 'open-read': ['EIO'] }, { code: 'read-failed' }],
  ])('is told where it cannot be: %j', async (faults, told) => {
    const files = lossyFileSystem();
    await put(files, name, older);
    expect(await remove(toldFileSystem(failing(faults).told, files))).toMatchObject(told);
  });
});

describe('the journal beside a workspace file', () => {
  const read = (fileSystem: FileSystem) => settled(readJournal(around(fileSystem), fileKey, base));

  it('is its own with its records, also with something torn behind', async () => {
    const files = lossyFileSystem();
    expect(await read(files)).toEqual({ kind: 'none' });
    const writer = writerOn(files);
    await writer.append(record('a'), nothing);
    await writer.append(record('b'), nothing);
    const whole = (await take(files, name))!;
    expect(await read(files)).toMatchObject({ kind: 'own', torn: false, end: { count: 2 } });
    await put(files, name, whole.subarray(0, -1));
    expect(await read(files)).toMatchObject({ kind: 'own', torn: true, end: { count: 1 } });
    expect(fileKey.equals(Buffer.alloc(32, 1))).toBe(true);
  });

  it.each([
    ['an older save of the file', { ...base, saveId: 'b2', generation: 6 }, { kind: 'none' }],
    ['another save of the same generation', { ...base, saveId: 'b2' }, { kind: 'foreign', saveId: 'b2' }],
    ['a later save', { ...base, saveId: 'b2', generation: 8 }, { kind: 'foreign', saveId: 'b2' }],
    ['another file', { ...base, fileId: 'x', generation: 6 }, { kind: 'foreign', saveId: 'a1' }],
    ['this save under another generation', { ...base, generation: 6 }, { code: 'file-damaged' }],
  ])('of %s is told apart', async (_what, found, told) => {
    const files = lossyFileSystem();
    await put(files, name, journalHeader(found));
    expect(await read(files)).toMatchObject(told);
  });

  it('that cannot be read, or is damaged, is told', async () => {
    const files = lossyFileSystem();
    await put(files, name, Buffer.concat([journalHeader(base), Buffer.alloc(blockLength, 5)]));
    expect(await read(files)).toMatchObject({ code: 'file-damaged', message: expect.stringContaining('record 1') });
    expect(await read(toldFileSystem(failing({ 'open-read': ['EIO'] }).told, files))).toMatchObject({
      code: 'read-failed',
    });
  });
});

describe('a journal whose file is gone', () => {
  const fields = {
    ...base,
    purpose: 'workspace' as const,
    created: '',
    modified: '',
    programVersion: '',
    schemaVersion: 1,
    keySlots: [],
  };
  const file = Buffer.concat(seal([Buffer.from('x')], fields, fileKey, Buffer.alloc(12)));
  const foreign = journalHeader({ ...base, saveId: 'b2' });

  async function both() {
    const files = lossyFileSystem();
    await put(files, 'tilsyn.ltdb', file);
    await put(files, name, foreign);
    return files;
  }

  it('is kept among the backups under its day and its save', async () => {
    const files = await both();
    const { told, calls } = failing({});
    expect(await settled(setJournalAside(around(toldFileSystem(told, files)), base, 'b2'))).toBeUndefined();
    expect(calls.slice(-3)).toEqual([
      'makeFolder backups',
      `rename ${name} > tilsyn-2026-01-15-b2.ltdj`,
      'syncFolder backups',
    ]);
    expect(files.exists(join(folder, 'backups', 'tilsyn-2026-01-15-b2.ltdj'))).toBe(true);
  });

  it('stays where the file was replaced since, or cannot be put away', async () => {
    const files = await both();
    const aside = (saveId: string, fileSystem: FileSystem = files) =>
      settled(setJournalAside(around(fileSystem), { ...base, saveId }, 'b2'));
    expect(await aside('other')).toMatchObject({ code: 'workspace-changed-elsewhere' });
    for (const call of ['makeFolder', 'rename']) {
      const disk = toldFileSystem(failing({ [call]: ['ENOSPC'] }).told, files);
      expect(await aside('a1', disk)).toMatchObject({ code: 'disk-full' });
    }
    expect(await namesIn(files)).toEqual(['tilsyn.ltdb', name]);
    await files.remove(path);
    expect(await aside('a1')).toMatchObject({ code: 'workspace-changed-elsewhere' });
  });
});
