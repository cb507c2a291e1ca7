import { join } from 'node:path';

import type { SqlJsStatic } from 'sql.js';

import type { Ports } from '#core/ports.ts';
import { AppError } from '#shared/contract/errors.ts';

import { addAuditLine, type AuditEvent } from './audit-log.ts';
import { backUpOnceADay } from './backups.ts';
import { type HeaderFields, seal } from './envelope.ts';
import type { FileSystem } from './file-system.ts';
import { schemaVersion } from './migrations/migrations.ts';
import { readHeaderOf } from './read-file.ts';
import { saveFile } from './save-file.ts';
import type { Tables } from './tables.ts';
import { workspaceTables } from './tables/workspace-tables.ts';
import { openDatabase, type WorkspaceDatabase } from './workspace-database.ts';

/** What a session works with; `path` is that of the workspace file. */
export interface Surroundings {
  readonly ports: Ports;
  readonly sql: SqlJsStatic;
  readonly fileSystem: FileSystem;
  readonly path: string;
  readonly patienceMs: number;
}

/** What lies on disk as this program knows it: the header of the file, and the database inside it. */
export interface Saved {
  readonly header: HeaderFields;
  readonly image: Uint8Array;
}

type FileIdentity = Pick<HeaderFields, 'fileId' | 'created' | 'keySlots'>;

/** An open workspace: its key, its database in memory, and what of it is on disk. */
export interface Session {
  readonly key: Buffer;
  tables(): Tables;
  database(): WorkspaceDatabase;
  /** Null before the first save. */
  saved(): Saved | null;
  /**
   * One transaction with its audit lines, then one save. Resolves when the file is replaced and synced. Rejects with
   * `workspace-changed-elsewhere`, `workspace-exists`, `disk-full`, `write-failed`, `read-failed`, `file-damaged`, or
   * with what `work` threw; the database in memory is then what the disk holds.
   */
  commit<T>(work: () => T, lines: readonly AuditEvent[]): Promise<T>;
  /** Overwrites the key and the kept image; the session cannot be used after it. */
  close(): void;
}

/** `saved` null: a workspace that is not on disk yet; its first commit fails if a file has appeared there. */
export function openSession(around: Surroundings, key: Buffer, identity: FileIdentity, opened: Saved | null): Session {
  const { ports, fileSystem, path } = around;
  let saved = opened;
  let database = openDatabase(around.sql, saved?.image ?? null);
  let tables = workspaceTables(database.statements, ports.random);

  const adopt = (next: Saved): void => {
    saved?.image.fill(0);
    saved = next;
  };
  const restore = (): void => {
    database.close();
    database = openDatabase(around.sql, saved?.image ?? null);
    tables = workspaceTables(database.statements, ports.random);
  };
  const save = async (): Promise<void> => {
    ports.announce({ name: 'save-state', state: 'saving', at: ports.clock.now() });
    const header = nextHeader(ports, identity, saved);
    let image: Uint8Array | null = null;
    try {
      image = database.image();
      await replaceFile(around, key, saved, { header, image });
      adopt({ header, image });
    } catch (error) {
      // A rename may have happened although it, or the syncing after it, reported a failure: the disk decides.
      const found = await readHeaderOf(fileSystem, path).catch(() => null);
      if (image !== null && found?.saveId === header.saveId) {
        adopt({ header, image });
      } else {
        image?.fill(0);
        restore();
      }
      ports.announce({ name: 'save-state', state: 'failed', at: ports.clock.now() });
      throw error;
    }
    ports.announce({ name: 'save-state', state: 'saved', at: header.modified });
  };
  return {
    key,
    tables: () => tables,
    database: () => database,
    saved: () => saved,
    commit: async (work, lines) => {
      const result = database.inTransaction(() => {
        const done = work();
        lines.forEach((line) => addAuditLine(database.statements, line));
        return done;
      });
      await save();
      return result;
    },
    close: () => {
      key.fill(0);
      saved?.image.fill(0);
      database.close();
    },
  };
}

function nextHeader(ports: Ports, identity: FileIdentity, saved: Saved | null): HeaderFields {
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

async function replaceFile(around: Surroundings, key: Buffer, saved: Saved | null, next: Saved): Promise<void> {
  const { ports, fileSystem, path, patienceMs } = around;
  const { saveId } = next.header;
  const folder = join(ports.workspaceFolder, 'backups');
  await backUpOnceADay(fileSystem, { path, folder, key, day: ports.clock.today(), saveId, patienceMs });
  await saveFile(fileSystem, {
    path,
    pieces: seal([next.image], next.header, key, ports.random.bytes(12)),
    saveId,
    patienceMs,
    beforeReplace: () => refuseForeignFile(fileSystem, path, saved?.header ?? null),
  });
}

/** Nothing is overwritten but the very save this session loaded or made. */
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
    throw new AppError('workspace-changed-elsewhere', 'The file on disk is not the one that was loaded', {
      expected: expected.generation,
      found: found?.generation ?? 0,
    });
  }
}
