import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';

import { AppError } from '#shared/contract/errors.ts';

import { choices, compileRounds } from './some-rounds.ts';
import { newest, open, table, select, choose } from './matrix-room.ts';

describe('the rounds', () => {
  it('are proposed: everything of the newest quarter', async () => {
    const fake = open();
    await table('Tilfældige sager');
    expect((await select('Periode')).selectedOptions[0]?.text).toBe('4. kvartal 2025 (4 runder)');
    expect(screen.getByText('4 runder fra 4 enheder. 59 af 64 sager er lukket.')).toBeTruthy();
    expect(fake.inputsOf('compile.matrix').at(-1)).toEqual({ roundIds: newest, by: 'all', group: null });
  });

  it('are chosen by period and unit, also those that were drawn here', async () => {
    const fake = open();
    await table('Tilfældige sager');
    await choose('Periode', '2025');
    await choose('Enhed', '=');
    await screen.findByText('3 runder fra 1 enhed. 36 af 36 sager er lukket.');
    expect((await select('Enhed')).selectedOptions[0]?.text).toBe('Egne runder');
    await waitFor(() =>
      expect(fake.inputsOf('compile.matrix').at(-1)).toMatchObject({ roundIds: ['r20', 'r10', 'r00'] }),
    );
  });

  it('are picked one by one, or a quarter at a time; none asks nothing', async () => {
    const fake = open();
    await table('Tilfældige sager');
    fireEvent.click(screen.getByRole('button', { name: 'Vælg enkeltvis' }));
    const picks = screen.getByRole('group', { name: 'Runder, valgt enkeltvis' });
    fireEvent.click(within(picks).getByRole('checkbox', { name: /^Familieafdeling Nord, 4\. kvartal/u }));
    await waitFor(() =>
      expect(fake.inputsOf('compile.matrix').at(-1)).toMatchObject({ roundIds: ['r23', 'r22', 'r20'] }),
    );
    expect((await select('Periode')).selectedOptions[0]?.text).toBe('Valgt enkeltvis');
    const quarter = within(picks).getByRole<HTMLInputElement>('checkbox', { name: 'Alle i 4. kvartal 2025' });
    fireEvent.click(quarter);
    await waitFor(() => expect(quarter.checked).toBe(true));
    fireEvent.click(quarter);
    expect(await screen.findByText('Vælg mindst én runde, så står tallene her.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Skriv rapport over disse runder' })).toBeNull();
    expect(
      fake.inputsOf('compile.matrix').every((input) => (input as { roundIds: string[] }).roundIds.length > 0),
    ).toBe(true);
  });

  it('of a unit that is some of a draw for several say so, and of which', async () => {
    open({ sharedOut: ['Marts', 'April'] });
    await table('Tilfældige sager');
    expect(screen.getByText(/^Enheden er en del af det, der er trukket i Marts, April\. Her tæller kun/u)).toBeTruthy();
    cleanup();
    open();
    await table('Tilfældige sager');
    expect(screen.queryByText(/^Enheden er en del/u)).toBeNull();
  });

  it('without a spread say why there is none, once below the table', async () => {
    const why = /^Intet spænd: usikkerheden kan først beregnes/u;
    open();
    await table('Tilfældige sager');
    expect(screen.queryByText(why)).toBeNull();
    cleanup();
    const made = compileRounds({ roundIds: newest, by: 'all', group: null });
    const areas = made.areas.map((area) => ({
      ...area,
      weighted: true,
      interval: null,
      noInterval: 'one-per-stratum' as const,
    }));
    open({ areas });
    await table('Tilfældige sager');
    expect(screen.getAllByText(why)).toHaveLength(1);
  });

  it('of different checklists are not added up: one checklist can be taken', async () => {
    const other = choices.map((round, index) =>
      index === 0 ? { ...round, templateId: 'andet', templateTitle: 'Vores liste' } : round,
    );
    const fake = open(
      {},
      {
        'compile.choices': async () => ({ rounds: other }),
        'compile.matrix': async (input) => {
          if (input.roundIds.includes('r23')) throw new AppError('compile-different-templates', 'two checklists');
          return compileRounds(input);
        },
      },
    );
    expect(await screen.findByText('De valgte runder er besvaret i forskellige tjeklister')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: `Vis kun ${choices[1]?.templateTitle}` }));
    await table('Tilfældige sager');
    expect(fake.inputsOf('compile.matrix').at(-1)).toMatchObject({ roundIds: ['r22', 'r21', 'r20'] });
  });

  it('send one to draw or to collect while there are none', async () => {
    open({}, { 'compile.choices': async () => ({ rounds: [] }) });
    fireEvent.click(await screen.findByRole('button', { name: 'Træk en stikprøve' }));
    await screen.findByRole('heading', { level: 1, name: 'Stikprøve' });
  });
});
