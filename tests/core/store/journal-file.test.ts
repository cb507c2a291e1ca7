import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import type { FileSystem } from '#core/store/file-system.ts';
import {
  appendRecord,
  createJournal,
  journalPath,
  refuseForeignJournal,
  UncutJournal,
} from '#core/store/journal-file.ts';
import {
  blockLength,
  deriveJournalKey,
  endAfter,
  journalHeader,
  journalStart,
  openRecords,
  sealRecord,
} from '#core/store/journal-format.ts';

import { lossyFileSystem } from './lossy-file-system.ts';
import { failing, folder, namesIn, put, take, toldFileSystem } from './told-file-system.ts';

const base = { fileId: 'fil', saveId: 'a1', generation: 7 };
const key = deriveJournalKey(Buffer.alloc(32, 1), base);
const header = journalHeader(base);
const path = join(folder, 'tilsyn.ltdj');
const name = 'tilsyn.ltdj';

function recordAfter(end = journalStart, text = `${end.count + 1}`): Buffer {
  return sealRecord(text, { key, header }, end, Buffer.alloc(12, end.count + 1));
}
const one = recordAfter();
const afterOne = endAfter(journalStart, one);
const two = recordAfter(afterOne);
const afterTwo = endAfter(afterOne, two);
const changed = { code: 'workspace-changed-elsewhere' };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

async function settled<T>(work: Promise<T>): Promise<unknown> {
  const outcome = work.catch((error: unknown) => error);
  await vi.runAllTimersAsync();
  return outcome;
}

async function withJournal(bytes: Uint8Array | null, faults: Readonly<Record<string, readonly string[]>> = {}) {
  const files = lossyFileSystem();
  if (bytes !== null) await put(files, name, bytes);
  const { told, calls } = failing(faults);
  return { files, calls, fileSystem: toldFileSystem(told, files) };
}

async function textsIn(files: FileSystem): Promise<readonly string[]> {
  return openRecords((await take(files, name))!, key).texts.map((text) => text.trimEnd());
}

function append(fileSystem: FileSystem, clean = true, end = afterOne, patienceMs = 0) {
  return settled(appendRecord(fileSystem, { path, end, record: recordAfter(end), clean, patienceMs }));
}

