import { dirname } from 'node:path';

import type { Ports } from '#core/ports.ts';

import type { FileSystem } from './file-system.ts';
import { appendRecord, createJournal, journalPath, refuseForeignJournal, UncutJournal } from './journal-file.ts';
import {
  blockLength,
  deriveJournalKey,
  type JournalBase,
  type JournalEnd,
  journalHeader,
  journalStart,
  readJournalHeader,
  sealRecord,
} from './journal-format.ts';
import { encodeRecord, type JournalRecord } from './journal-record.ts';
import { readBytes, readingFile } from './read-file.ts';
import { asSaveError, syncFolderPatiently } from './save-file.ts';

/** What this program knows of the journal on disk. */
export interface JournalState {
  /** Null where the workspace file has no journal yet; one of an older save may lie there. */
  readonly end: JournalEnd | null;
  /** Nothing lies behind the end. */
  readonly clean: boolean;
}

/** Continues the journal of one save of the workspace file. */
export interface JournalWriter {
  /** `sound` false: what the disk holds is not known, and the workspace file has to be saved whole first. */
  state(): JournalState & { readonly sound: boolean };
  /** One record, synced. `check` runs right before the disk is changed; what it throws leaves the disk as it is. */
  append(record: JournalRecord, check: () => Promise<void>): Promise<void>;
  /** Rejects with `workspace-changed-elsewhere` where the journal is not as this program left it. */
  refuseForeign(): Promise<void>;
  close(): void;
}

interface Around {
  readonly ports: Ports;
  readonly fileSystem: FileSystem;
  readonly path: string;
  readonly patienceMs: number;
}

export function createJournalWriter(
  { ports, fileSystem, path, patienceMs }: Around,
  fileKey: Uint8Array,
  { fileId, saveId, generation }: JournalBase,
  opened: JournalState | null,
): JournalWriter {
  const base = { fileId, saveId, generation };
  const seal = { key: deriveJournalKey(fileKey, base), header: journalHeader(base) };
  const file = journalPath(path);
  let state: JournalState & { readonly sound: boolean } = { end: null, clean: true, ...opened, sound: true };

  const refuseForeign = (): Promise<void> =>
    refuseForeignJournal(fileSystem, file, { base, end: state.end, clean: state.clean });
  const write = (record: Buffer, check: () => Promise<void>): Promise<JournalEnd> => {
    const { end, clean } = state;
    const request = { path: file, record, patienceMs };
    if (end !== null) return check().then(() => appendRecord(fileSystem, { ...request, end, clean }));
    const saveId = Buffer.from(ports.random.bytes(8)).toString('hex');
    const beforeReplace = (): Promise<void> => check().then(refuseForeign);
    return createJournal(fileSystem, { ...request, end: journalStart, header: seal.header, saveId, beforeReplace });
  };
  return {
    state: () => state,
    append: async (record, check) => {
      const bytes = sealRecord(encodeRecord(record), seal, state.end ?? journalStart, ports.random.bytes(12));
      try {
        state = { end: await write(bytes, check), clean: true, sound: true };
      } catch (error) {
        if (error instanceof UncutJournal) state = { ...state, clean: false, sound: false };
        throw error;
      }
    },
    refuseForeign,
    close: () => void seal.key.fill(0),
  };
}

/**
 * Removes the journal of a save that `base` has replaced. Rejects where that fails: such a journal is ignored and
 * replaced in any case, but what was deleted may still be in it.
 */
export async function removeOlderJournal(
  fileSystem: FileSystem,
  workspacePath: string,
  base: JournalBase,
): Promise<void> {
  const path = journalPath(workspacePath);
  const found = await readingFile(fileSystem, path, async (file) =>
    readJournalHeader(await readBytes(file, blockLength)),
  );
  if (found === null || found.saveId === base.saveId) return;
  await fileSystem.remove(path).catch((error: unknown) => {
    throw asSaveError(error);
  });
  await syncFolderPatiently(fileSystem, dirname(path)).catch((error: unknown) => {
    throw asSaveError(error);
  });
}
