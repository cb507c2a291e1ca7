import { describe, expect, it } from 'vitest';

import { loadSql } from '#core/store/load-sql.ts';
import { loadDatabase, openDatabase } from '#core/store/workspace-database.ts';

const sql = await loadSql();
const pageSize = 4096;

/** The image of a workspace after statements that SQLite itself would not have let through as the program runs it. */
function imageAfter(...statements: readonly string[]): Uint8Array {
  const made = openDatabase(sql, null);
  const database = new sql.Database(made.image());
  made.close();
  database.run('PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON');
  for (const statement of statements) database.run(statement);
  const image = database.export();
  database.close();
  return image;
}

const aMapping = `INSERT INTO mappings (headers_key, name, mapping, saved_at)
  VALUES ('k', 'n', '{}', '2026-01-15T08:00:00.000Z')`;
/** Asked of a workspace with the newest schema. */
function asked(question: string): readonly string[] {
  const made = openDatabase(sql, null);
  const answers = made.statements.all(question).map((row) => String(Object.values(row)[0]));
  made.close();
  return answers;
}

function tableNames(): readonly string[] {
  return asked("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'");
}

/** The tables that rows of others name. */
function referenced(): readonly string[] {
  return asked(
    `SELECT DISTINCT k."table" FROM sqlite_schema AS s, pragma_foreign_key_list(s.name) AS k WHERE s.type = 'table'`,
  );
}

/** A row with the same in every column, so that it names any other such row. */
function anyRow(table: string): string {
  const values = asked(
    `SELECT iif(type = 'TEXT', '''x''', iif(type = 'BLOB', 'zeroblob(32)', '7')) FROM pragma_table_info('${table}')`,
  );
  return `INSERT INTO ${table} VALUES (${values.join()})`;
}

const damaged = expect.objectContaining({ code: 'file-damaged' });

describe('a database inside a file that opened', () => {
  it('is loaded when it is whole', () => {
    const database = loadDatabase(sql, imageAfter(aMapping));
    expect(database.statements.all('SELECT headers_key FROM mappings')).toEqual([{ headers_key: 'k' }]);
    database.close();
  });

  it('is refused with any page overwritten that holds a table or an index', () => {
    const image = imageAfter(aMapping);
    let refused = 0;
    for (let page = 1; page < image.length / pageSize; page += 1) {
      const broken = image.slice();
      broken.fill(0xa5, page * pageSize, (page + 1) * pageSize);
      expect(() => loadDatabase(sql, broken).close()).toThrow(damaged);
      refused += 1;
    }
    expect(refused).toBeGreaterThan(20);
  });

  it('is refused with a reference that leads nowhere', () => {
    const dangling = `INSERT INTO reviews (round_id, case_id, reading, reader, state, started_at, last_at, seconds)
      VALUES ('no-round', 'no-case', 1, 'Å', 'draft', '2026-01-15T08:00:00.000Z', '2026-01-15T08:00:00.000Z', 0)`;
    expect(() => loadDatabase(sql, imageAfter(dangling))).toThrow(damaged);
  });

  it.each(['profile', ...referenced()])('is refused where all but %s has a row that others name', (missing) => {
    const rows = tableNames().filter((table) => table !== missing);
    const load = (): void => loadDatabase(sql, imageAfter(...rows.map(anyRow))).close();
    if (missing === 'profile') load();
    else expect(load).toThrow(damaged);
  });

  it('takes the image over, and leaves nothing of it behind', () => {
    const image = imageAfter(aMapping);
    const database = loadDatabase(sql, image);
    expect(image.subarray(0, 6)).toEqual(new TextEncoder().encode('SQLite'));
    database.close();
    expect(image.every((byte) => byte === 0)).toBe(true);
  });

  it('holds every constraint of a row again once it is loaded', () => {
    const database = loadDatabase(sql, imageAfter(aMapping));
    expect(database.statements.first('PRAGMA ignore_check_constraints')).toEqual({ ignore_check_constraints: 0 });
    expect(database.statements.first('PRAGMA foreign_keys')).toEqual({ foreign_keys: 1 });
    database.close();
  });
});
