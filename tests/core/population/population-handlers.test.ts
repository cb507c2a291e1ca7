import { describe, expect, it } from 'vitest';

import { inNumberOrder, sortLines, toLine } from '#core/population/list-cases.ts';
import { createPopulationHandlers } from '#core/population/population-handlers.ts';
import { populationOperations } from '#shared/contract/population.ts';
import type { CaseRecord } from '#shared/domain/population/case.ts';
import { dateCheckRules } from '#shared/domain/population/date-check.ts';

import { aCase, assessed, day } from '../../unit/sampling/a-case.ts';
import { passphrase } from '../store/store-fixture.ts';
import { call, openWorkspace } from '../sampling/sampling-fixture.ts';

const cases: readonly CaseRecord[] = [
  aCase('S-10', {
    team: 'Øst',
    caseworker: 'Åse Ø',
    opened: day('2025-02-01'),
    ...assessed(6),
    child_name: 'Signe Prøve',
  }),
  aCase('S-9', { team: 'Aarhus', caseworker: 'Bo B', opened: day('2025-01-01'), ...assessed(2) }),
  aCase('S-2', { team: 'Øst', caseworker: 'Carl C', status: 'Åben', cpr: '0101654321' }),
  aCase('N-1', { caseworker: 'Åse Ø', opened: day('2024-12-01'), ...assessed(7) }),
];

async function open(population = cases) {
  const workspace = await openWorkspace(population);
  const handlers = createPopulationHandlers(workspace.ports, workspace.store, workspace.cache);
  const list = async (input: object) => {
    const request = populationOperations['population.list'].input.parse({ importId: 'import-1', ...input });
    const { total, lines } = await handlers['population.list'](request, call);
    return { total, lines, ids: lines.map(({ id }) => id) };
  };
  return { ...workspace, handlers, list };
}

const refused = (code: string) => expect.objectContaining({ name: 'AppError', code });

describe('population.summary', () => {
  it('counts the cases, and asks no rule', async () => {
    const { handlers } = await open();
    expect(await handlers['population.summary']({ importId: 'import-1' }, call)).toMatchObject({
      cases: 4,
      teams: [
        { value: 'Øst', count: 2 },
        { value: 'Aarhus', count: 1 },
        { value: '(ikke oplyst)', count: 1 },
      ],
      statuses: [
        { value: 'Åben', count: 1 },
        { value: '(ikke oplyst)', count: 3 },
      ],
    });
  });
});

