import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';

import { AppError } from '#shared/contract/errors.ts';
import type { FileRef } from '#shared/contract/operation.ts';
import type { Handlers } from '#shared/contract/operations.ts';
import type { CommitteeWords, PaperKind } from '#shared/contract/report.ts';
import type { Figures } from '#shared/domain/report/figures.ts';
import type { Sheet, Workbook } from '#shared/domain/report/workbook.ts';

import { renderApp } from '../render-app.tsx';
import { aRound } from '../sampling/a-round.ts';

const nothing = { drawn: 3, started: 0, closed: 0, replaced: 0, frame: 420 };
const figures: Figures = { items: [], areas: [], coverage: { random: nothing, targeted: nothing } };
const proposal: CommitteeWords = {
  conclusion: 'Reglerne følges i de fleste sager.',
  works: ['Børnene høres'],
  improve: ['Planer til tiden', 'Opfølgning'],
  recommendation: 'Udvalget tager orienteringen til efterretning.',
};

const sheet = (name: string, text: string): Sheet => ({
  name,
  widths: [30, 12],
  orientation: 'portrait',
  rows: [
    { isHeader: true, cells: [{ value: 'Område' }, { value: 'Andel' }] },
    { cells: [{ value: text }, { value: { share: 0.625 } }] },
    { cells: [{ value: { date: '2025-11-21' as never } }, { value: 1234 }] },
  ],
});

const workbook = (kind: PaperKind): Workbook => ({
  title: kind,
  subject: '',
  classification: `Klassifikation ${kind}`,
  footer: 'Børn og Familie, Eksempelkøbing',
  created: '2025-11-21T10:00:00',
  sheets: [sheet('Resultat', `Indhold ${kind}`), sheet('Metode', 'Sådan er det gjort')],
});

function open(more: Partial<Handlers> = {}) {
  let stored: CommitteeWords | null = null;
  const fake = renderApp(
    {
      'sampling.rounds': async () => [
        aRound({ closed: 2 }),
        aRound({ roundId: 'round-10', name: 'Oktober', closed: 3 }),
      ],
      'report.preview': async ({ kind }) => ({ workbook: workbook(kind), figures, hits: [] }),
      'report.words': async () => ({ words: stored ?? proposal, proposal }),
      'report.setWords': async ({ words }) => {
        stored = words;
        fake.announce({ name: 'stage-changed', stage: 'report' });
        return { words: stored ?? proposal };
      },
      'report.write': async ({ target }) => ({ name: target.name, sheets: ['Resultat', 'Metode'], figures }),
      ...more,
    },
    { page: 'report', params: {} },
  );
  const delivered: string[] = [];
  const { platform } = fake.context;
  Object.assign(platform, {
    deliver: async (_app: unknown, { name }: FileRef) => void delivered.push(name),
  });
  return { ...fake, delivered };
}

const card = (name: string) => screen.findByRole('region', { name });
const field = (label: string): HTMLTextAreaElement => screen.getByLabelText(label);

describe('the three reports', () => {
  it('stand side by side, each with who may read it', async () => {
    open();
    expect((await card('Til ledelsen')).textContent).toContain('Fortroligt: indeholder sagsnumre.');
    expect((await card('Til udvalget')).textContent).toContain('Må offentliggøres');
    expect((await card('Til samtalen med rådgiveren')).textContent).toContain('kun til leder og rådgiver');
    expect(screen.getByText('2 af 3 sager er lukket.')).toBeTruthy();
  });

  it('are shown as paper, the committee page first; the cards change which', async () => {
    const fake = open();
    await screen.findByText('Indhold political');
    expect(screen.getByText('Klassifikation political')).toBeTruthy();
    const leaders = await card('Til ledelsen');
    fireEvent.click(within(leaders).getByRole('button', { name: 'Vis' }));
    await screen.findByText('Indhold administrative');
    expect(screen.queryByText('Indhold political')).toBeNull();
    expect(within(leaders).getByRole('button', { name: 'Vises', pressed: true })).toBeTruthy();
    expect(screen.queryByRole('region', { name: 'Udvalgets tekst' })).toBeNull();
    expect(fake.inputsOf('report.preview').at(-1)).toEqual({ roundId: 'round-11', kind: 'administrative' });
  });

  it('show sheets, shares, dates and numbers as Excel does in Denmark', async () => {
    open();
    await screen.findByText('Indhold political');
    expect(screen.getByRole('columnheader', { name: 'Andel' })).toBeTruthy();
    const cells = screen.getAllByRole('cell').map(({ textContent }) => textContent.replace('\u00a0', ' '));
    expect(cells).toEqual(['Indhold political', '63 %', '21-11-2025', '1.234']);
    fireEvent.click(screen.getByRole('radio', { name: 'Metode' }));
    expect(await screen.findByText('Sådan er det gjort')).toBeTruthy();
  });

  it('are of the newest round until another is chosen', async () => {
    const fake = open();
    await screen.findByText('Indhold political');
    fireEvent.change(screen.getByRole('combobox', { name: 'Runde' }), { target: { value: 'round-10' } });
    await screen.findByText('3 af 3 sager er lukket.');
    await waitFor(() =>
      expect(fake.inputsOf('report.preview').at(-1)).toEqual({ roundId: 'round-10', kind: 'political' }),
    );
  });
});

