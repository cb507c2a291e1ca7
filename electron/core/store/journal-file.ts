import { dirname, join } from 'node:path';

import { AppError } from '#shared/contract/errors.ts';

import { type FileSystem, type OpenFile, systemCode } from './file-system.ts';
import {
  blockLength,
  endAfter,
  type JournalBase,
  type JournalEnd,
  readJournalHeader,
  tagLength,
} from './journal-format.ts';
import { readBytes, readingFile } from './read-file.ts';
import { asSaveError, compareWithDisk, patiently, saveFile, writePieces } from './save-file.ts';

export function journalPath(workspacePath: string): string {
  return join(dirname(workspacePath), 'tilsyn.ltdj');
}

/** A record could not be written, and what was begun could not be taken back: what the disk holds is not known. */
export class UncutJournal extends AppError {}

export interface AppendRequest {
  readonly path: string;
  readonly end: JournalEnd;
  readonly record: Buffer;
  /** The end is the end of the file, not of something torn that has to be cut first. */
  readonly clean: boolean;
  readonly patienceMs: number;
}

/**
 * Writes a record behind the last one, synced and read back, or not at all. Rejects with `workspace-changed-elsewhere`
 * where the journal is not as this program left it, `disk-full`, `write-failed`, and with UncutJournal.
 */
export async function appendRecord(fileSystem: FileSystem, request: AppendRequest): Promise<JournalEnd> {
  const { path, end, record, clean, patienceMs } = request;
  try {
    const file = await patiently(patienceMs, () => fileSystem.open(path, 'change')).catch((error: unknown) => {
      throw systemCode(error) === 'ENOENT' ? changedElsewhere() : error;
    });
    try {
      await refuseForeignEnd(file, end, clean);
      if (!clean) await cut(file, end);
      await appendProven(file, end, record);
    } finally {
      // What was synced and read back is safe, whatever closing says.
      await file.close().catch(() => undefined);
    }
  } catch (error) {
    throw asSaveError(error);
  }
  return endAfter(end, record);
}

async function appendProven(file: OpenFile, end: JournalEnd, record: Buffer): Promise<void> {
  try {
    await writePieces(file, [record], end.length);
    await file.sync();
    await compareWithDisk(file, [record], end.length);
  } catch (error) {
    const { code, message, detail } = asSaveError(error);
    await cut(file, end).catch(() => {
      throw new UncutJournal(code, message, detail);
    });
    throw error;
  }
}

async function cut(file: OpenFile, end: JournalEnd): Promise<void> {
  await file.truncate(end.length);
  await file.sync();
}

export function changedElsewhere(detail?: AppError['detail']): AppError {
  return new AppError('workspace-changed-elsewhere', 'What lies on disk is not what this program left there', detail);
}

async function refuseForeignEnd(file: OpenFile, end: JournalEnd, clean: boolean): Promise<void> {
  const size = await file.size();
  if (clean ? size !== end.length : size < end.length) throw changedElsewhere();
  if (end.count === 0) return;
  const tag = Buffer.alloc(tagLength);
  await file.read(tag, end.length - tagLength);
  if (!tag.equals(end.tag)) throw changedElsewhere();
}

/** Rejects with `workspace-changed-elsewhere` where the journal on disk is not as this program left it. */
export async function refuseForeignJournal(
  fileSystem: FileSystem,
  path: string,
  { base, end, clean }: { readonly base: JournalBase; readonly end: JournalEnd | null; readonly clean: boolean },
): Promise<void> {
  const found = await readingFile(fileSystem, path, async (file) => {
    if (end !== null) {
      await refuseForeignEnd(file, end, clean);
      return null;
    }
    return readJournalHeader(await readBytes(file, blockLength));
  });
  const missing = found === null && end !== null && !fileSystem.exists(path);
  if (missing || (clean && found?.saveId === base.saveId)) throw changedElsewhere();
}

export interface CreateRequest {
  readonly path: string;
  readonly header: Uint8Array;
  readonly end: JournalEnd;
  readonly record: Buffer;
  readonly saveId: string;
  readonly patienceMs: number;
  readonly beforeReplace: () => Promise<void>;
}

/**
 * A new journal with its first record, in the place of one that an older save of the workspace file left. The folder is
 * synced first: the workspace file must be durable before the journal of the one before it goes.
 */
export async function createJournal(fileSystem: FileSystem, request: CreateRequest): Promise<JournalEnd> {
  const { path, header, end, record, saveId, patienceMs, beforeReplace } = request;
  try {
    await saveFile(fileSystem, {
      path,
      pieces: [header, record],
      saveId,
      patienceMs,
      beforeReplace: async () => {
        await beforeReplace();
        await fileSystem.syncFolder(dirname(path));
      },
    });
  } catch (error) {
    const held = await readingFile(fileSystem, path, (file) => compareWithDisk(file, [header, record])).then(
      (missing) => missing !== null,
      (problem: unknown) => !(problem instanceof AppError && problem.code === 'write-failed'),
    );
    const { code, message, detail } = asSaveError(error);
    throw held ? new UncutJournal(code, message, detail) : asSaveError(error);
  }
  return endAfter(end, record);
}
