import { addAuditLine, type AuditEvent } from './audit-log.ts';
import type { Surroundings } from './surroundings.ts';
import type { Tables } from './tables.ts';
import { workspaceTables } from './tables/workspace-tables.ts';
import type { WorkspaceDatabase } from './workspace-database.ts';
import { type Opened, openWorkspaceFile, type WorkspaceFile } from './workspace-file.ts';

/** An open workspace: its key, its database in memory, and what of it is on disk. */
export interface Session extends Pick<WorkspaceFile, 'saved' | 'journal' | 'checkpoint'> {
  readonly key: Buffer;
  tables(): Tables;
  database(): WorkspaceDatabase;
  /**
   * One transaction with its audit lines, then one record of the journal; the first of a new workspace is a save of the
   * whole. Resolves when it is synced. Rejects with `workspace-changed-elsewhere`, `workspace-exists`, `disk-full`,
   * `write-failed`, `read-failed`, `file-damaged`, or with what `work` threw; the database in memory is then as before.
   */
  commit<T>(work: () => T, lines: readonly AuditEvent[]): Promise<T>;
  /** Overwrites the key; the session cannot be used after it. */
  close(): void;
}

export function openSession(around: Surroundings, opened: Opened): Session {
  const { ports } = around;
  const { key, database } = opened;
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
    if (!first) await file.prepare().catch(failed);
    const { result, written } = database.begin(() => {
      const done = work();
      lines.forEach((line) => addAuditLine(database.statements, line));
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
  return {
    key,
    tables: () => tables,
    database: () => database,
    saved: () => file.saved(),
    journal: () => file.journal(),
    checkpoint: () => file.checkpoint(),
    commit,
    close: () => {
      key.fill(0);
      file.close();
      database.close();
    },
  };
}
