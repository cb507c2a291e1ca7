import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';

import { AppError } from '#shared/contract/errors.ts';
import type { WorkspaceStatus } from '#shared/contract/workspace.ts';

import { demoSummary } from '../harness/demo-data.ts';
import { renderApp } from '../render-app.tsx';

const open: WorkspaceStatus = {
  state: 'open',
  municipality: 'Eksempelkøbing',
  department: 'Børn og Familie',
  savedAt: null,
  reviewer: 'Mette',
  slots: ['passphrase'],
  damaged: false,
  place: 'local',
};

/** happy-dom takes every Alt for AltGr; a keyboard does not. */
function pressAlt(key: string): void {
  const event = new KeyboardEvent('keydown', { key, altKey: true, bubbles: true });
  event.getModifierState = () => false;
  act(() => void document.body.dispatchEvent(event));
}

describe('the shell', () => {
  it('has the pages in the order of the work, and moves focus to the heading of the page one goes to', async () => {
    renderApp({
      'system.about': async () => ({
        program: 'L',
        version: '1',
        host: 'electron',
        workspaceFolder: 'C:',
        logFile: 'C:',
      }),
    });
    const rail = await screen.findByRole('navigation', { name: 'Sider' });
    const names = within(rail)
      .getAllByRole('button')
      .map((button) => button.textContent.trim());
    expect(names).toEqual([
      'Overblik',
      'Udtræk',
      'Sager',
      'Stikprøve',
      'Gennemgang',
      'Handlinger',
      'Send og saml',
      'Samlet',
      'Rapport',
      'Sikkerhed',
      'Indstillinger',
      'Hjælp F1',
    ]);
    const heading = await screen.findByRole('heading', { level: 1, name: 'Overblik' });
    expect(document.activeElement).not.toBe(heading);
    fireEvent.click(within(rail).getByRole('button', { name: 'Indstillinger' }));
    const settings = await screen.findByRole('heading', { level: 1, name: 'Indstillinger' });
    expect(document.activeElement).toBe(settings);
    expect(document.title).toBe('Indstillinger – Ledelsestilsyn');
    expect(within(rail).getByRole('button', { name: 'Indstillinger' }).getAttribute('aria-current')).toBe('page');
  });

  it('says which workspace and round, when it was saved, and that the data are an example', async () => {
    const fake = renderApp({
      'workspace.status': async () => open,
      'importing.list': async () => [demoSummary({ example: true })],
      'workspace.overview': async () => ({
        today: '2025-11-21',
        openActions: [],
        imports: 1,
        retention: [],
        round: { id: 'r', name: 'runde 11', drawn: 12, closed: 0, started: 0, nextCaseId: 'A' },
      }),
    });
    expect(await screen.findByText('Eksempelkøbing · Børn og Familie · runde 11')).toBeTruthy();
    expect(await screen.findByText('Eksempeldata')).toBeTruthy();
    act(() => fake.announce({ name: 'save-state', state: 'saved', at: '2025-11-21T14:32:00' }));
    expect(await screen.findByText('Gemt 14.32')).toBeTruthy();
    act(() => fake.announce({ name: 'save-state', state: 'failed', at: '2025-11-21T14:33:00' }));
    expect((await screen.findByText('Kunne ikke gemme')).closest('[role=alert]')).not.toBeNull();
  });

  it('takes one back with the window, and to a page with Alt and its number', async () => {
    renderApp({});
    await screen.findByRole('heading', { level: 1, name: 'Overblik' });
    pressAlt('2');
    await screen.findByRole('heading', { level: 1, name: 'Udtræk' });
    act(
      () =>
        void window.dispatchEvent(new PopStateEvent('popstate', { state: { route: { page: 'start', params: {} } } })),
    );
    await screen.findByRole('heading', { level: 1, name: 'Overblik' });
  });

  it('shows the shortcuts in force on F1', async () => {
    renderApp({});
    await screen.findByRole('heading', { level: 1, name: 'Overblik' });
    fireEvent.keyDown(document.body, { key: 'F1', bubbles: true });
    const sheet = await screen.findByRole('dialog', { name: 'Genveje' });
    expect(within(sheet).getByText('Gå til Stikprøve')).toBeTruthy();
    expect(within(sheet).getByText('Ctrl K')).toBeTruthy();
  });
});

describe('the lock', () => {
  it('asks for the passphrase, says when it is wrong, and opens with the right one', async () => {
    let status: WorkspaceStatus = { ...open, state: 'locked' };
    const fake = renderApp({
      'workspace.status': async () => status,
      'workspace.unlock': async ({ passphrase }) => {
        if (passphrase !== 'rigtig hest batteri') {
          throw new AppError('wrong-passphrase', 'no');
        }
        status = open;
        fake.announce({ name: 'workspace-changed' });
        return status;
      },
    });
    const field = await screen.findByLabelText('Adgangskode');
    expect(document.activeElement).toBe(field);
    expect(screen.queryByRole('navigation')).toBeNull();
    fireEvent.change(field, { target: { value: 'forkert' } });
    fireEvent.click(screen.getByRole('button', { name: 'Lås op' }));
    await screen.findByText(/^Adgangskoden passer ikke\./);
    fireEvent.change(field, { target: { value: 'rigtig hest batteri' } });
    expect(screen.queryByText(/^Adgangskoden passer ikke\./)).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Lås op' }));
    await screen.findByRole('heading', { level: 1, name: 'Overblik' });
  });

  it('creates a workspace only when every field is right, and goes to the first that is not', async () => {
    const fake = renderApp({
      'workspace.status': async () => ({ ...open, state: 'missing' }),
      'workspace.create': async () => open,
    });
    const type = (label: string, value: string): void => {
      fireEvent.change(screen.getByLabelText(label), { target: { value } });
    };
    await screen.findByText('Vi kan ikke åbne arbejdsmappen uden adgangskoden.');
    type('Kommune', 'Eksempelkøbing');
    type('Afdeling', 'Børn og Familie');
    type('Dit navn', 'Mette');
    type('Adgangskode', 'kort');
    type('Adgangskode igen', 'kort');
    fireEvent.click(screen.getByRole('button', { name: 'Opret' }));
    expect(await screen.findByText('Skriv 6 tegn mere.')).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByLabelText('Adgangskode'));
    type('Adgangskode', 'rigtig hest batteri');
    expect(screen.getByText('De to adgangskoder er ikke ens.')).toBeTruthy();
    expect(fake.inputsOf('workspace.create')).toEqual([]);
    type('Adgangskode igen', 'rigtig hest batteri');
    fireEvent.click(screen.getByRole('button', { name: 'Opret' }));
    await waitFor(() =>
      expect(fake.inputsOf('workspace.create')).toEqual([
        {
          municipality: 'Eksempelkøbing',
          department: 'Børn og Familie',
          reviewer: 'Mette',
          passphrase: 'rigtig hest batteri',
        },
      ]),
    );
  });
});
