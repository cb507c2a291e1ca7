import { fireEvent, screen } from '@testing-library/react';
import { expect, it } from 'vitest';

import { renderApp } from '../render-app.tsx';

it('says where the data and the log lie, and that the log may be read and deleted', async () => {
  const about = { program: 'Ledelsestilsyn', version: '1.2.3', host: 'electron' } as const;
  const places = { workspaceFolder: '/data/workspace', logFile: '/data/logs/ledelsestilsyn.log' };
  renderApp({ 'system.about': async () => ({ ...about, ...places }) });
  fireEvent.click(await screen.findByRole('button', { name: 'Indstillinger' }));
  const log = await screen.findByText('Fejllog');
  expect(log.nextElementSibling?.textContent).toBe(
    '/data/logs/ledelsestilsyn.logKun koder og tidspunkter, ingen sager. Du må gerne læse og slette den.',
  );
  expect(screen.getByText('/data/workspace')).toBeTruthy();
});
