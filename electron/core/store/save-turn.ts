import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { hostname } from 'node:os';

import { systemCode } from './file-system.ts';
import { readWhole } from './read-file.ts';
import type { Surroundings } from './surroundings.ts';

/** Whose turn it is to save: written into a file that only one program can create. Names no person and no machine. */
interface Turn {
  readonly token: string;
  readonly machine: string;
  readonly process: number;
}

type Created = 'created' | 'held' | 'busy' | 'failed';
/** Windows says this of a file that is just being removed. */
const beingRemoved = new Set(['EPERM', 'EACCES', 'EBUSY']);
/** How long that is waited for, in milliseconds. */
const shortly = 100;
const machine = createHash('sha256').update(hostname()).digest('hex').slice(0, 16);
/** The turns that this program has taken and not given back. */
const own = new Set<string>();

/**
 * Runs `work` while no other program that asks here saves the same workspace, so that nothing comes between looking at what
 * lies on disk and replacing it. Turns are short. One that a program left behind when it ended is taken over: at once on
 * the same computer, otherwise when it was waited for in vain. Whatever else goes wrong with the turn's file does not
 * keep anyone from saving: then it is as without it, and what lies on disk is looked at in any case.
 */
export async function inSaveTurn<T>(around: Surroundings, work: () => Promise<T>): Promise<T> {
  const token = Buffer.from(around.ports.random.bytes(8)).toString('hex');
  const path = join(dirname(around.path), 'tilsyn.turn');
  own.add(token);
  try {
    const taken = await take(around, path, { token, machine, process: process.pid });
    try {
      return await work();
    } finally {
      if (taken) await around.fileSystem.remove(path).catch(() => undefined);
    }
  } finally {
    own.delete(token);
  }
}

/** True: the file is there and is ours. Whoever is in the way is waited for, then set aside. */
async function take(around: Surroundings, path: string, turn: Turn): Promise<boolean> {
  let setAside = 0;
  for (let waited = 0, pause = 2; setAside < 3; waited += pause, pause = Math.min(pause * 2, 250)) {
    const created = await create(around, path, turn);
    if (created === 'created') return true;
    if (created === 'failed' || (created === 'busy' && waited > shortly)) return false;
    const other = created === 'held' ? await read(around, path) : null;
    if (other !== null && (isOver(other) || waited >= around.patienceMs)) {
      await takeAway(around, path, other);
      setAside += 1;
    } else {
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
  return false;
}

async function create({ fileSystem }: Surroundings, path: string, turn: Turn): Promise<Created> {
  const bytes = Buffer.from(JSON.stringify(turn));
  try {
    const file = await fileSystem.open(path, 'create');
    // That the file is there is what counts; a turn that cannot be read is waited for.
    await file.write(bytes, 0).catch(() => undefined);
    await file.close().catch(() => undefined);
    return 'created';
  } catch (error) {
    const code = systemCode(error);
    if (code === 'EEXIST') return 'held';
    return beingRemoved.has(code) ? 'busy' : 'failed';
  }
}

/** Null where it is gone. Of one that was not written to its end it is not known whose it is. */
async function read({ fileSystem }: Surroundings, path: string): Promise<Turn | null> {
  const bytes = await readWhole(fileSystem, path).catch(() => Buffer.alloc(0));
  if (bytes === null) return null;
  try {
    const { token, machine: where, process: number } = JSON.parse(bytes.toString('utf8')) as Partial<Turn>;
    return { token: String(token), machine: String(where), process: Number(number) };
  } catch {
    return { token: '', machine: '', process: 0 };
  }
}

/** The program that took it has ended, or has given it back and could not remove the file. */
function isOver({ token, machine: where, process: number }: Turn): boolean {
  if (where !== machine) return false;
  if (number === process.pid) return !own.has(token);
  try {
    process.kill(number, 0);
    return false;
  } catch (error) {
    return systemCode(error) === 'ESRCH';
  }
}

/** Only what was looked at goes: another program may have taken it over in the meantime. */
async function takeAway(around: Surroundings, path: string, seen: Turn): Promise<void> {
  const now = await read(around, path);
  if (now !== null && now.token === seen.token) {
    await around.fileSystem.remove(path).catch(() => undefined);
  }
}
