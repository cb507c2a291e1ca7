import { describe, expect, it } from 'vitest';

import { inNumberOrder, sortLines, toLine } from '#core/population/list-cases.ts';
import { createPopulationHandlers } from '#core/population/population-handlers.ts';
import { populationOperations } from '#shared/contract/population.ts';
import type { CaseRecord } from '#shared/domain/population/case.ts';

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
  it('counts the cases and what the four-month rule says of them', async () => {
    const { handlers } = await open();
    const summary = await handlers['population.summary']({ importId: 'import-1' }, call);
    expect(summary).toMatchObject({
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
    expect(summary.signals.map(({ rule }) => rule)).toEqual(['R01', 'R02', 'R07', 'R09', 'R14', 'R15', 'R19']);
    expect(summary.signals.find(({ rule }) => rule === 'R07')).toMatchObject({ kept: 1, broken: 2 });
    for (const { kept, broken, unclear, missing, notRelevant } of summary.signals) {
      expect(kept + broken + unclear + missing + notRelevant).toBe(4);
    }
  });

  it('judges on today, also after midnight', async () => {
    const unfinished = [aCase('S-1', { awareness_date: day('2025-10-01'), bfu_start: day('2025-10-02') })];
    const { handlers, ports } = await open(unfinished);
    const brokenOn = async (today: string) => {
      ports.setDay(today);
      const { signals } = await handlers['population.summary']({ importId: 'import-1' }, call);
      return signals.find(({ rule }) => rule === 'R07')?.broken;
    };
    expect(await brokenOn('2026-02-01')).toBe(0);
    expect(await brokenOn('2026-02-02')).toBe(1);
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
  });

  it('gives a page of lines and the whole count, without names and CPR numbers', async () => {
    const { list } = await open();
    const { total, ids, lines } = await list({ offset: 1, limit: 2 });
    expect([total, ids]).toEqual([4, ['S-2', 'S-9']]);
    expect(JSON.stringify(lines)).not.toMatch(/0101654321|Signe/u);
    expect(lines[0]).toEqual(toLine(cases[2]!));
  });

  it('keeps lines of equal value in the order of their numbers', () => {
    const lines = inNumberOrder(['7', '10', '1', '2'].map((id) => toLine(aCase(id, { team: 'Nord' }))));
    expect(sortLines(lines, 'team', true).map(({ id }) => id)).toEqual(['1', '2', '7', '10']);
  });
});

describe('population.case and the cache', () => {
  it('gives the whole case, and refuses what is not there', async () => {
    const { handlers } = await open();
    const get = handlers['population.case'];
    expect(await get({ importId: 'import-1', caseId: 'S-2' }, call)).toEqual(cases[2]);
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
