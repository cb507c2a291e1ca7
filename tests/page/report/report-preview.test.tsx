import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';

import type { Handlers } from '#shared/contract/operations.ts';
import type { Sheet, SheetRow } from '#shared/domain/report/workbook.ts';

import { aSheet, aWorkbook, figures, openReports, sharesOf } from './report-room.ts';

const shows = (sheets: readonly Sheet[], rowCounts?: readonly number[]): Partial<Handlers> => ({
  'report.preview': async ({ kind }) => ({
    workbook: aWorkbook(kind, sheets),
    figures,
    hits: [],
    ...(rowCounts === undefined ? {} : { rowCounts }),
  }),
});
const cells = (): string[] =>
  screen.getAllByRole('cell').map(({ textContent }) => textContent.replaceAll('\u00A0', ' '));

describe('the paper', () => {
  it('shows sheets, shares, dates, numbers and what formulas come to as Excel does in Denmark', async () => {
    const formula = { kind: 'sum-of-row', columns: [1] } as const;
    const computed: SheetRow = {
      cells: [{ value: { formula, result: 1200 } }, { value: { formula, result: { share: 0.5 } } }],
    };
    const sheet = aSheet('Resultat', 'Indhold');
    openReports(shows([{ ...sheet, rows: [...sheet.rows, computed] }, aSheet('Metode', 'Sådan er det gjort')]));
    await screen.findByText('Indhold');
    expect(screen.getByRole('columnheader', { name: 'Andel' })).toBeTruthy();
    expect(cells()).toEqual(['Indhold', '63 %', '21-11-2025', '1.234', '1.200', '50 %']);
    fireEvent.click(screen.getByRole('radio', { name: 'Metode' }));
    expect(await screen.findByText('Sådan er det gjort')).toBeTruthy();
  });

  it('is the text of the agenda item when that is asked for', async () => {
    const fake = openReports();
    await screen.findByText('Indhold political');
    fireEvent.click(screen.getByRole('radio', { name: 'Dagsordenstekst (Word)' }));
    expect(await screen.findByText('Indhold political docx')).toBeTruthy();
    expect(fake.inputsOf('report.preview').at(-1)).toMatchObject({ format: 'docx' });
    fireEvent.click(screen.getByRole('radio', { name: 'Til ledelsen' }));
    await screen.findByText('Indhold administrative');
    expect(screen.queryByRole('radio', { name: 'Dagsordenstekst (Word)' })).toBeNull();
  });

  it('has its many sheets in a list, with the sheet before and after', async () => {
    const sheets = Array.from({ length: 14 }, (_, index) => aSheet(`Ark ${index + 1}`, `Indhold ${index + 1}`));
    openReports(shows(sheets));
    await screen.findByText('Indhold 1');
    const list = screen.getByRole<HTMLSelectElement>('combobox', { name: 'Ark' });
    expect(list.options).toHaveLength(14);
    fireEvent.click(screen.getByRole('button', { name: 'Forrige ark' }));
    expect(screen.getByText('Indhold 1')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Næste ark' }));
    await screen.findByText('Indhold 2');
    fireEvent.change(list, { target: { value: 'Ark 14' } });
    await screen.findByText('Indhold 14');
    expect(screen.getByRole('button', { name: 'Næste ark' }).getAttribute('aria-disabled')).toBe('true');
  });

  it('shows the beginning of a long sheet and says of how much', async () => {
    const rows = Array.from({ length: 200 }, (_, index): SheetRow => ({ cells: [{ value: `Række ${index + 1}` }] }));
    const widths = Array.from({ length: 56 }, () => 10);
    const fake = openReports(shows([aSheet('Data', '', { rows, widths }), aSheet('Metode', 'Metoden')], [22_501, 3]));
    expect(await screen.findByText('Viser 200 af 22.501 rækker. Filen har dem alle.')).toBeTruthy();
    expect(fake.inputsOf('report.preview')[0]).toMatchObject({ rows: 200 });
    expect(await screen.findByText('Række 200')).toBeTruthy();
    fireEvent.click(screen.getByRole('radio', { name: 'Metode' }));
    await screen.findByText('Metoden');
    expect(screen.queryByText(/^Viser /u)).toBeNull();
  });
});

describe('a chart', () => {
  const empty: SheetRow = { cells: [{ value: null }] };
  const after: SheetRow = { cells: [{ value: 'Efter' }] };
  const open = async (chart = sharesOf()): Promise<HTMLElement> => {
    const sheet = aSheet('Områder', 'Område 1', { charts: [chart] });
    openReports(shows([{ ...sheet, rows: [...sheet.rows, empty, empty, empty, empty, empty, empty, after] }]));
    return screen.findByRole('img', { name: chart.alternative });
  };

  it('of shares has counts on its bars, n after them, and a legend in words; it stands in its place', async () => {
    const picture = await open();
    const texts = [...picture.querySelectorAll('text')].map(({ textContent }) => textContent);
    expect(texts).toEqual(['Barnets plan', '21', '9', 'n = 30', 'Tidsfrister', '12', 'n = 12']);
    const figure = screen.getByText('Svar pr. område').closest('figure')!;
    const legend = within(figure).getAllByRole('listitem');
    expect(legend.map(({ textContent }) => textContent)).toEqual(['Ja', 'Nej']);
    expect([...document.querySelectorAll('tr')].map(({ dataset }) => dataset['row'])).toEqual([
      '1',
      '2',
      '3',
      '4',
      undefined,
      '10',
    ]);
  });

  it('of shares fills each part with a pattern of its own', async () => {
    const picture = await open();
    const fills = [...picture.querySelectorAll('rect[fill^=url]')].map((part) => part.getAttribute('fill')!);
    expect(new Set(fills).size).toBe(2);
    for (const fill of fills) expect(document.getElementById(fill.slice(5, -1))?.tagName).toBe('pattern');
  });

  it('over time breaks its line where there is no figure, and its legend says the latest', async () => {
    const { series } = sharesOf();
    const picture = await open(
      sharesOf({
        kind: 'run',
        alternative: 'Fra 50 % til 75 %.',
        categories: { range: series[0]!.range, values: ['1. kvt.', '2. kvt.', '3. kvt.', '4. kvt.'] },
        series: [
          { ...series[0]!, values: [0.5, 0.6, null, 0.75] },
          { ...series[1]!, values: [null, null, null, null] },
        ],
      }),
    );
    const [line] = [...picture.querySelectorAll('path[stroke-width="2"]')].map((path) => path.getAttribute('d')!);
    expect(line!.match(/[ML]/gu)).toEqual(['M', 'L', 'M']);
    expect(picture.textContent).toContain('4. kvt.');
    const legend = within(screen.getByRole('figure')).getAllByRole('listitem');
    expect(legend.map(({ textContent }) => textContent.replaceAll('\u00A0', ' '))).toEqual([
      'Ja: senest 75 %',
      'Nej: ingen tal',
    ]);
  });

  it('that stands under the last row is shown there', async () => {
    const sheet = aSheet('Områder', 'Område 1', { charts: [sharesOf()] });
    openReports(shows([sheet]));
    await screen.findByRole('img', { name: sharesOf().alternative });
    await waitFor(() => expect(document.querySelectorAll('tr')).toHaveLength(4));
  });
});
