import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';

import { AppError } from '#shared/contract/errors.ts';
import type { Handlers } from '#shared/contract/operations.ts';
import { noPolicy } from '#shared/domain/policy.ts';

import { renderApp } from '../render-app.tsx';
import { keyStatus, passphrase, receipt, recoveryKey, securityHandlers } from './demo-security.ts';

const open = (part: string, handlers: Partial<Handlers> = {}) =>
  renderApp({ ...securityHandlers(), ...handlers }, { page: 'security', params: { part } });
const type = (label: string, value: string): void =>
  void fireEvent.change(screen.getByLabelText(label), { target: { value } });
const press = (name: string): void => void fireEvent.click(screen.getByRole('button', { name }));
const status = (change: Partial<typeof keyStatus>): Partial<Handlers> => ({
  'keys.status': async () => ({ ...keyStatus, ...change }),
});

describe('keys', () => {
  it('says which keys there are, what they protect against, and what not', async () => {
    open('keys');
    await screen.findByText('Ingen. Glemmes adgangskoden, er alt tabt');
    const against = screen.getByRole('region', { name: 'Det beskytter ikke mod' });
    expect(within(against).getByText(/^den, der sidder ved computeren/u)).toBeTruthy();
    expect(document.title).toBe('Sikkerhed – Ledelsestilsyn');
  });

  it('changes the passphrase: the new one twice and long enough, the present one right', async () => {
    const fake = open('keys');
    await screen.findByLabelText('Nuværende adgangskode');
    type('Nuværende adgangskode', 'ikke den rigtige');
    type('Ny adgangskode', 'kort');
    press('Skift adgangskode');
    await screen.findByText('Skriv 6 tegn mere.');
    expect(screen.getByText('De to adgangskoder er ikke ens.')).toBeTruthy();
    type('Ny adgangskode', 'fire nye korte ord');
    type('Ny adgangskode igen', 'fire nye korte ord');
    press('Skift adgangskode');
    await screen.findByText(/^Adgangskoden passer ikke/u);
    type('Nuværende adgangskode', passphrase);
    press('Skift adgangskode');
    await screen.findByText(/^Adgangskoden er skiftet/u);
    expect(fake.inputsOf('keys.changePassphrase').at(-1)).toEqual({
      current: passphrase,
      passphrase: 'fire nye korte ord',
    });
    expect(screen.getByLabelText<HTMLInputElement>('Nuværende adgangskode').value).toBe('');
  });

  it('shows a recovery key once, finds a typing error in what is typed back, and then lets it go', async () => {
    const print = vi.fn();
    vi.stubGlobal('print', print);
    open('keys');
    fireEvent.click(await screen.findByRole('button', { name: 'Lav gendannelsesnøgle' }));
    type('Adgangskode', passphrase);
    press('Lav gendannelsesnøgle');
    const sheet = await screen.findByRole('article', { name: 'Gendannelsesnøgle' });
    const groups = recoveryKey.split('-');
    expect(within(sheet).getByLabelText('Nøglen').textContent).toBe(groups.join(''));
    press('Udskriv arket');
    expect(print).toHaveBeenCalledOnce();
    type('Skriv nøglen fra arket', recoveryKey.replace(/.$/u, 'Q'));
    press('Kontrollér');
    await screen.findByText('Der er en tastefejl i gendannelsesnøglen, formentlig i gruppe 7');
    type('Skriv nøglen fra arket', groups.join(' ').toLowerCase());
    press('Kontrollér');
    fireEvent.click(await screen.findByRole('button', { name: 'Færdig' }));
    await screen.findByText('Lavet 21-11-2025 kl. 13.32');
    expect(document.body.textContent).not.toContain(groups[0]);
    vi.unstubAllGlobals();
  });

  it('offers no key of the computer where it would only be hidden, and none in a browser', async () => {
    open('keys', status({ system: 'obfuscated' }));
    expect((await screen.findAllByText(/ville kun skjule nøglen/u)).length).toBe(2);
    expect(screen.queryByRole('button', { name: 'Slå computerens nøgle til' })).toBeNull();
  });

  it('turns the key of the computer on with the passphrase', async () => {
    const fake = open('keys');
    fireEvent.click(await screen.findByRole('button', { name: 'Slå computerens nøgle til' }));
    type('Adgangskode', passphrase);
    press('Slå computerens nøgle til');
    await screen.findByRole('button', { name: 'Slå computerens nøgle fra' });
    expect(fake.inputsOf('keys.setSystemKey')).toEqual([{ on: true, passphrase }]);
  });

  it('lets the passphrase go only where another key opens and the organisation allows it', async () => {
    open('keys', {
      ...status({ recovery: { madeAt: '2025-11-01T08:00:00Z' }, mayRemovePassphrase: true }),
      'system.policy': async () => ({ ...noPolicy, forcePassphrase: true, source: 'policy.json' }),
    });
    await screen.findByText('Adgangskoden kan ikke fjernes. Bestemt af kommunens it-afdeling.');
    expect(screen.queryByRole('button', { name: 'Fjern adgangskoden' })).toBeNull();
  });

  it('asks for the recovery key where there is no passphrase, and keeps that key', async () => {
    open('keys', status({ passphrase: false, recovery: { madeAt: '2025-11-01T08:00:00Z' } }));
    await screen.findByRole('heading', { name: 'Vælg adgangskode' });
    expect(screen.getByText(/Nøglen kan ikke fjernes/u)).toBeTruthy();
    expect(screen.queryByLabelText('Nuværende adgangskode')).toBeNull();
  });
});