describe('a record put behind the last one', () => {
  it('is synced and read back, and the end moves behind it', async () => {
    const { files, calls, fileSystem } = await withJournal(Buffer.concat([header, one]));
    expect(await append(fileSystem)).toEqual(afterTwo);
    const all = ['open-change', 'size', 'read', 'write', 'sync', 'read', 'close'];
    expect(calls).toEqual(all.map((call) => `${call} ${name}`));
    expect(await textsIn(files)).toEqual(['1', '2']);
  });

  it('may be the first one, whose journal has no last tag', async () => {
    const { files, calls, fileSystem } = await withJournal(header);
    expect(await append(fileSystem, true, journalStart)).toEqual(afterOne);
    expect(calls.filter((call) => call.startsWith('read')).length).toBe(1);
    expect(await textsIn(files)).toEqual(['1']);
  });

  it('replaces something torn, which is cut and forgotten first', async () => {
    const { files, calls, fileSystem } = await withJournal(Buffer.concat([header, one, Buffer.alloc(9_000, 5)]));
    expect(await append(fileSystem, false)).toEqual(afterTwo);
    expect(calls.slice(3, 6)).toEqual([`truncate ${name}`, `sync ${name}`, `write ${name}`]);
    expect((await take(files, name))!.length).toBe(3 * blockLength);
    expect(await textsIn(files)).toEqual(['1', '2']);
  });

  it('may find nothing torn where there could have been something', async () => {
    const { files, fileSystem } = await withJournal(Buffer.concat([header, one]));
    expect(await append(fileSystem, false)).toEqual(afterTwo);
    expect(await textsIn(files)).toEqual(['1', '2']);
  });

  it.each([
    ['gone', () => null, true],
    ['shorter', () => Buffer.concat([header, one]).subarray(0, -1), true],
    ['shorter than what was torn', () => Buffer.concat([header, one]).subarray(0, -1), false],
    ['longer', () => Buffer.concat([header, one, two]), true],
    ['as long, with another last record', () => Buffer.concat([header, recordAfter(journalStart, 'x')]), true],
    ['longer, with another last record', () => Buffer.concat([header, recordAfter(journalStart, 'x'), two]), false],
  ])('is refused where the journal is %s, and the disk left as it is', async (_what, bytes, clean) => {
    const { files, fileSystem } = await withJournal(bytes());
    expect(await append(fileSystem, clean)).toMatchObject(changed);
    expect(await take(files, name)).toEqual(bytes());
  });

  it.each([
    ['open-change', 'EIO', 'write-failed'],
    ['size', 'EIO', 'write-failed'],
    ['write', 'ENOSPC', 'disk-full'],
    ['sync', 'EIO', 'write-failed'],
  ])('whose %s fails with %s is not there, and the journal goes on', async (call, code, told) => {
    const { files, calls, fileSystem } = await withJournal(Buffer.concat([header, one]), { [call]: [code] });
    const error = await append(fileSystem);
    expect(error).toMatchObject({ code: told, detail: { system: code } });
    expect(error).not.toBeInstanceOf(UncutJournal);
    expect(await textsIn(files)).toEqual(['1']);
    if (call !== 'open-change') expect(calls.at(-1)).toBe(`close ${name}`);
    expect(await append(fileSystem)).toEqual(afterTwo);
  });

  it('is waited for while another program holds the file, and no longer', async () => {
    const held = { 'open-change': ['EBUSY', 'EPERM'] };
    const { fileSystem } = await withJournal(Buffer.concat([header, one]), held);
    expect(await append(fileSystem, true, afterOne, 1_000)).toEqual(afterTwo);
    const { fileSystem: impatient } = await withJournal(Buffer.concat([header, one]), held);
    expect(await append(impatient)).toMatchObject({ code: 'write-failed', detail: { system: 'EBUSY' } });
  });

  it('that cannot be taken back leaves it open what the disk holds', async () => {
    const { files, fileSystem } = await withJournal(Buffer.concat([header, one]), {
      sync: ['ENOSPC'],
      truncate: ['EIO'],
    });
    const error = await append(fileSystem);
    expect(error).toBeInstanceOf(UncutJournal);
    expect(error).toMatchObject({ code: 'disk-full', detail: { system: 'ENOSPC' } });
    expect((error as Error).message).toContain('ENOSPC');
    // Only what was synced away is taken back.
    const { fileSystem: unsynced } = await withJournal(Buffer.concat([header, one]), { sync: ['EIO', 'EIO'] });
    expect(await append(unsynced)).toBeInstanceOf(UncutJournal);
    expect((await take(files, name))!.length).toBe(3 * blockLength);
  });

  it('that comes back from the disk otherwise is not there', async () => {
    const files = lossyFileSystem();
    await put(files, name, Buffer.concat([header, one]));
    const lying: FileSystem = {
      ...files,
      open: async (at, purpose) => {
        const file = await files.open(at, purpose);
        return { ...file, write: (bytes, position) => file.write(Buffer.from(bytes).fill(0, 100, 101), position) };
      },
    };
    expect(await append(lying)).toMatchObject({ code: 'write-failed' });
    expect(await textsIn(files)).toEqual(['1']);
  });

  it('is safe once it was synced and read back, whatever closing says', async () => {
    const { files, fileSystem } = await withJournal(Buffer.concat([header, one]), { close: ['EIO'] });
    expect(await append(fileSystem)).toEqual(afterTwo);
    expect(await textsIn(files)).toEqual(['1', '2']);
  });
});

describe('the journal on disk', () => {
  const refuse = (fileSystem: FileSystem, end: typeof afterOne | null, clean = true) =>
    settled(refuseForeignJournal(fileSystem, path, { base, end, clean }));

  it.each([
    ['as it was left', Buffer.concat([header, one]), afterOne, true, undefined],
    ['with one record more', Buffer.concat([header, one, two]), afterOne, true, changed],
    ['with something torn behind', Buffer.concat([header, one, Buffer.alloc(9)]), afterOne, false, undefined],
    ['with something behind', Buffer.concat([header, one, Buffer.alloc(9)]), afterOne, true, changed],
    ['gone', null, afterOne, true, changed],
    ['none yet', null, null, true, undefined],
    ['none yet, where one was begun', null, null, false, undefined],
    ['of an older save', journalHeader({ ...base, saveId: 'b2' }), null, true, undefined],
    ['of an older save, where one was begun', journalHeader({ ...base, saveId: 'b2' }), null, false, undefined],
    ['of this save, made by another', Buffer.concat([header, one]), null, true, changed],
    ['of this save, where one was begun here', Buffer.concat([header, one]), null, false, undefined],
  ])('%s', async (_what, bytes, end, clean, told) => {
    const { fileSystem } = await withJournal(bytes);
    const outcome = await refuse(fileSystem, end, clean);
    if (told === undefined) expect(outcome).toBeUndefined();
    else expect(outcome).toMatchObject(told);
  });

  it('that cannot be read is told as such, and a damaged one too', async () => {
    const { fileSystem } = await withJournal(header, { 'open-read': ['EIO'] });
    expect(await refuse(fileSystem, afterOne)).toMatchObject({ code: 'read-failed' });
    const { fileSystem: broken } = await withJournal(Buffer.alloc(blockLength));
    expect(await refuse(broken, null)).toMatchObject({ code: 'file-damaged' });
  });

  it('lies beside the workspace file', () => {
    expect(journalPath(join(folder, 'tilsyn.ltdb'))).toBe(path);
  });
});

