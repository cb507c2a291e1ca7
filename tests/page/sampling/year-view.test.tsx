import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';

import { AppError } from '#shared/contract/errors.ts';
import type { Handlers } from '#shared/contract/operations.ts';
import type { RoundSummary, YearPlan } from '#shared/contract/sampling.ts';
import type { GroupCoverage } from '#shared/domain/sampling/year-plan.ts';

import { demoHandlers } from '../harness/demo-handlers.ts';
import { renderApp } from '../render-app.tsx';
import { aRound } from './a-round.ts';

const group = (name: string, part: Partial<GroupCoverage> = {}): GroupCoverage => ({
  name,
  cases: 100,
  quota: 12,
  due: 11,
  drawn: 9,
  reviewed: 8,
  targeted: 1,
  proposed: 2,
  ...part,
});

const plan: YearPlan['plan'] = {
  parts: [
    {
      kind: 'random',
      stratifyBy: 'team',
      allocation: 'perStratum',
      perStratum: 2,
      where: [{ field: 'team', oneOf: ['Modtagelsen', 'Team Nord'] }],
    },
    { kind: 'random', stratifyBy: 'team', allocation: 'perStratum', perStratum: 11, where: [] },
  ],
  exclude: { reviewedWithinMonths: 12 },
};

const year = (part: Partial<YearPlan> = {}): YearPlan => ({
  month: '2025-12',
  groups: [
    group('Modtagelsen'),
    group('Team Nord'),
    group('Ungeteam', { drawn: 0, reviewed: 0, targeted: 0, proposed: 11 }),
  ],
  notCovered: ['Ungeteam'],
  plan,
  ...part,
});

async function open(more: Partial<Handlers> = {}) {
  let list: readonly RoundSummary[] = [];
  const fake = renderApp(
    {
      ...demoHandlers('month'),
      'sampling.rounds': async () => list,
      'sampling.places': async () => [],
      'sampling.yearPlan': async () => year(),
      'sampling.preview': async () => ({
        populationSize: 420,
        populationFingerprint: '8a1df02ec7de1071'.repeat(4),
        drawNumber: 1,
        excluded: [{ reason: 'Gennemgået inden for de seneste 12 måneder', count: 17 }],
        parts: [
          { partIndex: 0, kind: 'random', frameSize: 225, fingerprint: 'b'.repeat(64), drawn: 4, strata: [] },
          { partIndex: 1, kind: 'random', frameSize: 100, fingerprint: 'c'.repeat(64), drawn: 11, strata: [] },
        ],
      }),
      'sampling.draw': async () => {
        list = [aRound()];
        fake.announce({ name: 'stage-changed', stage: 'sampling' });
        return list[0]!;
      },
      ...more,
    },
    { page: 'sampling', params: {} },
  );
  fireEvent.click(await screen.findByRole('tab', { name: 'Årsplan' }));
  return fake;
}

describe('the year plan', () => {
  it('shows quotas and coverage in the order given, never by a result, with totals and who is not covered', async () => {
    const fake = await open();
    const table = await screen.findByRole('table');
    const cells = within(table)
      .getAllByRole('row')
      .map((row) => [...row.children].map(({ textContent }) => textContent).join('|'));
    expect(cells).toEqual([
      'Team|Sager|Kvote|Skal være trukket|Trukket|Gennemgået|Målrettet|Foreslås nu',
      'Modtagelsen|100|12|11|9|8|1|2',
      'Team Nord|100|12|11|9|8|1|2',
      'Ungeteam|100|12|11|0|0|0|11',
      'I alt|300|36|33|18|16|2|15',
    ]);
    const missing = screen.getByRole('region', { name: 'Ingen sag trukket i år' });
    expect(
      within(missing)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual(['Ungeteam']);
    expect(within(table).queryAllByRole('button')).toEqual([]);
    expect(fake.inputsOf('sampling.yearPlan').at(-1)).toEqual({ importId: 'import-2', by: 'team', perYear: 12 });
  });

  it('asks for caseworkers, another quota and another month', async () => {
    const fake = await open();
    await screen.findByRole('table');
    fireEvent.click(screen.getByRole('radio', { name: 'hver rådgiver' }));
    fireEvent.change(screen.getByLabelText('Sager om året fra hver', { selector: 'input' }), {
      target: { value: '4' },
    });
    fireEvent.change(screen.getByLabelText('Til og med'), { target: { value: '2025-03' } });
    await waitFor(() =>
      expect(fake.inputsOf('sampling.yearPlan').at(-1)).toEqual({
        importId: 'import-2',
        by: 'caseworker',
        perYear: 4,
        month: '2025-03',
      }),
    );
  });

  it('proposes the next draw in words and counts, and draws exactly that plan', async () => {
    const fake = await open();
    fireEvent.click(await screen.findByRole('button', { name: 'Foreslå udtræk for december 2025' }));
    const proposal = await screen.findByRole('region', { name: 'Forslag til december 2025' });
    expect(
      within(proposal)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual(['2 sager fra hver af: Modtagelsen, Team Nord', '11 sager fra Ungeteam']);
    const draw = await within(proposal).findByRole('button', { name: 'Træk 15 sager' });
    expect(proposal.textContent).toContain('15 sager trækkes af listens 420 sager. Trækning nr. 1 på denne liste.');
    expect(proposal.textContent).toContain('17 sager holdt ude');
    expect(fake.inputsOf('sampling.preview').at(-1)).toMatchObject({ importId: 'import-2', plan });
    fireEvent.click(draw);
    const dialog = await screen.findByRole('dialog');
    fireEvent.click(within(dialog).getByRole('button', { name: 'Træk' }));
    expect(await screen.findByRole('tab', { name: 'Trækninger', selected: true })).toBeTruthy();
    expect(fake.inputsOf('sampling.draw')).toMatchObject([{ importId: 'import-2', plan: { parts: plan.parts } }]);
  });

  it('has nothing to propose where everyone is up to the quota', async () => {
    await open({ 'sampling.yearPlan': async () => year({ plan: null, notCovered: [] }) });
    expect(await screen.findByText(/^Alle er, hvor de skal være til og med december 2025/u)).toBeTruthy();
    expect(screen.getByText('Alle har haft mindst én sag med i år.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Foreslå/u })).toBeNull();
  });

  it('says why there is no plan', async () => {
    await open({
      'sampling.yearPlan': async () => {
        throw new AppError('population-deleted', 'gone');
      },
    });
    expect(await screen.findByText('Sagslisten er slettet, fordi runden er lukket')).toBeTruthy();
  });
});
