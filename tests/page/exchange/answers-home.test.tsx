import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';

import { noPolicy } from '#shared/domain/policy.ts';

import { renderApp } from '../render-app.tsx';
import { aRound } from '../sampling/a-round.ts';
import { exchangeHandlers, ownRound, likely, preview, spoken } from './demo-exchange.ts';
import { uploads, open, press, type, drop } from './exchange-room.ts';

describe('the answers home', () => {
  it('goes without names unless somebody chooses otherwise, and needs no passphrase where a key came along', async () => {
    const fake = open('head', { part: 'answers' });
    await screen.findByText('9 af 12 sager');
    expect(screen.getByText('samtaler med rådgiverne og deres kommentarer')).toBeTruthy();
    press('Gem svarene');
    await screen.findByText('Gemt: Team Nord Juni 2025.ltp');
    expect(fake.inputsOf('exchange.sendResult')).toMatchObject([
      { roundId: 'received-1', unit: '', withNames: false, passphrase: null },
    ]);
    expect(fake.inputsOf('exchange.suggestPassphrase')).toEqual([]);
    fireEvent.click(screen.getByRole('radio', { name: /^Med navne og sagsnumre/u }));
    await waitFor(() =>
      expect(fake.inputsOf('exchange.previewResult')).toContainEqual({ roundId: 'received-1', withNames: true }),
    );
    press('Gem svarene');
    await waitFor(() => expect(fake.inputsOf('exchange.sendResult').at(-1)).toMatchObject({ withNames: true }));
  });

  it('waits until somebody has read what may be names, each with the way to its case', async () => {
    const fake = open(
      'head',
      { part: 'answers' },
      { 'exchange.previewResult': async ({ withNames }) => ({ ...preview, likelyNames: withNames ? [] : likely }) },
    );
    expect(await screen.findByText('6 ord kan være navne')).toBeTruthy();
    const save = () => screen.getByRole<HTMLButtonElement>('button', { name: 'Gem svarene' });
    const rows = within(screen.getByRole('region', { name: /^Steder med ord/u })).getAllByRole('row');
    expect(rows.slice(1).map((row) => row.querySelector('td')?.textContent)).toEqual([
      'Villads, Karin, Hede',
      'Løgstør, gitte (med lille)',
      'Anne-Grethe',
    ]);
    expect(save().disabled).toBe(true);
    fireEvent.click(screen.getByRole('checkbox', { name: /^Jeg har læst stederne/u }));
    expect(save().disabled).toBe(false);
    fireEvent.click(screen.getByRole('checkbox', { name: /^Jeg har læst stederne/u }));
    expect(save().disabled).toBe(true);
    fireEvent.click(screen.getByRole('radio', { name: /^Med navne og sagsnumre/u }));
    await waitFor(() => expect(save().disabled).toBe(false));
    fireEvent.click(screen.getByRole('radio', { name: /^Uden navne/u }));
    fireEvent.click((await screen.findAllByRole('button', { name: 'Åbn sag 2025-01102' }))[0]!);
    await waitFor(() => expect(screen.queryByText('6 ord kan være navne')).toBeNull());
    expect(fake.inputsOf('exchange.sendResult')).toEqual([]);
  });

  it('of a round that was drawn here asks for the unit and shows a passphrase; names may be forbidden', async () => {
    const own = aRound({ roundId: 'own-2', name: 'Maj' });
    const fake = open(
      'head',
      { part: 'answers' },
      {
        'sampling.rounds': async () => [own, aRound({ roundId: 'c', name: 'Fra Syd', role: 'collected', unit: 'Syd' })],
        'exchange.previewResult': async () => ({ ...preview, needsPassphrase: true, fileName: 'Maj.ltp' }),
        'system.policy': async () => ({ ...noPolicy, forbidInternalExport: true }),
      },
    );
    await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>('Enhed').value).toBe('Børn og Familie'));
    expect(screen.queryByRole('combobox', { name: 'Runde' })).toBeNull();
    await waitFor(() =>
      expect(screen.getByRole<HTMLInputElement>('radio', { name: /^Med navne/u }).disabled).toBe(true),
    );
    type('Enhed', 'Ungeteam');
    press('Gem svarene');
    await screen.findByText(spoken);
    expect(fake.inputsOf('exchange.sendResult')).toMatchObject([
      { unit: 'Ungeteam', passphrase: spoken, target: { name: 'Ungeteam Maj.ltp' } },
    ]);
  });
});

