import { createHash } from 'node:crypto';
import { hostname } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import type { FileSystem } from '#core/store/file-system.ts';
import { inSaveTurn } from '#core/store/save-turn.ts';
import type { Surroundings } from '#core/store/surroundings.ts';

import { lossyFileSystem } from './lossy-file-system.ts';
import { testPorts } from './store-fixture.ts';
import { failing, folder, put, systemError, take, toldFileSystem } from './told-file-system.ts';

const name = 'tilsyn.turn';
const machine = createHash('sha256').update(hostname()).digest('hex').slice(0, 16);
const dead = 2 ** 22 + 1;

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] }));
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

function around(fileSystem: FileSystem, patienceMs = 1_000): Surroundings {
  const path = join(folder, 'tilsyn.ltdb');
  // A turn asks nothing of the database.
  return { ports: testPorts(folder), sql: undefined as never, fileSystem, path, patienceMs };
}

/** After how many milliseconds the work was begun, or null where it was not begun in a minute; and its outcome. */
async function begunAfter(fileSystem: FileSystem, patienceMs?: number) {
  const start = Date.now();
  let begun: number | null = null;
  const work = (): Promise<string> => {
    begun = Date.now() - start;
    return Promise.resolve('gjort');
  };
  const outcome = inSaveTurn(around(fileSystem, patienceMs), work).catch((error: unknown) => error);
  await vi.advanceTimersByTimeAsync(60_000);
  return { begun: begun as number | null, outcome: await Promise.race([outcome, Promise.resolve('waiting')]) };
}

async function heldBy(turn: unknown): Promise<FileSystem> {
  const files = lossyFileSystem();
  await put(files, name, Buffer.from(typeof turn === 'string' ? turn : JSON.stringify(turn)));
  return files;
}

