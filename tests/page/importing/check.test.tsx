import { fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';

import type { ImportSummary } from '#shared/contract/importing.ts';
import type { ImportProblem } from '#shared/domain/importing/problem.ts';

import { demoSummary } from '../harness/demo-data.ts';
import { demoHandlers } from '../harness/demo-handlers.ts';
import { renderApp } from '../render-app.tsx';
import { chooseFile, files, readButton, route } from './importing-screen.ts';

async function read(part: Partial<ImportSummary>, problems: readonly ImportProblem[]) {
  const fake = renderApp(
    {
      ...demoHandlers('empty'),
      'importing.run': async () => demoSummary({ importId: 'x', ...part }),
      'importing.problems': async () => problems,
    },
    route,
    files,
  );
  await chooseFile();
  fireEvent.click(readButton());
  await screen.findByText(/linjer =/);
  return fake;
}

const dates = (column: string, count: number): ImportProblem[] =>
  Array.from({ length: count }, (_, index) => ({ row: index + 2, column, code: 'invalid-date', value: '31-02-2025' }));

describe('the check of an import', () => {
  it('groups by kind and column, and says how many of a long list are shown', async () => {
    await read(
      {
        rows: { total: 9_001, header: 1, blank: 0, accepted: 9_000, rejected: 0 },
        cases: 9_000,
        problemKinds: [
          { code: 'invalid-date', column: 'Modtaget', count: 4_300, listed: 1_000 },
          { code: 'invalid-date', column: 'Afsluttet', count: 2, listed: 2 },
        ],
      },
      [...dates('Modtaget', 1_000), ...dates('Afsluttet', 2)],
    );
    expect(screen.getByText('4.302 markerede celler i rækker, der er med.')).toBeTruthy();
    const long = await screen.findByRole('table', { name: /^Modtaget: Cellen er ikke en dato/ });
    expect(long.getAttribute('aria-rowcount')).toBe('1001');
    expect(within(long).getAllByRole('row').length).toBeLessThan(60);
    expect(screen.getByText('De første 1.000 af 4.300 vises her. Alle er talt med.')).toBeTruthy();
    const short = screen.getByRole('button', { name: /^Afsluttet: Cellen er ikke en dato.*2 gange/ });
    fireEvent.click(short);
    expect(await screen.findByRole('table', { name: /^Afsluttet:/ })).toBeTruthy();
  });

  it('lists the blank rows as ranges, and says how many places are not listed', async () => {
    await read(
      {
        rows: { total: 700, header: 1, blank: 281, accepted: 418, rejected: 0 },
        lines: {
          header: { ranges: [[1, 1]], more: 0 },
          blank: {
            ranges: [
              [2, 2],
              [1_005, 1_006],
            ],
            more: 12,
          },
        },
        problemKinds: [],
      },
      [],
    );
    fireEvent.click(screen.getByRole('button', { name: '281 tomme' }));
    expect(screen.getByText('Række 2, 1.005-1.006 og 12 steder til')).toBeTruthy();
  });

  it('saves the whole list as an Excel file', async () => {
    const fake = await read({}, []);
    fireEvent.click(screen.getByRole('button', { name: 'Gem listen (.xlsx)' }));
    expect(await screen.findByText('Gemt: kontrol-af-udtraek.xlsx')).toBeTruthy();
    expect(fake.inputsOf('importing.saveProblems')).toEqual([
      { importId: 'x', target: { ref: 'target', name: 'kontrol-af-udtraek.xlsx' } },
    ]);
  });

  it('says under which name the columns are remembered', async () => {
    await read({ mappingName: 'Nexus' }, []);
    expect(screen.getByText(/Valget af kolonner huskes som "Nexus"\./)).toBeTruthy();
  });
});
