import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';

import { AppError } from '#shared/contract/errors.ts';
import type { Handlers } from '#shared/contract/operations.ts';
import type { WorkspaceStatus } from '#shared/contract/workspace.ts';

import { renderApp } from '../render-app.tsx';
import { recoveryKey, securityHandlers } from './demo-security.ts';

const locked: WorkspaceStatus = {
  state: 'locked',
  municipality: '',
  department: '',
  savedAt: null,
  reviewer: '',
  slots: ['passphrase', 'recovery'],
  damaged: false,
  place: 'local',
};
const open = (change: Partial<WorkspaceStatus>, handlers: Partial<Handlers> = {}) =>
  renderApp({ ...securityHandlers(), 'workspace.status': async () => ({ ...locked, ...change }), ...handlers });
const type = (label: string, value: string): void =>
  void fireEvent.change(screen.getByLabelText(label), { target: { value } });
const press = (name: string): void => void fireEvent.click(screen.getByRole('button', { name }));

describe('before the workspace is open', () => {
  it('opens with the key of the computer where there is one; the passphrase stays', async () => {
    const fake = open(
      { slots: ['passphrase', 'os'] },
      {
        'keys.unlockWithSystem': async () => {
          throw new AppError('system-key-lost', 'another account');
        },
      },
    );
    fireEvent.click(await screen.findByRole('button', { name: 'Lås op med computerens nøgle' }));
    await screen.findByText(/^Computeren kan ikke længere åbne sin nøgle/u);
    expect(screen.getByLabelText('Adgangskode')).toBeTruthy();
    expect(fake.inputsOf('keys.unlockWithSystem')).toHaveLength(1);
  });

  it('offers the computer’s key to no one who has none', async () => {
    open({});
    await screen.findByLabelText('Adgangskode');
    expect(screen.queryByRole('button', { name: 'Lås op med computerens nøgle' })).toBeNull();
  });

  it('says the truth about a forgotten passphrase, and opens with the key on paper and a new one', async () => {
    const fake = open({}, { 'keys.unlockWithRecoveryKey': async () => ({ ...locked, state: 'open' }) });
    fireEvent.click(await screen.findByRole('button', { name: 'Glemt adgangskode?' }));
    await screen.findByText(/^Adgangskoden kan hverken findes eller nulstilles/u);
    type('Gendannelsesnøgle', recoveryKey.replace(/.$/u, 'Q'));
    type('Ny adgangskode', 'fire nye korte ord');
    type('Ny adgangskode igen', 'fire nye korte ord');
    press('Lås op og skift adgangskode');
    await screen.findByText(/formentlig i gruppe 7/u);
    expect(fake.inputsOf('keys.unlockWithRecoveryKey')).toEqual([]);
    type('Gendannelsesnøgle', recoveryKey);
    press('Lås op og skift adgangskode');
    await waitFor(() =>
      expect(fake.inputsOf('keys.unlockWithRecoveryKey')).toEqual([{ recoveryKey, passphrase: 'fire nye korte ord' }]),
    );
  });

  it('promises nothing where there is no key on paper', async () => {
    open({ slots: ['passphrase'] });
    fireEvent.click(await screen.findByRole('button', { name: 'Glemt adgangskode?' }));
    await screen.findByText(/^Der er ikke lavet en gendannelsesnøgle/u);
    expect(screen.queryByLabelText('Gendannelsesnøgle')).toBeNull();
    press('Tilbage');
    await screen.findByLabelText('Adgangskode');
  });

  it('says that the file is damaged and kept, and restores a copy that can be read', async () => {
    const fake = open({ damaged: true }, { 'backups.restore': async () => ({ ...locked, state: 'open', gone: [] }) });
    await screen.findByRole('heading', { name: 'Filen er beskadiget' });
    expect(screen.getByText(/^Den er ikke rørt og bliver gemt/u)).toBeTruthy();
    expect(await screen.findAllByRole('radio')).toHaveLength(2);
    fireEvent.click(screen.getByRole('radio', { name: /^20-11-2025/u }));
    await screen.findByText(/^Den fil, der ikke kan åbnes, bliver først gemt/u);
    type('Adgangskoden, som den var dengang', 'rigtig hest batteri');
    type('Skriv GENDAN for at bekræfte', 'GENDAN');
    press('Gendan');
    await waitFor(() =>
      expect(fake.inputsOf('backups.restore')).toEqual([
        { id: 'tilsyn-2025-11-21.ltdb', passphrase: 'rigtig hest batteri' },
      ]),
    );
  });

  it('leads to the copies when the damage shows only after the passphrase', async () => {
    open(
      {},
      {
        'workspace.unlock': async () => {
          throw new AppError('file-damaged', 'the tag fails');
        },
        'backups.list': async () => [],
      },
    );
    fireEvent.change(await screen.findByLabelText('Adgangskode'), { target: { value: 'rigtig hest batteri' } });
    press('Lås op');
    fireEvent.click(await screen.findByRole('button', { name: 'Se sikkerhedskopierne' }));
    await screen.findByText(/^Der er ingen sikkerhedskopi, der kan læses/u);
  });

  it.each([
    ['synced', 'Arbejdsmappen ligger i en synkroniseret mappe'],
    ['share', 'Arbejdsmappen ligger på et fællesdrev'],
  ] as const)('warns of a folder that other computers write to: %s', async (place, words) => {
    open({ place });
    await screen.findByText(words);
  });
});