describe('a turn to save', () => {
  it('is a file that says which program, and names nobody; it is gone when the work is done', async () => {
    const files = lossyFileSystem();
    const seen: unknown[] = [];
    const work = async () => {
      seen.push(JSON.parse(String(await take(files, name))));
      return 'gjort';
    };
    expect(await inSaveTurn(around(files), work)).toBe('gjort');
    expect(await take(files, name)).toBeNull();
    await inSaveTurn(around(files), work);
    const turn = { token: expect.stringMatching(/^[0-9a-f]{16}$/), machine, process: process.pid };
    expect(seen).toEqual([turn, turn]);
    const [first, second] = seen as { token: string }[];
    expect(first?.token).not.toBe(second?.token);
  });

  it('is given back when the work fails, and also where the file cannot be removed', async () => {
    const files = lossyFileSystem();
    const broken = new Error('arbejdet');
    await expect(inSaveTurn(around(files), () => Promise.reject(broken))).rejects.toBe(broken);
    expect(await take(files, name)).toBeNull();
    const stuck = toldFileSystem(failing({ remove: ['EBUSY'] }).told, files);
    await expect(inSaveTurn(around(stuck), () => Promise.reject(broken))).rejects.toBe(broken);
    expect(await take(files, name)).not.toBeNull();
    // What this program could not remove holds itself up no longer.
    expect(await begunAfter(files)).toEqual({ begun: 0, outcome: 'gjort' });
    expect(await take(files, name)).toBeNull();
  });

  it('is waited for among the works of one program, one at a time', async () => {
    const files = lossyFileSystem();
    const said: string[] = [];
    const work = (which: string) => async () => {
      said.push(`${which} begins`);
      await new Promise((resolve) => setTimeout(resolve, 400));
      said.push(`${which} ends`);
    };
    const all = Promise.all(['a', 'b', 'c'].map((which) => inSaveTurn(around(files, 5_000), work(which))));
    await vi.advanceTimersByTimeAsync(5_000);
    await all;
    expect(said.map((line) => line.slice(2))).toEqual(['begins', 'ends', 'begins', 'ends', 'begins', 'ends']);
    expect(await take(files, name)).toBeNull();
  });

  it.each([
    ['a program of this computer that has ended', { token: 'a', machine, process: dead }],
    ['this program, which knows nothing of it', { token: 'a', machine, process: process.pid }],
  ])('left by %s is taken over at once', async (_who, turn) => {
    const files = await heldBy(turn);
    expect(await begunAfter(files)).toEqual({ begun: 0, outcome: 'gjort' });
    expect(await take(files, name)).toBeNull();
  });

  // Tries after 2, 6, 14, 30, 62, 126, 254 and 504 milliseconds, then every 250.
  it.each([
    ['another computer', { token: 'a', machine: 'b', process: dead }, 1_000, 1_004],
    ['another computer, met exactly when patience ends', { token: 'a', machine: 'b', process: dead }, 126, 126],
    ['a living program of this computer', { token: 'a', machine, process: process.ppid }, 1_000, 1_004],
    ['nobody knows whom, being half written', '{"token":', 300, 504],
    ['nobody knows whom, being empty', '', 14, 14],
  ])('of %s is taken over when it was waited for in vain', async (_who, turn, patienceMs, after) => {
    const files = await heldBy(turn);
    expect(await begunAfter(files, patienceMs)).toEqual({ begun: after, outcome: 'gjort' });
    expect(await take(files, name)).toBeNull();
  });

  it('of a program that may not be asked is taken for that of a living one', async () => {
    vi.spyOn(process, 'kill').mockImplementation(() => {
      throw systemError('EPERM');
    });
    expect((await begunAfter(await heldBy({ token: 'a', machine, process: dead }), 30)).begun).toBe(30);
  });

  it('is asked after with a signal that does nothing', async () => {
    const kill = vi.spyOn(process, 'kill').mockReturnValue(true);
    await begunAfter(await heldBy({ token: 'a', machine, process: dead }), 30);
    expect(new Set(kill.mock.calls.map(([pid, signal]) => `${pid} ${String(signal)}`))).toEqual(new Set([`${dead} 0`]));
  });

  it('that another program has taken over in the meantime is not taken from it', async () => {
    const files = await heldBy({ token: 'old', machine, process: dead });
    const living = { token: 'new', machine, process: process.ppid };
    let reads = 0;
    const disk: FileSystem = {
      ...files,
      open: async (path, purpose) => {
        if (purpose === 'read' && (reads += 1) === 2) await put(files, name, Buffer.from(JSON.stringify(living)));
        return files.open(path, purpose);
      },
    };
    const work = inSaveTurn(around(disk, 10_000), async () => String(await take(files, name)));
    await vi.advanceTimersByTimeAsync(500);
    expect(JSON.parse(String(await take(files, name)))).toEqual(living);
    await files.remove(join(folder, name));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(JSON.parse(await work)).toMatchObject({ process: process.pid });
  });

  it('given back between asking and looking is taken at the next try', async () => {
    const files = await heldBy({ token: 'a', machine: 'b', process: 1 });
    const disk: FileSystem = {
      ...files,
      open: async (path, purpose) => {
        if (purpose === 'read' && files.exists(path)) await files.remove(path);
        return files.open(path, purpose);
      },
    };
    expect(await begunAfter(disk)).toEqual({ begun: 2, outcome: 'gjort' });
  });

  it('that is set aside in vain is done without after the third time, and nothing of another is removed', async () => {
    const turn = { token: 'a', machine, process: dead };
    const files = await heldBy(turn);
    const removed: string[] = [];
    const disk: FileSystem = {
      ...files,
      remove: (path) => {
        removed.push(path);
        return Promise.reject(systemError('EBUSY'));
      },
    };
    expect(await begunAfter(disk)).toEqual({ begun: 0, outcome: 'gjort' });
    expect(removed).toEqual(Array(3).fill(join(folder, name)));
    expect(JSON.parse(String(await take(files, name)))).toEqual(turn);
  });

  it.each([
    ['EROFS', 0],
    ['ENOSPC', 0],
    // Windows says these of a file that is being removed, so they are waited for a little: 126 is over 100.
    ['EPERM', 126],
    ['EACCES', 126],
    ['EBUSY', 126],
  ])('that cannot be made (%s) keeps nobody from saving', async (code, after) => {
    const files = lossyFileSystem();
    const disk = toldFileSystem((call) => {
      if (call === 'open-create') throw systemError(code);
    }, files);
    expect(await begunAfter(disk)).toEqual({ begun: after, outcome: 'gjort' });
  });

  it('is taken where the file that is being removed is gone in time', async () => {
    const files = lossyFileSystem();
    const disk = toldFileSystem(failing({ 'open-create': ['EPERM', 'EBUSY'] }).told, files);
    const work = inSaveTurn(around(disk), () => Promise.resolve(files.exists(join(folder, name))));
    await vi.advanceTimersByTimeAsync(100);
    expect(await work).toBe(true);
  });

  it.each(['write', 'close'])('counts by its file being there, also where its %s fails', async (call) => {
    const files = lossyFileSystem();
    const disk = toldFileSystem(failing({ [call]: ['EIO'] }).told, files);
    expect(await inSaveTurn(around(disk), () => Promise.resolve(files.exists(join(folder, name))))).toBe(true);
    expect(files.exists(join(folder, name))).toBe(false);
  });

  it('that cannot be read is waited for', async () => {
    const files = await heldBy({ token: 'a', machine, process: dead });
    const disk = toldFileSystem((call) => {
      if (call === 'open-read') throw systemError('EIO');
    }, files);
    expect((await begunAfter(disk, 62)).begun).toBe(62);
  });
});
