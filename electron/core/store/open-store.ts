import { join } from 'node:path';

import type { Ports } from '#core/ports.ts';

import { type AuditLine, auditLines } from './audit-log.ts';
import { addChange, changesOf } from './change-log.ts';
import { type CheckpointRule, createCheckpoints } from './checkpoints.ts';
import { createSession } from './create-session.ts';
import { createCurrentSession, type CurrentSession } from './current-session.ts';
import { type FileSystem, nodeFileSystem } from './file-system.ts';
import { loadSql } from './load-sql.ts';
import { readStoredMarks, writeStoredMarks } from './marks.ts';
import { readStoredPopulation, removeStoredPopulation, writeStoredPopulation } from './populations.ts';
import { createQueue } from './queue.ts';
import { sweepTemporaryFiles } from './save-file.ts';
import type { Surroundings } from './surroundings.ts';
import type { ChangeEntry, ChangeLine, SerialisedPopulation, Store, StoredPopulation, Tables } from './tables.ts';
import { unlockSession } from './unlock-session.ts';

export interface StoreOptions {
  readonly fileSystem?: FileSystem;
  /** SQLite's WebAssembly file, where it lies neither beside the program nor in its package. */
  readonly wasmFile?: string;
  /** How long a file that another program holds is waited for, in milliseconds. */
  readonly patienceMs?: number;
  /** When the whole file is saved and the journal begun anew. */
  readonly checkpoints?: Partial<CheckpointRule>;
}

/** A `Store` whose logs can be read. */
export interface WorkspaceStore extends Store {
  /** The whole audit log, oldest first; see `verifyAuditLog`. Throws `workspace-locked`. */
  auditLog(): readonly AuditLine[];
  /** The changes of one target, oldest first, with the values before and after. Throws `workspace-locked`. */
  changeLog(target: string): readonly ChangeLine[];
  /**
   * Saves the whole file and removes the journal, so that nothing deleted is left in either. Rejects with
   * `workspace-locked`, `workspace-changed-elsewhere`, `disk-full`, `write-failed`; nothing is lost then.
   */
  checkpoint(): Promise<void>;
}

/** The workspace in a folder, missing or locked at first. Removes what an interrupted save left there. */
export async function createStore(ports: Ports, options: StoreOptions = {}): Promise<WorkspaceStore> {
  const around: Surroundings = {
    ports,
    sql: await loadSql(options.wasmFile),
    fileSystem: options.fileSystem ?? nodeFileSystem,
    path: join(ports.workspaceFolder, 'tilsyn.ltdb'),
    patienceMs: options.patienceMs ?? 10_000,
  };
  for (const folder of ['', 'populations', 'marks', 'backups']) {
    await sweepTemporaryFiles(around.fileSystem, join(ports.workspaceFolder, folder));
  }
  return buildStore(around, createCurrentSession(around), options.checkpoints);
}

/** Whatever changes the disk waits its turn; reading does not. */
function buildStore(around: Surroundings, current: CurrentSession, rule: Partial<CheckpointRule> = {}): WorkspaceStore {
  const inTurn = createQueue();
  const due = createCheckpoints(current, inTurn, rule);
  /** Whatever adds to the journal may make a checkpoint due; nobody waits for that. */
  const changing = <T>(work: () => Promise<T>): Promise<T> => inTurn(work).finally(due);
  return {
    status: () => statusOf(around, current),
    create: (passphrase, profile) => inTurn(async () => current.set(await createSession(around, passphrase, profile))),
    unlock: (passphrase) => inTurn(() => unlock(around, current, passphrase)),
    lock: () => inTurn(() => lock(current)),
    read: (work) => work(current.get().tables()),
    change: (entry, work) => changing(() => change(current, entry, work)),
    writePopulation: (population) => changing(() => writePopulation(around, current, population)),
    readPopulation: async (importId) => readStoredPopulation(around, current.get(), importId),
    readMarks: async (importId) => readStoredMarks(around, current.get(), importId),
    removePopulation: (importId) => changing(() => removePopulation(around, current, importId)),
    auditLog: () => auditLines(current.get().database().statements),
    checkpoint: () => inTurn(async () => current.get().checkpoint()),
    changeLog: (target) => changesOf(current.get().database().statements, [target]),
  };
}

function statusOf(around: Surroundings, current: CurrentSession): ReturnType<Store['status']> {
  if (current.isOpen()) {
    return { state: 'open', savedAt: current.get().saved()?.at ?? null };
  }
  return { state: around.fileSystem.exists(around.path) ? 'locked' : 'missing', savedAt: null };
}

/** A full disk must not keep anyone from reading: an unlock line that cannot be saved is announced and waits. */
async function unlock(around: Surroundings, current: CurrentSession, passphrase: string): Promise<void> {
  const { session, findings } = await unlockSession(around, passphrase);
  current.set(session);
  for (const kind of [...findings, 'workspace.unlocked']) {
    await current.leaveLine(kind, session.saved()?.header.fileId ?? '').catch(() => undefined);
  }
}

/** A journal that cannot be brought into the file now stays: it holds everything. */
async function lock(current: CurrentSession): Promise<void> {
  if (current.isOpen()) {
    const session = current.get();
    const { count, sound } = session.journal();
    if (count > 0 || !sound) await session.checkpoint().catch(() => undefined);
  }
  current.set(null);
}

async function change<T>(current: CurrentSession, entry: ChangeEntry, work: (tables: Tables) => T): Promise<T> {
  const line = current.event(entry.kind, entry.target);
  const session = current.get();
  return current.commit(() => {
    const result = work(session.tables());
    addChange(session.database().statements, entry, line.at, line.who);
    return result;
  }, line);
}

async function writePopulation(
  around: Surroundings,
  current: CurrentSession,
  population: StoredPopulation | SerialisedPopulation,
): Promise<void> {
  await writeStoredPopulation(around, current.get(), population);
  const line = current.event('population.written', population.importId);
  await current
    .commit(() => undefined, line)
    .catch(async (error: unknown) => {
      await removeStoredPopulation(around, population.importId);
      throw error;
    });
}

async function removePopulation(around: Surroundings, current: CurrentSession, importId: string): Promise<void> {
  current.get();
  // What must not be kept is deleted, also where nothing could be left of it to compare with.
  await keepMarks(around, current, importId).catch(() => undefined);
  await removeStoredPopulation(around, importId);
  await current.leaveLine('population.removed', importId);
}

/** Marks of the cases that are about to be deleted; of a failed import nothing is kept. */
async function keepMarks(around: Surroundings, current: CurrentSession, importId: string): Promise<void> {
  const session = current.get();
  if (session.tables().imports.get(importId) === undefined) return;
  const { cases } = await readStoredPopulation(around, session, importId);
  const made = (): Promise<Uint8Array> =>
    current.commit(() => session.tables().marks.ensureKey(), current.event('marks.key-made', importId));
  const key = session.tables().marks.key() ?? (await made());
  await writeStoredMarks(around, session, key, { importId, cases });
}