describe('saving a report', () => {
  it('writes it and hands it over under a name that says what it is', async () => {
    const fake = open();
    fireEvent.click(within(await card('Til udvalget')).getByRole('button', { name: 'Gem som Excel' }));
    expect(await screen.findByText('Gemt: udvalgsrapport-2025-11-21.xlsx')).toBeTruthy();
    expect(fake.inputsOf('report.write')).toEqual([
      {
        roundId: 'round-11',
        kind: 'political',
        target: { ref: 'target', name: 'udvalgsrapport-2025-11-21.xlsx' },
      },
    ]);
    expect(fake.delivered).toEqual(['udvalgsrapport-2025-11-21.xlsx']);
  });

  it.each([
    ['report-target-busy', 'Rapporten kan ikke gemmes oven i en åben fil'],
    ['report-contains-person-data', /^Rapporten er standset/u],
  ] as const)('that fails with %s says so on its card and hands over nothing', async (code, sentence) => {
    const fake = open({
      'report.write': async () => {
        throw new AppError(code, 'no');
      },
    });
    const workers = await card('Til samtalen med rådgiveren');
    fireEvent.click(within(workers).getByRole('button', { name: 'Gem som Excel' }));
    expect(await within(workers).findByText(sentence)).toBeTruthy();
    expect(fake.delivered).toEqual([]);
    expect(within(await card('Til udvalget')).queryByText(sentence)).toBeNull();
  });
});

describe('the words of the committee page', () => {
  it('are proposed, changed line by line, and saved', async () => {
    const fake = open();
    await card('Udvalgets tekst');
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
    const fake = open();
    await card('Udvalgets tekst');
    fireEvent.change(field('Hovedbudskab'), { target: { value: 'Mit budskab' } });
    fireEvent.click(screen.getByRole('button', { name: 'Gem teksten' }));
    await waitFor(() => expect(fake.inputsOf('report.setWords')).toHaveLength(1));
    fireEvent.click(screen.getByRole('button', { name: 'Brug forslaget igen' }));
    await waitFor(() => expect(field('Hovedbudskab').value).toBe(proposal.conclusion));
    expect(fake.inputsOf('report.setWords').at(-1)).toEqual({ roundId: 'round-11', words: null });
  });

  it('go back to the proposal also while nothing is stored yet', async () => {
    open();
    await card('Udvalgets tekst');
    fireEvent.change(field('Hovedbudskab'), { target: { value: 'Mit udkast' } });
    fireEvent.click(screen.getByRole('button', { name: 'Brug forslaget igen' }));
    await waitFor(() => expect(field('Hovedbudskab').value).toBe(proposal.conclusion));
  });

  it('that cannot be saved stay as they were written, with the reason', async () => {
    open({
      'report.setWords': async () => {
        throw new AppError('disk-full', 'no room');
      },
    });
    await card('Udvalgets tekst');
    fireEvent.change(field('Indstilling'), { target: { value: 'Min indstilling' } });
    fireEvent.click(screen.getByRole('button', { name: 'Gem teksten' }));
    expect(await screen.findByText('Der er ikke plads på disken')).toBeTruthy();
    expect(field('Indstilling').value).toBe('Min indstilling');
  });
});

it('sends one to draw when there is no round', async () => {
  open({ 'sampling.rounds': async () => [] });
  fireEvent.click(await screen.findByRole('button', { name: 'Træk en stikprøve' }));
  await screen.findByRole('heading', { level: 1, name: 'Stikprøve' });
});