describe('a new journal', () => {
  const create = (fileSystem: FileSystem, beforeReplace = () => Promise.resolve(), patienceMs = 0) =>
    settled(
      createJournal(fileSystem, {
        path,
        header,
        end: journalStart,
        record: one,
        saveId: 'c3',
        patienceMs,
        beforeReplace,
      }),
    );
  const older = journalHeader({ ...base, saveId: 'b2' });

  it('takes the place of an older one, after the last look and after the folder was made durable', async () => {
    const { files, calls, fileSystem } = await withJournal(older);
    const look = () => Promise.resolve(void calls.push('look'));
    expect(await create(fileSystem, look)).toEqual(afterOne);
    expect(calls.slice(-4)).toEqual([
      'look',
      'syncFolder arbejde',
      `rename .${name}.c3.tmp > ${name}`,
      'syncFolder arbejde',
    ]);
    expect(await textsIn(files)).toEqual(['1']);
  });

  it.each([
    [{ write: ['ENOSPC'] }, 'disk-full'],
    [{ rename: ['EIO'] }, 'write-failed'],
    [{ syncFolder: ['EIO'] }, 'write-failed'],
  ])('that fails with %j leaves the older one', async (faults, code) => {
    const { files, fileSystem } = await withJournal(older, faults);
    const error = await create(fileSystem);
    expect(error).toMatchObject({ code });
    expect(error).not.toBeInstanceOf(UncutJournal);
    expect((await take(files, name))!.equals(older)).toBe(true);
    expect(await namesIn(files)).toEqual([name]);
  });

  it('that fails where there was none leaves none', async () => {
    const { files, fileSystem } = await withJournal(null, { rename: ['EIO'] });
    const error = await create(fileSystem);
    expect(error).toMatchObject({ code: 'write-failed' });
    expect(error).not.toBeInstanceOf(UncutJournal);
    expect(await namesIn(files)).toEqual([]);
  });

  it('ends with what the last look throws', async () => {
    const { fileSystem } = await withJournal(older);
    const error = new Error('set');
    expect(await create(fileSystem, () => Promise.reject(error))).toMatchObject({ code: 'write-failed' });
  });

  it('that is there although it was told to have failed leaves it open what the disk holds', async () => {
    const { fileSystem } = await withJournal(older, { syncFolder: ['', 'EIO', 'EIO', 'ENOSPC'] });
    const error = await create(fileSystem);
    expect(error).toBeInstanceOf(UncutJournal);
    expect(error).toMatchObject({ code: 'disk-full', detail: { system: 'ENOSPC' } });
    expect((error as Error).message).toContain('ENOSPC');
  });

  it('of which nobody can tell whether it is there leaves it open, too', async () => {
    const { fileSystem } = await withJournal(older, { rename: ['EIO'], 'open-read': ['EIO'] });
    expect(await create(fileSystem)).toBeInstanceOf(UncutJournal);
  });

  it('waits for one that another program holds', async () => {
    const { files, fileSystem } = await withJournal(older, { rename: ['EBUSY'] });
    expect(await create(fileSystem, undefined, 100)).toEqual(afterOne);
    expect(await textsIn(files)).toEqual(['1']);
    const { fileSystem: stuck } = await withJournal(older, { rename: ['EBUSY'] });
    expect(await create(stuck)).toMatchObject({ code: 'write-failed', detail: { system: 'EBUSY' } });
  });
});
