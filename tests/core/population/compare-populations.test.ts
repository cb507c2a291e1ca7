import { describe, expect, it } from 'vitest';

import { comparePopulations } from '#core/population/compare-populations.ts';
import { createPopulationHandlers } from '#core/population/population-handlers.ts';
import { markReviewed } from '#core/population/reviewed-before.ts';
import { caseMark, contentMark } from '#core/store/marks.ts';
import { populationOperations } from '#shared/contract/population.ts';
import type { CaseRecord } from '#shared/domain/population/case.ts';

import { aCase, aPlan, day } from '../../unit/sampling/a-case.ts';
import { addPopulation, call as quiet, openWorkspace } from '../sampling/sampling-fixture.ts';
import { fc } from '../../support/fast-check.ts';

const call = { ...quiet, report: () => undefined };
const earlier: readonly CaseRecord[] = [
  aCase('S-1', { team: 'Nord' }),
  aCase('S-2', { team: 'Nord', opened: day('2025-01-01') }),
  aCase('S-3'),
  aCase('S-4'),
];
const later: readonly CaseRecord[] = [
  aCase('S-1', { team: 'Nord' }),
  aCase('S-2', { team: 'Syd', opened: day('2025-01-02') }),
  { ...aCase('S-3'), activities: [{ row: 9, values: { followup_dates: [day('2025-02-01')] } }] },
  aCase('S-10'),
  aCase('S-9'),
];

async function twoLists() {
  const workspace = await openWorkspace(earlier);
  await addPopulation(workspace.store, later, 'import-2');
  const handlers = createPopulationHandlers(workspace.ports, workspace.store, workspace.cache);
  const list = async (input: object) => {
    const request = populationOperations['population.list'].input.parse({ importId: 'import-2', ...input });
    return (await handlers['population.list'](request, quiet)).lines;
  };
  return { ...workspace, handlers, list, compare: handlers['population.compare'] };
}

describe('population.compare', () => {
  it('says what is new, gone and changed since the list before, and in which fields', async () => {
    const { compare, list } = await twoLists();
    expect(await compare({ importId: 'import-2' }, call)).toEqual({
      importId: 'import-2',
      earlier: { importId: 'import-1', fileName: 'udtræk.xlsx', importedAt: expect.any(String) },
      fresh: { count: 2, caseIds: ['S-9', 'S-10'] },
      gone: { count: 1, caseIds: ['S-4'] },
      changed: { count: 2, caseIds: ['S-2', 'S-3'] },
      changedFields: [
        { field: 'team', count: 1 },
        { field: 'opened', count: 1 },
        { field: 'activities', count: 1 },
      ],
      reviewed: { count: 0, cases: [] },
    });
    expect((await list({ since: 'fresh' })).map(({ id }) => id)).toEqual(['S-9', 'S-10']);
    expect((await list({ since: 'changed', search: 's-2' })).map(({ id }) => id)).toEqual(['S-2']);
  });

  it('counts the same from the marks when the earlier cases are deleted', async () => {
    const { compare, store } = await twoLists();
    await store.removePopulation('import-1');
    expect(await compare({ importId: 'import-2' }, call)).toMatchObject({
      fresh: { count: 2 },
      gone: { count: 1, caseIds: [] },
      changed: { count: 2, caseIds: ['S-2', 'S-3'] },
      changedFields: null,
    });
  });

  it('has nothing to compare the first list with, nor one that shares no case', async () => {
    const { compare, store, handlers } = await twoLists();
    expect(await compare({ importId: 'import-1' }, call)).toMatchObject({ earlier: null, fresh: { count: 0 } });
    await addPopulation(store, [aCase('Andet-1')], 'import-3');
    expect(await handlers['population.compare']({ importId: 'import-3' }, call)).toMatchObject({ earlier: null });
    const named = await compare({ importId: 'import-3', earlierId: 'import-1' }, call);
    expect(named).toMatchObject({ fresh: { count: 1 }, gone: { count: 4 } });
    const unknown = compare({ importId: 'import-2', earlierId: 'import-9' }, call);
    await expect(unknown).rejects.toMatchObject({ code: 'import-not-found' });
  });

  it('knows cases that were reviewed before, also in the plan, by their marks alone', async () => {
    const { compare, store, list, sampling } = await twoLists();
    await store.change({ kind: 'review.closed', target: 'x' }, (tables) => {
      markReviewed(tables, 'S-9', '2026-01-10T10:00:00.000Z');
      markReviewed(tables, 'S-4', '2026-01-11T10:00:00.000Z');
      markReviewed(tables, 'S-1', '2024-01-11T10:00:00.000Z');
    });
    const { reviewed } = await compare({ importId: 'import-2' }, call);
    expect(reviewed).toEqual({
      count: 2,
      cases: [
        { caseId: 'S-1', closedAt: '2024-01-11T10:00:00.000Z' },
        { caseId: 'S-9', closedAt: '2026-01-10T10:00:00.000Z' },
      ],
    });
    expect((await list({ since: 'reviewed' })).map(({ id, reviewedAt }) => [id, reviewedAt?.slice(0, 4)])).toEqual([
      ['S-1', '2024'],
      ['S-9', '2026'],
    ]);
    const plan = aPlan({ parts: [{ kind: 'random', size: 2 }], exclude: { reviewedWithinMonths: 12 } });
    const preview = await sampling['sampling.preview']({ importId: 'import-2', plan }, quiet);
    expect(preview.parts[0]?.frameSize).toBe(4);
  });
});

describe('comparePopulations', () => {
  const aList = fc
    .uniqueArray(fc.tuple(fc.integer({ min: 1, max: 12 }), fc.constantFrom('Nord', 'Syd')), { selector: ([id]) => id })
    .map((rows) => rows.map(([id, team]) => aCase(`S-${id}`, { team })));
  const key = new Uint8Array(32).fill(3);

  it('finds the same by marks as by cases, and every case is in exactly one group', async () => {
    await fc.assert(
      fc.asyncProperty(aList, aList, async (before, after) => {
        const marks = new Map(
          before.map((each) => [caseMark(key, each.id).toString('hex'), contentMark(key, each).toString('hex')]),
        );
        const byCases = await comparePopulations(after, { kind: 'cases', cases: before }, call);
        const byMarks = await comparePopulations(after, { kind: 'marks', marks, key }, call);
        expect({ ...byMarks, goneIds: [], fields: null }).toEqual({ ...byCases, goneIds: [], fields: null });
        expect(byCases.goneIds.length).toBe(byCases.gone);
        expect(byCases.shared + byCases.gone).toBe(before.length);
        expect(byCases.shared + byCases.fresh.size).toBe(after.length);
      }),
      { numRuns: 60 },
    );
  });

  it('stops when it is told to', async () => {
    const stop = new AbortController();
    const many = Array.from({ length: 30_000 }, (_, index) => aCase(`S-${index}`));
    const run = comparePopulations(
      many,
      { kind: 'cases', cases: many },
      { signal: stop.signal, report: () => undefined },
    );
    stop.abort(new Error('enough'));
    await expect(run).rejects.toThrow('enough');
  });
});
