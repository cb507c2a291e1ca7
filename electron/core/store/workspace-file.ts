import { dirname, join } from 'node:path';

import type { Ports } from '#core/ports.ts';
import { AppError } from '#shared/contract/errors.ts';

import { backUpOnceADay, copyOfDay, opens } from './backups.ts';
import { type HeaderFields, sealInPlace } from './envelope.ts';
import type { KeySlot } from './envelope-header.ts';
import type { FileSystem } from './file-system.ts';
import { changedElsewhere } from './journal-file.ts';
import type { Written } from './journal-record.ts';
import { keepPresent, readPresent } from './keep-present.ts';
import { createJournalWriter, type JournalState, type JournalWriter, removeOlderJournal } from './journal-writer.ts';
import { readHeaderOf, readWhole } from './read-file.ts';
import { asSaveError, saveFile } from './save-file.ts';
import { inSaveTurn } from './save-turn.ts';
import type { Surroundings } from './surroundings.ts';
import { loadDatabase, type WorkspaceDatabase } from './workspace-database.ts';

/** What lies on disk as this program knows it. */
export interface Saved {
  /** Of the workspace file. */
  readonly header: HeaderFields;
  /** When the last change became safe, in the file or in its journal. */
  readonly at: string;
}

/** The file key, and the slots that open it. */
export interface Keys {
  readonly key: Buffer;
  readonly keySlots: readonly KeySlot[];
}

/** Other keys, and what the transaction that goes with them wrote. */
export interface KeyChange extends Keys {
  readonly written: readonly Written[];
}

type FileIdentity = Pick<HeaderFields, 'fileId' | 'created'>;

/** What a session begins with; `saved` and `journal` null: a workspace that is not on disk yet. */
export interface Opened {
  readonly keys: Keys;
  readonly identity: FileIdentity;
  readonly database: WorkspaceDatabase;
  readonly saved: Saved | null;
  readonly journal: JournalState | null;
}

/** The workspace file and its journal, as one thing that a change is added to or that is saved whole. */
export interface WorkspaceFile {
  /** Null before the first save. */
  saved(): Saved | null;
  /** How many records the next opening would do again, and their bytes. Not sound: the disk may hold another one. */
  journal(): { readonly count: number; readonly length: number; readonly sound: boolean };
  /** Brings into the file what has to be there before a record may follow it: an older schema, the copy of the day. */
  prepare(): Promise<void>;
  /** Adds what a transaction wrote. Whatever makes it reject, the next opening does not find it, or says why. */
  add(written: readonly Written[]): Promise<void>;
  /** Saves the whole database and ends the journal. */
  checkpoint(): Promise<void>;
  keys(): Keys;
  /**
   * Saves the whole database with what was written, under other keys, and ends the journal; only then is the old key
   * forgotten. Until the file is replaced the old keys open it. Rejects with `keys-uncertain` where it is not known
   * whether it was, or whether that will last; then both have to be kept.
   */
  rekey(change: KeyChange): Promise<void>;
  /** Seals what is in memory as another file; the workspace file is not looked at. */
  copyTo(target: string): Promise<void>;
  /** Overwrites the key. */
  close(): void;
}

/** A save that is tried, with the keys it brings if it brings other ones. */
interface Attempt {
  readonly header: HeaderFields;
  readonly change: KeyChange | null;
}

/** What is known of the disk, changed by whatever changes the disk. */
interface Standing {
  keys: Keys;
  saved: Saved | null;
  /** A save that failed, as long as it is not known what of it the disk holds. */
  tried: Attempt | null;
  writer: JournalWriter | null;
}

