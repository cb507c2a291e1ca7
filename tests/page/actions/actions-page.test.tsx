import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';

import { AppError } from '#shared/contract/errors.ts';
import type { Handlers } from '#shared/contract/operations.ts';
import type { Action } from '#shared/domain/review/action.ts';

import { renderApp } from '../render-app.tsx';
import { aRound } from '../sampling/a-round.ts';

const action = (text: string, part: Partial<Action> = {}): Action => ({
  id: text,
  roundId: 'round-11',
  caseId: '2025-00012',
  itemId: 'journal',
  kind: 'case',
  text,
  owner: 'Afdelingsleder',
  due: null,
  critical: false,
  created: '2025-11-12T08:00:00',
  done: null,
  category: null,
  measured: null,
  ...part,
});

const register = [
  action('Uden frist'),
  action('Snart', { due: '2025-11-22' }),
  action('Gjort', { due: '2025-11-01', done: '2025-11-02' }),
  action('Kritisk senere', { critical: true, due: '2025-12-01', owner: '' }),
  action('For længst', { due: '2025-11-18', kind: 'practice', caseId: null }),
  action('Kritisk i går', { critical: true, due: '2025-11-20' }),
];

function open(start: readonly Action[], more: Partial<Handlers> = {}) {
  let list = start;
  const keep = (next: Action): Action => {
    list = [...list.filter(({ id }) => id !== next.id), next];
    fake.announce({ name: 'stage-changed', stage: 'review' });
    return next;
  };
  const fake = renderApp(
    {
      'review.actions': async () => list,
      'sampling.rounds': async () => [aRound()],
      'review.saveAction': async ({ id, action: draft }) =>
        keep({ ...action('ny'), ...list.find((old) => old.id === id), ...draft, id: id ?? 'ny' }),
      'review.setActionDone': async ({ id, done }) =>
        keep({ ...list.find((old) => old.id === id)!, done: done ? '2025-11-21' : null }),
      ...more,
    },
    { page: 'actions', params: {} },
  );
  return fake;
}

const panel = (name: string) => screen.findByRole('region', { name });
const lines = async (name: string): Promise<HTMLElement[]> => within(await panel(name)).getAllByRole('listitem');
const texts = async (name: string) => (await lines(name)).map((line) => line.querySelector('p')!.textContent);

describe('Handlinger', () => {
  it('stand critical first, then by deadline, those without one last, done ones apart', async () => {
    open(register);
    expect(await texts('Åbne')).toEqual(['Kritisk i går', 'Kritisk senere', 'For længst', 'Snart', 'Uden frist']);
    expect(await texts('Udført')).toEqual(['Gjort']);
    expect((await panel('Åbne')).textContent).toContain('5 åbne, 2 kritiske');
  });

  it('tell deadline, owner and place in words', async () => {
    open(register);
    await screen.findByText('Frist overskredet med 1 dag');
    const [late, critical, practice, soon, never] = (await lines('Åbne')).map(({ textContent }) => textContent!);
    expect(late).toContain('Kritisk');
    expect(late).toContain('Frist overskredet med 1 dag');
    expect(critical).toContain('frist 01-12-2025');
    expect(critical).toContain('ingen ansvarlig');
    expect(practice).toContain('Frist overskredet med 3 dage');
    expect(practice).toContain('Praksis');
    expect(soon).toContain('frist 22-11-2025');
    expect(never).toContain('ingen frist');
    expect((await lines('Udført'))[0]!.textContent).toContain('udført 02-11-2025');
  });

  it('are done and opened again with one click each', async () => {
    const fake = open([action('Eneste', { due: '2025-11-22' })]);
    fireEvent.click(within((await lines('Åbne'))[0]!).getByRole('button', { name: 'Udført' }));
    expect(await screen.findByText('Ingen åbne handlinger.')).toBeTruthy();
    expect((await lines('Udført'))[0]!.textContent).toContain('udført 21-11-2025');
    fireEvent.click(within((await lines('Udført'))[0]!).getByRole('button', { name: 'Åbn igen' }));
    await waitFor(() => expect(screen.queryByRole('region', { name: 'Udført' })).toBeNull());
    expect(fake.inputsOf('review.setActionDone')).toEqual([
      { id: 'Eneste', done: true },
      { id: 'Eneste', done: false },
    ]);
  });

  it('say on the line what could not be saved', async () => {
    open(register, {
      'review.setActionDone': async () => {
        throw new AppError('disk-full', 'no room');
      },
    });
    const line = (await lines('Åbne'))[3]!;
    fireEvent.click(within(line).getByRole('button', { name: 'Udført' }));
    expect(await within(line).findByText('Der er ikke plads på disken')).toBeTruthy();
  });

  it('are changed in place', async () => {
    const fake = open([action('Tal med barnet', { critical: true, due: '2025-11-22' })]);
    fireEvent.click(within((await lines('Åbne'))[0]!).getByRole('button', { name: 'Ret' }));
    fireEvent.change(screen.getByLabelText('Hvad skal der ske?'), { target: { value: 'Tal med barnet i dag' } });
    fireEvent.change(screen.getByLabelText('Frist'), { target: { value: '24-11-2025' } });
    fireEvent.click(screen.getByRole('button', { name: 'Gem handling' }));
    await screen.findByText('Tal med barnet i dag');
    const { id, critical, created, done, ...draft } = action('Tal med barnet', { due: '2025-11-24' });
    expect(fake.inputsOf('review.saveAction')).toEqual([
      { id: 'Tal med barnet', action: { ...draft, text: 'Tal med barnet i dag' } },
    ]);
    expect([id, critical, created, done]).toHaveLength(4);
  });

  it('of the whole practice are made here; without text there is nothing to save', async () => {
    const fake = open([]);
    fireEvent.click(await screen.findByRole('button', { name: 'Ny handling for praksis' }));
    const save = screen.getByRole<HTMLButtonElement>('button', { name: 'Gem handling' });
    expect(save.disabled).toBe(true);
    fireEvent.change(screen.getByLabelText('Hvad skal der ske?'), { target: { value: 'Ny skabelon' } });
    fireEvent.click(save);
    expect(await texts('Åbne')).toEqual(['Ny skabelon']);
    expect(fake.inputsOf('review.saveAction')).toEqual([
      {
        id: null,
        action: {
          roundId: 'round-11',
          caseId: null,
          itemId: null,
          kind: 'practice',
          text: 'Ny skabelon',
          owner: '',
          due: null,
        },
      },
    ]);
    expect(screen.queryByRole('button', { name: 'Gem handling' })).toBeNull();
  });

  it('lead to their case', async () => {
    open(register);
    fireEvent.click(within((await lines('Åbne'))[0]!).getByRole('button', { name: 'Sag 2025-00012' }));
    expect(window.history.state).toMatchObject({
      route: { page: 'review', params: { roundId: 'round-11', caseId: '2025-00012' } },
    });
  });

  it('are told to come from the review while there are none', async () => {
    open([]);
    expect(await screen.findByText(/^Der er ingen handlinger endnu/u)).toBeTruthy();
    expect(await screen.findByRole('button', { name: 'Gå til gennemgang' })).toBeTruthy();
  });
});
