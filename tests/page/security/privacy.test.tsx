import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { demoHandlers } from '../harness/demo-handlers.ts';
import { renderApp } from '../render-app.tsx';

afterEach(() => vi.useRealTimers());

const hideNames = (): void => void fireEvent.keyDown(document.body, { key: 'F9' });
const workers = /Rosa Riis|Åse Bæk|Bo Dahl/u;

describe('hiding names by one key', () => {
  it('replaces them in the list, in titles and in the open case, and brings them back', async () => {
    renderApp(demoHandlers('month'), { page: 'population', params: {} });
    await screen.findAllByText('Rosa Riis');
    hideNames();
    await screen.findAllByText(/^Rådgiver\s[A-Z]$/u);
    fireEvent.click(screen.getByRole('button', { name: '2025-00033' }));
    await screen.findByText('Sagens forløb');
    for (const show of screen.getAllByRole('button', { name: /^Vis (barn|cpr)/iu })) fireEvent.click(show);
    await screen.findByText(/^CPR-nummer\s1$/u);
    expect(document.body.innerHTML).not.toMatch(workers);
    expect(document.body.innerHTML).not.toMatch(/\d{6}-\d{4}/u);
    expect(screen.getByRole('button', { name: /^Skjul navne/u }).getAttribute('aria-pressed')).toBe('true');
    hideNames();
    await screen.findAllByText('Rosa Riis');
  });

  it('keeps them hidden from page to page', async () => {
    renderApp(demoHandlers('month'));
    await screen.findAllByText(/Rosa Riis/u);
    hideNames();
    await waitFor(() => expect(document.body.textContent).not.toMatch(workers));
    const rail = screen.getByRole('navigation', { name: 'Sider' });
    fireEvent.click(within(rail).getByRole('button', { name: 'Sager' }));
    await screen.findAllByText(/^Rådgiver\s[A-Z]$/u);
    expect(document.body.innerHTML).not.toMatch(workers);
  });

  it('shows a word in a field and saves the name', async () => {
    const handlers = demoHandlers('month');
    const fake = renderApp(
      {
        ...handlers,
        'workspace.settings': async (names) => ({
          ...(await fake.context.application['workspace.status']({})),
          ...names,
        }),
      },
      { page: 'settings', params: {} },
    );
    await screen.findByDisplayValue('Mette Leder');
    hideNames();
    await screen.findByDisplayValue(/^Læser\sA$/u);
    fireEvent.click(screen.getByRole('button', { name: 'Gem navne' }));
    await waitFor(() => expect(fake.inputsOf('workspace.settings')).toMatchObject([{ reviewer: 'Mette Leder' }]));
  });
});

describe('the lock after idle time', () => {
  const minutes = 60_000;

  it('warns half a minute before, is stopped by any key, and locks when nobody comes', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true, toFake: ['setInterval', 'clearInterval', 'Date'] });
    const fake = renderApp({ 'workspace.lock': async () => fake.context.application['workspace.status']({}) });
    await screen.findByRole('heading', { level: 1 });
    act(() => void vi.advanceTimersByTime(14.6 * minutes));
    await screen.findByText(/^Arbejdsmappen låses om \d+ sekunder\.$/u);
    fireEvent.keyDown(document.body, { key: 'j' });
    await waitFor(() => expect(screen.queryByText(/^Arbejdsmappen låses om/u)).toBeNull());
    act(() => void vi.advanceTimersByTime(14.6 * minutes));
    await screen.findAllByText(/^Arbejdsmappen låses om/u);
    expect(fake.inputsOf('workspace.lock')).toEqual([]);
    act(() => void vi.advanceTimersByTime(0.5 * minutes));
    await waitFor(() => expect(fake.inputsOf('workspace.lock')).toEqual([{}]));
  });

  it('locks at once after the computer has slept', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true, toFake: ['setInterval', 'clearInterval', 'Date'] });
    const fake = renderApp({ 'workspace.lock': async () => fake.context.application['workspace.status']({}) });
    await screen.findByRole('heading', { level: 1 });
    vi.setSystemTime(Date.now() + 3 * 60 * minutes);
    act(() => void vi.advanceTimersByTime(1_000));
    await waitFor(() => expect(fake.inputsOf('workspace.lock')).toEqual([{}]));
  });

  it('locks at once when the computer says that the person leaves', async () => {
    const fake = renderApp({ 'workspace.lock': async () => fake.context.application['workspace.status']({}) });
    await screen.findByRole('heading', { level: 1 });
    act(() => fake.announce({ name: 'workspace-changed' }));
    expect(fake.inputsOf('workspace.lock')).toEqual([]);
    act(() => fake.announce({ name: 'leaving' }));
    await waitFor(() => expect(fake.inputsOf('workspace.lock')).toEqual([{}]));
  });

  it('waits with locking until what was typed is saved', async () => {
    let saved: () => void = () => undefined;
    const fake = renderApp(
      {
        ...demoHandlers('month'),
        'workspace.settings': () =>
          new Promise((resolve) => (saved = () => resolve(fake.context.application['workspace.status']({})))),
        'workspace.lock': async () => fake.context.application['workspace.status']({}),
      },
      { page: 'settings', params: {} },
    );
    fireEvent.click(await screen.findByRole('button', { name: 'Gem navne' }));
    await waitFor(() => expect(fake.inputsOf('workspace.settings')).toHaveLength(1));
    fireEvent.keyDown(document.body, { key: 'l', ctrlKey: true });
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(fake.inputsOf('workspace.lock')).toEqual([]);
    saved();
    await waitFor(() => expect(fake.inputsOf('workspace.lock')).toEqual([{}]));
  });
});

describe('Overblik', () => {
  it('reminds of rounds to delete and of a missing recovery key, and leads there', async () => {
    renderApp(demoHandlers('month'));
    await screen.findByText('Runde 3 skal slettes');
    expect(screen.getByText('Opbevaringen udløber 10-12-2025.')).toBeTruthy();
    fireEvent.click(await screen.findByRole('button', { name: 'Lav gendannelsesnøgle' }));
    await screen.findByRole('heading', { level: 1, name: 'Sikkerhed' });
  });
});