describe('backups', () => {
  it('compares a copy with now, and puts it back after the word and the passphrase of that day', async () => {
    let given = '';
    const fake = open('backups', {
      'backups.restore': async (input) => {
        given = input.passphrase;
        if (given !== passphrase) throw new AppError('backup-other-passphrase', 'then');
        return { ...(await fake.context.application['workspace.status']({})), gone: ['DUBU.xlsx'] };
      },
    });
    fireEvent.click(await screen.findByRole('button', { name: /^20-11-2025/u }));
    fireEvent.click(await screen.findByRole('button', { name: 'Hvad er forskellen?' }));
    const line = (await screen.findByRole('rowheader', { name: 'Svar, Runde 11' })).closest('tr');
    expect(line?.textContent).toBe('Svar, Runde 119066−24');
    press('Gendan');
    await screen.findByText(/^Først gemmes arbejdsmappen, som den er nu/u);
    const restore = () => within(screen.getByRole('form')).getByRole<HTMLButtonElement>('button', { name: 'Gendan' });
    type('Adgangskoden, som den var dengang', 'en helt anden');
    expect(restore().disabled).toBe(true);
    type('Skriv GENDAN for at bekræfte', 'gendan');
    fireEvent.click(restore());
    await screen.findByText(/^Sikkerhedskopien er fra før, adgangskoden blev skiftet/u);
    type('Adgangskoden, som den var dengang', passphrase);
    fireEvent.click(restore());
    await screen.findByText(/^Kopien er gendannet/u);
    expect(screen.getByText(/DUBU.xlsx/u)).toBeTruthy();
  });

  it('restores nothing from a file that cannot be read, and says when there is no copy', async () => {
    open('backups');
    fireEvent.click(await screen.findByRole('button', { name: /^03-11-2025/u }));
    expect((await screen.findByRole<HTMLButtonElement>('button', { name: 'Gendan' })).disabled).toBe(true);
  });

  it('says when there is no copy', async () => {
    open('backups', { 'backups.list': async () => [] });
    await screen.findByText(/^Der er ingen sikkerhedskopier endnu/u);
  });

  it('says what went wrong when a restoring is interrupted, and keeps what was typed', async () => {
    open('backups', {
      'backups.restore': async () => {
        throw new AppError('disk-full', 'no room');
      },
    });
    fireEvent.click(await screen.findByRole('button', { name: /^20-11-2025/u }));
    fireEvent.click(await screen.findByRole('button', { name: 'Gendan' }));
    type('Adgangskoden, som den var dengang', passphrase);
    type('Skriv GENDAN for at bekræfte', 'GENDAN');
    fireEvent.click(within(screen.getByRole('form')).getByRole('button', { name: 'Gendan' }));
    expect(await screen.findByText(/disken|Disken/u)).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>('Adgangskoden, som den var dengang').value).toBe(passphrase);
  });
});

