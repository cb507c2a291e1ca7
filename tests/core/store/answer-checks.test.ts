import type { Database, SqlJsStatic } from 'sql.js';
import { beforeAll, expect, it } from 'vitest';

import { loadSql } from '#core/store/load-sql.ts';
import { migrations } from '#core/store/migrations/migrations.ts';
import { loadDatabase } from '#core/store/workspace-database.ts';
import { answerValues } from '#shared/domain/review/answer.ts';

let sql: SqlJsStatic;
beforeAll(async () => {
  sql = await loadSql();
});

const values = [...answerValues, null, 'YES', 'yes ', '', 'maybe', 'no\u0000'];
const marks = '?, ?, 1, ?, ?, ?, ?, NULL, ?, NULL, ?, ?';
const insert = `INSERT INTO answers (round_id, case_id, reading, item_id, value, note, evidence, good_practice, suggested,
  override_reason, by_facts, answered_at) VALUES (${marks})`;

/** What an answer belongs to. */
const parents = `
INSERT INTO imports (import_id, summary, mapping, problems) VALUES ('i', '{}', '{}', '[]');
INSERT INTO rounds (round_id, name, import_id, created_at, example, template_id, template_edition, population_fingerprint,
  record) VALUES ('r', '', 'i', '', 0, 't', 1, '', '{}');
INSERT INTO sample_cases (round_id, case_id, part, part_index, stratum, rank, ticket, case_record)
  VALUES ('r', 'c', 'random', 0, '', 1, '', '{}');
INSERT INTO reviews (round_id, case_id, reading, reader, state, started_at, last_at, seconds)
  VALUES ('r', 'c', 1, 'x', 'draft', '', '', 0);
`;

/** A workspace's database as it was before the words of the checks changed. */
function before(): Database {
  const database = new sql.Database();
  const upTo = migrations.findIndex((migration) => migration.includes('writable_schema'));
  migrations.slice(0, upTo).forEach((migration) => database.run(migration));
  database.run(`PRAGMA user_version = ${upTo}; PRAGMA foreign_keys = ON; ${parents}`);
  for (const [index, value] of answerValues.entries()) {
    database.run(insert, [
      'r',
      'c',
      `item-${index}`,
      value,
      'note',
      '',
      value === 'cannot-tell' ? null : value,
      0,
      'at',
    ]);
  }
  return database;
}

/** Of every pair of a value and a suggestion, whether a row with them is taken. */
function taken(write: (sql: string, row: (string | number | null)[]) => void): readonly boolean[] {
  return values.flatMap((value, one) =>
    values.map((suggested, two) => {
      try {
        write(insert, ['r', 'c', `${one}/${two}`, value, '', '', suggested, two % 2, 'at']);
        return true;
      } catch (error) {
        expect(String(error)).toContain('CHECK constraint failed');
        return false;
      }
    }),
  );
}

it('answers are checked by the same rules as before, and those that were there are as they were', () => {
  const old = before();
  const rows = old.exec('SELECT * FROM answers');
  const image = old.export();
  const byOldRules = taken((text, row) => old.run(text, row));
  old.close();
  const database = loadDatabase(sql, image);
  database.migrate();
  const { statements } = database;
  expect(database.schema()).toBe(migrations.length);
  expect(statements.all('SELECT * FROM answers').map((row) => Object.values(row))).toEqual(rows[0]?.values);
  expect(statements.all('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
  const words = statements.first(`SELECT sql FROM sqlite_schema WHERE name = 'answers'`)?.['sql'];
  expect(words).not.toContain(`IN ('yes'`);
  const byNewRules = database.inTransaction(() => taken((text, row) => statements.run(text, row)));
  expect(byNewRules).toEqual(byOldRules);
  expect(byOldRules.filter(Boolean)).toHaveLength(6 * 5);
  database.close();
});
