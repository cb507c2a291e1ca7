import { existsSync } from 'node:fs';
import { type FileHandle, mkdir, open, readdir, rename, unlink } from 'node:fs/promises';

/** An open file. Positions are given, so that no call depends on the one before. */
export interface OpenFile {
  /** How many bytes were written; may be fewer than given. */
  write(bytes: Uint8Array, position: number): Promise<number>;
  /** How many bytes were read into `into`; 0 at the end of the file. */
  read(into: Uint8Array, position: number): Promise<number>;
  size(): Promise<number>;
  /** Cuts what lies behind `length`. */
  truncate(length: number): Promise<void>;
  sync(): Promise<void>;
  close(): Promise<void>;
}

export type OpenPurpose = 'read' | 'change' | 'create';

/** The calls the store makes, and nothing more: small, so that tests can let each of them fail. */
export interface FileSystem {
  /** `read` or `change` an existing file, or `create` one that must not exist, readable by its owner only. */
  open(path: string, purpose: OpenPurpose): Promise<OpenFile>;
  rename(from: string, to: string): Promise<void>;
  remove(path: string): Promise<void>;
  list(folder: string): Promise<readonly string[]>;
  makeFolder(path: string): Promise<void>;
  /** Makes renames in a folder durable. Does nothing on Windows, which has no such call. */
  syncFolder(path: string): Promise<void>;
  exists(path: string): boolean;
}

function openFile(handle: FileHandle): OpenFile {
  return {
    write: async (bytes, position) => (await handle.write(bytes, 0, bytes.length, position)).bytesWritten,
    read: async (into, position) => (await handle.read(into, 0, into.length, position)).bytesRead,
    size: async () => (await handle.stat()).size,
    truncate: (length) => handle.truncate(length),
    sync: () => handle.sync(),
    close: () => handle.close(),
  };
}

async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') {
    return;
  }
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const flags: Readonly<Record<OpenPurpose, string>> = { read: 'r', change: 'r+', create: 'wx+' };

export const nodeFileSystem: FileSystem = {
  open: async (path, purpose) => openFile(await open(path, flags[purpose], 0o600)),
  rename,
  remove: unlink,
  list: readdir,
  makeFolder: async (path) => {
    await mkdir(path, { recursive: true, mode: 0o700 });
  },
  syncFolder,
  exists: existsSync,
};

/** The system's code of a failed call, such as ENOSPC; 'unknown' for any other error. */
export function systemCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown';
}
