import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';

import { AppError } from '#shared/contract/errors.ts';
import type { Handlers } from '#shared/contract/operations.ts';
import { noPolicy } from '#shared/domain/policy.ts';

import { renderApp } from '../render-app.tsx';
import { aRound } from '../sampling/a-round.ts';
import { demoHandlers } from '../harness/demo-handlers.ts';
import { exchangeHandlers, ownRound, packageFile, likely, preview, shares, spoken, status } from './demo-exchange.ts';

type Who = Parameters<typeof exchangeHandlers>[0];
const uploads: string[] = [];
const open = (who: Who, params: Record<string, string> = {}, handlers: Partial<Handlers> = {}) => {
  uploads.length = 0;
  return renderApp(
    { ...exchangeHandlers(who), ...handlers },
    { page: 'exchange', params },
    {
      upload: ({ name }) => {
        uploads.push(name);
        return { ref: name, name };
      },
    },
  );
};
const press = (name: string): void => void fireEvent.click(screen.getByRole('button', { name }));
const type = (label: string, value: string): void =>
  void fireEvent.change(screen.getByLabelText(label), { target: { value } });

async function drop(button: string, ...names: string[]): Promise<void> {
  const at = (await screen.findByRole('button', { name: button })).closest('div[data-enable-pointer-events], div')!;
  const input = at.parentElement!.parentElement!.querySelector('input[type=file]')!;
  fireEvent.change(input, { target: { files: names.map(packageFile) } });
}

const selected = (): string | null => screen.getByRole('tab', { selected: true }).textContent;

describe('what one comes for', () => {
  it('is collecting for who has sent, sending the answers for who has received, receiving for who has nothing', async () => {
    open('consultant');
    await screen.findByRole('table', { name: 'Hvem har sendt, Juni 2025' });
    expect(selected()).toBe('Saml svar');
  });

  it.each([
    ['head', {}, 'Send svar'],
    ['consultant', { 'exchange.status': async () => [] }, 'Send sager'],
    ['consultant', { 'exchange.status': async () => [], 'sampling.rounds': async () => [] }, 'Modtag sager'],
  ] as const)('is for %s with %o: %s', async (who, handlers, tab) => {
    open(who, {}, handlers);
    await screen.findAllByRole('tab');
    expect(selected()).toBe(tab);
  });

  it('starts at the empty Overblik for a head without an export', async () => {
    renderApp({ ...demoHandlers('empty'), ...exchangeHandlers('head') });
    fireEvent.click(await screen.findByRole('button', { name: 'Modtag sager fra en konsulent' }));
    await screen.findByRole('button', { name: 'Vælg pakke' });
    expect(selected()).toBe('Modtag sager');
  });
});

