import { describe, expect, it } from 'vitest';

import { decodeRecord, encodeRecord, refuseUnrepeatable } from '#core/store/journal-record.ts';

const at = '2026-01-15T08:00:00.000Z';

describe('what a record says', () => {
  it('is written with each statement once, bytes as text, all else as it stands', () => {
    const bytes = new Uint8Array([0, 255, 16]);
    const written = [
      { sql: 'INSERT a', values: [1, 'æ', null] },
      { sql: 'UPDATE b', values: [bytes] },
      { sql: 'INSERT a', values: [] },
      { sql: 'DELETE c', values: [2.5, ''] },
    ];
    expect(JSON.parse(encodeRecord({ at, written }))).toEqual({
      at,
      sql: ['INSERT a', 'UPDATE b', 'DELETE c'],
      run: [[0, 1, 'æ', null], [1, ['AP8Q']], [0], [2, 2.5, '']],
    });
    const back = decodeRecord(encodeRecord({ at, written }));
    expect(back.written.map(({ sql, values }) => [sql, ...values])).toEqual([
      ['INSERT a', 1, 'æ', null],
      ['UPDATE b', Buffer.from(bytes)],
      ['INSERT a'],
      ['DELETE c', 2.5, ''],
    ]);
    expect(back.at).toBe(at);
  });

  it.each([Number.NaN, Infinity, -Infinity])('never holds %d, which JSON would make nothing of', (value) =>
    expect(() => encodeRecord({ at, written: [{ sql: 'x', values: [value] }] })).toThrow(/stored/),
  );
});

describe('a statement that could do something else when it is run again', () => {
  it.each([
    'SELECT random()',
    'SELECT RANDOM ( )',
    'SELECT randomblob(16)',
    'SELECT changes()',
    'SELECT total_changes()',
    'SELECT last_insert_rowid()',
    "SELECT datetime('now')",
    "SELECT datetime('NOW', '+1 day')",
    'SELECT current_time',
    'SELECT CURRENT_TIMESTAMP',
    'SELECT current_date',
    'SELECT a,current_date',
  ])('is refused: %s', (sql) => expect(() => refuseUnrepeatable(sql)).toThrow(/chance and time/));

  it.each([
    'UPDATE t SET random = ?',
    'SELECT myrandom()',
    'SELECT my_changes()',
    'UPDATE t SET changes = 2, x = (3)',
    'SELECT now, nowhere FROM t',
    'UPDATE t SET concurrent_times = ?',
    'UPDATE t SET current_round = ?',
  ])('is not one that only looks like it: %s', (sql) => expect(() => refuseUnrepeatable(sql)).not.toThrow());
});
