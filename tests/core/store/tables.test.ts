import { describe, expect, it } from 'vitest';

import { systemRandom } from '#core/files/system-random.ts';
import { loadSql } from '#core/store/load-sql.ts';
import type { Tables } from '#core/store/tables.ts';
import { workspaceTables } from '#core/store/tables/workspace-tables.ts';
import { openDatabase } from '#core/store/workspace-database.ts';
import type { Action } from '#shared/domain/review/action.ts';
import type { ChecklistTemplate } from '#shared/domain/review/template.ts';

import { addRound, anImport, answer, aRound, aSampleCase, profile } from './store-fixture.ts';

const sql = await loadSql();
const at = '2026-01-15T09:00:00.000Z';

/** Tables of a new database; each `write` is one transaction, as a change of the store is. */
function newTables(): { tables: Tables; write: (work: (tables: Tables) => void) => void } {
  const database = openDatabase(sql, null);
  const tables = workspaceTables(database.statements, systemRandom);
  return { tables, write: (work) => database.inTransaction(() => work(tables)) };
}

function roundWithCases() {
  const made = newTables();
  made.write((tables) => addRound(tables, 3));
  return made;
}

describe('profile', () => {
  it('is empty at first and then what was set last', () => {
    const { tables, write } = newTables();
    expect(tables.profile.get()).toEqual({ municipality: '', department: '', reviewer: '' });
    write(() => tables.profile.set({ ...profile, reviewer: 'En anden' }));
    write(() => tables.profile.set(profile));
    expect(tables.profile.get()).toEqual(profile);
  });
});

describe('imports', () => {
  it('come back whole, newest first', () => {
    const { tables, write } = newTables();
    write(() => tables.imports.add(anImport('b')));
    write(() => tables.imports.add(anImport('a')));
    expect(tables.imports.get('b')).toEqual(anImport('b'));
    expect(tables.imports.get('c')).toBeUndefined();
    expect(tables.imports.list()).toEqual([anImport('a').summary, anImport('b').summary]);
  });
});

describe('rounds', () => {
  it('come back whole, newest first, and are counted by population', () => {
    const { tables, write } = newTables();
    write(() => {
      tables.imports.add(anImport());
      tables.rounds.add(aRound('b'), []);
      tables.rounds.add({ ...aRound('a', 'import-1', 'another'), example: true }, []);
      tables.rounds.add(aRound('c'), []);
    });
    expect(tables.rounds.list().map(({ id }) => id)).toEqual(['c', 'a', 'b']);
    expect(tables.rounds.get('b')).toEqual(aRound('b'));
    expect(tables.rounds.get('a')?.example).toBe(true);
    expect(tables.rounds.get('d')).toBeUndefined();
    expect(tables.rounds.countDraws(aRound().record.populationFingerprint)).toBe(2);
    expect(tables.rounds.countDraws('unknown')).toBe(0);
  });

  it('take a new record', () => {
    const { tables, write } = roundWithCases();
    const record = { ...aRound().record, drawNumber: 2, populationFingerprint: 'ny' };
    write(() => tables.rounds.setRecord('round-1', record));
    expect(tables.rounds.get('round-1')?.record).toEqual(record);
    expect(tables.rounds.countDraws('ny')).toBe(1);
    expect(() => write(() => tables.rounds.setRecord('round-9', record))).toThrow(
      expect.objectContaining({ code: 'round-not-found' }),
    );
  });

  it('need their import', () => {
    const { tables, write } = newTables();
    expect(() => write(() => tables.rounds.add(aRound(), []))).toThrow(/FOREIGN KEY/);
    expect(tables.rounds.list()).toEqual([]);
  });
});

