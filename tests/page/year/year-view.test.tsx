import { fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';

import { buildYearOverview } from '#shared/domain/report/year-overview/year-overview.ts';

import { compileHandlers } from '../compile-demo.ts';
import { renderApp } from '../render-app.tsx';

const route = { page: 'compile', params: { part: 'year' } } as const;
const region = (name: string) => screen.findByRole('region', { name });

describe('Året', () => {
  it('shows the twelve months with their rounds, themes and how far they are, and follows the year and the unit', async () => {
    const fake = renderApp(compileHandlers(), route);
    const calendar = await region('Runder i 2025');
    const april = within(calendar)
      .getAllByRole('listitem')
      .find((item) => item.textContent.startsWith('April'))!;
    expect(april.textContent).toContain('Runde 4');
    expect(april.textContent).toContain('Team Nord');
    expect(within(calendar).getByText('12 af 30 afsluttet')).toBeTruthy();
    fireEvent.change(screen.getByLabelText('År'), { target: { value: '2024' } });
    const before = await region('Runder i 2024');
    expect(within(before).getByText('Efterår')).toBeTruthy();
    fireEvent.change(screen.getByLabelText('Enhed'), { target: { value: 'Team Nord' } });
    await region('Runder i 2024');
    expect(fake.inputsOf('year.show').at(-1)).toEqual({ year: 2024, unit: 'Team Nord' });
  });

  it('draws each area with its verdict in words and the figures with n behind it', async () => {
    renderApp(compileHandlers(), route);
    const panel = await region('Udvikling fra runde til runde');
    const areas = within(panel).getAllByRole('region');
    expect(areas.length).toBeGreaterThan(3);
    const [first] = areas;
    expect(within(first!).getByRole('img').getAttribute('aria-label') ?? '').not.toBe('');
    expect(within(first!).getAllByRole('row')).toHaveLength(13);
    expect(
      within(first!)
        .getAllByRole('columnheader')
        .map(({ textContent }) => textContent),
    ).toEqual(['Runde', 'Pr.', 'Opfyldt', 'n', 'Andel']);
  });

  it('says what changes of practice led to, and which are not measured again', async () => {
    renderApp(compileHandlers(), route);
    const panel = await region('Hvad har ændringer af praksis ført til?');
    expect(panel.textContent).toContain('14 af 30 ja → 28 af 30 ja');
    expect(panel.textContent).toContain('Flere sager opfylder det nu.');
    expect(panel.textContent).toContain('Målt i Runde 11');
    expect(panel.textContent).toContain('Ikke målt igen endnu.');
  });

  it('says what to do first where nothing was drawn', async () => {
    const empty = buildYearOverview({ year: 2026, rounds: [], measured: [], practice: [] });
    renderApp({ 'year.show': async () => ({ ...empty, unit: '', units: [] }) }, route);
    expect(await screen.findByText(/Træk en stikprøve, så står den/u)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Gå til stikprøve' })).toBeTruthy();
  });
});
