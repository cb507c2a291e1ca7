import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';

import { choices, summaries } from '../compile/some-rounds.ts';
import { aRound } from '../sampling/a-round.ts';
import { field, openReports, region } from './report-room.ts';

const newest = { roundId: 'r23', with: ['r22', 'r21', 'r20'] };

const openSet = async () => {
  const fake = openReports({
    'sampling.rounds': async () => summaries,
    'compile.choices': async () => ({ rounds: choices }),
  });
  await screen.findByText('Indhold political');
  return fake;
};

const together = async () => {
  const fake = await openSet();
  fireEvent.click(screen.getByRole('button', { name: 'Flere runder samlet' }));
  await waitFor(() => expect(fake.inputsOf('report.preview').at(-1)).toMatchObject(newest));
  await screen.findByText('Indhold political');
  return fake;
};

describe('a report over several rounds', () => {
  it('is of the newest quarter at first, and of one round again when that is asked', async () => {
    const fake = await together();
    expect(screen.getByText('59 af 64 sager er lukket.')).toBeTruthy();
    const round = screen.getByRole<HTMLSelectElement>('combobox', { name: 'Runde' });
    expect(round.selectedOptions[0]?.text).toBe('4 runder samlet');
    fireEvent.click(screen.getByRole('button', { name: 'Kun én runde' }));
    await waitFor(() =>
      expect(fake.inputsOf('report.preview').at(-1)).toEqual({ roundId: 'r23', kind: 'political', rows: 200 }),
    );
    expect(screen.queryByRole('region', { name: 'Hvilke runder?' })).toBeNull();
  });

  it('is of the rounds of a unit, for any reader, and its file says that they stand together', async () => {
    const fake = await together();
    fireEvent.click(screen.getByRole('radio', { name: 'Til ledelsen' }));
    await screen.findByText('Indhold administrative');
    const rounds = within(await region('Hvilke runder?'));
    fireEvent.change(rounds.getByRole('combobox', { name: 'Periode' }), { target: { value: '2025' } });
    fireEvent.change(rounds.getByRole('combobox', { name: 'Enhed' }), { target: { value: '=Familieafdeling Syd' } });
    const unit = { roundId: 'r22', with: ['r12', 'r02'] };
    await waitFor(() =>
      expect(fake.inputsOf('report.preview').at(-1)).toEqual({ ...unit, kind: 'administrative', rows: 200 }),
    );
    await screen.findByText('Indhold administrative');
    fireEvent.click(screen.getByRole('button', { name: 'Gem som Excel' }));
    const name = 'ledelsesrapport-samlet-2025-11-03.xlsx';
    expect(await screen.findByText(`Gemt: ${name}`)).toBeTruthy();
    expect(fake.inputsOf('report.write')).toEqual([
      { ...unit, kind: 'administrative', target: { ref: 'target', name } },
    ]);
    fireEvent.change(rounds.getByRole('combobox', { name: 'Enhed' }), { target: { value: '*' } });
    await waitFor(() => expect(screen.queryByText(`Gemt: ${name}`)).toBeNull());
  });

  it('has the teams of all its rounds, and words of its own', async () => {
    const fake = await together();
    expect(fake.inputsOf('report.words').at(-1)).toEqual(newest);
    fireEvent.change(field('Hovedbudskab'), { target: { value: 'Vores budskab' } });
    fireEvent.click(screen.getByRole('button', { name: 'Gem teksten' }));
    await waitFor(() => expect(fake.inputsOf('report.setWords').at(-1)).toMatchObject(newest));
    fireEvent.click(screen.getByRole('radio', { name: 'Til lederen' }));
    await screen.findByRole('combobox', { name: 'Team' });
    expect(fake.inputsOf('report.teams').at(-1)).toEqual(newest);
  });

  it('is not offered where there is one round alone, or where the others cannot be told', async () => {
    openReports();
    await screen.findByText('Indhold political');
    expect(screen.queryByRole('button', { name: 'Flere runder samlet' })).toBeNull();
  });

  it('of no rounds is none: the choice stays', async () => {
    await together();
    fireEvent.click(screen.getByRole('button', { name: 'Vælg enkeltvis' }));
    fireEvent.click(screen.getByRole('checkbox', { name: 'Alle i 4. kvartal 2025' }));
    expect(await screen.findByText('Ingen runder er valgt.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Gem som Excel' })).toBeNull();
  });
});

describe('a round that was received', () => {
  it('has the reports of its own readers alone, and says where the others are made', async () => {
    const fake = openReports({
      'sampling.rounds': async () => [aRound({ role: 'received', unit: 'Nord' }), aRound({ roundId: 'round-10' })],
    });
    const choice = await screen.findByRole('radiogroup', { name: 'Hvem skal læse den?' });
    const names = () =>
      within(choice)
        .getAllByRole('radio')
        .map(({ parentElement }) => parentElement?.parentElement?.textContent);
    expect(names()).toHaveLength(2);
    await screen.findByText('Indhold leader');
    expect(screen.getByText(/laves hos den, der samler den/u)).toBeTruthy();
    fireEvent.change(screen.getByRole('combobox', { name: 'Runde' }), { target: { value: 'round-10' } });
    await screen.findByText('Indhold political');
    expect(fake.inputsOf('report.preview').map((input) => (input as { kind: string }).kind)).not.toContain(
      'administrative',
    );
  });
});