describe('sample', () => {
  it('lists random before targeted, then part, stratum by code point, rank', () => {
    const { tables, write } = newTables();
    const targeted = { part: 'targeted', partIndex: 0 } as const;
    const order = [
      aSampleCase('1', { partIndex: 1, stratum: 'Z', rank: 2 }),
      aSampleCase('2', { partIndex: 1, stratum: 'Z', rank: 10 }),
      aSampleCase('3', { partIndex: 1, stratum: 'a', rank: 1 }),
      aSampleCase('4', { partIndex: 1, stratum: 'æ', rank: 1 }),
      aSampleCase('5', { partIndex: 1, stratum: 'å', rank: 1 }),
      aSampleCase('6', { partIndex: 2, stratum: '', rank: 1 }),
      aSampleCase('7', { ...targeted, rank: 1, exceededBy: 0 }),
    ];
    const byCodePoint = ['Z', 'a', 'å', 'æ'];
    write(() => {
      tables.imports.add(anImport());
      tables.rounds.add(aRound(), order.toReversed());
    });
    const listed = tables.sample.list('round-1');
    expect(listed.map((row) => row.drawn.rank)).toEqual([2, 10, 1, 1, 1, 1, 1]);
    expect([...new Set(listed.slice(0, 5).map((row) => row.drawn.stratum))]).toEqual(byCodePoint);
    expect(listed.at(-1)).toEqual(order.at(-1));
    expect(tables.sample.get('round-1', '1')).toEqual(order[0]);
    expect(tables.sample.get('round-1', '99')).toBeUndefined();
    expect(tables.sample.list('round-2')).toEqual([]);
  });

  it('keeps a replaced case and says what took its place', () => {
    const { tables, write } = roundWithCases();
    write(() => tables.sample.replace('round-1', 'case-2', aSampleCase('case-4', { rank: 4 })));
    expect(tables.sample.list('round-1').map((row) => [row.drawn.caseId, row.replacedBy])).toEqual([
      ['case-1', null],
      ['case-2', 'case-4'],
      ['case-3', null],
      ['case-4', null],
    ]);
    const withoutRecords = tables.sample.list('round-1').map(({ drawn, replacedBy }) => ({ drawn, replacedBy }));
    expect(tables.sample.places('round-1')).toEqual(withoutRecords);
    expect(() => write(() => tables.sample.replace('round-1', 'case-9', aSampleCase('case-5')))).toThrow(
      expect.objectContaining({ code: 'case-not-in-round' }),
    );
    expect(tables.sample.get('round-1', 'case-5')).toBeUndefined();
  });

  it('knows which cases have a review closed since an instant or a day', () => {
    const { tables, write } = roundWithCases();
    write(() => {
      tables.reviews.setState('round-1', 'case-1', 'done', '2025-06-30T23:59:59.999Z');
      tables.reviews.setState('round-1', 'case-2', 'done', '2025-07-01T00:00:00.000Z');
      tables.reviews.setState('round-1', 'case-3', 'draft', '2026-01-01T00:00:00.000Z');
    });
    expect(tables.sample.reviewedSince('2025-07-01T00:00:00.000Z')).toEqual(['case-2']);
    expect(tables.sample.reviewedSince('2025-07-01')).toEqual(['case-2']);
    expect(tables.sample.reviewedSince('2025-01-01')).toEqual(['case-1', 'case-2']);
    write(() => tables.reviews.setState('round-1', 'case-2', 'draft', at));
    expect(tables.sample.reviewedSince('2025-07-01')).toEqual([]);
  });
});

