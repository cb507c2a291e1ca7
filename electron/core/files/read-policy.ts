import { open } from 'node:fs/promises';
import { posix, win32 } from 'node:path';

import { AppError } from '#shared/contract/errors.ts';
import { noPolicy, parsePolicy, type Policy } from '#shared/domain/policy.ts';

import type { Surroundings } from './data-folder.ts';

/** Larger than any policy; what is longer is not one. */
const longest = 64 * 1024;

/** Names a folder with a policy for tests and for trying one out. Where the computer has a policy, that one counts. */
const folderVariable = 'TILSYN_POLICY_FOLDER';

/**
 * The policy of this computer, read once by each host at its start. Rejects with `policy-invalid` when the file is
 * there and cannot be read or understood: it is never ignored. An installed program takes no other folder.
 */
export async function readPolicy(surroundings: Omit<Surroundings, 'home'>, installed: boolean): Promise<Policy> {
  const given = installed ? undefined : surroundings.environment[folderVariable];
  for (const folder of [...machineFolders(surroundings), ...(given === undefined ? [] : [given])]) {
    const path = (surroundings.platform === 'win32' ? win32 : posix).join(folder, 'policy.json');
    const bytes = await bytesOf(path);
    if (bytes !== null) return understood(bytes, path);
  }
  return noPolicy;
}

/**
 * Where only an administrator can write. Windows has the folder at a fixed place unless the system lies on another
 * drive; it is looked at first, because a person can set the variable.
 */
export function machineFolders({ platform, environment }: Omit<Surroundings, 'home'>): readonly string[] {
  if (platform === 'win32') {
    const places = [String.raw`C:\ProgramData`, environment['ProgramData'] ?? environment['PROGRAMDATA'] ?? ''];
    return places.filter((place) => win32.isAbsolute(place)).map((place) => win32.join(place, 'Ledelsestilsyn'));
  }
  return platform === 'darwin' ? ['/Library/Application Support/Ledelsestilsyn'] : ['/etc/ledelsestilsyn'];
}

/** The file; null where there is none. One byte more than allowed is enough to know that it is too long. */
async function bytesOf(path: string): Promise<Uint8Array | null> {
  try {
    const file = await open(path);
    try {
      const { buffer, bytesRead } = await file.read(new Uint8Array(longest + 1), 0, longest + 1, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    throw new AppError('policy-invalid', `the policy file cannot be read: ${String(code)}`);
  }
}

function understood(bytes: Uint8Array, path: string): Policy {
  const policy = bytes.length > longest ? null : parsePolicy(textOf(bytes), path);
  if (policy === null) {
    throw new AppError('policy-invalid', 'the policy file is not a policy');
  }
  return policy;
}

/** Windows' own tools write UTF-8 with a mark in front, or UTF-16. What is neither reads as no JSON. */
function textOf(bytes: Uint8Array): string {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return '';
  }
}
