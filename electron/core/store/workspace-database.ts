import type { Database, SqlJsStatic } from 'sql.js';

import { AppError } from '#shared/contract/errors.ts';

import { migrations, schemaVersion } from './migrations/migrations.ts';
import { createStatements, type Statements, text, whole } from './statements.ts';

/** A database in memory. Outside `inTransaction` it refuses to be changed. */
export interface WorkspaceDatabase {
  readonly statements: Statements;
  /** All of `work` or nothing. */
  inTransaction<T>(work: () => T): T;
  /** The database as the bytes of an SQLite file. */
  image(): Uint8Array;
  close(): void;
}

/** A new database with the newest schema, or the one of `image`, brought to it. Throws `file-damaged`, `file-from-future`. */
export function openDatabase(sql: SqlJsStatic, image: Uint8Array | null): WorkspaceDatabase {
  const database = new sql.Database(image === null ? null : withoutBuffer(image));
  try {
    if (image !== null) {
      checkContent(database);
    }
    migrate(database);
    return asWorkspaceDatabase(database);
  } catch (error) {
    database.close();
    throw error;
  }
}

/** sql.js copies a plain array with `slice`; a Node Buffer's `slice` is a view, and SQLite would write into `image`. */
function withoutBuffer(image: Uint8Array): Uint8Array {
  return new Uint8Array(image.buffer, image.byteOffset, image.byteLength);
}

function checkContent(database: Database): void {
  const statements = createStatements(database);
  const check = statements.first('PRAGMA quick_check(1)');
  const dangling = statements.first('PRAGMA foreign_key_check');
  if (check === undefined || text(check, 'quick_check') !== 'ok' || dangling !== undefined) {
    throw new AppError('file-damaged', 'The database inside the file is not sound');
  }
}

/** Each step in its own transaction, so that a failed one leaves the database at the version before. */
function migrate(database: Database): void {
  const row = createStatements(database).first('PRAGMA user_version');
  const version = row === undefined ? 0 : whole(row, 'user_version');
  if (version > schemaVersion) {
    throw new AppError('file-from-future', `Schema ${version} is newer than this program knows`, { version });
  }
  for (const [index, migration] of migrations.entries()) {
    if (index >= version) {
      database.run(`BEGIN; ${migration}; PRAGMA user_version = ${index + 1}; COMMIT;`);
    }
  }
}

function asWorkspaceDatabase(database: Database): WorkspaceDatabase {
  // secure_delete: what is deleted is overwritten in the image, not only unlinked from it.
  database.run('PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON; PRAGMA query_only = ON;');
  const statements = createStatements(database);
  const inTransaction = <T>(work: () => T): T => {
    statements.run('PRAGMA query_only = OFF');
    try {
      statements.run('BEGIN IMMEDIATE');
      try {
        const result = work();
        statements.run('COMMIT');
        return result;
      } catch (error) {
        statements.run('ROLLBACK');
        throw error;
      }
    } finally {
      statements.run('PRAGMA query_only = ON');
    }
  };
  return { statements, inTransaction, image: () => database.export(), close: () => database.close() };
}
