import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';

import { AppError, type ErrorCode } from '#shared/contract/errors.ts';
import type { Handlers } from '#shared/contract/operations.ts';

import { demoSummary, inspection } from '../harness/demo-data.ts';
import { demoHandlers } from '../harness/demo-handlers.ts';
import { renderApp } from '../render-app.tsx';
import { chooseFile, files, route, row, setField } from './importing-screen.ts';

const done: Partial<Handlers> = { 'importing.run': async () => demoSummary({ importId: 'import-3' }) };

describe('Udtræk', () => {
  it('reads a file with the columns as guessed and changed, and says a line that adds up', async () => {
    const fake = renderApp({ ...demoHandlers('empty'), ...done }, route, files);
    await chooseFile();
    expect(row('Modt. dato').textContent).toContain('usikkert, se efter');
    await setField('Modt. dato', 'Opmærksom på behov');
    expect(row('Modt. dato').textContent).toContain('valgt af dig');
    await setField('Indsats', 'Udelad');
    fireEvent.click(screen.getByRole('button', { name: 'Læs filen' }));
    expect(await screen.findByText('437 linjer =')).toBeTruthy();
    const sum = ['4 overskrift', '4 tomme', '420 sager', '9 afvist'];
    expect(sum.map((name) => screen.getByRole('button', { name }).textContent)).toEqual(sum);
    expect(await screen.findByText('Filen er læst: 437 linjer, 420 sager, 9 afvist.')).toBeTruthy();
    const sent = fake.inputsOf('importing.run') as { mapping: { columns: { header: string; field: string }[] } }[];
    expect(sent[0]).toMatchObject({ file: { ref: 'file-1' }, mapping: { sheet: 'Sager', headerRow: 4 } });
    const fields = Object.fromEntries(sent[0]!.mapping.columns.map(({ header, field }) => [header, field]));
    expect(fields).toMatchObject({ 'Sagsnr.': 'case_id', 'Modt. dato': 'awareness_date', Indsats: 'ignore' });
  });

  it('opens the list behind each number', async () => {
    renderApp({ ...demoHandlers('empty'), ...done }, route, files);
    await chooseFile();
    fireEvent.click(screen.getByRole('button', { name: 'Læs filen' }));
    const repeated = await screen.findByRole('table', { name: /gentager overskrifterne/ });
    expect(within(repeated).getByText('96')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '4 overskrift' }));
    expect(screen.getByText('Alt til og med kolonnenavnene.')).toBeTruthy();
    expect(screen.getByText('Række 1-4')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '4 tomme' }));
    expect(screen.getByText('Række 5, 433-435')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '420 sager' }));
    expect(await screen.findByText('22 markerede celler i rækker, der er med.')).toBeTruthy();
    const placeholders = screen.getByRole('table', { name: /ingen dato/ });
    expect(within(placeholders).getAllByText('01-01-1900').length).toBeGreaterThan(3);
  });

  it('says rows and cases apart where several rows are one case', async () => {
    const rows = { total: 210, header: 1, blank: 0, accepted: 209, rejected: 0 };
    const run = async () => demoSummary({ importId: 'x', rows, cases: 80 });
    renderApp({ ...demoHandlers('empty'), 'importing.run': run }, route, files);
    await chooseFile();
    fireEvent.click(screen.getByRole('button', { name: 'Læs filen' }));
    expect(await screen.findByRole('button', { name: '209 rækker' })).toBeTruthy();
    expect(screen.getByText(/209 rækker er læst og samlet til 80 sager/)).toBeTruthy();
  });

  it('hides what should not be on a screen: CPR numbers behind the sixth digit, and names', async () => {
    renderApp(demoHandlers('empty'), route, files);
    await chooseFile();
    expect(row('CPR').textContent).toContain('010812-••••');
    expect(row('Barnets navn').textContent).toContain('I. H.');
    expect(document.body.textContent).not.toMatch(/010812-1234|Ida Holm/);
  });

  it('cannot be read without case numbers, or with one field for two columns', async () => {
    renderApp(demoHandlers('empty'), route, files);
    await chooseFile();
    const read = (): HTMLButtonElement => screen.getByRole('button', { name: 'Læs filen' });
    expect(read().disabled).toBe(false);
    await setField('Indsats', 'Sagsnummer');
    expect(row('Indsats').textContent).toContain('valgt til flere kolonner');
    expect(read().disabled).toBe(true);
    await setField('Indsats', 'Udelad');
    await setField('Sagsnr.', 'Udelad');
    expect(await screen.findByText(/^Vælg "Sagsnummer" ud for/)).toBeTruthy();
    expect(read().disabled).toBe(true);
  });

  it('looks again at another sheet and another row of names, and forgets what was chosen for the old one', async () => {
    const fake = renderApp(
      {
        ...demoHandlers('empty'),
        'importing.inspect': async ({ sheet, headerRow }) => ({
          ...inspection,
          sheet: sheet ?? 'Sager',
          headerRow: headerRow ?? 4,
        }),
      },
      route,
      files,
    );
    await chooseFile();
    fireEvent.change(screen.getByLabelText('Ark'), { target: { value: 'Opslag' } });
    const field = await screen.findByLabelText('Kolonnenavne står i række');
    fireEvent.change(field, { target: { value: '6' } });
    fireEvent.blur(field);
    await waitFor(() => expect(fake.inputsOf('importing.inspect')).toHaveLength(3));
    expect(fake.inputsOf('importing.inspect')[1]).toMatchObject({ sheet: 'Opslag' });
    expect(fake.inputsOf('importing.inspect')[2]).toMatchObject({ sheet: 'Opslag', headerRow: 6 });
  });

  it.each<[ErrorCode, string]>([
    ['file-is-pdf', 'Filen er en PDF'],
    ['file-empty', 'Filen er tom'],
  ])('says what is wrong with a file it cannot open (%s), and another can be chosen', async (code, words) => {
    let attempts = 0;
    const inspect = async () => {
      attempts += 1;
      if (attempts === 1) {
        throw new AppError(code, 'no');
      }
      return inspection;
    };
    renderApp({ ...demoHandlers('empty'), 'importing.inspect': inspect }, route, files);
    fireEvent.click(await screen.findByRole('button', { name: 'Vælg fil' }));
    expect(await screen.findByText(words)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Vælg en anden fil' }));
    await screen.findByRole('table', { name: 'Filens kolonner' });
    expect(screen.queryByText(words)).toBeNull();
  });

  it('keeps the file and the choices when the reading is cancelled', async () => {
    renderApp(
      {
        ...demoHandlers('empty'),
        'importing.run': (_input, call) =>
          new Promise((_resolve, reject) => {
            call.report({ done: 250, total: 1000, label: 'reading', rows: 42_000 });
            call.signal.addEventListener('abort', () => reject(new AppError('cancelled', 'stopped')), { once: true });
          }),
      },
      route,
      files,
    );
    await chooseFile();
    await setField('Indsats', 'Udelad');
    fireEvent.click(screen.getByRole('button', { name: 'Læs filen' }));
    expect(await screen.findByText(/^42\.000 rækker, 25\s%$/u)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Annuller' }));
    expect(await screen.findByText(/^Annulleret\. Intet er hentet/)).toBeTruthy();
    expect(row('Indsats').textContent).toContain('valgt af dig');
    const read = screen.getByRole<HTMLButtonElement>('button', { name: 'Læs filen' });
    expect(read.disabled).toBe(false);
    expect(document.activeElement).toBe(read);
  });

  it('goes on to the cases of this import, and lists the earlier ones with their check', async () => {
    renderApp({ ...demoHandlers('month'), ...done }, route, files);
    const earlier = await screen.findByRole('table', { name: 'Tidligere udtræk' });
    fireEvent.click(within(earlier).getByRole('button', { name: /eksempel-sager\.csv/ }));
    expect(await screen.findByRole('region', { name: 'Kontrol af eksempel-sager.csv' })).toBeTruthy();
    await chooseFile();
    fireEvent.click(screen.getByRole('button', { name: 'Læs filen' }));
    const last = await screen.findByRole('region', { name: '4 Færdig' });
    fireEvent.click(within(last).getByRole('button', { name: 'Se datokontrollen' }));
    expect(window.history.state).toMatchObject({ route: { page: 'population', params: { importId: 'import-3' } } });
  });
});