export function openWorkspaceFile(around: Surroundings, opened: Opened): WorkspaceFile {
  const { ports, fileSystem, path } = around;
  const { identity, database } = opened;
  const { keys, saved, journal: known } = opened;
  const writer = saved === null ? null : createJournalWriter(around, keys.key, saved.header, known);
  const now: Standing = { keys, saved, tried: null, writer };
  const { settle, checkpoint, rekey } = createSaves(around, opened, now);

  /** Whatever has to be in the workspace file before a record may follow it. */
  const prepare = async (): Promise<void> => {
    await settle();
    const recorded = (): boolean => (now.writer?.state().end ?? null) !== null;
    await copyOncePerDay(around, now.keys.key, { checkpoint, recorded });
    const older = now.saved !== null && now.saved.header.schemaVersion !== database.schema();
    if (older || now.writer?.state().sound === false) await checkpoint();
  };
  const add = async (written: readonly Written[]): Promise<void> => {
    const { saved: base, writer: journal } = now;
    if (base === null || journal === null) return;
    const at = ports.clock.now();
    const check = (): Promise<void> => refuseForeignFile(fileSystem, path, base.header);
    await inSaveTurn(around, () => journal.append({ at, written }, check));
    now.saved = { ...base, at };
  };
  const journal = (): ReturnType<WorkspaceFile['journal']> => {
    const { end, sound } = now.writer?.state() ?? { end: null, sound: true };
    return { count: end?.count ?? 0, length: end?.length ?? 0, sound };
  };
  const copyTo = async (target: string): Promise<void> => {
    const header = {
      ...nextHeader(ports, identity, now.saved, database.schema()),
      keySlots: [...now.keys.keySlots],
    };
    await fileSystem.makeFolder(dirname(target)).catch((error: unknown) => {
      throw asSaveError(error);
    });
    const beforeReplace = (): Promise<void> => Promise.resolve();
    const copy = { header, image: database.image(), beforeReplace };
    await replaceFile({ ...around, path: target }, now.keys.key, copy);
  };
  const close = (): void => {
    now.writer?.close();
    now.keys.key.fill(0);
  };
  return { saved: () => now.saved, journal, prepare, add, checkpoint, keys: () => now.keys, rekey, copyTo, close };
}

interface Saves extends Pick<WorkspaceFile, 'checkpoint' | 'rekey'> {
  /** A rename may have happened although it, or the syncing after it, reported a failure: the disk decides. */
  settle(this: void): Promise<void>;
  checkpoint(this: void): Promise<void>;
  rekey(this: void, change: KeyChange): Promise<void>;
}

/** Saving the whole database, under the keys of now or under others. */
function createSaves(around: Surroundings, { identity, database }: Opened, now: Standing): Saves {
  const { ports, fileSystem, path } = around;
  const adopt = ({ header, change }: Attempt): void => {
    now.writer?.close();
    if (change !== null) {
      now.keys.key.fill(0);
      now.keys = change;
      database.replay(change.written);
    }
    now.saved = { header, at: header.modified };
    now.writer = createJournalWriter(around, now.keys.key, header, null);
  };
  const beforeReplace = async (): Promise<void> => {
    await refuseForeignFile(fileSystem, path, now.saved?.header ?? null);
    await now.writer?.refuseForeign();
  };
  const settle = async (): Promise<void> => {
    if (now.tried === null) return;
    const found = await readHeaderOf(fileSystem, path);
    if (found?.saveId === now.tried.header.saveId) adopt(now.tried);
    now.tried = null;
  };
  const save = async (change: KeyChange | null): Promise<void> => {
    const { key, keySlots } = change ?? now.keys;
    await keepOldSchema(around, now, database.schema());
    const header = { ...nextHeader(ports, identity, now.saved, database.schema()), keySlots: [...keySlots] };
    const image = change === null ? database.image() : imageWith(around, database, change.written);
    try {
      await replaceFile(around, key, { header, image, beforeReplace });
    } catch (error) {
      now.tried = { header, change };
      await settle().catch(() => undefined);
      throw error;
    }
    adopt({ header, change });
    // Under other keys nobody reads the older journal any more, and the next change replaces it.
    await removeOlderJournal(fileSystem, path, header).catch((error: unknown) => {
      if (change === null) throw error;
    });
  };
  const checkpoint = async (): Promise<void> => {
    await settle();
    await inSaveTurn(around, () => save(null));
  };
  const rekey = async (change: KeyChange): Promise<void> => {
    await settle();
    await inSaveTurn(around, () => save(change)).catch(async (error: unknown) => {
      if (now.tried === null && now.keys !== change) throw error;
      // The new keys are on disk although something failed: saved once more, they are there to stay.
      await checkpoint().catch(() => {
        throw new AppError('keys-uncertain', 'It is not known which keys open the file', { cause: codeOf(error) });
      });
      if (now.keys !== change) throw error;
    });
  };
  return { settle, checkpoint, rekey };
}

