import { join } from 'node:path';

import { AppError } from '#shared/contract/errors.ts';

import type { CurrentSession } from './current-session.ts';
import type { EnvelopeHeader } from './envelope-header.ts';
import { open, sealInPlace } from './envelope.ts';
import { type FileSystem, systemCode } from './file-system.ts';
import { derivePopulationKey } from './key-slots.ts';
import { populationPath } from './population-file.ts';
import { readWhole } from './read-file.ts';
import { saveFile } from './save-file.ts';
import type { Session } from './session.ts';
import type { Surroundings } from './surroundings.ts';
import { keepPopulationKey, populationKey, type SealedKind } from './tables/population-keys.ts';

const folders: Readonly<Record<SealedKind, string>> = { cases: 'populations', marks: 'marks' };

export function sealedFolder({ ports }: Surroundings, kind: SealedKind): string {
  return join(ports.workspaceFolder, folders[kind]);
}

/** Throws `invalid-input` for an id that could lead out of the folder. */
export function sealedPath(around: Surroundings, kind: SealedKind, importId: string): string {
  return populationPath(sealedFolder(around, kind), importId);
}

/** The key of a file as it was before each had one of its own: it goes with the workspace's file key. */
function derivedKey(session: Session, kind: SealedKind, importId: string): Buffer {
  const name = kind === 'marks' ? `${importId}|marks` : importId;
  return derivePopulationKey(session.key, session.saved()?.header.fileId ?? '', name);
}

export interface OpenedSealed {
  readonly header: EnvelopeHeader;
  readonly plaintext: Buffer;
  /** Sealed with a key of its own, that the workspace keeps. */
  readonly own: boolean;
}

/** Null where there is no file. Rejects with `file-damaged` (also for a file of another import), `read-failed`. */
export async function openSealed(
  around: Surroundings,
  session: Session,
  kind: SealedKind,
  importId: string,
): Promise<OpenedSealed | null> {
  const bytes = await readWhole(around.fileSystem, sealedPath(around, kind, importId));
  if (bytes === null) return null;
  // The key is looked up after the file was read: it is kept before the file is sealed with it.
  const key = populationKey(session.database().statements, importId, kind);
  if (key !== undefined) {
    const opened = orNull(() => open(bytes, key));
    if (opened !== null) return { ...opened, own: true };
  }
  const derived = derivedKey(session, kind, importId);
  try {
    return { ...open(bytes, derived), own: false };
  } finally {
    derived.fill(0);
  }
}

function orNull<T>(work: () => T): T | null {
  try {
    return work();
  } catch (error) {
    if (error instanceof AppError && error.code === 'file-damaged') return null;
    throw error;
  }
}

/**
 * Gives a file that still hangs on the file key a key of its own. The key is kept first; until the file is replaced,
 * the derived one opens it. A file that no longer opens is left as it is.
 */
export async function giveOwnKey(
  around: Surroundings,
  current: CurrentSession,
  kind: SealedKind,
  importId: string,
): Promise<void> {
  const session = current.get();
  const opened = await openSealed(around, session, kind, importId).catch((error: unknown) => {
    if (error instanceof AppError && error.code === 'file-damaged') return null;
    throw error;
  });
  if (opened === null || opened.own) return;
  const { ports, fileSystem, patienceMs } = around;
  const { statements } = session.database();
  const known = populationKey(statements, importId, kind);
  const key = known ?? ports.random.bytes(32);
  if (known === undefined) {
    const line = current.event('population.key-made', importId);
    await current.commit(() => keepPopulationKey(statements, importId, kind, key), line);
  }
  const saveId = Buffer.from(ports.random.bytes(8)).toString('hex');
  const { plaintextLength: _length, ...fields } = opened.header;
  const header = { ...fields, saveId, generation: fields.generation + 1, modified: ports.clock.now() };
  const pieces = sealInPlace([opened.plaintext], header, key, ports.random.bytes(12));
  const path = sealedPath(around, kind, importId);
  await saveFile(fileSystem, { path, pieces, saveId, patienceMs, beforeReplace: () => Promise.resolve() });
}

/** The same for every file, before the file key goes. */
export async function giveOwnKeys(around: Surroundings, current: CurrentSession): Promise<void> {
  for (const kind of ['cases', 'marks'] as const) {
    const folder = sealedFolder(around, kind);
    const names = await namesIn(around.fileSystem, folder);
    for (const name of names.filter((name) => /^[\w-]+\.ltdb$/.test(name))) {
      await giveOwnKey(around, current, kind, name.slice(0, -'.ltdb'.length));
    }
  }
}

async function namesIn(fileSystem: FileSystem, folder: string): Promise<readonly string[]> {
  if (!fileSystem.exists(folder)) return [];
  return fileSystem.list(folder).catch((error: unknown) => {
    const system = systemCode(error);
    throw new AppError('read-failed', `Reading failed: ${system}`, { system });
  });
}
