import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';

import { demoHandlers } from '../harness/demo-handlers.ts';
import { renderApp } from '../render-app.tsx';

const route = { page: 'settings', params: {} } as const;

describe('Indstillinger', () => {
  it('puts colours and keys in force at once and keeps them', async () => {
    const fake = renderApp(demoHandlers('month'), route);
    fireEvent.click(await screen.findByRole('radio', { name: 'Mørke' }));
    await waitFor(() => expect(document.documentElement.dataset['mantineColorScheme']).toBe('dark'));
    fireEvent.click(screen.getByRole('switch', { name: /^Genveje med ét bogstav eller tal/ }));
    await waitFor(() =>
      expect(fake.inputsOf('system.setSettings')).toEqual([
        { colorScheme: 'dark', singleKeys: true, screenCapture: false, lockAfterMinutes: 15 },
        { colorScheme: 'dark', singleKeys: false, screenCapture: false, lockAfterMinutes: 15 },
      ]),
    );
  });

  it('saves the names and says so', async () => {
    const fake = renderApp(demoHandlers('month'), route);
    const field = await screen.findByLabelText('Dit navn');
    fireEvent.change(field, { target: { value: 'Anders And' } });
    fireEvent.click(screen.getByRole('button', { name: 'Gem navne' }));
    expect(await screen.findByText('Navnene er gemt.')).toBeTruthy();
    expect(fake.inputsOf('workspace.settings')).toMatchObject([{ reviewer: 'Anders And' }]);
  });

  it('says where the data lie and that there is no network', async () => {
    renderApp(demoHandlers('month'), route);
    expect(await screen.findByText('C:\\Users\\mette\\AppData\\Local\\Ledelsestilsyn')).toBeTruthy();
    expect(screen.getByText(/sender og henter ikke noget over nettet/)).toBeTruthy();
  });
});
