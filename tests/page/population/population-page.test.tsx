import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';

import { AppError } from '#shared/contract/errors.ts';

import { demoHandlers } from '../harness/demo-handlers.ts';
import { renderApp } from '../render-app.tsx';

const route = { page: 'population', params: {} } as const;

describe('Sager', () => {
  it('sends one to fetch an export when there is none', async () => {
    renderApp(demoHandlers('empty'), route);
    fireEvent.click(await screen.findByRole('button', { name: 'Hent udtræk' }));
    await screen.findByRole('heading', { level: 1, name: 'Udtræk' });
  });

  it('counts teams and says what the dates say, with the number of cases each figure is of', async () => {
    renderApp(demoHandlers('month'), route);
    const teams = await screen.findByRole('region', { name: 'Team' });
    expect(within(teams).getAllByRole('listitem')[0]!.textContent).toBe('Modtagelsen117');
    const header = await screen.findByRole('rowheader', { name: /Undersøgelse afsluttet inden for 4 måneder/ });
    expect(header.textContent).toContain('barnets lov § 20, stk. 3');
    const cells = [...header.closest('tr')!.querySelectorAll('td')].map(({ textContent }) => textContent);
    expect(cells).toEqual(['96', '31', '8', '14', '271', '76\u00a0% af 127']);
    const few = screen.getByRole('rowheader', { name: /To personrettede tilsyn/ }).closest('tr')!;
    expect(few.lastElementChild!.textContent).toBe('n = 7');
    expect(few.textContent).toContain('bør kontrolleres af jurist');
    expect(screen.getByText(/Opfølgning på lovmedholdelighed/)).toBeTruthy();
  });

  it('keeps requirements that concern no case out of the way until they are asked for', async () => {
    renderApp(demoHandlers('month'), route);
    const fold = await screen.findByRole('button', { name: 'Vis 13 krav, som ingen sager er omfattet af' });
    expect(screen.queryByRole('rowheader', { name: /Ungeplan/ })).toBeNull();
    fireEvent.click(fold);
    expect(screen.getByRole('rowheader', { name: /Ungeplan fra 16 år/ })).toBeTruthy();
  });

  it('searches, filters and sorts in the core, and says how many were found', async () => {
    const fake = renderApp(demoHandlers('month'), route);
    await screen.findByText('420 af 420 sager');
    fireEvent.change(screen.getByLabelText('Søg'), { target: { value: 'ungestøtte' } });
    await screen.findByText('84 af 420 sager');
    fireEvent.change(screen.getByRole('combobox', { name: 'Team' }), { target: { value: 'Team Nord' } });
    fireEvent.click(screen.getByRole('button', { name: 'Oprettet' }));
    await waitFor(() =>
      expect(fake.inputsOf('population.list').at(-1)).toMatchObject({
        search: 'ungestøtte',
        team: 'Team Nord',
        sort: 'opened',
        descending: false,
        offset: 0,
      }),
    );
    fireEvent.change(screen.getByLabelText('Søg'), { target: { value: 'findes ikke' } });
    expect(await screen.findByText('Ingen sager passer. Fjern en del af søgningen.')).toBeTruthy();
  });

  it('opens the cases behind every count, with the dates used and the days over the limit, and all again', async () => {
    const fake = renderApp(demoHandlers('month'), route);
    await screen.findByText('420 af 420 sager');
    const name = 'Vis 31 sager: Undersøgelse afsluttet inden for 4 måneder, ikke overholdt';
    fireEvent.click(await screen.findByRole('button', { name }));
    expect(await screen.findByText('Kun: Undersøgelse afsluttet inden for 4 måneder, ikke overholdt')).toBeTruthy();
    await screen.findByText('12 af 420 sager');
    expect(fake.inputsOf('population.list').at(-1)).toMatchObject({ rule: 'R07', verdict: 'broken' });
    expect(fake.inputsOf('population.list').at(-1)).toMatchObject({ sort: 'days', descending: true });
    const row = screen.getByRole('button', { name: '2025-00012' }).closest('[role="row"], tr')!;
    expect(row.textContent).toContain('opmærksom på behov 03-02-2025');
    expect(row.textContent).toContain('frist 03-06-2025');
    expect(row.textContent).toContain('47');
    fireEvent.click(screen.getByRole('button', { name: 'Dage over' }));
    await waitFor(() =>
      expect(fake.inputsOf('population.list').at(-1)).toMatchObject({ sort: 'days', descending: false }),
    );
    fireEvent.click(
      screen.getByRole('button', { name: 'Vis 8 sager: Undersøgelse afsluttet inden for 4 måneder, mangler dato' }),
    );
    await waitFor(() => expect(fake.inputsOf('population.list').at(-1)).toMatchObject({ verdict: 'missing' }));
    expect(fake.inputsOf('population.list').at(-1)).toMatchObject({ sort: 'id', descending: false });
    expect(screen.queryByRole('button', { name: 'Dage over' })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Vis alle igen' }));
    await screen.findByText('420 af 420 sager');
  });

  it('saves the check as a workbook named by its day', async () => {
    const fake = renderApp(demoHandlers('month'), route);
    fireEvent.click(await screen.findByRole('button', { name: 'Gem som Excel' }));
    expect(await screen.findByText('Gemt: Datokontrol-2025-11-21.xlsx')).toBeTruthy();
    expect(fake.inputsOf('population.saveDateCheck')).toMatchObject([
      { target: { name: 'Datokontrol-2025-11-21.xlsx' } },
    ]);
  });

  it('shows how far the check is, stops it, and begins again', async () => {
    let calls = 0;
    const { 'population.dateCheck': check, ...others } = demoHandlers('month');
    renderApp(
      {
        ...others,
        'population.dateCheck': (input, call) => {
          calls += 1;
          if (calls > 1) return check!(input, call);
          call.report({ done: 2000, total: 100_000, label: 'checking' });
          return new Promise((_, reject) =>
            call.signal.addEventListener('abort', () => reject(new AppError('cancelled', 'test'))),
          );
        },
      },
      route,
    );
    await screen.findByText('2.000 af 100.000');
    fireEvent.click(screen.getByRole('button', { name: 'Annuller' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Kontrollér datoerne' }));
    await screen.findByRole('rowheader', { name: /4 måneder/ });
  });

  it('says what has happened since the list before, and opens each', async () => {
    const fake = renderApp(demoHandlers('month'), route);
    expect(await screen.findByText('Siden sidste liste (eksempel-sager.csv, 20-10-2025 kl. 13.05):')).toBeTruthy();
    expect(screen.getByText(/Ændret i: status \(120\), team \(91\)/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '31 nye' }));
    await screen.findByText('Kun: nye sager');
    expect(fake.inputsOf('population.list').at(-1)).toMatchObject({ since: 'fresh' });
    fireEvent.click(screen.getByRole('button', { name: '18 gennemgået før' }));
    await waitFor(() => expect(fake.inputsOf('population.list').at(-1)).toMatchObject({ since: 'reviewed' }));
    fireEvent.click(screen.getByRole('button', { name: '12 væk' }));
    const gone = screen.getByRole('region', { name: 'Sager, der ikke er på listen mere' });
    expect(gone.textContent).toContain('2024-00007, 2024-00009, 2024-00031 og 9 til');
  });

  it('opens a case beside the list without the name or the CPR number, until they are asked for', async () => {
    renderApp(demoHandlers('month'), route);
    fireEvent.click(await screen.findByRole('button', { name: '2025-00033' }));
    const panel = await screen.findByRole('complementary', { name: 'Sag 2025-00033' });
    await within(panel).findByText('§ 32, stk. 1, nr. 5');
    expect(panel.textContent).not.toMatch(/Ida Holm|010812/);
    fireEvent.click(within(panel).getByRole('button', { name: 'Vis barn' }));
    expect(within(panel).getByText('Ida Holm')).toBeTruthy();
    expect(panel.textContent).not.toContain('010812');
    expect(within(panel).getByRole('figure', { name: 'Sagens forløb' })).toBeTruthy();
    const rows = [...panel.querySelectorAll('table')[0]!.querySelectorAll('tbody tr')].map(
      ({ textContent }) => textContent,
    );
    expect(rows.slice(0, 3)).toEqual([
      '12-11-2024Børnesamtaler',
      '03-02-2025 kl. 14.05Underretning modtaget',
      '04-02-2025 kl. 09.0024-timers vurdering',
    ]);
    expect(panel.querySelectorAll('table')[1]!.textContent).toContain('03-02-202503-06-2025Ikke overholdt');
    expect(panel.textContent).toContain('01-08-2012');
    fireEvent.click(screen.getByRole('button', { name: '2025-00040' }));
    const other = await screen.findByRole('complementary', { name: 'Sag 2025-00040' });
    await within(other).findByText('§ 32, stk. 1, nr. 5');
    expect(other.textContent).not.toContain('Ida Holm');
    fireEvent.keyDown(document.body, { key: 'Escape', bubbles: true });
    expect(screen.queryByRole('complementary')).toBeNull();
  });

  it('opens narrowed where another page asked for it', async () => {
    const fake = renderApp(demoHandlers('month'), { page: 'population', params: { since: 'changed' } });
    await screen.findByText('Kun: ændrede sager');
    expect(fake.inputsOf('population.list').at(0)).toMatchObject({ since: 'changed' });
  });

  it('opens the case that the route names', async () => {
    renderApp(demoHandlers('month'), { page: 'population', params: { importId: 'import-1', caseId: '2025-00019' } });
    await screen.findByRole('complementary', { name: 'Sag 2025-00019' });
    expect(screen.getByLabelText<HTMLSelectElement>('Udtræk', { selector: 'select' }).value).toBe('import-1');
  });

  it('says that the list is deleted, and keeps the page', async () => {
    renderApp(
      {
        ...demoHandlers('month'),
        'population.list': async () => {
          throw new AppError('population-deleted', 'round closed');
        },
      },
      route,
    );
    expect(await screen.findByText('Sagslisten er slettet, fordi runden er lukket')).toBeTruthy();
    expect(screen.getByRole('region', { name: 'Team' })).toBeTruthy();
  });
});
