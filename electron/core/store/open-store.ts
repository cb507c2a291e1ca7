import { join } from 'node:path';

import { findPlace } from '#core/files/workspace-place.ts';
import type { Ports } from '#core/ports.ts';

import { type AuditLine, auditLines, auditPage } from './audit-log.ts';
import { auditTarget, readableTargets } from './audit-target.ts';
import { type Backups, createBackups } from './stored-backups.ts';
import type { ChangeEntry } from './change-entry.ts';
import { addChange, changesOf } from './change-log.ts';
import { type CheckpointRule, createCheckpoints } from './checkpoints.ts';
import { createSession } from './create-session.ts';
import { createCurrentSession, type CurrentSession } from './current-session.ts';
import { sweepCutOffImports } from './cut-off-imports.ts';
import {
  contentsOf,
  deleteRound,
  type DeletionRecord,
  deletionRecords,
  finishDeletions,
  populationsOnDisk,
  type RoundContents,
} from './deletion.ts';
import { checkCrypto } from './check-crypto.ts';
import { type FileSystem, nodeFileSystem } from './file-system.ts';
import { loadSql } from './load-sql.ts';
import { readStoredMarks, writeStoredMarks } from './marks.ts';
import { readStoredPopulation, removeStoredPopulation, writeStoredPopulation } from './populations.ts';
import { createOpening } from './opening.ts';
import { createQueue } from './queue.ts';
import { sweepTemporaryFiles } from './save-file.ts';
import { giveOwnKey } from './sealed-keys.ts';
import { createStoreKeys } from './store-keys.ts';
import type { SerialisedPopulation, Store, StoredPopulation } from './store-port.ts';
import type { Surroundings } from './surroundings.ts';
import { forgetPopulationKey, keepPopulationKey, populationKey } from './tables/population-keys.ts';
import type { ChangeLine, Tables } from './tables.ts';
import { byPassphrase, type Opener, unlockSession } from './unlock-session.ts';

export interface StoreOptions {
  readonly fileSystem?: FileSystem;
  /** SQLite's WebAssembly file, where it lies neither beside the program nor in its package. */
  readonly wasmFile?: string;
  /** How long a file that another program holds is waited for, in milliseconds. */
  readonly patienceMs?: number;
  /** Rejects with `crypto-unsound`; before anything is opened or made. */
  readonly checkCrypto?: () => Promise<void>;
  /** When the whole file is saved and the journal begun anew. */
  readonly checkpoints?: Partial<CheckpointRule>;
}

/** A `Store` whose logs can be read. */
export interface WorkspaceStore extends Store {
  /** The whole audit log, oldest first; see `verifyAuditLog`. Throws `workspace-locked`. */
  auditLog(): readonly AuditLine[];
  /** Lines of it, newest first, all below the number `before`; case numbers in place of marks. Throws `workspace-locked`. */
  auditPage(before: number, limit: number): readonly AuditLine[];
  /** An audit line alone, for what changes nothing: a file that was written, a paper that was looked at. */
  note(kind: string, target: string): Promise<void>;
  readonly deletion: RoundDeletions;
  readonly backups: Backups;
  /** The changes of one target, oldest first, with the values before and after. Throws `workspace-locked`. */
  changeLog(target: string): readonly ChangeLine[];
  /**
   * Saves the whole file and removes the journal, so that nothing deleted is left in either. Rejects with
   * `workspace-locked`, `workspace-changed-elsewhere`, `disk-full`, `write-failed`; nothing is lost then.
   */
  checkpoint(): Promise<void>;
}

/** Deleting rounds; see `deletion.ts`. */
export interface RoundDeletions {
  contents(roundId: string): Promise<RoundContents>;
  /** The id of the deletion. */
  run(roundId: string): Promise<string>;
  finish(): Promise<void>;
  /** Newest first, unfinished ones included. */
  list(): readonly DeletionRecord[];
  /** The imports whose cases lie in the folder. */
  populations(): Promise<readonly string[]>;
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
  return buildStore(around, createCurrentSession(around), options);
}

