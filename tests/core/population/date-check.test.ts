import { readFile } from 'node:fs/promises';

import { describe, expect, it, vi } from 'vitest';

import { createPopulationHandlers } from '#core/population/population-handlers.ts';
import type { StepProgress } from '#shared/contract/operation.ts';
import type { CaseRecord } from '#shared/domain/population/case.ts';

import { openpyxlMissing, readBack } from '../report/read-back.ts';
import { call as quiet, openWorkspace } from '../sampling/sampling-fixture.ts';
import { aCase, assessed, day } from '../../unit/sampling/a-case.ts';

const call = { ...quiet, report: () => undefined };
const cases: readonly CaseRecord[] = [
  aCase('S-1', { team: 'Nord', caseworker: 'Åse Hemmelig', child_name: 'Signe Prøve', ...assessed(6) }),
  aCase('S-2', { team: 'Syd', ...assessed(2) }),
  aCase('=S-3', { decision_date: day('2025-06-01'), legal_basis: '§ 32' }),
];

async function open(population = cases) {
  const workspace = await openWorkspace(population);
  return { ...workspace, handlers: createPopulationHandlers(workspace.ports, workspace.store, workspace.cache) };
}

describe('population.dateCheck', () => {
  it('gives every case one verdict for each rule', async () => {
    const { handlers } = await open();
    const check = await handlers['population.dateCheck']({ importId: 'import-1' }, call);
    expect(check).toMatchObject({ importId: 'import-1', asOf: '2026-01-15', cases: 3 });
    expect(check.lines.find(({ rule }) => rule === 'R07')).toEqual({
      rule: 'R07',
      kept: 1,
      broken: 1,
      missing: 1,
      unclear: 0,
      notRelevant: 0,
    });
    for (const { kept, broken, missing, unclear, notRelevant } of check.lines) {
      expect(kept + broken + missing + unclear + notRelevant).toBe(3);
    }
  });

  it('judges on today, also after midnight', async () => {
    const { handlers, ports } = await open([
      aCase('S-1', { awareness_date: day('2025-10-01'), bfu_start: day('2025-10-02') }),
    ]);
    const brokenOn = async (today: string) => {
      ports.setDay(today);
      const { lines } = await handlers['population.dateCheck']({ importId: 'import-1' }, call);
      return lines.find(({ rule }) => rule === 'R07')?.broken;
    };
    expect(await brokenOn('2026-02-01')).toBe(0);
    expect(await brokenOn('2026-02-02')).toBe(1);
  });

  it('says how far it is, stops for the last who waits, and begins anew', async () => {
    const many = Array.from({ length: 4_000 }, (_, index) => aCase(`S-${index}`, assessed(index % 8)));
    const { handlers } = await open(many);
    const check = handlers['population.dateCheck'];
    const said: StepProgress[] = [];
    const stop = new AbortController();
    const first = check({ importId: 'import-1' }, { signal: stop.signal, report: (step) => said.push(step) });
    const second = check({ importId: 'import-1' }, call);
    await vi.waitFor(() => expect(said).not.toHaveLength(0), { interval: 5, timeout: 5_000 });
    stop.abort(new Error('gone'));
    await expect(first).rejects.toThrow('gone');
    expect((await second).cases).toBe(4_000);
    expect(said[0]).toEqual({ done: 0, total: 4_000, label: 'checking' });
    const alone = new AbortController();
    const { handlers: fresh } = await open(many);
    const run = fresh['population.dateCheck'](
      { importId: 'import-1' },
      { signal: alone.signal, report: () => alone.abort(new Error('stop')) },
    );
    await expect(run).rejects.toThrow('stop');
    expect((await fresh['population.dateCheck']({ importId: 'import-1' }, call)).cases).toBe(4_000);
  });
});

describe.skipIf(openpyxlMissing() !== null)('population.saveDateCheck', () => {
  it('writes counts, the cases behind them and the method, and no name', async () => {
    const { handlers, ...workspace } = await open();
    const target = workspace.fileNamed('check.xlsx');
    expect(await handlers['population.saveDateCheck']({ importId: 'import-1', target }, call)).toEqual({
      name: 'check.xlsx',
    });
    const book = readBack(new Uint8Array(await readFile(workspace.pathOf('check.xlsx'))));
    expect(book.sheets.map(({ name }) => name)).toEqual(['Datokontrol', 'Sager', 'Metode']);
    const [summary, listed, method] = book.sheets.map(({ rows }) => rows);
    expect(summary?.find(([rule]) => rule === 'R07')?.slice(0, 10)).toEqual([
      'R07',
      'Undersøgelse afsluttet inden for 4 måneder',
      1,
      1,
      1,
      0,
      0,
      3,
      2,
      null,
    ]);
    expect(listed?.find(([id, , rule]) => id === 'S-1' && rule === 'R07')?.slice(0, 7)).toEqual([
      'S-1',
      'Nord',
      'R07',
      'Undersøgelse afsluttet inden for 4 måneder',
      'Ikke overholdt',
      62,
      'opmærksom på behov 01-01-2025\nbørnefaglig undersøgelse afsluttet 02-07-2025',
    ]);
    expect(listed?.some(([id]) => id === '=S-3')).toBe(true);
    const facts = Object.fromEntries((method ?? []).map(([label, value]) => [label, value]));
    expect(facts).toMatchObject({
      Fil: 'udtræk.xlsx',
      'Linjer i filen': '3 linjer = 1 overskrift + 0 tomme + 2 rækker + 0 afvist',
      Enhed: 'Sag: hver af de 3 sager tæller én gang for hvert krav',
    });
    expect(String(facts['Opgjort pr.'])).toContain('2026-01-15');
    expect(JSON.stringify(book)).not.toMatch(/Hemmelig|Signe/u);
    expect(book.sheets.every(({ types }) => types.flat().every((type) => type !== 'f'))).toBe(true);
  });
});
