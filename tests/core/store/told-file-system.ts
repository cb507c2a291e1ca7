import { basename, dirname, join } from 'node:path';

import type { FileSystem, OpenFile } from '#core/store/file-system.ts';

import { lossyFileSystem } from './lossy-file-system.ts';

/** A call before it is made: its name, the name of the file or folder, and for reads and writes where and how much. */
export type Told = (call: string, name: string, position?: number, length?: number) => void;

export const folder = join('/', 'arbejde');

export function systemError(code: string): Error {
  return Object.assign(new Error(`${code}: injected`), { code });
}

/** Files in memory, each call of which is told first; what `told` throws is what the call fails with. */
export function toldFileSystem(told: Told, files: FileSystem = lossyFileSystem()): FileSystem {
  const wrap = (file: OpenFile, name: string): OpenFile => ({
    write: async (bytes, position) => {
      told('write', name, position, bytes.length);
      return file.write(bytes, position);
    },
    read: async (into, position) => {
      told('read', name, position, into.length);
      return file.read(into, position);
    },
    size: async () => {
      told('size', name);
      return file.size();
    },
    truncate: async (length) => {
      told('truncate', name, length);
      await file.truncate(length);
    },
    sync: async () => {
      told('sync', name);
      await file.sync();
    },
    close: async () => {
      told('close', name);
      await file.close();
    },
  });
  return {
    open: async (path, purpose) => {
      told(`open-${purpose}`, basename(path));
      return wrap(await files.open(path, purpose), basename(path));
    },
    rename: async (from, to) => {
      told('rename', `${basename(from)} > ${basename(to)}`);
      await files.rename(from, to);
    },
    remove: async (path) => {
      told('remove', basename(path));
      await files.remove(path);
    },
    list: async (path) => {
      told('list', basename(path));
      return files.list(path);
    },
    makeFolder: async (path) => {
      told('makeFolder', basename(path));
      await files.makeFolder(path);
    },
    syncFolder: async (path) => {
      told('syncFolder', basename(path));
      await files.syncFolder(path);
    },
    exists: (path) => files.exists(path),
  };
}

/** Makes a file of these bytes, durable. */
export async function put(files: FileSystem, name: string, bytes: Uint8Array): Promise<void> {
  const path = join(folder, name);
  if (files.exists(path)) await files.remove(path);
  const file = await files.open(path, 'create');
  await file.write(bytes, 0);
  await file.sync();
  await files.syncFolder(dirname(path));
}

/** What a file holds, or null. */
export async function take(files: FileSystem, name: string): Promise<Buffer | null> {
  const path = join(folder, name);
  if (!files.exists(path)) return null;
  const file = await files.open(path, 'read');
  const bytes = Buffer.alloc(await file.size());
  await file.read(bytes, 0);
  return bytes;
}

export async function namesIn(files: FileSystem): Promise<readonly string[]> {
  return (await files.list(folder)).toSorted();
}

/** Fails the named calls, each as many times as said, and writes down all calls. */
export function failing(faults: Readonly<Record<string, readonly string[]>>) {
  const calls: string[] = [];
  const left = new Map(Object.entries(faults).map(([call, codes]) => [call, [...codes]]));
  const told: Told = (call, name) => {
    calls.push(`${call} ${name}`);
    const code = left.get(call)?.shift();
    if (code !== undefined && code !== '') throw systemError(code);
  };
  return { told, calls };
}