describe('send', () => {
  it('saves one package for each unit, and shows its passphrase once', async () => {
    const fake = open('consultant', { part: 'send' }, { 'exchange.status': async () => [] });
    await screen.findByText('3 pakker, 30 sager');
    press('Gem pakken: Team Nord');
    await screen.findByText('Skriv, hvem der skal læse sagerne.');
    expect(fake.inputsOf('exchange.send')).toEqual([]);
    type('Læserens navn: Team Nord', 'Mette Holm');
    press('Gem pakken: Team Nord');
    await screen.findByText('Gemt: Team Nord Juni 2025.ltp');
    expect(fake.inputsOf('exchange.send')).toEqual([
      {
        roundId: 'own-1',
        kind: 'cases',
        unit: 'Team Nord',
        head: 'Mette Holm',
        caseIds: shares[1]!.caseIds,
        passphrase: spoken,
        target: { ref: 'target', name: 'Team Nord Juni 2025.ltp' },
      },
    ]);
    const box = screen.getByRole('region', { name: 'Adgangssætning til Team Nord Juni 2025.ltp' });
    expect(within(box).getByText(/ad en anden vej end filen/u)).toBeTruthy();
    fireEvent.click(screen.getByRole('tab', { name: 'Modtag sager' }));
    fireEvent.click(screen.getByRole('tab', { name: 'Send sager' }));
    expect(screen.getByText(spoken)).toBeTruthy();
    press('Skjul sætningen');
    expect(document.body.textContent).not.toContain(spoken);
  });

  it('knows who was sent what, and warns where every case is already out', async () => {
    open('consultant', { part: 'send' });
    expect((await screen.findByLabelText<HTMLInputElement>('Læserens navn: Team Nord')).value).toBe('Mette Holm');
    expect(screen.getByText(/^Sendt 03-11-2025 til Mette Holm: 10 sager/u)).toBeTruthy();
    expect(screen.queryByText(/^Alle sager er allerede sendt/u)).toBeNull();
  });

  it('warns where every case is already in a package', async () => {
    const all = { 'exchange.status': async () => status.map((round) => ({ ...round, notSent: 0 })) };
    open('consultant', { part: 'send' }, all);
    expect(await screen.findAllByText(/^Alle sager er allerede sendt/u)).toHaveLength(1);
  });

  it('sends the cases that are picked to a blind reader; the first reader is refused in a sentence', async () => {
    const line = { firstReader: '', firstState: 'done', secondReader: '', secondState: 'not-started' } as const;
    const lines = [{ caseId: '2025-00011', ...line, answered: 0, items: 45, minutes: 0 }];
    const fake = open(
      'consultant',
      { part: 'send' },
      {
        'review.secondReadings': async () => ({ cases: 30, lines }),
        'exchange.send': async () => {
          throw new AppError('same-reader', 'no');
        },
      },
    );
    fireEvent.click(await screen.findByRole('radio', { name: 'Blind andenlæsning' }));
    await screen.findByLabelText('De udtrukne: 1 sag');
    fireEvent.change(await screen.findByLabelText('Andenlæserens navn'), { target: { value: 'Bo Anden' } });
    expect(screen.getByText('den første læsers svar og noter')).toBeTruthy();
    press('Gem pakken');
    await screen.findByText(/^Andenlæseren skal være en anden/u);
    expect(fake.inputsOf('exchange.send')).toMatchObject([
      { kind: 'second-reading', unit: '', head: 'Bo Anden', caseIds: ['2025-00011'] },
    ]);
    expect(screen.queryByText(spoken)).toBeNull();
  });
});

describe('receive', () => {
  it('asks for the passphrase, says what is in the package, and opens the round', async () => {
    const fake = open('head', { part: 'receive' }, { 'review.queue': async () => [] });
    await drop('Vælg pakke', 'Team Nord Juni 2025.ltp');
    fireEvent.change(await screen.findByLabelText('Adgangssætning'), { target: { value: 'en forkert' } });
    press('Åbn pakken');
    await screen.findByText('Adgangssætningen passer ikke til pakken');
    type('Adgangssætning', spoken);
    press('Åbn pakken');
    const told = await screen.findByRole('region', { name: 'I pakken' });
    expect(told.textContent).toContain('Eksempelkøbing Kommune');
    expect(fake.inputsOf('exchange.receive')).toEqual([]);
    press('Hent 12 sager');
    await screen.findByText('12 sager er klar til gennemgang');
    expect(fake.inputsOf('exchange.receive')).toMatchObject([{ passphrase: spoken }]);
    expect(uploads).toHaveLength(4);
    press('Gå til gennemgang');
    await waitFor(() => expect(fake.inputsOf('review.queue')).toContainEqual({ roundId: 'received-1' }));
  });

  it('says of answers where they are collected', async () => {
    open('head', { part: 'receive' });
    await drop('Vælg pakke', 'svar.ltp');
    await screen.findByText(/^Pakken er svar fra en leder/u);
    press('Gå til Saml svar');
    expect(selected()).toBe('Saml svar');
  });
});

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
