import { join } from 'node:path';

import type { Ports } from '#core/ports.ts';
import { AppError } from '#shared/contract/errors.ts';

import { backUpOnceADay, copyOfDay, opens } from './backups.ts';
import { type HeaderFields, sealInPlace } from './envelope.ts';
import type { FileSystem } from './file-system.ts';
import { changedElsewhere } from './journal-file.ts';
import type { Written } from './journal-record.ts';
import { createJournalWriter, type JournalState, type JournalWriter, removeOlderJournal } from './journal-writer.ts';
import { readHeaderOf, readWhole } from './read-file.ts';
import { saveFile } from './save-file.ts';
import type { Surroundings } from './surroundings.ts';
import type { WorkspaceDatabase } from './workspace-database.ts';

/** What lies on disk as this program knows it. */
export interface Saved {
  /** Of the workspace file. */
  readonly header: HeaderFields;
  /** When the last change became safe, in the file or in its journal. */
  readonly at: string;
}

type FileIdentity = Pick<HeaderFields, 'fileId' | 'created' | 'keySlots'>;

/** What a session begins with; `saved` and `journal` null: a workspace that is not on disk yet. */
export interface Opened {
  readonly key: Buffer;
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
  close(): void;
}

export function openWorkspaceFile(around: Surroundings, opened: Opened): WorkspaceFile {
  const { ports, fileSystem, path } = around;
  const { key, identity, database } = opened;
  let saved = opened.saved;
  /** Of a save that failed, as long as it is not known what of it the disk holds. */
  let tried: HeaderFields | null = null;
  let writer: JournalWriter | null =
    saved === null ? null : createJournalWriter(around, key, saved.header, opened.journal);

  const adopt = (header: HeaderFields): void => {
    writer?.close();
    saved = { header, at: header.modified };
    writer = createJournalWriter(around, key, header, null);
  };
  const beforeReplace = async (): Promise<void> => {
    await refuseForeignFile(fileSystem, path, saved?.header ?? null);
    await writer?.refuseForeign();
  };
  /** A rename may have happened although it, or the syncing after it, reported a failure: the disk decides. */
  const settle = async (): Promise<void> => {
    if (tried === null) return;
    const found = await readHeaderOf(fileSystem, path);
    if (found?.saveId === tried.saveId) adopt(tried);
    tried = null;
  };
  const checkpoint = async (): Promise<void> => {
    await settle();
    const header = nextHeader(ports, identity, saved, database.schema());
    try {
      await replaceFile(around, key, { header, image: database.image(), beforeReplace });
    } catch (error) {
      tried = header;
      await settle().catch(() => undefined);
      throw error;
    }
    adopt(header);
    await removeOlderJournal(fileSystem, path, header);
  };
  /** Whatever has to be in the workspace file before a record may follow it. */
  const prepare = async (): Promise<void> => {
    await settle();
    await copyOncePerDay(around, key, { checkpoint, recorded: () => (writer?.state().end ?? null) !== null });
    const older = saved !== null && saved.header.schemaVersion !== database.schema();
    if (older || writer?.state().sound === false) await checkpoint();
  };
  const add = async (written: readonly Written[]): Promise<void> => {
    if (saved === null || writer === null) return;
    const at = ports.clock.now();
    await writer.append({ at, written }, () => refuseForeignFile(fileSystem, path, saved?.header ?? null));
    saved = { ...saved, at };
  };
  const journal = (): ReturnType<WorkspaceFile['journal']> => {
    const { end, sound } = writer?.state() ?? { end: null, sound: true };
    return { count: end?.count ?? 0, length: end?.length ?? 0, sound };
  };
  return { saved: () => saved, journal, prepare, add, checkpoint, close: () => writer?.close() };
}

function nextHeader(ports: Ports, identity: FileIdentity, saved: Saved | null, schemaVersion: number): HeaderFields {
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
  const sound = bytes !== null && opens(bytes, key);
  if (sound && recorded()) await checkpoint();
  const saveId = Buffer.from(ports.random.bytes(8)).toString('hex');
  await backUpOnceADay(fileSystem, { path, folder, key, day, saveId, patienceMs });
  if (!sound) await checkpoint();
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
