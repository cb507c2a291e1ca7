import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';

import { AppError } from '#shared/contract/errors.ts';

import { aRound } from '../sampling/a-round.ts';
import { field, openReports, proposal, region } from './report-room.ts';

describe('the readers', () => {
  it('are five, each with who may see it; the chosen one says what is in it', async () => {
    openReports();
    const choice = await screen.findByRole('radiogroup', { name: 'Hvem skal læse den?' });
    expect(within(choice).getAllByRole('radio')).toHaveLength(5);
    expect(choice.textContent).toContain('Til lederenFortroligt · kun lederen');
    expect(choice.textContent).toContain('Til udvalgetMå offentliggøres');
    const chosen = await region('Til udvalget');
    expect(chosen.textContent).toContain('Må offentliggøres: ingen navne, ingen sagsnumre.');
    expect(screen.getByText('2 af 3 sager er lukket.')).toBeTruthy();
  });

  it('change the preview, the committee page first; each report begins at its first sheet', async () => {
    const fake = openReports();
    await screen.findByText('Indhold political');
    fireEvent.click(screen.getByRole('radio', { name: 'Metode' }));
    await screen.findByText('Sådan er det gjort');
    fireEvent.click(screen.getByRole('radio', { name: 'Til ledelsen' }));
    await screen.findByText('Indhold administrative');
    expect(screen.getByText('Klassifikation administrative')).toBeTruthy();
    expect(screen.queryByRole('region', { name: 'Udvalgets tekst' })).toBeNull();
    expect(screen.queryByRole('radiogroup', { name: 'Mindste gruppe' })).toBeNull();
    const wanted = { roundId: 'round-11', kind: 'administrative', rows: 200 };
    expect(fake.inputsOf('report.preview').at(-1)).toEqual(wanted);
  });

  it('are of the newest round until another is chosen', async () => {
    const fake = openReports();
    await screen.findByText('Indhold political');
    fireEvent.change(screen.getByRole('combobox', { name: 'Runde' }), { target: { value: 'round-10' } });
    await screen.findByText('3 af 3 sager er lukket.');
    await waitFor(() => expect(fake.inputsOf('report.preview').at(-1)).toMatchObject({ roundId: 'round-10' }));
  });

  it('say when nothing in the round has been closed yet', async () => {
    openReports({ 'sampling.rounds': async () => [aRound({ closed: 0 })] });
    expect(await screen.findByText(/^Ingen sager er lukket endnu/u)).toBeTruthy();
    expect(screen.queryByRole('combobox', { name: 'Runde' })).toBeNull();
  });

  it('send one to draw when there is no round', async () => {
    openReports({ 'sampling.rounds': async () => [] });
    fireEvent.click(await screen.findByRole('button', { name: 'Træk en stikprøve' }));
    await screen.findByRole('heading', { level: 1, name: 'Stikprøve' });
  });
});

describe("the leader's report", () => {
  it('is of all teams or of one, and its file says which', async () => {
    const fake = openReports();
    await screen.findByText('Indhold political');
    fireEvent.click(screen.getByRole('radio', { name: 'Til lederen' }));
    const team = await screen.findByRole<HTMLSelectElement>('combobox', { name: 'Team' });
    expect([...team.options].map(({ text }) => text)).toEqual(['Alle team', 'Modtagelsen', 'Team Ø & Nord']);
    await screen.findByText('Indhold leader');
    fireEvent.change(team, { target: { value: 'Team Ø & Nord' } });
    await screen.findByText('Indhold leader Team Ø & Nord');
    fireEvent.click(screen.getByRole('button', { name: 'Gem som Excel' }));
    expect(await screen.findByText('Gemt: lederrapport-team-ø-nord-2025-11-21.xlsx')).toBeTruthy();
    expect(fake.inputsOf('report.write')).toEqual([
      {
        roundId: 'round-11',
        kind: 'leader',
        team: 'Team Ø & Nord',
        target: { ref: 'target', name: 'lederrapport-team-ø-nord-2025-11-21.xlsx' },
      },
    ]);
  });

  it('asks for no team where the cases are of none', async () => {
    openReports({ 'report.teams': async () => [] });
    await screen.findByText('Indhold political');
    fireEvent.click(screen.getByRole('radio', { name: 'Til lederen' }));
    await screen.findByText('Indhold leader');
    expect(screen.queryByRole('combobox', { name: 'Team' })).toBeNull();
  });
});

