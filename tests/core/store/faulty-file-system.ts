import { type FileSystem, nodeFileSystem, type OpenFile } from '#core/store/file-system.ts';

export type Fault = 'EIO' | 'ENOSPC' | 'EPERM' | 'EBUSY' | 'EACCES' | 'short-write' | 'lost-write';
export const faults: readonly Fault[] = ['EIO', 'ENOSPC', 'EPERM', 'EBUSY', 'EACCES', 'short-write', 'lost-write'];

/** A real file system whose calls are counted and named, and of which chosen ones fail. */
export interface FaultyFileSystem extends FileSystem {
  readonly calls: string[];
  /** Call number `at` (from 0, counted from now) fails `times` times in a row with `fault`. */
  failAt(at: number, fault: Fault, times?: number): void;
  /** From now on the disk takes so many bytes more, then none: the last write is short, the next fails with ENOSPC. */
  leaveRoom(bytes: number): void;
  /** What is left of it. */
  room(): number;
  reset(): void;
}

function systemError(code: string): Error {
  return Object.assign(new Error(`${code}: injected`), { code });
}

export function faultyFileSystem(): FaultyFileSystem {
  const calls: string[] = [];
  let first = Infinity;
  let last = -1;
  let fault: Fault = 'EIO';
  let room = Infinity;
  /** Counts a call; true when a faulty write is to be short or lost, throws when the call is to fail. */
  const faulty = (name: string): boolean => {
    const number = calls.push(name) - 1;
    if (number < first || number > last) {
      return false;
    }
    if (fault === 'short-write' || fault === 'lost-write') {
      return name === 'write';
    }
    throw systemError(fault);
  };
  const wrap = (file: OpenFile): OpenFile => ({
    write: async (bytes, position) => {
      if (!faulty('write')) {
        const fits = bytes.subarray(0, room);
        if (fits.length === 0 && bytes.length > 0) throw systemError('ENOSPC');
        const written = await file.write(fits, position);
        room -= written;
        return written;
      }
      const written = await file.write(bytes.subarray(0, Math.floor(bytes.length / 2)), position);
      return fault === 'lost-write' ? bytes.length : written;
    },
    read: async (into, position) => {
      faulty('read');
      return file.read(into, position);
    },
    size: async () => {
      faulty('size');
      return file.size();
    },
    truncate: async (length) => {
      faulty('truncate');
      await file.truncate(length);
    },
    sync: async () => {
      faulty('sync');
      await file.sync();
    },
    close: async () => {
      await file.close();
      faulty('close');
    },
  });
  const plain =
    <A extends unknown[], T>(name: string, call: (...args: A) => Promise<T>) =>
    async (...args: A): Promise<T> => {
      faulty(name);
      return call(...args);
    };
  return {
    calls,
    failAt: (at, kind, times = 1) => {
      calls.length = 0;
      first = at;
      last = at + times - 1;
      fault = kind;
    },
    leaveRoom: (bytes) => {
      room = bytes;
    },
    room: () => room,
    reset: () => {
      room = Infinity;
      calls.length = 0;
      first = Infinity;
      last = -1;
    },
    open: async (path, purpose) => {
      faulty(`open-${purpose}`);
      return wrap(await nodeFileSystem.open(path, purpose));
    },
    rename: plain('rename', (from: string, to: string) => nodeFileSystem.rename(from, to)),
    remove: plain('remove', (path: string) => nodeFileSystem.remove(path)),
    list: plain('list', (folder: string) => nodeFileSystem.list(folder)),
    makeFolder: plain('makeFolder', (path: string) => nodeFileSystem.makeFolder(path)),
    syncFolder: plain('syncFolder', (path: string) => nodeFileSystem.syncFolder(path)),
    exists: (path) => nodeFileSystem.exists(path),
  };
}
