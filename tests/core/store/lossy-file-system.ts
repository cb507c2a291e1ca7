import { dirname } from 'node:path';

import type { FileSystem, OpenFile } from '#core/store/file-system.ts';

import type { Dice } from '../../support/seeded-dice.ts';

interface Write {
  readonly position: number;
  readonly bytes: Uint8Array;
}

/** What an open file is: what a sync made durable, and what has been done since. */
interface Content {
  durable: Buffer;
  now: Buffer;
  /** Writes and cuts (a number) since the last sync. */
  pending: (Write | number)[];
}

/** A name of a folder that has come to mean another content, or none. */
interface Naming {
  readonly changes: ReadonlyMap<string, Content | null>;
  readonly folders: readonly string[];
}

export interface LossyFileSystem extends FileSystem {
  /** Ends the machine before call number `at`, counted from now: that call and all later ones never answer. */
  stopAt(at: number): void;
  calls(): number;
  /** Lets every call that never answers fail after all, so that the program of the dead machine can be cleared away. */
  clear(): void;
  /** What a machine that lost its power finds after starting again, as a file system of its own. */
  afterPowerLoss(dice: Dice): LossyFileSystem;
}

const sector = 512;

function applied(content: Buffer, change: Write | number): Buffer {
  if (typeof change === 'number') return Buffer.from(content.subarray(0, change));
  const end = change.position + change.bytes.length;
  const next = Buffer.alloc(Math.max(content.length, end));
  content.copy(next);
  next.set(change.bytes, change.position);
  return next;
}

/** Each sector of what was not synced is there or not; the file may or may not have grown for those that are not. */
function survivors({ durable, pending }: Content, dice: Dice): Buffer {
  let content = durable;
  for (const change of pending) {
    if (typeof change === 'number') {
      if (dice(2) === 0) content = applied(content, change);
      continue;
    }
    for (let start = 0; start < change.bytes.length;) {
      const position = change.position + start;
      const length = Math.min(sector - (position % sector), change.bytes.length - start);
      const fate = dice(3);
      const bytes = change.bytes.subarray(start, start + length);
      const grown = Buffer.alloc(Math.max(0, Math.min(length, position + length - Math.max(position, content.length))));
      if (fate === 0) content = applied(content, { position, bytes });
      if (fate === 1 && grown.length > 0)
        content = applied(content, { position: Math.max(position, content.length), bytes: grown });
      start += length;
    }
  }
  return content;
}

/**
 * Files in memory that know what was synced. Without a sync, each sector of a write may be lost, and each creation, rename
 * and removal may be lost on its own, whatever came after it: more than any file system in use does.
 */
export function lossyFileSystem(start: ReadonlyMap<string, Buffer> = new Map()): LossyFileSystem {
  const durableNames = new Map<string, Content>();
  for (const [path, bytes] of start) durableNames.set(path, { durable: bytes, now: bytes, pending: [] });
  const names = new Map(durableNames);
  let namings: Naming[] = [];
  let count = 0;
  let last = Infinity;
  let waiting: (() => void)[] | null = [];

  const call = (): Promise<void> => {
    count += 1;
    if (count <= last) return Promise.resolve();
    return new Promise((_resolve, reject) => {
      const fail = (): void => reject(new Error('The machine has stopped'));
      if (waiting === null) fail();
      else waiting.push(fail);
    });
  };
  const missing = (): Error => Object.assign(new Error('ENOENT'), { code: 'ENOENT' });
  const rename = (changes: ReadonlyMap<string, Content | null>): void => {
    namings.push({ changes, folders: [...changes.keys()].map((path) => dirname(path)) });
    for (const [path, content] of changes) {
      if (content === null) names.delete(path);
      else names.set(path, content);
    }
  };
  const opened = (content: Content): OpenFile => ({
    write: async (bytes, position) => {
      await call();
      const write = { position, bytes: Buffer.from(bytes) };
      content.now = applied(content.now, write);
      content.pending.push(write);
      return bytes.length;
    },
    read: async (into, position) => {
      await call();
      return content.now.copy(into, 0, position, Math.min(content.now.length, position + into.length));
    },
    size: async () => {
      await call();
      return content.now.length;
    },
    truncate: async (length) => {
      await call();
      content.now = applied(content.now, length);
      content.pending.push(length);
    },
    sync: async () => {
      await call();
      content.durable = content.now;
      content.pending = [];
    },
    close: call,
  });
  return {
    open: async (path, purpose) => {
      await call();
      const found = names.get(path);
      if (purpose !== 'create') {
        if (found === undefined) throw missing();
        return opened(found);
      }
      if (found !== undefined) throw Object.assign(new Error('EEXIST'), { code: 'EEXIST' });
      const content = { durable: Buffer.alloc(0), now: Buffer.alloc(0), pending: [] };
      rename(new Map([[path, content]]));
      return opened(content);
    },
    rename: async (from, to) => {
      await call();
      const content = names.get(from);
      if (content === undefined) throw missing();
      rename(
        new Map<string, Content | null>([
          [from, null],
          [to, content],
        ]),
      );
    },
    remove: async (path) => {
      await call();
      if (!names.has(path)) throw missing();
      rename(new Map([[path, null]]));
    },
    list: async (folder) => {
      await call();
      return [...names.keys()].filter((path) => dirname(path) === folder).map((path) => path.slice(folder.length + 1));
    },
    makeFolder: call,
    syncFolder: async (folder) => {
      await call();
      for (const { changes, folders } of namings.filter((naming) => naming.folders.includes(folder))) {
        void folders;
        applyNames(durableNames, changes);
      }
      namings = namings.filter((naming) => !naming.folders.includes(folder));
    },
    exists: (path) => names.has(path),
    stopAt: (at) => {
      count = 0;
      last = at;
    },
    calls: () => count,
    clear: () => {
      const stopped = waiting ?? [];
      waiting = null;
      for (const fail of stopped) fail();
    },
    afterPowerLoss: (dice) => {
      const found = new Map(durableNames);
      for (const { changes } of namings) if (dice(2) === 0) applyNames(found, changes);
      const contents = new Map<Content, Buffer>();
      const bytesOf = (content: Content): Buffer => {
        const bytes = contents.get(content) ?? survivors(content, dice);
        contents.set(content, bytes);
        return bytes;
      };
      return lossyFileSystem(new Map([...found].map(([path, content]) => [path, bytesOf(content)])));
    },
  };
}

function applyNames(names: Map<string, Content>, changes: ReadonlyMap<string, Content | null>): void {
  for (const [path, content] of changes) {
    if (content === null) names.delete(path);
    else names.set(path, content);
  }
}
