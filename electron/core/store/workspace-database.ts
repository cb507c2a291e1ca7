import type { Database, SqlJsStatic } from 'sql.js';

import { AppError } from '#shared/contract/errors.ts';

import { migrations, schemaVersion } from './migrations/migrations.ts';
import { refuseUnrepeatable, type Written } from './journal-record.ts';
import { isSound } from './sound-content.ts';
import { createStatements, type Statements, whole } from './statements.ts';

/** What a transaction answered, and what it wrote. */
export interface Pending<T> {
  readonly result: T;
  readonly written: readonly Written[];
}

/** A database in memory. Outside `inTransaction` and `begin` it refuses to be changed. */
export interface WorkspaceDatabase {
  readonly statements: Statements;
  /** All of `work` or nothing. */
  inTransaction<T>(work: () => T): T;
  /** The same, but the transaction stays open until `commit` or `rollback`; meanwhile a reader sees what it did. */
  begin<T>(work: () => T): Pending<T>;
  commit(): void;
  rollback(): void;
  /** Does again what a transaction did. */
  replay(written: readonly Written[]): void;
  /** SQLite's `user_version`. */
  schema(): number;
  /** Writes the whole image anew, without what lay in pages and gaps that nothing uses; not while a transaction is open. */
  compact(): void;
  /** Brings an older schema to the newest. */
  migrate(): void;
  /** The database as the bytes of an SQLite file, a copy; not while a transaction is open. */
  image(): Uint8Array;
  close(): void;
}

/** A new database with the newest schema, or the one of `image` (see `loadDatabase`), brought to it. Throws `file-damaged`, `file-from-future`. */
export function openDatabase(sql: SqlJsStatic, image: Uint8Array | null): WorkspaceDatabase {
  const database = loadDatabase(sql, image);
  try {
    database.migrate();
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/**
 * The database of `image` with the schema it was saved with. SQLite writes into `image` from now on, and it is overwritten
 * with zeros when the database is closed, or is not sound. Throws `file-damaged`, `file-from-future`.
 */
export function loadDatabase(sql: SqlJsStatic, image: Uint8Array | null): WorkspaceDatabase {
  const database = new sql.Database(image === null ? null : withoutCopy(image));
  const close = (): void => {
    database.close();
    image?.fill(0);
  };
  try {
    if (image !== null) checkContent(database);
    const version = schemaOf(createStatements(database));
    if (version > schemaVersion) {
      throw new AppError('file-from-future', `Schema ${version} is newer than this program knows`, { version });
    }
    return asWorkspaceDatabase(database, close);
  } catch (error) {
    close();
    throw error;
  }
}

/** sql.js keeps what `slice` gives, usually a copy. Parts of a plain array are made faster than those of a Node Buffer. */
function withoutCopy(image: Uint8Array): Uint8Array {
  const view = new Uint8Array(image.buffer, image.byteOffset, image.byteLength);
  return Object.assign(view, { slice: (start?: number, end?: number) => view.subarray(start, end) });
}

function checkContent(database: Database): void {
  if (!isSound(database)) throw new AppError('file-damaged', 'The database inside the file is not sound');
}

function schemaOf(statements: Statements): number {
  const row = statements.first('PRAGMA user_version');
  return row === undefined ? 0 : whole(row, 'user_version');
}

/** Each step in its own transaction, so that a failed one leaves the database at the version before. */
function migrate(database: Database, version: number): void {
  if (version === schemaVersion) return;
  database.run('PRAGMA query_only = OFF; PRAGMA foreign_keys = OFF');
  for (const [index, migration] of migrations.entries()) {
    if (index >= version) {
      database.run(`BEGIN; ${migration}; PRAGMA user_version = ${index + 1}; COMMIT;`);
    }
  }
  database.run('PRAGMA foreign_keys = ON; PRAGMA query_only = ON');
}

function compact(database: Database): void {
  database.run('PRAGMA query_only = OFF');
  try {
    database.run('VACUUM');
  } finally {
    database.run('PRAGMA query_only = ON');
  }
}

function asWorkspaceDatabase(database: Database, close: () => void): WorkspaceDatabase {
  // secure_delete: what is deleted is overwritten in the image, not only unlinked from it.
  database.run('PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON; PRAGMA query_only = ON;');
  const known = new Set<string>();
  let written: Written[] = [];
  const statements = createStatements(database, (sql, values) => {
    if (!known.has(sql)) refuseUnrepeatable(sql);
    known.add(sql);
    written.push({ sql, values: values.map((value) => (value instanceof Uint8Array ? new Uint8Array(value) : value)) });
  });
  const end = (how: 'COMMIT' | 'ROLLBACK'): void => {
    statements.run('PRAGMA query_only = OFF');
    try {
      statements.run(how);
    } finally {
      statements.run('PRAGMA query_only = ON');
    }
  };
  const begin = <T>(work: () => T): Pending<T> => {
    statements.run('PRAGMA query_only = OFF');
    statements.run('BEGIN IMMEDIATE');
    written = [];
    try {
      const result = work();
      statements.run('PRAGMA query_only = ON');
      return { result, written };
    } catch (error) {
      end('ROLLBACK');
      throw error;
    }
  };
  const inTransaction = <T>(work: () => T): T => {
    const { result } = begin(work);
    end('COMMIT');
    return result;
  };
  return {
    statements,
    inTransaction,
    begin,
    commit: () => end('COMMIT'),
    rollback: () => end('ROLLBACK'),
    replay: (again) => inTransaction(() => again.forEach(({ sql, values }) => statements.run(sql, values))),
    schema: () => schemaOf(statements),
    compact: () => compact(database),
    migrate: () => migrate(database, schemaOf(statements)),
    image: () => database.export(),
    close,
  };
}
