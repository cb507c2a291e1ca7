import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import type { FileSystem, OpenFile } from '#core/store/file-system.ts';
import { asSaveError, patiently, saveFile, sweepTemporaryFiles, syncFolderPatiently } from '#core/store/save-file.ts';
import { AppError } from '#shared/contract/errors.ts';

import { lossyFileSystem } from './lossy-file-system.ts';
import { failing, folder, namesIn, put, systemError, take, toldFileSystem } from './told-file-system.ts';

const path = join(folder, 'tilsyn.ltdb');
const pieces = [Buffer.from('begyndelse'), Buffer.alloc(0), Buffer.from('slutning')];
const whole = 'begyndelseslutning';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** The outcome, after as much time as it takes. */
async function settled<T>(work: Promise<T>): Promise<T | AppError> {
  const outcome = work.catch((error: unknown) => error as AppError);
  await vi.runAllTimersAsync();
  return outcome;
}

function request(beforeReplace: () => Promise<void> = () => Promise.resolve(), patienceMs = 0) {
  return { path, pieces, saveId: '0a1f', beforeReplace, patienceMs };
}

async function withOld(faults: Readonly<Record<string, readonly string[]>> = {}) {
  const files = lossyFileSystem();
  await put(files, 'tilsyn.ltdb', Buffer.from('gammel'));
  const { told, calls } = failing(faults);
  return { files, calls, fileSystem: toldFileSystem(told, files) };
}

describe('saving a file', () => {
  it('proves a file of another name before it takes the place of the old one', async () => {
    const { files, calls, fileSystem } = await withOld();
    const asked: string[] = [];
    const looked = async (): Promise<void> => {
      asked.push(String(await take(files, 'tilsyn.ltdb')), ...(await namesIn(files)));
    };
    await settled(saveFile(fileSystem, request(looked)));
    const temporary = '.tilsyn.ltdb.0a1f.tmp';
    expect(calls).toEqual([
      `open-create ${temporary}`,
      `write ${temporary}`,
      `write ${temporary}`,
      `sync ${temporary}`,
      `size ${temporary}`,
      `read ${temporary}`,
      `read ${temporary}`,
      `close ${temporary}`,
      `rename ${temporary} > tilsyn.ltdb`,
      'syncFolder arbejde',
    ]);
    expect(asked).toEqual(['gammel', temporary, 'tilsyn.ltdb']);
    expect(String(await take(files, 'tilsyn.ltdb'))).toBe(whole);
    expect(await namesIn(files)).toEqual(['tilsyn.ltdb']);
  });

  it.each([
    ['open-create', 'ENOSPC', 'disk-full'],
    ['write', 'ENOSPC', 'disk-full'],
    ['write', 'EDQUOT', 'disk-full'],
    ['write', 'EIO', 'write-failed'],
    ['sync', 'EIO', 'write-failed'],
    ['size', 'EIO', 'write-failed'],
    ['read', 'EIO', 'write-failed'],
    ['close', 'EIO', 'write-failed'],
    ['rename', 'EIO', 'write-failed'],
    ['rename', 'EBUSY', 'write-failed'],
  ])(
    'whose %s fails with %s is told as %s, with the old file in place and nothing beside it',
    async (call, code, told) => {
      const { files, fileSystem } = await withOld({ [call]: [code] });
      const error = await settled(saveFile(fileSystem, request()));
      expect(error).toBeInstanceOf(AppError);
      expect(error).toMatchObject({ code: told, detail: { system: code }, message: expect.stringContaining(code) });
      expect(String(await take(files, 'tilsyn.ltdb'))).toBe('gammel');
      expect(await namesIn(files)).toEqual(['tilsyn.ltdb']);
    },
  );

  it('ends with what the last look before the replacing throws, and tells the first of two faults', async () => {
    const { files, fileSystem } = await withOld({ remove: ['EIO'] });
    const changed = new AppError('workspace-changed-elsewhere', 'x');
    expect(
      await settled(
        saveFile(
          fileSystem,
          request(() => Promise.reject(changed), 10_000),
        ),
      ),
    ).toBe(changed);
    expect(String(await take(files, 'tilsyn.ltdb'))).toBe('gammel');
  });

  it('waits for a file that another program holds, and looks again before each try', async () => {
    const { files, fileSystem } = await withOld({ rename: ['EPERM', 'EACCES', 'EBUSY'] });
    let looks = 0;
    const look = (): Promise<void> => {
      looks += 1;
      return Promise.resolve();
    };
    expect(await settled(saveFile(fileSystem, request(look, 1_000)))).toBeUndefined();
    expect(looks).toBe(4);
    expect(String(await take(files, 'tilsyn.ltdb'))).toBe(whole);
  });

  it('is refused by a disk that gives back another length or other bytes', async () => {
    const lying = (change: (file: OpenFile) => Partial<OpenFile>): FileSystem => {
      const files = lossyFileSystem();
      return {
        ...files,
        open: async (name, purpose) => {
          const file = await files.open(name, purpose);
          return { ...file, ...change(file) };
        },
      };
    };
    const longer = lying((file) => ({ size: async () => (await file.size()) + 1 }));
    const other = lying((file) => ({
      read: async (into, position) => {
        const read = await file.read(into, position);
        if (position + read === whole.length) into[read - 1]! ^= 1;
        return read;
      },
    }));
    const shorter = lying(() => ({ read: () => Promise.resolve(0) }));
    for (const [disk, message] of [
      [longer, /length/],
      [other, /other bytes/],
      [shorter, /other bytes/],
    ] as const) {
      const error = await settled(saveFile(disk, request()));
      expect(error).toMatchObject({ code: 'write-failed', message: expect.stringMatching(message) });
      expect(await namesIn(disk)).toEqual([]);
    }
  });
});

