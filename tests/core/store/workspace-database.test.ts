import { describe, expect, it } from 'vitest';

import { systemRandom } from '#core/files/system-random.ts';
import { loadSql } from '#core/store/load-sql.ts';
import { workspaceTables } from '#core/store/tables/workspace-tables.ts';
import { openDatabase } from '#core/store/workspace-database.ts';

import { addRound, profile } from './store-fixture.ts';

const sql = await loadSql();

describe('the database', () => {
  it('opens what it exported, refuses a newer schema, an unsound image and what is no database', () => {
    const database = openDatabase(sql, null);
    const tables = workspaceTables(database.statements, systemRandom);
    database.inTransaction(() => addRound(tables));
    const image = database.image();
    const untouched = Buffer.from(image);
    expect(workspaceTables(openDatabase(sql, image).statements, systemRandom).rounds.list().length).toBe(1);

    const raw = new sql.Database(new Uint8Array(image));
    raw.run('PRAGMA user_version = 99');
    expect(() => openDatabase(sql, raw.export())).toThrow(expect.objectContaining({ code: 'file-from-future' }));
    const dangling = new sql.Database(new Uint8Array(image));
    dangling.run('DELETE FROM imports');
    expect(() => openDatabase(sql, dangling.export())).toThrow(expect.objectContaining({ code: 'file-damaged' }));
    expect(() => openDatabase(sql, Buffer.from('x'.repeat(4096)))).toThrow();
    expect(untouched.equals(image)).toBe(true);
  });

  it('refuses to be changed outside a transaction, from the start', () => {
    const tables = workspaceTables(openDatabase(sql, null).statements, systemRandom);
    expect(() => tables.profile.set(profile)).toThrow(/readonly/);
  });

  it('takes over the image it was opened from, and leaves zeros of it', () => {
    const first = openDatabase(sql, null);
    first.inTransaction(() => workspaceTables(first.statements, systemRandom).profile.set(profile));
    const image = Buffer.from(first.image());
    const second = openDatabase(sql, image);
    expect(workspaceTables(second.statements, systemRandom).profile.get()).toEqual(profile);
    expect(image.includes(profile.municipality)).toBe(true);
    second.close();
    expect(image.every((byte) => byte === 0)).toBe(true);
  });

  it('overwrites what is deleted', () => {
    const database = openDatabase(sql, null);
    const tables = workspaceTables(database.statements, systemRandom);
    const words = { conclusion: 'hemmelig-konklusion', works: [], improve: [], recommendation: '' };
    database.inTransaction(() => {
      addRound(tables);
      tables.words.set('round-1', words);
    });
    expect(Buffer.from(database.image()).includes('hemmelig-konklusion')).toBe(true);
    database.inTransaction(() => tables.words.set('round-1', null));
    expect(Buffer.from(database.image()).includes('hemmelig-konklusion')).toBe(false);
  });
});
