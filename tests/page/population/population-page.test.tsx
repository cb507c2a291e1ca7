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
    const row = screen.getByRole('rowheader', { name: /4 måneder/ }).closest('tr')!;
    expect([...row.querySelectorAll('td')].map(({ textContent }) => textContent)).toEqual([
      '96',
      '31',
      '14',
      '8',
      '149',
    ]);
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

  it('shows the cases behind a broken requirement, and all again', async () => {
    const fake = renderApp(demoHandlers('month'), route);
    await screen.findByText('420 af 420 sager');
    fireEvent.click(screen.getByRole('button', { name: /^Vis 31 sager, hvor kravet ikke er overholdt/ }));
    expect(await screen.findByText(/^Kun: Undersøgelse afsluttet inden for 4 måneder/)).toBeTruthy();
    await screen.findByText('12 af 420 sager');
    expect(fake.inputsOf('population.list').at(-1)).toMatchObject({ brokenRule: 'R07' });
    fireEvent.click(screen.getByRole('button', { name: 'Vis alle igen' }));
    await screen.findByText('420 af 420 sager');
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
    const dates = within(panel)
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent);
    expect(dates.slice(0, 4)).toEqual([
      '01-08-2012Fødselsdato',
      '12-11-2024Børnesamtaler',
      '03-02-2025Underretning modtaget, kl. 14.05',
      '04-02-202524-timers vurdering, kl. 09.00',
    ]);
    fireEvent.click(screen.getByRole('button', { name: '2025-00040' }));
    const other = await screen.findByRole('complementary', { name: 'Sag 2025-00040' });
    await within(other).findByText('§ 32, stk. 1, nr. 5');
    expect(other.textContent).not.toContain('Ida Holm');
    fireEvent.keyDown(document.body, { key: 'Escape', bubbles: true });
    expect(screen.queryByRole('complementary')).toBeNull();
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
