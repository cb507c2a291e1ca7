import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';

import { compileHandlers } from '../compile-demo.ts';
import { renderApp } from '../render-app.tsx';

const route = { page: 'compile', params: { part: 'practice' } } as const;
const list = () => screen.findByRole('region', { name: 'Eksempler' });
const items = async (): Promise<HTMLElement[]> => within(await list()).getAllByRole('listitem');

describe('God praksis', () => {
  it('shows theme, what, why and whom to ask, and marks what is hidden, left out or invented', async () => {
    renderApp(compileHandlers(), route);
    const [first, second, third] = await items();
    expect(first!.textContent).toMatch(/Barnets stemme.*på skolen.*talte frit.*Spørg Team Nord/u);
    expect(second!.textContent).toContain('Et navn eller CPR-nummer er skjult');
    expect(third!.textContent).toMatch(/ikke skrevet, hvad der virkede.*Ikke med i arket.*Opdigtet eksempel/u);
  });

  it('is searched by words and theme, and says how many of all', async () => {
    const fake = renderApp(compileHandlers(), route);
    await list();
    fireEvent.change(screen.getByLabelText('Søg i eksemplerne'), { target: { value: 'kalender' } });
    await waitFor(async () => expect(await items()).toHaveLength(1));
    expect((await list()).textContent).toContain('1 af 3 eksempler');
    fireEvent.change(screen.getByLabelText('Tema'), { target: { value: 'B' } });
    expect(await screen.findByText('Ingen eksempler passer på søgningen.')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Gem som Excel' }));
    expect(await screen.findByText(/er gemt med 2 eksempler/u)).toBeTruthy();
    expect(fake.inputsOf('goodPractice.write')[0]).toMatchObject({ text: 'kalender', areaId: 'B' });
  });

  it('is written for all units, and a name is refused with what to do', async () => {
    const fake = renderApp(compileHandlers(), route);
    const [first] = await items();
    fireEvent.click(within(first!).getByRole('button', { name: /Skriv til kataloget/u }));
    const why = await screen.findByLabelText('Hvorfor virkede det');
    fireEvent.change(why, { target: { value: 'Sofie var tryg' } });
    fireEvent.click(screen.getByRole('button', { name: 'Gem' }));
    expect(await screen.findByText(/ser ud til at nævne et barn/u)).toBeTruthy();
    fireEvent.change(why, { target: { value: 'Barnet var trygt' } });
    fireEvent.click(screen.getByLabelText('Tag ikke eksemplet med i arket'));
    fireEvent.click(screen.getByRole('button', { name: 'Gem' }));
    await waitFor(() => expect(screen.queryByLabelText('Hvorfor virkede det')).toBeNull());
    expect(fake.inputsOf('goodPractice.save').at(-1)).toMatchObject({
      why: 'Barnet var trygt',
      hidden: true,
      ask: 'Team Nord',
    });
  });

  it('says how examples come about where there are none', async () => {
    renderApp(compileHandlers({ practice: [] }), route);
    expect(await screen.findByText(/Sæt stjerne ved et svar/u)).toBeTruthy();
  });
});
