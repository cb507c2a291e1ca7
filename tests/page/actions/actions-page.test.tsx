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
  action('For længst', { due: '2025-11-18', kind: 'practice', caseId: null, category: 'workflows' }),
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
const show = async (filter: RegExp) => fireEvent.click(await screen.findByRole('radio', { name: filter }));

describe('Handlinger', () => {
  it('are shown open ones first: critical, then by deadline, those without one last', async () => {
    open(register);
    expect(await texts('Åbne')).toEqual(['Kritisk i går', 'Kritisk senere', 'For længst', 'Snart', 'Uden frist']);
    expect((await panel('Åbne')).textContent).toContain('5 åbne, 2 kritiske');
  });

  it('are narrowed to those over their deadline, those that wait for a measure, and those done, with their numbers', async () => {
    open(register);
    await show(/^Over frist \(2\)$/u);
    expect(await texts('Over frist')).toEqual(['Kritisk i går', 'For længst']);
    await show(/^Venter på måling \(1\)$/u);
    expect(await texts('Venter på måling')).toEqual(['For længst']);
    await show(/^Udført \(1\)$/u);
    expect(await texts('Udført')).toEqual(['Gjort']);
    expect((await lines('Udført'))[0]!.textContent).toContain('udført 02-11-2025');
  });

  it('tell deadline, owner, place and recommendation in words', async () => {
    open(register);
    await screen.findByText('Frist overskredet med 1 dag');
    const [late, critical, practice, soon, never] = (await lines('Åbne')).map(({ textContent }) => textContent!);
    expect(late).toContain('Kritisk');
    expect(late).toContain('Frist overskredet med 1 dag');
    expect(critical).toContain('frist 01-12-2025');
    expect(critical).toContain('ingen ansvarlig');
    expect(practice).toContain('Frist overskredet med 3 dage');
    expect(practice).toContain('Praksis: Klare arbejdsgange');
    expect(soon).toContain('frist 22-11-2025');
    expect(never).toContain('ingen frist');
  });

  it('are done and opened again with one click each', async () => {
    const fake = open([action('Eneste', { due: '2025-11-22' })]);
    fireEvent.click(within((await lines('Åbne'))[0]!).getByRole('button', { name: 'Udført' }));
    expect(await screen.findByText('Ingen åbne handlinger.')).toBeTruthy();
    await show(/^Udført \(1\)$/u);
    expect((await lines('Udført'))[0]!.textContent).toContain('udført 21-11-2025');
    fireEvent.click(within((await lines('Udført'))[0]!).getByRole('button', { name: 'Åbn igen' }));
    expect(await screen.findByText('Ingen handlinger er udført endnu.')).toBeTruthy();
    expect(fake.inputsOf('review.setActionDone')).toEqual([
      { id: 'Eneste', done: true, measuredIn: null },
      { id: 'Eneste', done: false, measuredIn: null },
    ]);
  });

  const practice = action('Ny skabelon', { kind: 'practice', caseId: null, category: 'workflows' });
  const measure = (roundId: string, yes: number, n: number) => ({ roundId, yes, n });

  it('of the practice are closed by a later sample, with before and after and what the two can say', async () => {
    const before = measure('round-11', 12, 30);
    const fake = open([practice], {
      'review.measures': async () => ({
        question: 'Kan en ny rådgiver forstå sagen?',
        before,
        later: [
          { name: 'Forår', asOf: '2026-04-01', measure: measure('round-13', 24, 30) },
          { name: '', asOf: '2026-01-15', measure: measure('round-12', 15, 30) },
        ],
      }),
    });
    const line = (await lines('Åbne'))[0]!;
    expect(within(line).queryByRole('button', { name: 'Udført' })).toBeNull();
    fireEvent.click(within(line).getByRole('button', { name: 'Luk med ny måling' }));
    const choice = await screen.findByRole('region', { name: 'Hvilken senere stikprøve viser ændringen?' });
    const [better, unsure] = (await within(choice).findAllByRole('listitem')).map(({ textContent }) => textContent!);
    expect(better).toContain('12 af 30 ja → 24 af 30 ja');
    // By hand, Newcombe's method 10: 0.8 - 0.4 with Wilson's intervals 0.627-0.905 and 0.246-0.577.
    expect(better).toContain('Flere sager opfylder det nu. Forskellen er mellem 15 og 59 procentpoint');
    expect(unsure).toContain('Runden pr. 15-01-2026');
    expect(unsure).toContain('Ingen sikker ændring');
    fireEvent.click(screen.getByRole('button', { name: 'Luk med Forår (pr. 01-04-2026)' }));
    await waitFor(() =>
      expect(fake.inputsOf('review.setActionDone')).toEqual([
        { id: 'Ny skabelon', done: true, measuredIn: 'round-13' },
      ]),
    );
  });

  it('of the practice stay open, in words, while nothing later has measured them', async () => {
    open([practice], {
      'review.measures': async () => ({ question: 'Journal?', before: measure('round-11', 12, 30), later: [] }),
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Luk med ny måling' }));
    expect(await screen.findByText(/^Der er ingen senere stikprøve/u)).toBeTruthy();
  });

  it('that were measured keep saying what the measure was', async () => {
    const measured = { before: measure('round-11', 12, 30), after: measure('round-12', 12, 30) };
    open([{ ...practice, done: '2025-11-20', measured }]);
    await show(/^Udført \(1\)$/u);
    const [done] = await lines('Udført');
    expect(done!.textContent).toContain('12 af 30 ja → 12 af 30 ja');
    expect(done!.textContent).toContain('Ingen sikker ændring');
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
    const { id, critical, created, done, measured, ...draft } = action('Tal med barnet', { due: '2025-11-24' });
    expect(fake.inputsOf('review.saveAction')).toEqual([
      { id: 'Tal med barnet', action: { ...draft, text: 'Tal med barnet i dag' } },
    ]);
    expect([id, critical, created, done, measured]).toHaveLength(5);
  });

  it('of the whole practice are made here; without text there is nothing to save, without a recommendation it says so', async () => {
    const fake = open([]);
    fireEvent.click(await screen.findByRole('button', { name: 'Ny handling for praksis' }));
    const save = screen.getByRole<HTMLButtonElement>('button', { name: 'Gem handling' });
    expect(save.disabled).toBe(true);
    fireEvent.change(screen.getByLabelText('Hvad skal der ske?'), { target: { value: 'Ny skabelon' } });
    fireEvent.click(save);
    expect(await screen.findByText(/^Vælg, hvilken af de otte anbefalinger/u)).toBeTruthy();
    expect(fake.inputsOf('review.saveAction')).toEqual([]);
    const category = screen.getByLabelText(/^Hvilken anbefaling/u);
    expect(within(category).getAllByRole('option')).toHaveLength(9);
    fireEvent.change(category, { target: { value: 'journal-practice' } });
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
          category: 'journal-practice',
        },
      },
    ]);
    expect(screen.queryByRole('button', { name: 'Gem handling' })).toBeNull();
  });

  it('on a finding become a change of practice by one switch, which asks for the recommendation', async () => {
    const fake = open([action('Tal med barnet')]);
    fireEvent.click(within((await lines('Åbne'))[0]!).getByRole('button', { name: 'Ret' }));
    expect(screen.queryByLabelText(/^Hvilken anbefaling/u)).toBeNull();
    fireEvent.click(screen.getByRole('radio', { name: 'Ændr praksis' }));
    fireEvent.change(screen.getByLabelText(/^Hvilken anbefaling/u), { target: { value: 'competence' } });
    fireEvent.click(screen.getByRole('button', { name: 'Gem handling' }));
    await waitFor(() => expect(fake.inputsOf('review.saveAction')).toHaveLength(1));
    expect(fake.inputsOf('review.saveAction')[0]).toMatchObject({
      action: { kind: 'practice', category: 'competence' },
    });
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
