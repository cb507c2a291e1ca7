import { describe, expect, it } from 'vitest';

import { auditTarget, readableTargets } from '#core/store/audit-target.ts';
import type { Exchange, RoundOrigin } from '#core/store/exchange-rows.ts';
import { loadSql } from '#core/store/load-sql.ts';
import { deleteImportRows, deleteRoundRows, importsOnlyOf } from '#core/store/round-rows.ts';
import { whole } from '#core/store/statements.ts';
import { workspaceTables } from '#core/store/tables/workspace-tables.ts';
import { openDatabase, type WorkspaceDatabase } from '#core/store/workspace-database.ts';

import { aRound, aSampleCase, anImport } from '../store/store-fixture.ts';
import { fc } from '../../support/fast-check.ts';

const random = { bytes: (length: number) => new Uint8Array(length).fill(7) };

async function database(caseIds: readonly string[]): Promise<WorkspaceDatabase> {
  const opened = openDatabase(await loadSql(), null);
  const tables = workspaceTables(opened.statements, random);
  opened.inTransaction(() => {
    tables.imports.add(anImport());
    for (const id of ['round-1', 'round-2']) {
      tables.rounds.add(
        aRound(id),
        caseIds.map((caseId) => aSampleCase(caseId, {}, id)),
      );
    }
  });
  return opened;
}

const keys = { returnKey: 'cmV0dXJu', recognitionKey: 'cmVjb2duaXNl' };
const anOrigin: RoundOrigin = {
  role: 'received',
  unit: 'Nord',
  exchangeId: 'exchange-0',
  sourceRoundId: 'round-0',
  head: 'Leder',
  recordHash: 'aa',
  packages: [],
  keys,
  firstReaders: { 'case-1': 'Første Læser' },
  caseKeys: {},
  imported: null,
};

function anExchange(roundId: string): Exchange {
  const sent = { kind: 'cases' as const, unit: 'Nord', head: 'Leder', sentAt: '2026-01-15T09:00:00.000Z' };
  return { exchangeId: `exchange-of-${roundId}`, roundId, ...sent, caseIds: ['case-1'], keys, received: [] };
}

