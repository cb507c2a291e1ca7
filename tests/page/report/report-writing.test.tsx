import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';

import { AppError } from '#shared/contract/errors.ts';
import type { FileRef } from '#shared/contract/operation.ts';

import { aWorkbook, field, figures, openReports, proposal, region } from './report-room.ts';

const save = (name: string): HTMLElement => screen.getByRole('button', { name });

describe('saving a report', () => {
  it.each([
    ['Gem som Excel', 'xlsx', {}],
    ['Gem som PDF', 'pdf', { format: 'pdf' }],
    ['Gem som Word', 'docx', { format: 'docx' }],
  ] as const)('%s writes it and hands it over under a name that says what it is', async (button, ending, format) => {
    const fake = openReports();
    await region('Til udvalget');
    fireEvent.click(save(button));
    const name = `udvalgsrapport-2025-11-21.${ending}`;
    expect(await screen.findByText(`Gemt: ${name}`)).toBeTruthy();
    expect(fake.inputsOf('report.write')).toEqual([
      { roundId: 'round-11', kind: 'political', ...format, target: { ref: 'target', name } },
    ]);
    expect(fake.delivered).toEqual([name]);
  });

  it('offers PDF and Word for the committee alone', async () => {
    openReports();
    await region('Til udvalget');
    fireEvent.click(screen.getByRole('radio', { name: 'Året til udvalget' }));
    expect(within(await region('Året til udvalget')).getAllByRole('button')).toHaveLength(3);
    for (const reader of ['Til lederen', 'Til ledelsen', 'Til samtalen med rådgiveren']) {
      fireEvent.click(screen.getByRole('radio', { name: reader }));
      const buttons = within(await region(reader)).getAllByRole('button');
      expect(buttons.map(({ textContent }) => textContent)).toEqual(['Gem som Excel']);
    }
  });

  it('says how far it is, starts no other, and can be cancelled: then nothing is handed over', async () => {
    const fake = openReports({
      'report.write': (_input, call) => {
        call.report({ done: 40, total: 100, label: 'report.file' });
        return new Promise((_, reject) => {
          call.signal.addEventListener('abort', () => reject(new AppError('cancelled', 'as asked')));
        });
      },
    });
    await region('Til udvalget');
    fireEvent.click(save('Gem som Excel'));
    fireEvent.click(save('Gem som PDF'));
    expect(await screen.findByText('udvalgsrapport-2025-11-21.xlsx: skriver filen')).toBeTruthy();
    fireEvent.click(save('Gem som Word'));
    expect(save('Gem som Word').getAttribute('aria-disabled')).toBe('true');
    fireEvent.click(screen.getByRole('button', { name: 'Annuller' }));
    expect(await screen.findByText('Annulleret. Ingen fil er skrevet.')).toBeTruthy();
    expect(fake.inputsOf('report.write')).toHaveLength(1);
    expect(fake.delivered).toEqual([]);
    expect(save('Gem som Word').getAttribute('aria-disabled')).toBeNull();
  });

  it('goes on while another report is looked at, and forgets how it ended when one is chosen afterwards', async () => {
    let finish = (): void => undefined;
    openReports({
      'report.write': ({ target }) =>
        new Promise((resolve) => {
          finish = () => resolve({ name: target.name, sheets: [], figures });
        }),
    });
    await region('Til udvalget');
    fireEvent.click(save('Gem som Excel'));
    await screen.findByText(/samler tallene$/u);
    fireEvent.click(screen.getByRole('radio', { name: 'Til ledelsen' }));
    await region('Til ledelsen');
    expect(save('Gem som Excel').getAttribute('aria-disabled')).toBe('true');
    finish();
    expect(await screen.findByText('Gemt: udvalgsrapport-2025-11-21.xlsx')).toBeTruthy();
    fireEvent.click(screen.getByRole('radio', { name: 'Til lederen' }));
    await waitFor(() => expect(screen.queryByText(/^Gemt: /u)).toBeNull());
  });

  it.each([
    ['report-target-busy', 'Rapporten kan ikke gemmes oven i en åben fil'],
    ['disk-full', 'Der er ikke plads på disken'],
    ['report-contains-person-data', /^Rapporten er standset/u],
  ] as const)('that fails with %s says so, hands over nothing and can be tried again', async (code, sentence) => {
    const fake = openReports({
      'report.write': async () => {
        throw new AppError(code, 'no');
      },
    });
    await region('Til udvalget');
    fireEvent.click(save('Gem som Excel'));
    expect(await screen.findByText(sentence)).toBeTruthy();
    expect(fake.delivered).toEqual([]);
    expect(save('Gem som Excel').getAttribute('aria-disabled')).toBeNull();
    fireEvent.click(screen.getByRole('radio', { name: 'Til lederen' }));
    await waitFor(() => expect(screen.queryByText(sentence)).toBeNull());
  });

  it('that cannot be handed over says so', async () => {
    const fake = openReports();
    const { platform } = fake.context;
    Object.assign(platform, {
      deliver: async (_app: unknown, _file: FileRef) => {
        throw new AppError('disconnected', 'gone');
      },
    });
    await region('Til udvalget');
    fireEvent.click(save('Gem som Excel'));
    expect(await screen.findByText('Forbindelsen til programmet er afbrudt')).toBeTruthy();
    expect(screen.queryByText(/^Gemt: /u)).toBeNull();
  });

  it('writes nothing when no place is chosen', async () => {
    const fake = openReports();
    Object.assign(fake.context.platform, { saveFile: async () => null });
    await region('Til udvalget');
    fireEvent.click(save('Gem som Excel'));
    await waitFor(() => expect(save('Gem som Excel').getAttribute('aria-disabled')).toBeNull());
    expect(fake.inputsOf('report.write')).toEqual([]);
    expect(screen.queryByText(/^Gemt: |^Annulleret/u)).toBeNull();
  });
});

