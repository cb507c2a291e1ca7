import { join } from 'node:path';

import { addAuditLine, type AuditEvent } from './audit-log.ts';
import { dailyName } from './backup-names.ts';
import type { Surroundings } from './surroundings.ts';
import type { Tables } from './tables.ts';
import { workspaceTables } from './tables/workspace-tables.ts';
import type { WorkspaceDatabase } from './workspace-database.ts';
import { type Keys, type Opened, openWorkspaceFile, type WorkspaceFile } from './workspace-file.ts';

/** An open workspace: its keys, its database in memory, and what of it is on disk. */
export interface Session extends Pick<WorkspaceFile, 'saved' | 'journal' | 'checkpoint' | 'copyTo' | 'keys'> {
  /** The file key as it is now. */
  readonly key: Buffer;
  tables(): Tables;
  database(): WorkspaceDatabase;
  /**
   * One transaction with its audit lines, then one record of the journal; the first of a new workspace is a save of the
   * whole. Resolves when it is synced. Rejects with `workspace-changed-elsewhere`, `workspace-exists`, `disk-full`,
   * `write-failed`, `read-failed`, `file-damaged`, or with what `work` threw; the database in memory is then as before.
   */
  commit<T>(work: () => T, lines: readonly AuditEvent[]): Promise<T>;
  /**
   * Saves everything under other keys, with what `work` wrote and its audit lines, and ends the journal. Rejects as
   * `commit` does, then the keys are as before; or with `keys-uncertain`.
   */
  rekey(next: Keys, work: () => void, lines: readonly AuditEvent[]): Promise<void>;
  /** Overwrites the key; the session cannot be used after it. */
  close(): void;
}

export function openSession(around: Surroundings, opened: Opened): Session {
  const { ports } = around;
  const { database } = opened;
  const tables = workspaceTables(database.statements, ports.random);
  const file = openWorkspaceFile(around, opened);

  const announce = (state: 'saving' | 'saved' | 'failed', at = ports.clock.now()): void =>
    ports.announce({ name: 'save-state', state, at });
  const failed = (error: unknown): never => {
    announce('failed');
    throw error;
  };
  const commit = async <T>(work: () => T, lines: readonly AuditEvent[]): Promise<T> => {
    const first = file.saved() === null;
    const made = first ? [] : await copyLines(around, lines, () => file.prepare().catch(failed));
    const { result, written } = database.begin(() => {
      const done = work();
      [...made, ...lines].forEach((line) => addAuditLine(database.statements, line));
      return done;
    });
    announce('saving');
    try {
      if (!first) await file.add(written);
    } catch (error) {
      database.rollback();
      return failed(error);
    }
    database.commit();
    if (first) await file.checkpoint().catch(failed);
    announce('saved', file.saved()?.at);
    return result;
  };
  const rekey = async (next: Keys, work: () => void, lines: readonly AuditEvent[]): Promise<void> => {
    await file.prepare().catch(failed);
    const { written } = database.begin(() => {
      work();
      lines.forEach((line) => addAuditLine(database.statements, line));
    });
    database.rollback();
    announce('saving');
    await file.rekey({ ...next, written }).catch(failed);
    announce('saved', file.saved()?.at);
  };
  return {
    tables: () => tables,
    database: () => database,
    ...file,
    get key() {
      return file.keys().key;
    },
    commit,
    rekey,
    close: () => {
      file.close();
      database.close();
    },
  };
}

/** The line about the copy of the day, where `prepare` makes it. */
async function copyLines(
  { ports, fileSystem }: Surroundings,
  [like]: readonly AuditEvent[],
  prepare: () => Promise<void>,
): Promise<readonly AuditEvent[]> {
  const target = dailyName(ports.clock.today());
  const isThere = (): boolean => fileSystem.exists(join(ports.workspaceFolder, 'backups', target));
  const before = isThere();
  await prepare();
  return before || like === undefined || !isThere() ? [] : [{ ...like, kind: 'backup.made', target }];
}