describe('population.list', () => {
  it('sorts the Danish way, numbers by size, missing values last in both directions', async () => {
    const { list } = await open();
    expect((await list({})).ids).toEqual(['N-1', 'S-2', 'S-9', 'S-10']);
    expect((await list({ descending: true })).ids).toEqual(['S-10', 'S-9', 'S-2', 'N-1']);
    expect((await list({ sort: 'team' })).ids).toEqual(['S-2', 'S-10', 'S-9', 'N-1']);
    expect((await list({ sort: 'team', descending: true })).ids).toEqual(['S-9', 'S-2', 'S-10', 'N-1']);
    expect((await list({ sort: 'caseworker' })).ids).toEqual(['S-9', 'S-2', 'N-1', 'S-10']);
    expect((await list({ sort: 'opened' })).ids).toEqual(['N-1', 'S-9', 'S-10', 'S-2']);
  });

  it('searches case number, team and caseworker, and nothing else', async () => {
    const { list } = await open();
    expect((await list({ search: ' s-1' })).ids).toEqual(['S-10']);
    expect((await list({ search: 'øST' })).ids).toEqual(['S-2', 'S-10']);
    expect((await list({ search: 'A\u030Ase' })).ids).toEqual(['N-1', 'S-10']);
    expect((await list({ search: 'Signe' })).total).toBe(0);
    expect((await list({ search: '0101654321' })).total).toBe(0);
  });

  it('narrows to a team, to cases without one, and to broken deadlines', async () => {
    const { list } = await open();
    expect((await list({ team: 'Øst' })).ids).toEqual(['S-2', 'S-10']);
    expect((await list({ team: '(ikke oplyst)' })).ids).toEqual(['N-1']);
    expect((await list({ brokenRule: 'R07' })).ids).toEqual(['N-1', 'S-10']);
    expect((await list({ brokenRule: 'R07', team: 'Øst' })).ids).toEqual(['S-10']);
    expect((await list({ brokenRule: 'R99' })).ids).toEqual([]);
    expect((await list({ rule: 'constructor', verdict: 'kept' })).ids).toEqual([]);
  });

  it('opens every count of the date check, with the dates used and the days over the limit', async () => {
    const { list } = await open();
    expect((await list({ rule: 'R07', verdict: 'kept' })).ids).toEqual(['S-9']);
    expect((await list({ rule: 'R07', verdict: 'missing' })).ids).toEqual(['S-2']);
    expect((await list({ rule: 'R10', verdict: 'missing' })).ids).toEqual(['N-1', 'S-2', 'S-9', 'S-10']);
    const { lines } = await list({ rule: 'R07', sort: 'opened', descending: true });
    expect(lines.map(({ id, finding }) => [id, finding?.exceededBy])).toEqual([
      ['S-10', 62],
      ['N-1', 93],
    ]);
    expect((await list({ rule: 'R07', sort: 'days' })).ids).toEqual(['S-10', 'N-1']);
    expect((await list({ rule: 'R07', sort: 'days', descending: true })).ids).toEqual(['N-1', 'S-10']);
    expect((await list({ sort: 'days', descending: true })).ids).toEqual(['N-1', 'S-2', 'S-9', 'S-10']);
    expect(lines[0]?.finding).toMatchObject({ rule: 'R07', verdict: 'no', dates: [{}, {}] });
    expect((await list({})).lines[0]).not.toHaveProperty('finding');
  });

  it('gives a page of lines and the whole count, without names and CPR numbers', async () => {
    const { list } = await open();
    const { total, ids, lines } = await list({ offset: 1, limit: 2 });
    expect([total, ids]).toEqual([4, ['S-2', 'S-9']]);
    expect(JSON.stringify(lines)).not.toMatch(/0101654321|Signe/u);
    expect(lines[0]).toEqual(toLine(cases[2]!));
  });

  it('keeps lines of equal value in the order of their numbers', async () => {
    const unsorted = ['7', '10', '1', '2'].map((id) => toLine(aCase(id, { team: 'Nord' })));
    const lines = await inNumberOrder(unsorted, call.signal);
    const sorted = await sortLines(lines, 'team', true, call.signal);
    expect(sorted.map(({ id }) => id)).toEqual(['1', '2', '7', '10']);
  });
});

describe('population.case and the cache', () => {
  it('gives the whole case, and refuses what is not there', async () => {
    const { handlers } = await open();
    const get = handlers['population.case'];
    const found = await get({ importId: 'import-1', caseId: 'S-2' }, call);
    expect(found).toMatchObject({ ...cases[2], asOf: '2026-01-15' });
    expect(found.findings.map(({ rule }) => rule)).toEqual([...dateCheckRules]);
    await expect(get({ importId: 'import-1', caseId: 'S-3' }, call)).rejects.toEqual(refused('invalid-input'));
    await expect(get({ importId: 'import-2', caseId: 'S-2' }, call)).rejects.toEqual(refused('import-not-found'));
  });

  it('reads a population once, and forgets it when told or locked', async () => {
    const { cache, store } = await open();
    const first = await cache.load('import-1');
    expect(await cache.load('import-1')).toBe(first);
    cache.forget();
    const second = await cache.load('import-1');
    expect(second).not.toBe(first);
    await store.lock();
    await expect(cache.load('import-1')).rejects.toEqual(refused('workspace-locked'));
    await store.unlock(passphrase);
    expect(await cache.load('import-1')).not.toBe(second);
  });

  it('does not keep a failure', async () => {
    const { cache, store } = await open();
    await store.removePopulation('import-1');
    await expect(cache.load('import-1')).rejects.toEqual(refused('population-deleted'));
    await store.writePopulation({ importId: 'import-1', cases });
    expect((await cache.load('import-1')).cases).toHaveLength(4);
  });
});
