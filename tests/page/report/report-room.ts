import { screen } from '@testing-library/react';

import type { FileRef } from '#shared/contract/operation.ts';
import type { Handlers } from '#shared/contract/operations.ts';
import type { CommitteeWords, ReportSettings } from '#shared/contract/report.ts';
import type { Figures } from '#shared/domain/report/figures.ts';
import type { Chart, Sheet, Workbook } from '#shared/domain/report/workbook.ts';

import { renderApp } from '../render-app.tsx';
import { aRound } from '../sampling/a-round.ts';

const nothing = { drawn: 3, started: 0, closed: 0, replaced: 0, frame: 420 };
export const figures: Figures = { items: [], areas: [], coverage: { random: nothing, targeted: nothing } };
export const proposal: CommitteeWords = {
  conclusion: 'Reglerne følges i de fleste sager.',
  works: ['Børnene høres'],
  improve: ['Planer til tiden', 'Opfølgning'],
  recommendation: 'Udvalget tager orienteringen til efterretning.',
};

export function aSheet(name: string, text: string, more: Partial<Sheet> = {}): Sheet {
  return {
    name,
    widths: [30, 12],
    orientation: 'portrait',
    rows: [
      { isHeader: true, cells: [{ value: 'Område' }, { value: 'Andel' }] },
      { cells: [{ value: text }, { value: { share: 0.625 } }] },
      { cells: [{ value: { date: '2025-11-21' as never } }, { value: 1234 }] },
    ],
    ...more,
  };
}

export function aWorkbook(name: string, sheets?: readonly Sheet[]): Workbook {
  return {
    title: name,
    subject: '',
    classification: `Klassifikation ${name}`,
    footer: 'Børn og Familie, Eksempelkøbing',
    created: '2025-11-21T10:00:00',
    sheets: sheets ?? [aSheet('Resultat', `Indhold ${name}`), aSheet('Metode', 'Sådan er det gjort')],
  };
}

const range = (column: number) => ({ sheet: 'Områder', column, firstRow: 2, lastRow: 4 });

export function sharesOf(more: Partial<Chart> = {}): Chart {
  return {
    kind: 'shares',
    title: 'Svar pr. område',
    alternative: 'Barnets plan: 21 ja, 9 nej.',
    categories: { range: range(1), values: ['Barnets plan', 'Tidsfrister'] },
    series: [
      { name: 'Ja', range: range(2), values: [21, 12] },
      { name: 'Nej', range: range(3), values: [9, null] },
    ],
    place: { column: 1, row: 5, lastColumn: 2, lastRow: 9 },
    ...more,
  };
}

/** The page on a fake application that remembers words and settings as the core does. */
export function openReports(more: Partial<Handlers> = {}) {
  let stored: CommitteeWords | null = null;
  let settings: ReportSettings = { threshold: 5 };
  const changed = () => fake.announce({ name: 'stage-changed', stage: 'report' });
  const fake = renderApp(
    {
      'sampling.rounds': async () => [
        aRound({ closed: 2 }),
        aRound({ roundId: 'round-10', name: 'Oktober', closed: 3 }),
      ],
      'report.preview': async ({ kind, format = 'xlsx', team }) => ({
        workbook: aWorkbook(
          [kind, ...(format === 'xlsx' ? [] : [format]), ...(team === undefined ? [] : [team])].join(' '),
        ),
        figures,
        hits: [],
      }),
      'report.teams': async () => ['Modtagelsen', 'Team Ø & Nord'],
      'report.settings': async () => settings,
      'report.setSettings': async (input) => {
        settings = input;
        changed();
        return settings;
      },
      'report.words': async () => ({ words: stored ?? proposal, proposal }),
      'report.setWords': async ({ words }) => {
        stored = words;
        changed();
        return { words: stored ?? proposal };
      },
      'report.write': async ({ target }) => ({ name: target.name, sheets: ['Resultat', 'Metode'], figures }),
      ...more,
    },
    { page: 'report', params: {} },
  );
  const delivered: string[] = [];
  const { platform } = fake.context;
  Object.assign(platform, { deliver: async (_app: unknown, { name }: FileRef) => void delivered.push(name) });
  return { ...fake, delivered };
}

export const region = (name: string): Promise<HTMLElement> => screen.findByRole('region', { name });
export const field = (label: string): HTMLTextAreaElement => screen.getByLabelText(label);