describe('deletion', () => {
  it('marks what is due, shows what goes and what stays, and deletes after the typed name with a receipt', async () => {
    const fake = open('deletion');
    await screen.findByText('Skal slettes nu, 14 dage over datoen');
    press('Slet og rens: Runde 3');
    const goes = await screen.findByRole('region', { name: 'Det slettes' });
    expect(
      within(goes)
        .getAllByRole('listitem')
        .map((line) => line.textContent),
    ).toEqual([
      '30 sager i stikprøven',
      '30 gennemgange',
      '1.284 svar',
      '7 handlinger',
      'Udtrækket med alle sager: DUBU oktober 2024.xlsx',
      '3 sikkerhedskopier',
    ]);
    const run = screen.getByRole<HTMLButtonElement>('button', { name: 'Slet runden' });
    type('Skriv rundens navn: Runde 3', 'Runde 4');
    expect(run.disabled).toBe(true);
    type('Skriv rundens navn: Runde 3', 'Runde 3');
    fireEvent.click(run);
    await screen.findByText('Runde 3 er slettet.');
    expect(fake.inputsOf('deletion.run')).toEqual([{ roundId: 'round-3', name: 'Runde 3' }]);
    expect(await screen.findByText(receipt.auditHash)).toBeTruthy();
    press('Gem kvittering for Runde 3');
    await screen.findByText(/^Kvitteringen er gemt som/u);
    expect(screen.queryByRole('button', { name: 'Slet og rens: Runde 3' })).toBeNull();
  });

  it('moves the date of a round, within what the organisation allows', async () => {
    const fake = open('deletion', {
      'system.policy': async () => ({ ...noPolicy, retentionMonths: 12, source: 'policy.json' }),
    });
    await screen.findByText('Højst 12 måneder. Bestemt af kommunens it-afdeling.');
    const line = screen.getByText('Runde 10').closest('li')!;
    fireEvent.change(within(line).getByRole('textbox'), { target: { value: '31-12-2025' } });
    fireEvent.click(within(line).getByRole('button', { name: 'Gem dato' }));
    await waitFor(() =>
      expect(fake.inputsOf('deletion.setRetention')).toEqual([{ roundId: 'round-10', retainUntil: '2025-12-31' }]),
    );
  });

  it('removes an import whose rounds are closed, and offers it for no other', async () => {
    open('deletion');
    fireEvent.click(await screen.findByRole('button', { name: 'Slet udtrækket DUBU oktober 2024.xlsx' }));
    expect(screen.queryByRole('button', { name: 'Slet udtrækket DUBU november 2025.xlsx' })).toBeNull();
    fireEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Slet udtrækket' }));
    await waitFor(() => expect(screen.queryByText('DUBU oktober 2024.xlsx')).toBeNull());
  });

  it('goes on with a deletion that left a file', async () => {
    const fake = open('deletion', {
      'deletion.receipts': async () => [{ ...receipt, complete: false, proof: [{ file: 'a', removed: false }] }],
      'deletion.finish': async () => [receipt],
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Fortsæt sletningen' }));
    await waitFor(() => expect(fake.inputsOf('deletion.finish')).toHaveLength(1));
  });
});

describe('the log', () => {
  it('is checked, narrowed and read further back', async () => {
    open('log');
    fireEvent.click(await screen.findByRole('button', { name: 'Kontrollér loggen' }));
    await screen.findByText('Loggen er hel: 420 linjer hænger sammen.');
    expect(screen.getByText('a1b2c3d4'.repeat(8))).toBeTruthy();
    await screen.findByText('200 af 420 linjer');
    press('Hent flere');
    await screen.findByText('400 af 420 linjer');
    type('Vis kun', 'report.written');
    await screen.findByText('80 af 420 linjer');
  });

  it('says at which line the chain breaks', async () => {
    open('log', { 'audit.check': async () => ({ sound: false, lines: 420, brokenAt: 17, lastHash: 'ff' }) });
    fireEvent.click(await screen.findByRole('button', { name: 'Kontrollér loggen' }));
    await screen.findByText(/^Linje 17 passer ikke/u);
  });
});

describe('the screen', () => {
  it('says in the frame while the window can be recorded', async () => {
    const fake = open('screen', { 'system.setSettings': async (input) => input });
    expect(screen.queryByText('Kan optages')).toBeNull();
    const capture = await screen.findByRole<HTMLInputElement>('switch', {
      name: /^Lad vinduet blive optaget og delt/u,
    });
    await waitFor(() => expect(capture.disabled).toBe(false));
    fireEvent.click(capture);
    await screen.findByText('Kan optages');
    fireEvent.change(screen.getByLabelText(/^Lås, når ingen/u), { target: { value: '5' } });
    await waitFor(() =>
      expect(fake.inputsOf('system.setSettings').at(-1)).toMatchObject({ screenCapture: true, lockAfterMinutes: 5 }),
    );
  });

  it('shows what the organisation has decided, and lets nobody change it', async () => {
    open('screen', {
      'system.policy': async () => ({
        ...noPolicy,
        allowScreenCapture: false,
        lockAfterMinutes: 15,
        source: 'policy.json',
      }),
    });
    const capture = await screen.findByRole<HTMLInputElement>('switch', {
      name: /^Vinduet kan ikke optages eller deles/u,
    });
    expect(capture.disabled).toBe(true);
    const choices = within(screen.getByLabelText(/^Lås, når ingen/u)).getAllByRole('option');
    expect(choices.map((choice) => choice.textContent)).toEqual(['5 minutter', '10 minutter', '15 minutter']);
  });
});