/** Whatever changes the disk waits its turn; reading does not. */
function buildStore(around: Surroundings, current: CurrentSession, options: StoreOptions): WorkspaceStore {
  const inTurn = createQueue();
  const due = createCheckpoints(current, inTurn, options.checkpoints ?? {});
  const opening = createOpening(around, current);
  const place = findPlace(around.ports.workspaceFolder);
  const sound = options.checkCrypto ?? checkCrypto;
  const open = async (opener: Opener): Promise<void> => {
    await sound();
    await opening.attempt(() => unlock(around, current, opener));
    await finishDeletions(around, current).catch(() => undefined);
    // May open every copy, so nobody waits for it; whatever changes something does.
    void inTurn(() => sweepCutOffImports(around, current)).catch(() => undefined);
  };
  /** Whatever adds to the journal may make a checkpoint due; nobody waits for that. */
  const changing = <T>(work: () => Promise<T>): Promise<T> => inTurn(work).finally(due);
  return {
    status: () => statusOf(around, current),
    opening: async () => ({ ...(await opening.state()), place }),
    keys: createStoreKeys(around, current, { inTurn, open }),
    create: (passphrase, profile) =>
      inTurn(async () => {
        await sound();
        current.set(await createSession(around, passphrase, profile));
      }),
    unlock: (passphrase) => inTurn(() => open(byPassphrase(passphrase))),
    lock: () => inTurn(() => lock(current)),
    read: (work) => work(current.get().tables()),
    change: (entry, work) => changing(() => change(current, entry, work)),
    writePopulation: (population) => changing(() => writePopulation(around, current, population)),
    readPopulation: async (importId) => {
      const { population, own } = await readStoredPopulation(around, current.get(), importId);
      if (!own) void changing(() => giveOwnKey(around, current, 'cases', importId)).catch(() => undefined);
      return population;
    },
    readMarks: async (importId) => readStoredMarks(around, current.get(), importId),
    removePopulation: (importId) => changing(() => removePopulation(around, current, importId)),
    auditLog: () => auditLines(current.get().database().statements),
    auditPage: (before, limit) => auditPageOf(current, before, limit),
    note: (kind, target) =>
      changing(async () => {
        const stored = auditTarget(current.get().database().statements, target);
        await current.commit(() => undefined, current.event(kind, stored));
      }),
    deletion: {
      contents: async (roundId) => contentsOf(around, current, roundId),
      run: (roundId) => inTurn(() => deleteRound(around, current, roundId)),
      finish: () => inTurn(() => finishDeletions(around, current)),
      list: () => deletionRecords(around, current),
      populations: () => inTurn(() => populationsOnDisk(around)),
    },
    backups: createBackups(around, current, inTurn),
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
async function unlock(around: Surroundings, current: CurrentSession, opener: Opener): Promise<void> {
  const { session, findings } = await unlockSession(around, opener);
  current.set(session);
  for (const kind of [...findings, 'workspace.unlocked']) {
    await current.leaveLine(kind, session.saved()?.header.fileId ?? '').catch(() => undefined);
  }
}

/** A journal that cannot be brought into the file now stays: it holds everything. */
async function lock(current: CurrentSession): Promise<void> {
  if (current.isOpen()) {
    const session = current.get();
    await current.leaveLine('workspace.locked', session.saved()?.header.fileId ?? '').catch(() => undefined);
    const { count, sound } = session.journal();
    if (count > 0 || !sound) await session.checkpoint().catch(() => undefined);
  }
  current.set(null);
}

function auditPageOf(current: CurrentSession, before: number, limit: number): readonly AuditLine[] {
  const { statements } = current.get().database();
  const readable = readableTargets(statements);
  return auditPage(statements, before, limit).map((line) => ({ ...line, target: readable(line.target) }));
}

async function change<T>(current: CurrentSession, entry: ChangeEntry, work: (tables: Tables) => T): Promise<T> {
  const session = current.get();
  const line = current.event(entry.kind, auditTarget(session.database().statements, entry.target));
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
  const { importId } = population;
  const { statements } = current.get().database();
  const key = around.ports.random.bytes(32);
  await writeStoredPopulation(around, key, population);
  const line = current.event('population.written', importId);
  await current
    .commit(() => {
      // A file that was cut off left no key, and one that was removed left its own.
      forgetPopulationKey(statements, importId, 'cases');
      keepPopulationKey(statements, importId, 'cases', key);
    }, line)
    .catch(async (error: unknown) => {
      await removeStoredPopulation(around, importId);
      throw error;
    });
}

/** Once the key is gone, what is left of the file on the disk says nothing; the next checkpoint ends the journal. */
async function removePopulation(around: Surroundings, current: CurrentSession, importId: string): Promise<void> {
  const { statements } = current.get().database();
  // What must not be kept is deleted, also where nothing could be left of it to compare with.
  await keepMarks(around, current, importId).catch(() => undefined);
  await removeStoredPopulation(around, importId);
  await current.leaveLine('population.removed', importId, () => forgetPopulationKey(statements, importId, 'cases'));
}

/** Marks of the cases that are about to be deleted; of a failed import nothing is kept. */
async function keepMarks(around: Surroundings, current: CurrentSession, importId: string): Promise<void> {
  const session = current.get();
  if (session.tables().imports.get(importId) === undefined) return;
  const { population } = await readStoredPopulation(around, session, importId);
  const { statements } = session.database();
  const key = populationKey(statements, importId, 'marks') ?? around.ports.random.bytes(32);
  const markKey = await current.commit(
    () => {
      forgetPopulationKey(statements, importId, 'marks');
      keepPopulationKey(statements, importId, 'marks', key);
      return session.tables().marks.ensureKey();
    },
    current.event('marks.key-made', importId),
  );
  await writeStoredMarks(around, { markKey, key }, population);
}
