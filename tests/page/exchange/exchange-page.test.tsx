import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';

import { AppError } from '#shared/contract/errors.ts';

import { renderApp } from '../render-app.tsx';
import { demoHandlers } from '../harness/demo-handlers.ts';
import { exchangeHandlers, shares, spoken, status } from './demo-exchange.ts';
import { uploads, open, press, type, selected, drop } from './exchange-room.ts';

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