describe('the smallest group', () => {
  it('is set for the committee, says what it does, and changes the preview at once', async () => {
    const fake = openReports();
    const choice = await screen.findByRole('radiogroup', { name: 'Mindste gruppe' });
    expect(screen.getByText(/^Tal om færre end 5 sager vises ikke/u)).toBeTruthy();
    await screen.findByText('Indhold political');
    const asked = fake.inputsOf('report.preview').length;
    fireEvent.click(within(choice).getByRole('radio', { name: '10 sager' }));
    expect(await screen.findByText(/^Tal om færre end 10 sager vises ikke/u)).toBeTruthy();
    expect(fake.inputsOf('report.setSettings')).toEqual([{ threshold: 10 }]);
    await waitFor(() => expect(fake.inputsOf('report.preview').length).toBeGreaterThan(asked));
  });

  it('that cannot be kept stays as it was, with the reason', async () => {
    openReports({
      'report.setSettings': async () => {
        throw new AppError('disk-full', 'no room');
      },
    });
    const choice = await screen.findByRole('radiogroup', { name: 'Mindste gruppe' });
    fireEvent.click(within(choice).getByRole('radio', { name: '3 sager' }));
    expect(await screen.findByText('Der er ikke plads på disken')).toBeTruthy();
    await waitFor(() =>
      expect(within(choice).getByRole<HTMLInputElement>('radio', { name: '5 sager' }).checked).toBe(true),
    );
  });
});

describe('the words of the committee page', () => {
  it('are proposed, changed line by line, and saved', async () => {
    const fake = openReports();
    await region('Udvalgets tekst');
    expect(field('Det skal blive bedre (én linje pr. punkt)').value).toBe('Planer til tiden\nOpfølgning');
    fireEvent.change(field('Hovedbudskab'), { target: { value: 'Mit budskab' } });
    fireEvent.change(field('Det virker (én linje pr. punkt)'), { target: { value: ' Et \n\n To\n' } });
    fireEvent.click(screen.getByRole('button', { name: 'Gem teksten' }));
    await waitFor(() => expect(field('Det virker (én linje pr. punkt)').value).toBe('Et\nTo'));
    expect(fake.inputsOf('report.setWords')).toEqual([
      { roundId: 'round-11', words: { ...proposal, conclusion: 'Mit budskab', works: ['Et', 'To'] } },
    ]);
    expect(field('Hovedbudskab').value).toBe('Mit budskab');
  });

  it('go back to the proposal', async () => {
    const fake = openReports();
    await region('Udvalgets tekst');
    fireEvent.change(field('Hovedbudskab'), { target: { value: 'Mit budskab' } });
    fireEvent.click(screen.getByRole('button', { name: 'Gem teksten' }));
    await waitFor(() => expect(fake.inputsOf('report.setWords')).toHaveLength(1));
    fireEvent.click(screen.getByRole('button', { name: 'Brug forslaget igen' }));
    await waitFor(() => expect(field('Hovedbudskab').value).toBe(proposal.conclusion));
    expect(fake.inputsOf('report.setWords').at(-1)).toEqual({ roundId: 'round-11', words: null });
  });

  it('go back to the proposal also while nothing is stored yet', async () => {
    openReports();
    await region('Udvalgets tekst');
    fireEvent.change(field('Hovedbudskab'), { target: { value: 'Mit udkast' } });
    fireEvent.click(screen.getByRole('button', { name: 'Brug forslaget igen' }));
    await waitFor(() => expect(field('Hovedbudskab').value).toBe(proposal.conclusion));
  });

  it('that cannot be saved stay as they were written, with the reason', async () => {
    openReports({
      'report.setWords': async () => {
        throw new AppError('disk-full', 'no room');
      },
    });
    await region('Udvalgets tekst');
    fireEvent.change(field('Indstilling'), { target: { value: 'Min indstilling' } });
    fireEvent.click(screen.getByRole('button', { name: 'Gem teksten' }));
    expect(await screen.findByText('Der er ikke plads på disken')).toBeTruthy();
    expect(field('Indstilling').value).toBe('Min indstilling');
  });
});