describe('what stops a report', () => {
  const stopped = () => {
    let conclusion = 'Sagen om Sofie Testbarn går godt.';
    return openReports({
      'report.words': async () => ({ words: { ...proposal, conclusion }, proposal }),
      'report.setWords': async ({ words }) => {
        conclusion = words?.conclusion ?? '';
        return { words: words ?? proposal };
      },
      'report.preview': async ({ kind }) => ({
        workbook: aWorkbook(kind, [
          { name: 'Side', widths: [40], orientation: 'portrait', rows: [{ cells: [{ value: 'Ledelsestilsyn' }] }] },
          {
            name: 'Metode',
            widths: [40],
            orientation: 'portrait',
            rows: [{ cells: [{ value: 'Metode' }] }, { cells: [{ value: conclusion }] }],
          },
        ]),
        figures,
        hits: [
          { kind: 'name', sheet: 'Metode', row: 2, found: 'sofie testbarn' },
          { kind: 'case-number', sheet: '', row: 0, found: '2025-00012' },
        ],
      }),
    });
  };

  it('is told before writing: what, where, and what to do; the buttons say why they do not write', async () => {
    const fake = stopped();
    expect(await screen.findByText('Rapporten kan ikke gemmes endnu.')).toBeTruthy();
    const chosen = await region('Til udvalget');
    expect(chosen.textContent).toContain('Metode, række 2: navn "Sofie Testbarn"');
    expect(chosen.textContent).toContain('titel, sidehoved eller sidefod: sagsnummer "2025-00012"');
    for (const name of ['Gem som Excel', 'Gem som PDF', 'Gem som Word']) {
      const reason = document.getElementById(save(name).getAttribute('aria-describedby')!)!;
      expect(reason.textContent).toContain('Ret teksten eller handlingen');
      fireEvent.click(save(name));
    }
    expect(fake.inputsOf('report.write')).toEqual([]);
  });

  it('is found on the paper: the place leads to its line, which is marked in words', async () => {
    stopped();
    fireEvent.click(await screen.findByRole('button', { name: 'Vis Metode, række 2' }));
    const mark = await screen.findByText('Må ikke stå her: Sofie Testbarn', { selector: 'td *' });
    await waitFor(() => expect(document.activeElement).toBe(mark.closest('tr')));
  });

  it('is marked on the words that hold it, until they do not', async () => {
    stopped();
    await region('Udvalgets tekst');
    const conclusion = () => screen.getByLabelText<HTMLTextAreaElement>('Hovedbudskab');
    await waitFor(() => expect(conclusion().getAttribute('aria-invalid')).toBe('true'));
    expect(field('Indstilling').getAttribute('aria-invalid')).not.toBe('true');
    fireEvent.change(conclusion(), { target: { value: 'Det går godt.' } });
    await waitFor(() => expect(conclusion().getAttribute('aria-invalid')).not.toBe('true'));
  });
});