describe('collect', () => {
  it('takes several packages one after another, each with what came of it', async () => {
    const fake = open('consultant', { part: 'collect' });
    await drop('Vælg pakker', 'Nord juni.ltp', 'brudt.ltp', 'gammel juni.ltp', 'egen runde.ltp');
    await screen.findByText('2 af 4 pakker er hentet');
    const lines = within(screen.getByRole('list', { name: 'Hentede pakker' })).getAllByRole('listitem');
    expect(lines.map(({ textContent }) => textContent)).toEqual([
      expect.stringContaining('Nord: 98 ændringer lagt til'),
      expect.stringContaining('Pakken er ikke hel, eller nogen har ændret i den'),
      expect.stringContaining('gammel: intet nyt i pakken'),
      expect.stringContaining('Pakken åbnes med en adgangssætning'),
    ]);
    expect(uploads).toEqual(['Nord juni.ltp', 'brudt.ltp', 'gammel juni.ltp', 'egen runde.ltp']);
    type('Adgangssætning til egen runde.ltp', spoken);
    press('Hent');
    await screen.findByText('3 af 4 pakker er hentet');
    expect(fake.inputsOf('exchange.collect').at(-1)).toMatchObject({ passphrase: spoken });
    expect(uploads).toHaveLength(5);
  });

  it('says who has sent, who is missing and since when, and what nobody was sent', async () => {
    open('consultant', { part: 'collect' });
    const table = await screen.findByRole('table', { name: 'Hvem har sendt, Juni 2025' });
    const rows = within(table).getAllByRole('row').slice(1);
    expect(rows.map(({ textContent }) => textContent)).toEqual([
      expect.stringMatching(/^ModtagelsenÅse Ærlig03-11-202512 af 12.*alt er her$/u),
      expect.stringMatching(/^Team NordMette Holm03-11-20254 af 10.*venter, 12 dage$/u),
      expect.stringMatching(/^Hele runden, andenlæsningBo Anden02-11-20250 af 6intet endnuventer, 19 dage$/u),
    ]);
    expect(screen.getByText('1 af 3 har sendt alle svar')).toBeTruthy();
    expect(screen.getByText('8 sager er ikke sendt til nogen.')).toBeTruthy();
  });

  it('shows a conflict side by side, and a person decides; the next one follows', async () => {
    const fake = open('consultant', { part: 'collect' });
    fireEvent.click(await screen.findByRole('button', { name: 'Afgør 2 uenigheder' }));
    const table = await screen.findByRole('table', { name: 'De forskellige svar side om side' });
    const row = (name: RegExp) => within(table).getByRole('row', { name }).textContent;
    expect(row(/^Læser/u)).toBe('LæserMette HolmBo Anden');
    expect(row(/^Svar forskellig/u)).toBe('SvarforskelligJaNej');
    expect(row(/^Bilag/u)).toBe('BilagNotat 04-02-2025Notat 04-02-2025');
    expect(screen.getByText('Sag 2025-00012, nummer 1-1-001 i stikprøven')).toBeTruthy();
    press('Brug svar 2');
    await waitFor(() => expect(fake.inputsOf('exchange.decide')).toHaveLength(1));
    fake.announce({ name: 'stage-changed', stage: 'review' });
    await screen.findByRole('heading', { name: 'Uenighed 1 af 1' });
    expect(fake.inputsOf('exchange.decide')).toEqual([
      { roundId: 'own-1', cell: 'answer/2025-00012/1/child-view', versionId: 'Bo Anden-no' },
    ]);
    expect(screen.getByRole('row', { name: /^Udført/u }).textContent).toBe('Udførtforskelligikke skrevet09-11-2025');
    press('Brug svar 1');
    await waitFor(() => expect(fake.inputsOf('exchange.decide')).toHaveLength(2));
    fake.announce({ name: 'stage-changed', stage: 'review' });
    await screen.findByText('Alle uenigheder er afgjort.');
  });

  it('hides the names of readers with F9', async () => {
    open('consultant', { part: 'collect' });
    await screen.findByText('Mette Holm');
    fireEvent.keyDown(document.body, { key: 'F9' });
    await waitFor(() => expect(document.body.textContent).not.toContain('Mette Holm'));
    expect(document.body.textContent).toMatch(/Læser\s[A-Z]/u);
  });
});

describe('rounds from elsewhere', () => {
  it('say so where they are read and where they stand among the draws', async () => {
    renderApp({ ...exchangeHandlers('head') }, { page: 'sampling', params: { view: 'drawn' } });
    await screen.findByText('Juni 2025 (modtaget, Team Nord)');
    expect(screen.queryByRole('button', { name: 'Erstat en sag' })).toBeNull();
  });

  it('are not taken for one that can be sent out', async () => {
    const both = async () => [aRound({ roundId: 'r', name: 'Maj', role: 'received', unit: 'Syd' }), ownRound];
    open('consultant', { part: 'send' }, { 'sampling.rounds': both });
    const choice = await screen.findByRole<HTMLSelectElement>('combobox', { name: 'Runde' });
    expect([...choice.options].map(({ text }) => text)).toEqual(['Juni 2025, 30 sager']);
  });
});
