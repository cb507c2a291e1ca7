import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';

import { demoSummary } from '../harness/demo-data.ts';
import { demoHandlers } from '../harness/demo-handlers.ts';
import { renderApp } from '../render-app.tsx';
import { chooseFile, files, route } from './importing-screen.ts';

const done = { 'importing.run': async () => demoSummary({ importId: 'import-3' }) };

describe('what a new list changes', () => {
  it('is said when the file is read, and each count opens the cases', async () => {
    const fake = renderApp({ ...demoHandlers('month'), ...done }, route, files);
    await chooseFile();
    expect(screen.queryByRole('region', { name: 'Siden sidste liste' })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Læs filen' }));
    const since = await screen.findByRole('region', { name: 'Siden sidste liste' });
    expect(since.textContent).toMatch(/31 nye.*12 væk.*204 ændrede.*18 gennemgået før/);
    expect(fake.inputsOf('population.compare').at(0)).toEqual({ importId: 'import-3' });
    fireEvent.click(screen.getByRole('button', { name: '12 væk' }));
    expect(await screen.findByText(/2024-00007, 2024-00009/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '31 nye' }));
    await screen.findByRole('heading', { level: 1, name: 'Sager' });
    expect(await screen.findByText('Kun: nye sager')).toBeTruthy();
    await waitFor(() => expect(fake.inputsOf('population.list').at(-1)).toMatchObject({ since: 'fresh' }));
  });

  it('is not said for the first list', async () => {
    const none = { count: 0, caseIds: [] };
    const compare = async ({ importId }: { importId: string }) => ({
      importId,
      earlier: null,
      fresh: none,
      gone: none,
      changed: none,
      changedFields: null,
      reviewed: { count: 0, cases: [] },
    });
    const fake = renderApp({ ...demoHandlers('empty'), ...done, 'population.compare': compare }, route, files);
    await chooseFile();
    fireEvent.click(screen.getByRole('button', { name: 'Læs filen' }));
    await screen.findByRole('button', { name: 'Se datokontrollen' });
    await waitFor(() => expect(fake.inputsOf('population.compare')).not.toHaveLength(0));
    expect(screen.queryByRole('region', { name: 'Siden sidste liste' })).toBeNull();
  });
});