/** A file with an older schema is not replaced before a copy of it lies among the backups. */
async function keepOldSchema(around: Surroundings, { saved, keys }: Standing, schema: number): Promise<void> {
  if (saved === null || saved.header.schemaVersion === schema) return;
  await keepPresent(around, await readPresent(around), { kind: 'before-migration', key: keys.key });
}

function codeOf(error: unknown): string {
  return error instanceof AppError ? error.code : 'internal';
}

/** The database as it will be once this was written, without writing it. */
function imageWith({ sql }: Surroundings, database: WorkspaceDatabase, written: readonly Written[]): Uint8Array {
  const copy = loadDatabase(sql, database.image());
  try {
    copy.replay(written);
    return copy.image();
  } finally {
    copy.close();
  }
}

function nextHeader(
  ports: Ports,
  identity: FileIdentity,
  saved: Saved | null,
  schemaVersion: number,
): Omit<HeaderFields, 'keySlots'> {
  return {
    ...identity,
    purpose: 'workspace',
    generation: (saved?.header.generation ?? 0) + 1,
    saveId: Buffer.from(ports.random.bytes(8)).toString('hex'),
    modified: ports.clock.now(),
    programVersion: ports.programVersion,
    schemaVersion,
  };
}

interface Replacement {
  readonly header: HeaderFields;
  /** Overwritten with its ciphertext. */
  readonly image: Uint8Array;
  readonly beforeReplace: () => Promise<void>;
}

async function replaceFile(
  { ports, fileSystem, path, patienceMs }: Surroundings,
  key: Buffer,
  { header, image, beforeReplace }: Replacement,
): Promise<void> {
  const pieces = sealInPlace([image], header, key, ports.random.bytes(12));
  await saveFile(fileSystem, { path, pieces, saveId: header.saveId, patienceMs, beforeReplace });
}

/**
 * The copy of the day is what was there before the day's first change, so a journal is brought into the file first. A
 * file that no longer opens is not overwritten before it was set aside; then the sound memory takes its place.
 */
async function copyOncePerDay(
  around: Surroundings,
  key: Buffer,
  { checkpoint, recorded }: { readonly checkpoint: () => Promise<void>; readonly recorded: () => boolean },
): Promise<void> {
  const { ports, fileSystem, path, patienceMs } = around;
  const folder = join(ports.workspaceFolder, 'backups');
  const day = ports.clock.today();
  if (fileSystem.exists(copyOfDay(folder, day))) return;
  const bytes = await readWhole(fileSystem, path);
  if (bytes !== null && !opens(bytes, key)) {
    await keepPresent(around, await readPresent(around), { kind: 'before-overwrite', key });
    await checkpoint();
    return;
  }
  if (recorded()) await checkpoint();
  const saveId = Buffer.from(ports.random.bytes(8)).toString('hex');
  await backUpOnceADay(fileSystem, { path, folder, key, day, saveId, patienceMs });
}

/** Nothing is overwritten or continued but the very save this session loaded or made. */
async function refuseForeignFile(fileSystem: FileSystem, path: string, expected: HeaderFields | null): Promise<void> {
  const found = await readHeaderOf(fileSystem, path);
  if (expected === null) {
    if (found !== null) {
      throw new AppError('workspace-exists', 'A workspace has appeared in the folder');
    }
    return;
  }
  const same = found?.fileId === expected.fileId && found.saveId === expected.saveId;
  if (!same || found.generation !== expected.generation) {
    throw changedElsewhere({ expected: expected.generation, found: found?.generation ?? 0 });
  }
}
