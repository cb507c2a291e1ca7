import type { SqlValue } from 'sql.js';

import type { Values } from './statements.ts';

/** A statement that a transaction ran, with its parameters. */
export interface Written {
  readonly sql: string;
  readonly values: Values;
}

/** What a transaction did, and when. */
export interface JournalRecord {
  readonly at: string;
  readonly written: readonly Written[];
}

/** Bytes as base64 in a list of one, everything else as it stands. */
type StoredValue = string | number | null | readonly [string];

/** Each text of SQL stands once; a statement is its index and its parameters. */
interface StoredRecord {
  readonly at: string;
  readonly sql: readonly string[];
  readonly run: readonly (readonly [number, ...StoredValue[]])[];
}

/** A fresh answer at every run: replaying such a statement would give another database. */
const unrepeatable =
  /\b(?:random|randomblob|changes|total_changes|last_insert_rowid)\s*\(|'now'|\bcurrent_(?:time|date)/i;

/** Throws TypeError for a statement that could do something else when it is run again. */
export function refuseUnrepeatable(sql: string): void {
  if (unrepeatable.test(sql)) {
    throw new TypeError('A statement that changes the database takes chance and time as parameters only');
  }
}

export function encodeRecord({ at, written }: JournalRecord): string {
  const indices = new Map<string, number>();
  const run = written.map(({ sql, values }) => {
    const index = indices.get(sql) ?? indices.size;
    indices.set(sql, index);
    return [index, ...values.map(storedValue)];
  });
  return JSON.stringify({ at, sql: [...indices.keys()], run });
}

function storedValue(value: SqlValue): StoredValue {
  if (value instanceof Uint8Array) return [Buffer.from(value).toString('base64')];
  if (typeof value === 'number' && !Number.isFinite(value)) throw new TypeError('Not a number that can be stored');
  return value;
}

/** The text is authenticated and `encodeRecord` wrote it, so its form is known. */
export function decodeRecord(text: string): JournalRecord {
  const { at, sql, run } = JSON.parse(text) as StoredRecord;
  const written = run.map(([index, ...values]) => ({
    sql: sql[index] ?? '',
    values: values.map((value) =>
      Array.isArray(value) ? Buffer.from(String(value[0]), 'base64') : (value as SqlValue),
    ),
  }));
  return { at, written };
}
