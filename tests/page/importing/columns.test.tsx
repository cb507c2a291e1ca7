import { fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';

import { AppError } from '#shared/contract/errors.ts';
import type { Inspection } from '#shared/contract/importing.ts';
import type { Handlers } from '#shared/contract/operations.ts';
import type { MappingFile } from '#shared/domain/importing/mapping.ts';

import { demoSummary, inspection } from '../harness/demo-data.ts';
import { demoHandlers } from '../harness/demo-handlers.ts';
import { askingInspection, rememberedInspection, rememberedMappings } from '../harness/importing-data.ts';
import { renderApp } from '../render-app.tsx';
import { chooseFile, files, readButton, route, row, setField } from './importing-screen.ts';

async function open(seen: Inspection, more: Partial<Handlers> = {}) {
  const handlers = {
    ...demoHandlers('empty'),
    'importing.inspect': async () => seen,
    'importing.run': async () => demoSummary({ importId: 'import-3' }),
    ...more,
  };
  const fake = renderApp(handlers, route, files);
  await chooseFile();
  return fake;
}

interface SentRun {
  readonly mapping: {
    readonly unit?: string;
    readonly columns: readonly { readonly header: string; readonly field: string; readonly dateOrder?: string }[];
  };
  readonly remember: { readonly name: string } | null;
}

async function sentRun(fake: Awaited<ReturnType<typeof open>>): Promise<SentRun> {
  fireEvent.click(readButton());
  await screen.findByText('437 linjer =');
  return fake.inputsOf('importing.run')[0] as SentRun;
}

describe('the columns of a file', () => {
  it('says how sure a guess is and what it rests on, which to look at, and what is not stored', async () => {
    await open({
      ...inspection,
      columns: inspection.columns.map((column) =>
        column.header === 'CPR' ? { ...column, header: 'Ref.', because: 'values' } : column,
      ),
    });
    expect(row('Ref.').textContent).toContain('sikkert, ud fra værdierne');
    expect(row('Enhed').textContent).toContain('sandsynligt, ud fra navn og værdier');
    expect(row('Intern bemærkning').textContent).toContain('Kolonnen har lange tekster');
    expect(screen.getByText(/^10 kolonner: 7 felter, 1 oplysning\./)).toBeTruthy();
    expect(screen.getByText('2 kolonner gemmes ikke: Intern bemærkning og (uden navn).')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Modt. dato' }));
    expect(document.activeElement).toBe(within(row('Modt. dato')).getByRole('combobox'));
  });

  it('asks once which comes first in dates that do not tell, and does not read before it is answered', async () => {
    const fake = await open({
      ...inspection,
      columns: inspection.columns.map((column) =>
        column.header === 'Modt. dato'
          ? { ...column, dateOrder: 'asked', examples: ['05/05-2025', '03/04-2025'] }
          : column,
      ),
    });
    expect(screen.getByText('Hvad er 03/04-2025?')).toBeTruthy();
    expect(screen.getByText('Svar på, hvad der står først i datoerne i "Modt. dato".')).toBeTruthy();
    expect(readButton().disabled).toBe(true);
    fireEvent.click(screen.getByRole('radio', { name: '4. marts' }));
    expect(readButton().disabled).toBe(false);
    fireEvent.click(screen.getByRole('radio', { name: '3. april' }));
    const { mapping } = await sentRun(fake);
    const orders = mapping.columns.filter(({ dateOrder }) => dateOrder !== undefined);
    expect(orders).toEqual([{ header: 'Modt. dato', field: 'report_received_at', dateOrder: 'day-month' }]);
  });

  it('does not ask about dates in a column that becomes no date', async () => {
    await open({ ...askingInspection });
    expect(screen.getByText('Hvad er 03/04-2025?')).toBeTruthy();
    await setField('Modt. dato', 'Behold som oplysning');
    expect(screen.queryByText('Hvad er 03/04-2025?')).toBeNull();
  });

  it('says everything that stands in the way at once, each with a way to its column', async () => {
    await open(askingInspection);
    const list = screen.getByText('Før filen kan læses:').parentElement!;
    expect(
      within(list)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual([
      'Vælg "Sagsnummer" ud for den kolonne, der har sagens nummer.',
      '"Team" er valgt til Enhed og Indsats. Vælg det til én af dem.',
      'Svar på, hvad der står først i datoerne i "Modt. dato".',
    ]);
    fireEvent.click(within(list).getByRole('button', { name: /"Team"/ }));
    expect(document.activeElement).toBe(within(row('Indsats')).getByRole('combobox'));
  });

  it('lets several columns fill a field that holds a list', async () => {
    await open(inspection);
    await setField('Modt. dato', 'Opfølgninger');
    await setField('Undersøgelse afsluttet', 'Opfølgninger');
    expect(row('Modt. dato').textContent).toContain('valgt af dig');
    expect(readButton().disabled).toBe(false);
  });

  it('states what the list counts, and sends it', async () => {
    const fake = await open({ ...inspection, unit: 'report' });
    const unit = screen.getByRole<HTMLSelectElement>('combobox', { name: 'Listen tæller' });
    expect(unit.value).toBe('report');
    fireEvent.change(unit, { target: { value: 'child' } });
    expect(screen.getByText(/^Sager med samme CPR-nummer tæller én gang/)).toBeTruthy();
    expect((await sentRun(fake)).mapping.unit).toBe('child');
  });

  it('shows names in full only when asked, and CPR numbers never', async () => {
    await open(inspection);
    fireEvent.click(screen.getByRole('switch', { name: 'Vis børnenes navne helt' }));
    expect(row('Barnets navn').textContent).toContain('Ida Holm');
    await setField('CPR', 'Behold som oplysning');
    expect(row('CPR').textContent).toContain('010812-••••');
  });
});

describe('the memory of columns', () => {
  it('says when the columns are recognised, and keeps the name', async () => {
    const fake = await open(rememberedInspection);
    expect(screen.getByText('Kolonnerne er genkendt: Nexus, Børn og Familie (gemt 03-03-2025).')).toBeTruthy();
    expect(row('Enhed').textContent).toContain('som gemt');
    expect((await sentRun(fake)).remember).toEqual({ name: 'Nexus, Børn og Familie' });
  });

  it('remembers under the name that is given, and not without one', async () => {
    const fake = await open(inspection);
    fireEvent.change(screen.getByLabelText('Husk valget af kolonner som'), { target: { value: ' DUBU ' } });
    expect((await sentRun(fake)).remember).toEqual({ name: 'DUBU' });
  });

  it('stores nothing under an empty name', async () => {
    expect((await sentRun(await open(inspection))).remember).toBeNull();
  });

  it('takes a choice from a file, says what the file names that is not here, and writes one', async () => {
    const mapping: MappingFile = {
      unit: 'child',
      columns: [
        { header: 'indsats', field: 'placement_form' },
        { header: 'Modt. dato', field: 'opened', dateOrder: 'month-day' },
        { header: 'Skole', field: 'fact' },
      ],
    };
    const fake = await open(inspection, { 'importing.readMapping': async () => ({ name: 'Fasit', mapping }) });
    fireEvent.click(screen.getByRole('button', { name: 'Hent valg fra fil' }));
    expect(
      await screen.findByText(/Valget er hentet fra Fasit\. Filen nævner kolonner, som ikke er her: Skole\./),
    ).toBeTruthy();
    expect(screen.getByDisplayValue('Anbringelsesform')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Gem valget af kolonner som fil' }));
    expect(await screen.findByText('Gemt: kolonner-fasit.json')).toBeTruthy();
    expect(fake.inputsOf('importing.saveMapping')[0]).toMatchObject({ name: 'Fasit', mapping: { unit: 'child' } });
    const sent = await sentRun(fake);
    expect(sent.mapping.unit).toBe('child');
    expect(sent.mapping.columns.find(({ header }) => header === 'Modt. dato')).toEqual({
      header: 'Modt. dato',
      field: 'opened',
      dateOrder: 'month-day',
    });
  });

  it('says that a file is no choice of columns, and changes nothing', async () => {
    await open(inspection, {
      'importing.readMapping': async () => {
        throw new AppError('mapping-file-invalid', 'no');
      },
    });
    fireEvent.click(screen.getByRole('button', { name: 'Hent valg fra fil' }));
    expect(await screen.findByText('Filen er ikke et gemt valg af kolonner')).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>('Husk valget af kolonner som').value).toBe('');
  });

  it('lists what is remembered, and forgets one when that is confirmed', async () => {
    let kept = rememberedMappings;
    renderApp(
      {
        ...demoHandlers('empty'),
        'importing.mappings': async () => kept,
        'importing.forgetMapping': async ({ headersKey }) => {
          kept = kept.filter((one) => one.headersKey !== headersKey);
          return { forgotten: true };
        },
      },
      route,
      files,
    );
    const panel = await screen.findByRole('region', { name: 'Huskede valg af kolonner' });
    fireEvent.click(await within(panel).findByRole('button', { name: 'Glem DUBU, underretninger' }));
    fireEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Glem' }));
    await within(panel).findByRole('button', { name: 'Glem Nexus, Børn og Familie' });
    await expect.poll(() => within(panel).queryByText('DUBU, underretninger')).toBeNull();
  });
});
