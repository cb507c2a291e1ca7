import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { comparePopulations } from '#core/population/compare-populations.ts';
import { createPopulationHandlers } from '#core/population/population-handlers.ts';
import { casesByMark, markReviewed } from '#core/population/reviewed-before.ts';
import { open, readHeader } from '#core/store/envelope.ts';
import { unwrapWithPassphrase } from '#core/store/key-slots.ts';
import { loadSql } from '#core/store/load-sql.ts';
import { caseMark, markLength } from '#core/store/marks.ts';
import { populationKey } from '#core/store/tables/population-keys.ts';
import { loadDatabase } from '#core/store/workspace-database.ts';
import type { CaseRecord } from '#shared/domain/population/case.ts';

import { aCase } from '../../unit/sampling/a-case.ts';
import { addPopulation, call as quiet, openWorkspace } from '../sampling/sampling-fixture.ts';
import { knownCpr, knownName, passphrase } from '../store/store-fixture.ts';

const call = { ...quiet, report: () => undefined };
const number = (index: number): string => `BUF-${7000 + index}`;
const cases: readonly CaseRecord[] = Array.from({ length: 40 }, (_, index) =>
  aCase(number(index), { team: 'Team Hemmelig', child_name: knownName, cpr: knownCpr, caseworker: 'Åse Tavs' }),
);
const secret = /BUF-70|Signe Syntetisk|010115-?9999|Åse Tavs|Team Hemmelig/u;

/** A workspace that has had an import, reviewed three of its cases, and deleted it. */
async function afterDeletion() {
  const workspace = await openWorkspace(cases);
  const { store, ports } = workspace;
  await store.change({ kind: 'review.closed', target: 'review-1' }, (tables) => {
    for (const index of [0, 1, 2]) markReviewed(tables, number(index), '2026-01-10T10:00:00.000Z');
  });
  await store.removePopulation('import-1');
  return { ...workspace, folder: ports.workspaceFolder };
}

function filesUnder(folder: string): readonly string[] {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name));
  return paths.filter((path) => statSync(path).isFile());
}

/** What is in the workspace's file and in the marks of an import, once decrypted. */
async function decrypted(folder: string): Promise<{ readonly database: Buffer; readonly marks: Buffer }> {
  const bytes = readFileSync(join(folder, 'tilsyn.ltdb'));
  const { keySlots, fileId } = readHeader(bytes, bytes.length);
  const key = await unwrapWithPassphrase(keySlots, passphrase, fileId);
  const sealed = readFileSync(join(folder, 'marks', 'import-1.ltdb'));
  const database = open(bytes, key).plaintext;
  // A copy: what is loaded is overwritten when it is closed.
  const loaded = loadDatabase(await loadSql(), Buffer.from(database));
  const markKey = populationKey(loaded.statements, 'import-1', 'marks');
  expect(populationKey(loaded.statements, 'import-1', 'cases')).toBeUndefined();
  loaded.close();
  return { database, marks: open(sealed, markKey!).plaintext };
}

describe('what is left of deleted cases', () => {
  it('names no case and no person, neither decrypted nor on the disk', async () => {
    const { store, folder } = await afterDeletion();
    await store.lock();
    const { database, marks } = await decrypted(folder);
    expect(marks).toHaveLength(cases.length * 2 * markLength);
    for (const encoding of ['utf8', 'latin1', 'utf16le'] as const) {
      expect(marks.toString(encoding)).not.toMatch(secret);
      expect(database.toString(encoding)).not.toMatch(secret);
    }
    expect(database.toString('utf8')).toContain('udtræk.xlsx');
    for (const path of filesUnder(folder)) {
      expect(`${path} ${readFileSync(path).toString('latin1')}`).not.toMatch(secret);
    }
  });

  it('would be found if it were there', async () => {
    const { store, ports } = await openWorkspace(cases);
    await store.change({ kind: 'test', target: number(0) }, () => undefined);
    await store.removePopulation('import-1');
    await store.lock();
    expect((await decrypted(ports.workspaceFolder)).database.toString('utf8')).toMatch(secret);
  });

  it('compares the next list: one field of one case is enough, and reviewed cases are known', async () => {
    const { store, ports, cache } = await afterDeletion();
    const next = [
      ...cases
        .slice(5)
        .map((each, index) => (index === 0 ? aCase(each.id, { ...each.values, status: 'Lukket' }) : each)),
      ...cases.slice(0, 2),
      aCase('BUF-9000'),
    ];
    await addPopulation(store, next, 'import-2');
    const compare = createPopulationHandlers(ports, store, cache)['population.compare'];
    expect(await compare({ importId: 'import-2' }, call)).toMatchObject({
      earlier: { importId: 'import-1' },
      fresh: { count: 1, caseIds: ['BUF-9000'] },
      gone: { count: 3, caseIds: [] },
      changed: { count: 1, caseIds: [number(5)] },
      changedFields: null,
      reviewed: { count: 2, cases: [{ caseId: number(0) }, { caseId: number(1) }] },
    });
  });

  it('recognises nothing under another key', async () => {
    const { store } = await afterDeletion();
    const marks = (await store.readMarks('import-1')) ?? new Map<string, string>();
    const wrong = new Uint8Array(32).fill(1);
    const found = await comparePopulations(cases, { kind: 'marks', marks, key: wrong }, call);
    expect([found.shared, found.fresh.size, found.gone]).toEqual([0, cases.length, cases.length]);
    const other = await openWorkspace(cases);
    expect(await casesByMark(other.store, cases, call)).toEqual(new Map());
    await other.store.change({ kind: 'test', target: 'x' }, (tables) => tables.marks.ensureKey());
    const byMark = await casesByMark(other.store, cases, call);
    const reviewed = [...store.read((tables) => tables.marks.reviewed()).keys()];
    expect(reviewed.filter((mark) => byMark.has(mark))).toEqual([]);
    const own = await casesByMark(store, cases, call);
    expect(new Set(reviewed.map((mark) => own.get(mark)))).toEqual(new Set([0, 1, 2].map(number)));
    expect(own.get(caseMark(wrong, number(0)).toString('hex'))).toBeUndefined();
  });
});
