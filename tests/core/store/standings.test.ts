import { describe, expect, it } from 'vitest';

import { systemRandom } from '#core/files/system-random.ts';
import { loadSql } from '#core/store/load-sql.ts';
import { workspaceTables } from '#core/store/tables/workspace-tables.ts';
import { openDatabase } from '#core/store/workspace-database.ts';

import { addRound, answer } from './store-fixture.ts';

const sql = await loadSql();
const at = '2026-01-15T09:00:00.000Z';

describe('reviews', () => {
  it('stand without their answers: how many a reader gave, by reading', () => {
    const database = openDatabase(sql, null);
    const tables = workspaceTables(database.statements, systemRandom);
    const blank = { note: '', evidence: '' };
    database.inTransaction(() => {
      addRound(tables, 3);
      answer(tables, '', 'case-1', 'a');
      answer(tables, '', 'case-2', 'a');
      tables.reviews.setAnswer('round-1', 'case-1', { itemId: 'b', value: null, ...blank, note: 'kun en note' }, at);
      tables.reviews.setAnswer('round-1', 'case-1', { itemId: 'c', value: 'na', ...blank, byFacts: true }, at);
      tables.reviews.setAnswer('round-1', 'case-1', { itemId: 'd', value: 'no', ...blank }, at);
      tables.reviews.setAnswer('round-1', 'case-1', { itemId: 'a', value: 'no', ...blank }, at, 2);
      tables.reviews.setState('round-1', 'case-2', 'done', at);
    });
    expect(tables.reviews.standings('round-1')).toEqual([
      { caseId: 'case-1', state: 'draft', seconds: 0, answered: 2 },
      { caseId: 'case-2', state: 'done', seconds: 0, answered: 1 },
    ]);
    expect(tables.reviews.standings('round-1', 2).map(({ answered }) => answered)).toEqual([1]);
    expect(tables.reviews.standings('round-2')).toEqual([]);
  });
});
