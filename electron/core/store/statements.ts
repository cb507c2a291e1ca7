import type { BindParams, Database, SqlValue, Statement } from 'sql.js';

export type Row = Readonly<Record<string, SqlValue>>;
export type Values = readonly SqlValue[];

/** Prepared statements of one database, each prepared the first time it is used. */
export interface Statements {
  all(sql: string, values?: Values): readonly Row[];
  first(sql: string, values?: Values): Row | undefined;
  run(sql: string, values?: Values): void;
}

/** What does not begin like this may change the database. */
const onlyReads = /^\s*(?:SELECT|PRAGMA|BEGIN|COMMIT|ROLLBACK)\b/i;

/** `onWrite` is told of every statement that may have changed the database, after it ran. */
export function createStatements(
  database: Database,
  onWrite: (sql: string, values: Values) => void = () => undefined,
): Statements {
  const prepared = new Map<string, Statement>();
  const rowsOf = (sql: string, values: Values, most: number): readonly Row[] => {
    const statement = prepared.get(sql) ?? database.prepare(sql);
    prepared.set(sql, statement);
    try {
      const parameters: BindParams = [...values];
      statement.bind(parameters);
      const rows: Row[] = [];
      let names: readonly string[] | null = null;
      while (statement.step() && rows.length < most) {
        // Asking for the names costs as much as the row; they are the same for all rows of one run.
        names ??= statement.getColumnNames();
        rows.push(rowOf(names, statement.get()));
      }
      if (!onlyReads.test(sql)) onWrite(sql, values);
      return rows;
    } finally {
      // A statement that is not reset keeps the database busy, and an export would fail.
      statement.reset();
    }
  };
  return {
    all: (sql, values = []) => rowsOf(sql, values, Infinity),
    first: (sql, values = []) => rowsOf(sql, values, 1)[0],
    run: (sql, values = []) => {
      rowsOf(sql, values, 0);
    },
  };
}

function rowOf(names: readonly string[], values: Values): Row {
  const row: Record<string, SqlValue> = {};
  for (const [index, name] of names.entries()) row[name] = values[index] ?? null;
  return row;
}

export function text(row: Row, column: string): string {
  const value = row[column];
  if (typeof value !== 'string') {
    throw new TypeError(`${column} is no text`);
  }
  return value;
}

export function textOrNull(row: Row, column: string): string | null {
  return row[column] === null ? null : text(row, column);
}

export function whole(row: Row, column: string): number {
  const value = row[column];
  if (typeof value !== 'number') {
    throw new TypeError(`${column} is no number`);
  }
  return value;
}

/** The bytes of a column as hexadecimal digits. */
export function hex(row: Row, column: string): string {
  const value = row[column];
  if (!(value instanceof Uint8Array)) {
    throw new TypeError(`${column} is no bytes`);
  }
  return Buffer.from(value).toString('hex');
}

/** A document of a JSON column. Only this program writes them and the file is authenticated, so the type is known. */
export function document<T>(row: Row, column: string): T {
  return JSON.parse(text(row, column)) as T;
}