describe('reviews', () => {
  it('start with the first answer and keep the last of each item', () => {
    const { tables, write } = roundWithCases();
    expect(tables.reviews.get('round-1', 'case-1')).toBeUndefined();
    write(() => answer(tables, 'første', 'case-1', 'b'));
    write(() => answer(tables, 'anden', 'case-1', 'a'));
    write(() =>
      tables.reviews.setAnswer('round-1', 'case-1', { itemId: 'b', value: null, note: 'ny', evidence: 'bilag 2' }, at),
    );
    const expected = {
      roundId: 'round-1',
      caseId: 'case-1',
      state: 'draft',
      reader: '',
      reading: 1,
      seconds: 0,
      closedAt: null,
      answers: [
        { itemId: 'a', value: 'yes', note: 'anden', evidence: '' },
        { itemId: 'b', value: null, note: 'ny', evidence: 'bilag 2' },
      ],
    };
    expect(tables.reviews.get('round-1', 'case-1')).toEqual(expected);
    write(() => answer(tables, 'en anden sag', 'case-2'));
    expect(tables.reviews.list('round-1')[0]).toEqual(expected);
    expect(tables.reviews.list('round-1').map(({ caseId }) => caseId)).toEqual(['case-1', 'case-2']);
  });

  it('are stamped when they close, unstamped when they open again, and an answer changes neither', () => {
    const { tables, write } = roundWithCases();
    write(() => tables.reviews.setState('round-1', 'case-1', 'not-started', at));
    write(() => answer(tables, 'x'));
    expect(tables.reviews.get('round-1', 'case-1')?.state).toBe('draft');
    write(() => tables.reviews.setState('round-1', 'case-1', 'done', at));
    write(() => answer(tables, 'y'));
    expect(tables.reviews.get('round-1', 'case-1')).toMatchObject({ state: 'done', closedAt: at });
    write(() => tables.reviews.setState('round-1', 'case-1', 'draft', '2026-02-01T00:00:00.000Z'));
    expect(tables.reviews.get('round-1', 'case-1')).toMatchObject({ state: 'draft', closedAt: null });
    expect(tables.reviews.get('round-1', 'case-1')?.answers.length).toBe(1);
  });

  it('belong to a case of the round', () => {
    const { tables, write } = roundWithCases();
    const stranger = expect.objectContaining({ code: 'case-not-in-round' });
    expect(() => write(() => answer(tables, 'x', 'case-9'))).toThrow(stranger);
    expect(() => write(() => tables.reviews.setState('round-1', 'case-9', 'done', at))).toThrow(stranger);
  });
});

describe('actions, templates and words', () => {
  it('puts an action and puts it again', () => {
    const { tables, write } = roundWithCases();
    const action: Action = {
      id: 'b',
      roundId: 'round-1',
      caseId: 'case-1',
      itemId: null,
      kind: 'practice',
      text: 'Ret op',
      owner: '',
      due: '2026-02-01',
      critical: true,
      created: '2026-01-15',
      done: null,
      category: null,
      measured: null,
    };
    write(() => {
      tables.actions.put(action);
      tables.actions.put({ ...action, id: 'a', kind: 'case', caseId: null, due: null, critical: false });
      tables.actions.put({ ...action, done: '2026-01-20' });
    });
    expect(tables.actions.get('b')).toEqual({ ...action, done: '2026-01-20' });
    expect(tables.actions.get('c')).toBeUndefined();
    expect(tables.actions.list().map(({ id }) => id)).toEqual(['b', 'a']);
  });

  it('never changes an edition of a template', () => {
    const { tables, write } = newTables();
    const item = {
      id: 'i',
      question: 'q',
      type: 'legal',
      law: 'l',
      applies: 'a',
      evidence: 'e',
      rule: null,
      severity: 'critical',
      area: 'o',
      lawyerCheck: false,
    } as const;
    const template: ChecklistTemplate = {
      id: 'barnets-lov',
      edition: 1,
      title: 't',
      law: 'l',
      note: '',
      areas: [{ id: 'o', name: 'Område', short: 'O' }],
      sections: [{ title: 's', items: [item] }],
      rollUp: [{ outcome: 'met', words: 'w', when: {} }],
    };
    write(() => {
      tables.templates.put(template);
      tables.templates.put({ ...template, title: 'en anden' });
      tables.templates.put({ ...template, edition: 2, title: 'ny udgave' });
    });
    expect(tables.templates.get('barnets-lov', 1)).toEqual(template);
    expect(tables.templates.get('barnets-lov', 2)?.title).toBe('ny udgave');
    expect(tables.templates.get('barnets-lov', 3)).toBeUndefined();
  });

  it('sets, replaces and clears the words of a round', () => {
    const { tables, write } = roundWithCases();
    const words = { conclusion: 'Godt', works: ['a'], improve: [], recommendation: 'b' };
    expect(tables.words.get('round-1')).toBeUndefined();
    write(() => tables.words.set('round-1', { ...words, conclusion: 'før' }));
    write(() => tables.words.set('round-1', words));
    expect(tables.words.get('round-1')).toEqual(words);
    write(() => tables.words.set('round-1', null));
    expect(tables.words.get('round-1')).toBeUndefined();
  });
});
