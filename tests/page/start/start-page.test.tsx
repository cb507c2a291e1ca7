import { fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';

import { AppError } from '#shared/contract/errors.ts';
import type { Overview } from '#shared/contract/workspace.ts';

import { sortByDue } from '../../../renderer/pages/start/critical-panel.tsx';
import { dueWords } from '../../../renderer/pages/start/due-words.ts';
import { actions, demoSummary } from '../harness/demo-data.ts';
import { demoHandlers } from '../harness/demo-handlers.ts';
import { renderApp } from '../render-app.tsx';

const overview: Overview = {
  today: '2025-11-21',
  openActions: actions,
  imports: 1,
  retention: [],
  round: { id: 'round-11', name: 'runde 11', drawn: 12, closed: 2, started: 1, nextCaseId: '2025-00092' },
};

describe('Overblik', () => {
  it('is one sentence and two ways on when nothing is there; the example shows its progress and ends at Sager', async () => {
    let finish = (): void => undefined;
    const fake = renderApp({
      ...demoHandlers('empty'),
      'importing.example': async (_input, call) => {
        call.report({ done: 400, total: 1000, label: 'reading' });
        await new Promise<void>((resolve) => {
          finish = resolve;
        });
        return demoSummary({ importId: 'example', example: true });
      },
    });
    expect(await screen.findByRole('button', { name: 'Hent udtræk' })).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Prøv med eksempeldata' }));
    expect(await screen.findByText('40 %')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Annuller' })).toBeTruthy();
    finish();
    await screen.findByRole('heading', { level: 1, name: 'Sager' });
    expect(fake.inputsOf('importing.example')).toHaveLength(1);
  });

  it('says what went wrong with the example and lets one try again', async () => {
    let attempts = 0;
    renderApp({
      ...demoHandlers('empty'),
      'importing.example': async () => {
        attempts += 1;
        if (attempts === 1) {
          throw new AppError('disk-full', 'no room');
        }
        return demoSummary();
      },
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Prøv med eksempeldata' }));
    expect(await screen.findByText('Der er ikke plads på disken')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Prøv igen' }));
    await screen.findByRole('heading', { level: 1, name: 'Sager' });
  });

  it('puts the critical action that is most overdue first, and counts the others', async () => {
    renderApp({ ...demoHandlers('month'), 'workspace.overview': async () => overview });
    const panel = await screen.findByRole('region', { name: 'Åbne kritiske handlinger' });
    const lines = within(panel).getAllByRole('listitem');
    expect(lines).toHaveLength(3);
    expect(lines[0]!.textContent).toContain('Sag 2025-00092');
    expect(lines[0]!.textContent).toContain('3 dage over frist');
    expect(lines[1]!.textContent).toContain('frist i dag');
    expect(lines[2]!.textContent).toContain('ingen ansvarlig');
    expect(within(panel).getByText('1 anden åben handling')).toBeTruthy();
  });

  it('shows the changes of practice that wait for a measure, and leads to them', async () => {
    renderApp({
      ...demoHandlers('month'),
      'workspace.overview': async () => overview,
      'review.actions': async () => actions,
    });
    const panel = await screen.findByRole('region', { name: 'Praksis, der skal måles igen' });
    const [only, ...others] = within(panel).getAllByRole('listitem');
    expect(only!.textContent).toContain('Fast skabelon for samtale før afgørelse');
    expect(only!.textContent).toContain('ingen frist');
    expect(others).toEqual([]);
    fireEvent.click(within(panel).getByRole('button', { name: 'Se ændringerne' }));
    expect(await screen.findByRole('region', { name: 'Venter på måling' })).toBeTruthy();
  });

  it('says nothing of measuring when no change of practice waits for it', async () => {
    const cases = actions.filter(({ kind }) => kind === 'case');
    renderApp({ ...demoHandlers('month'), 'workspace.overview': async () => ({ ...overview, openActions: cases }) });
    await screen.findByRole('region', { name: 'Din måned' });
    expect(screen.queryByRole('region', { name: 'Praksis, der skal måles igen' })).toBeNull();
  });

  it('goes to the next case with one click', async () => {
    renderApp({ ...demoHandlers('month'), 'workspace.overview': async () => overview });
    const month = await screen.findByRole('region', { name: 'Din måned' });
    expect(month.textContent).toContain('2 af 12 sager er gennemgået');
    expect(month.textContent).toContain('1 i gang, 9 tilbage');
    fireEvent.click(within(month).getByRole('button', { name: 'Næste sag 2025-00092' }));
    expect(window.history.state).toMatchObject({
      route: { page: 'review', params: { roundId: 'round-11', caseId: '2025-00092' } },
    });
  });

  it('sends one to the report when all is read, and to the draw when nothing is drawn', async () => {
    renderApp({
      ...demoHandlers('month'),
      'workspace.overview': async () => ({ ...overview, round: { ...overview.round!, closed: 12, nextCaseId: null } }),
    });
    expect(await screen.findByRole('button', { name: 'Se rapporten' })).toBeTruthy();
    expect(screen.getByText('Alle sager i runden er gennemgået.')).toBeTruthy();
  });

  it('says in place that it could not be read', async () => {
    renderApp(demoHandlers('failing'));
    const alert = await screen.findByText('Filen kunne ikke læses');
    expect(alert.closest('[role=alert]')).not.toBeNull();
    expect(screen.getByRole('navigation', { name: 'Sider' })).toBeTruthy();
  });
});

describe('due dates', () => {
  it.each([
    ['2025-11-20', '1 dag over frist', true],
    ['2025-11-21', 'frist i dag', false],
    ['2025-11-22', 'frist 22-11-2025', false],
    [null, 'ingen frist', false],
  ])('%s is told as "%s"', (due, words, overdue) => {
    expect(dueWords(due, '2025-11-21')).toEqual({ words, overdue });
  });

  it('stand earliest first, those without a date last', () => {
    const dates = sortByDue(actions).map(({ due }) => due);
    expect(dates).toEqual(['2025-11-18', '2025-11-21', '2025-12-01', null]);
  });
});