describe('an error of the file system', () => {
  it('is told by what a person can do about it', () => {
    expect(asSaveError(systemError('EDQUOT'))).toMatchObject({ code: 'disk-full', detail: { system: 'EDQUOT' } });
    expect(asSaveError(systemError('EROFS')).code).toBe('write-failed');
    expect(asSaveError('no error at all')).toMatchObject({ code: 'write-failed', detail: { system: 'unknown' } });
    const already = new AppError('file-damaged', 'x');
    expect(asSaveError(already)).toBe(already);
  });
});

describe('patience', () => {
  /** When each try was made, in milliseconds. */
  async function triesOf(patienceMs: number, outcome: (attempt: number) => Promise<string>) {
    const start = Date.now();
    const tries: number[] = [];
    const last = await settled(patiently(patienceMs, () => outcome(tries.push(Date.now() - start))));
    return { tries, last };
  }

  it('doubles its pauses up to a second, and ends when it is used up', async () => {
    const { tries, last } = await triesOf(2_500, () => Promise.reject(systemError('EBUSY')));
    expect(tries).toEqual([0, 20, 60, 140, 300, 620, 1_260, 2_260, 3_260]);
    expect(last).toMatchObject({ code: 'EBUSY' });
    expect((await triesOf(60, () => Promise.reject(systemError('EPERM')))).tries).toEqual([0, 20, 60]);
    expect((await triesOf(0, () => Promise.reject(systemError('EACCES')))).tries).toEqual([0]);
  });

  it('is for files that are held only, and gives what the try gave', async () => {
    expect((await triesOf(1_000, () => Promise.reject(systemError('EIO')))).tries).toEqual([0]);
    const third = (attempt: number) =>
      attempt < 3 ? Promise.reject(systemError('EACCES')) : Promise.resolve('endelig');
    expect(await triesOf(1_000, third)).toEqual({ tries: [0, 20, 60], last: 'endelig' });
  });

  it('with a folder tries three times, a moment apart', async () => {
    for (const [faults, tries] of [
      [0, 1],
      [2, 3],
      [3, 3],
    ] as const) {
      const start = Date.now();
      const times: number[] = [];
      const disk = toldFileSystem((call) => {
        if (call === 'syncFolder' && times.push(Date.now() - start) <= faults) throw systemError('EIO');
      });
      const outcome = await settled(syncFolderPatiently(disk, folder));
      expect(times).toEqual([0, 20, 40].slice(0, tries));
      if (faults === 3) expect(outcome).toMatchObject({ code: 'EIO' });
      else expect(outcome).toBeUndefined();
    }
  });
});

describe('what an interrupted save left', () => {
  const left = ['.tilsyn.ltdb.0a1f.tmp', '.tilsyn.ltdj.9.tmp', '.a-b.ltdb.ff.tmp'];
  const others = [
    'tilsyn.ltdb.0a1f.tmp',
    'x.tilsyn.ltdb.0a1f.tmp',
    '.ltdb.0a1f.tmp',
    '.tilsyn.ltdx.0a1f.tmp',
    '.tilsyn.ltdb.0g.tmp',
    '.tilsyn.ltdb..tmp',
    '.tilsyn.ltdb.0a1f.tmp2',
    '.tilsyn.ltdb.0a1f.txt',
    'tilsyn.ltdb',
  ];

  it('is removed, whatever cannot be removed, and nothing else is', async () => {
    const files = lossyFileSystem();
    for (const name of [...left, ...others]) await put(files, name, Buffer.from('x'));
    let refused = 0;
    const disk = toldFileSystem((call) => {
      if (call === 'remove' && (refused += 1) === 1) throw systemError('EBUSY');
    }, files);
    await sweepTemporaryFiles(disk, folder);
    expect(await namesIn(files)).toEqual([left[0]!, ...others].toSorted());
    await sweepTemporaryFiles(disk, folder);
    expect(await namesIn(files)).toEqual(others.toSorted());
  });

  it('stays where the folder cannot be read', async () => {
    const disk = toldFileSystem(failing({ list: ['EACCES'] }).told);
    await expect(sweepTemporaryFiles(disk, folder)).resolves.toBeUndefined();
  });
});