describe('deleteRoundRows', () => {
  it('leaves no row in any table that has a column for the round, and none in the change log about it', async () => {
    const opened = await database(['case-1']);
    const { statements } = opened;
    const tables = workspaceTables(statements, random);
    const action = {
      id: 'action-1',
      roundId: 'round-1',
      caseId: 'case-1',
      itemId: null,
      kind: 'case' as const,
      text: 'Ring',
      owner: 'Ejer',
      due: null,
      critical: false,
      created: '2026-01-15',
      done: null,
      category: null,
      measured: null,
    };
    const log = (target: string): void =>
      statements.run("INSERT INTO change_log (at, who, kind, target, after) VALUES ('', '', 'x', ?, 'y')", [target]);
    const at = '2026-01-15T09:00:00.000Z';
    opened.inTransaction(() => {
      for (const roundId of ['round-1', 'round-2']) {
        tables.reviews.setAnswer(roundId, 'case-1', { itemId: 'i', value: 'yes', note: 'n', evidence: '' }, at);
        tables.conversations.set(roundId, 'case-1', { held: null, praise: 'p', agreement: '', due: null });
        tables.conversations.setComment(roundId, 'case-1', 'i', { stance: 'agree', text: 'c' });
        tables.secondReadings.set(roundId, { seed: 's', caseIds: ['case-1'], drawnAt: at } as never);
        tables.words.set(roundId, { conclusion: 'w', works: [], improve: [], recommendation: '' });
        tables.origins.set(roundId, anOrigin);
        tables.exchanges.put(anExchange(roundId));
        tables.versions.put(roundId, 'case/case-1', ['x']);
        tables.goodPractice.put({ roundId, caseId: 'case-1', itemId: 'i', what: 'w', why: '', ask: '', hidden: false });
      }
      tables.actions.put(action);
      tables.actions.put({ ...action, id: 'action-2', roundId: 'round-2' });
      ['round-1', 'round-1/case-1', 'round-1/case-1/i', 'action-1', 'round-2/case-1', 'action-2', 'round-10'].forEach(
        log,
      );
    });
    const named = statements
      .all("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE '%round_id%'")
      .map(({ name }) => String(name))
      .filter((name) => name !== 'deletions' && name !== 'set_words');
    const rowsOf = (roundId: string) =>
      named.map((name) =>
        whole(statements.first(`SELECT count(*) AS n FROM ${name} WHERE round_id = ?`, [roundId])!, 'n'),
      );
    expect(named.length).toBeGreaterThan(9);
    expect(rowsOf('round-1').every((rows) => rows > 0)).toBe(true);
    const others = rowsOf('round-2');

    opened.inTransaction(() => deleteRoundRows(statements, 'round-1'));

    expect(rowsOf('round-1')).toEqual(named.map(() => 0));
    expect(rowsOf('round-2')).toEqual(others);
    const targets = statements.all('SELECT target FROM change_log ORDER BY number').map(({ target }) => target);
    expect(targets).toEqual(['round-2/case-1', 'action-2', 'round-10']);
    opened.inTransaction(() => deleteRoundRows(statements, 'round-2'));
    opened.inTransaction(() => deleteImportRows(statements, 'import-1'));
    expect(tables.imports.list()).toEqual([]);
  });

  it('takes the words along that were written over it together with other rounds, and no others', async () => {
    const opened = await database([]);
    const { statements } = opened;
    const { words } = workspaceTables(statements, random);
    const written = { conclusion: 'w', works: [], improve: [], recommendation: '' };
    const sets = [
      ['round-1', 'round-2'],
      ['round-3', 'round-1'],
      ['round-0', 'round-1', 'round-2'],
    ];
    const others = [
      ['round-10', 'round-2'],
      ['round-2', 'a-round-1'],
    ];
    opened.inTransaction(() => [...sets, ...others].forEach((rounds) => words.setOfSet(rounds, written)));
    opened.inTransaction(() => deleteRoundRows(statements, 'round-1'));
    expect(sets.map((rounds) => words.getOfSet(rounds))).toEqual(sets.map(() => undefined));
    expect(others.map((rounds) => words.getOfSet(rounds.toReversed()))).toEqual(others.map(() => written));
  });

  it('takes the row along that stood for an import in another workspace, when no round is left of it', async () => {
    const opened = await database([]);
    const { statements } = opened;
    const tables = workspaceTables(statements, random);
    const elsewhere = anImport('import-elsewhere');
    opened.inTransaction(() => {
      tables.imports.add({ ...elsewhere, here: false });
      for (const id of ['round-3', 'round-4']) tables.rounds.add(aRound(id, 'import-elsewhere'), []);
    });
    const rows = () => statements.all("SELECT import_id FROM imports WHERE import_id = 'import-elsewhere'").length;
    expect(tables.imports.list().map(({ importId }) => importId)).toEqual(['import-1']);
    expect(tables.imports.get('import-elsewhere')).toBeUndefined();
    expect(importsOnlyOf(statements, 'round-3')).toEqual([]);
    opened.inTransaction(() => deleteRoundRows(statements, 'round-3'));
    expect(rows()).toBe(1);
    opened.inTransaction(() => deleteRoundRows(statements, 'round-4'));
    expect(rows()).toBe(0);
    expect(importsOnlyOf(statements, 'round-1')).toEqual([]);
  });
});

describe('a case in the audit log', () => {
  it('stands as a mark that is read back while its round is there, whatever the case number looks like', async () => {
    const word = fc.string({ minLength: 3, maxLength: 20, unit: 'grapheme' }).filter((id) => !/^[0-9a-f]+$/.test(id));
    const part = fc.constantFrom('/', '#', '', '/2', ' ');
    const ids = fc.uniqueArray(
      fc.tuple(word, part, word).map((pieces) => pieces.join('')),
      { minLength: 1, maxLength: 4 },
    );
    await fc.assert(
      fc.asyncProperty(ids, fc.constantFrom('', '#2', '/journal'), async (caseIds, rest) => {
        const opened = await database(caseIds);
        const { statements } = opened;
        const readable = readableTargets(statements);
        const stored = caseIds.map((caseId) => auditTarget(statements, `round-1/${caseId}${rest}`));
        expect(stored.map(readable)).toEqual(caseIds.map((caseId) => `round-1/${caseId}${rest}`));
        stored.forEach((target, index) => expect(target).not.toContain(caseIds[index]));
        opened.inTransaction(() => deleteRoundRows(statements, 'round-1'));
        expect(stored.map(readableTargets(statements))).toEqual(stored);
        opened.close();
      }),
      { numRuns: 25 },
    );
  });

  it('does not change the id of a round, of an import, of a template or the kind of a report', async () => {
    const { statements } = await database(['case-1']);
    for (const target of ['round-1', 'import-1', 'barnets-lov/2', 'practice/p/i', 'round-1/administrative']) {
      expect(auditTarget(statements, target)).toBe(target);
    }
    expect(auditTarget(statements, 'round-1/ukendt sag')).toMatch(/^round-1\/[0-9a-f]{16}$/);
    expect(auditTarget(statements, 'round-1/case-1')).not.toBe(auditTarget(statements, 'round-2/case-1'));
  });
});
