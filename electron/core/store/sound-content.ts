import type { Database } from 'sql.js';

import { createStatements, type Row, type Statements, text, whole } from './statements.ts';

/**
 * The structure of every page, and every reference. Not again what each row's constraints say: SQLite refused whatever
 * breaks them when it was written, the bytes are authenticated, and it is four fifths of the time.
 */
export function isSound(database: Database): boolean {
  try {
    database.run('PRAGMA ignore_check_constraints = ON');
    const statements = createStatements(database);
    const check = statements.first('PRAGMA quick_check(1)');
    database.run('PRAGMA ignore_check_constraints = OFF');
    return check !== undefined && text(check, 'quick_check') === 'ok' && !hasDangling(statements);
  } catch {
    // What is so broken that the check itself stops.
    return false;
  }
}

/**
 * Whether a row names another one that is not there. As `PRAGMA foreign_key_check`, but what many rows name alike (the
 * 45 answers of a review) is looked up once. Every reference of the schema names the columns of both tables.
 */
function hasDangling(statements: Statements): boolean {
  const columns = statements.all(
    `SELECT s.name AS child, k.id, k."table" AS parent, k."from" AS here, k."to" AS there
     FROM sqlite_schema AS s, pragma_foreign_key_list(s.name) AS k WHERE s.type = 'table'`,
  );
  const references = Map.groupBy(columns, (row) => `${text(row, 'child')}|${whole(row, 'id')}`);
  return [...references.values()].some((reference) => statements.first(danglingOf(reference)) !== undefined);
}

/** `reference`: one row for each of its columns. */
function danglingOf(reference: readonly Row[]): string {
  const named = (column: string): readonly string[] => reference.map((row) => quoted(text(row, column)));
  const [child, parent, here, there] = [named('child'), named('parent'), named('here'), named('there')];
  return `SELECT 1
    FROM (SELECT DISTINCT ${here.join()} FROM ${child.slice(0, 1).join()}
      WHERE ${here.map((name) => `${name} IS NOT NULL`).join(' AND ')}) AS c
    WHERE NOT EXISTS (SELECT 1 FROM ${parent.slice(0, 1).join()} AS p
      WHERE ${here.map((name, index) => `p.${there[index] ?? ''} = c.${name}`).join(' AND ')})
    LIMIT 1`;
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
