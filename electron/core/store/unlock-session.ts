import { AppError } from '#shared/contract/errors.ts';

import { openInPlace } from './envelope.ts';
import type { EnvelopeHeader } from './envelope-header.ts';
import { decodeRecord } from './journal-record.ts';
import { unwrapWithPassphrase } from './key-slots.ts';
import { schemaVersion } from './migrations/migrations.ts';
import { headerIn, readBytes, readingFile } from './read-file.ts';
import { systemCode } from './file-system.ts';
import { type FoundJournal, readJournal, setJournalAside } from './read-journal.ts';
import { openSession, type Session } from './session.ts';
import type { Surroundings } from './surroundings.ts';
import { loadDatabase, type WorkspaceDatabase } from './workspace-database.ts';

/** An open session, and what of its journal a person should be able to find in the audit log. */
export interface Unlocked {
  readonly session: Session;
  /** Kinds of audit lines. */
  readonly findings: readonly ('journal.record-dropped' | 'journal.set-aside')[];
}

/** Finds the file key by the slots of a header, or rejects with why it cannot. */
export type Opener = (header: Pick<EnvelopeHeader, 'keySlots' | 'fileId'>) => Promise<Buffer>;

export function byPassphrase(passphrase: string): Opener {
  return ({ keySlots, fileId }) => unwrapWithPassphrase(keySlots, passphrase, fileId);
}

/**
 * Opens the workspace file and does again what its journal says. Rejects with `workspace-missing`, `file-damaged`,
 * `file-from-future`, `read-failed`, and with what `findKey` rejects with. A damaged file is reported and left as it is.
 */
export async function unlockSession(around: Surroundings, findKey: Opener): Promise<Unlocked> {
  const { bytes, header, key } = await readWorkspace(around, findKey);
  try {
    const journal = await readJournal(around, key, header);
    const image = contentOf(bytes, key, header);
    if (journal.kind === 'foreign') await setJournalAside(around, header, journal.saveId);
    const database = loadDatabase(around.sql, image);
    const session = await begin(around, { key, header, database, journal });
    return { session, findings: findingsOf(journal) };
  } catch (error) {
    key.fill(0);
    throw error;
  }
}

function findingsOf(journal: FoundJournal): Unlocked['findings'] {
  if (journal.kind === 'foreign') return ['journal.set-aside'];
  return journal.kind === 'own' && journal.torn ? ['journal.record-dropped'] : [];
}

interface ReadWorkspace {
  readonly bytes: Buffer;
  readonly header: EnvelopeHeader;
  readonly key: Buffer;
}

/** The rest of the file is read while its key is found, which takes longer. */
async function readWorkspace({ fileSystem, path }: Surroundings, findKey: Opener): Promise<ReadWorkspace> {
  const read = await readingFile(fileSystem, path, async (file) => {
    const size = await file.size();
    const header = await headerIn(file, size);
    refuseOther(header);
    return { header, results: await Promise.allSettled([readBytes(file, size), findKey(header)] as const) };
  });
  if (read === null) throw new AppError('workspace-missing', 'The folder holds no workspace');
  const { header, results } = read;
  const [bytes, key] = results;
  if (key.status === 'rejected') throw key.reason;
  if (bytes.status === 'rejected') {
    key.value.fill(0);
    const system = systemCode(bytes.reason);
    throw new AppError('read-failed', `Reading failed: ${system}`, { system });
  }
  return { bytes: bytes.value, header, key: key.value };
}

/** A file that was written over between the two readings is not taken for damage. */
function contentOf(bytes: Buffer, key: Uint8Array, { saveId }: EnvelopeHeader): Buffer {
  const { header, plaintext } = openInPlace(bytes, key);
  if (header.saveId !== saveId) {
    throw new AppError('workspace-changed-elsewhere', 'The file was replaced while it was opened');
  }
  return plaintext;
}

function refuseOther(header: EnvelopeHeader): void {
  if (header.purpose !== 'workspace') {
    throw new AppError('file-damaged', 'The file is no workspace');
  }
  if (header.schemaVersion > schemaVersion) {
    throw new AppError('file-from-future', `Schema ${header.schemaVersion} is newer than this program knows`, {
      version: header.schemaVersion,
    });
  }
}

interface Loaded {
  readonly key: Buffer;
  readonly header: EnvelopeHeader;
  readonly database: WorkspaceDatabase;
  readonly journal: FoundJournal;
}

async function begin(around: Surroundings, { key, header, database, journal }: Loaded): Promise<Session> {
  try {
    const own = journal.kind === 'own' ? journal : null;
    const at = own === null ? header.modified : replay(database, own.texts, header.modified);
    const { fileId, created, keySlots } = header;
    const session = openSession(around, {
      keys: { key, keySlots },
      identity: { fileId, created },
      database,
      saved: { header, at },
      journal: own === null ? null : { end: own.end, clean: !own.torn },
    });
    if (database.schema() < schemaVersion) {
      // The old schema's statements are of no use in the new one. On a full disk the next change tries again.
      if (own !== null) await session.checkpoint().catch(() => undefined);
      database.migrate();
    }
    return session;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** When the last of them was made. */
export function replay(database: WorkspaceDatabase, texts: readonly string[], before: string): string {
  let last = before;
  for (const text of texts) {
    const { at, written } = decodeRecord(text);
    try {
      database.replay(written);
    } catch (error) {
      throw new AppError('file-damaged', `The journal does not fit the workspace file: ${String(error)}`);
    }
    last = at;
  }
  return last;
}
