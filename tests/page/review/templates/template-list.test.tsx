import { fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';

import { AppError } from '#shared/contract/errors.ts';
import { wordsOfError } from '#shared/words/errors.ts';

import { demoTemplateLines } from '../../harness/demo-templates.ts';
import { builtIn, openShelf, press } from './templates-room.ts';

describe('the list of templates', () => {
  it('shows every template in its newest edition, with the earlier ones folded', async () => {
    openShelf(demoTemplateLines);
    const list = within(await screen.findByRole('list', { name: 'Skabeloner' }));
    expect(list.getAllByRole('heading').map((heading) => heading.textContent)).toEqual([
      'Barnets lov',
      'Kort månedligt tilsyn',
      'Underretninger',
      'Anbringelser',
      'Serviceloven, sager før 2024',
      'Barnets lov, vores udgave',
    ]);
    expect(list.getByText('Udgave 2 · 39 spørgsmål · kommunens egen')).toBeTruthy();
    expect(list.queryByText('Udgave 1 · 41 spørgsmål · kommunens egen')).toBeNull();
    press('1 tidligere udgave');
    expect(list.getByText('Udgave 1 · 41 spørgsmål · kommunens egen')).toBeTruthy();
  });

  it('is found from Indstillinger and from the search', async () => {
    openShelf();
    await screen.findByRole('list', { name: 'Skabeloner' });
    fireEvent.keyDown(document.body, { key: 'k', ctrlKey: true });
    fireEvent.change(await screen.findByPlaceholderText('Side eller sagsnummer'), { target: { value: 'skab' } });
    expect(await screen.findByRole('button', { name: 'Skabeloner' })).toBeTruthy();
  });

  it('saves an edition as a file of either kind', async () => {
    const fake = openShelf();
    fireEvent.click(await screen.findByRole('button', { name: 'Gem som Excel: Barnets lov, udgave 1' }));
    await screen.findByText('Gemt: barnets-lov-udgave-1.xlsx');
    press('Gem som JSON: Barnets lov, udgave 1');
    await screen.findByText('Gemt: barnets-lov-udgave-1.json');
    expect(fake.inputsOf('review.exportTemplate')).toMatchObject([{ format: 'xlsx' }, { format: 'json', edition: 1 }]);
  });

  it('opens a copy as a new template', async () => {
    openShelf();
    fireEvent.click(await screen.findByRole('button', { name: 'Kopiér: Barnets lov, udgave 1' }));
    await screen.findByRole('heading', { level: 1, name: 'Barnets lov, kopi' });
    expect(screen.getByText('Gemmes som en ny skabelon, udgave 1.')).toBeTruthy();
    expect(screen.queryByText('I har jeres egen udgave af denne skabelon.')).toBeNull();
  });
});

describe('a template from a file', () => {
  const file = (name: string) => ({ choose: () => ({ ref: 'file', name }) });

  it('is on the list afterwards', async () => {
    openShelf([builtIn], {}, {}, file('god.json'));
    fireEvent.click(await screen.findByRole('button', { name: 'Hent skabelon fra fil' }));
    await screen.findByText('Hentet: Hentet skabelon, udgave 1, med 6 spørgsmål.');
    expect(await screen.findByRole('heading', { name: 'Hentet skabelon' })).toBeTruthy();
  });

  it('with mistakes is refused: a list with line, field and words, and nothing is changed', async () => {
    const fake = openShelf([builtIn], {}, {}, file('daarlig.json'));
    fireEvent.click(await screen.findByRole('button', { name: 'Hent skabelon fra fil' }));
    const panel = within(await screen.findByRole('region', { name: 'daarlig.json er ikke hentet' }));
    expect(panel.getByRole('alert').textContent).toBe('10 fejl i filen. Intet er ændret; ret filen, og hent den igen.');
    const rows = panel.getAllByRole('row').map((line) => [...line.children].map((cell) => cell.textContent));
    expect(rows[0]).toEqual(['Linje', 'Felt', 'Hvad der er galt']);
    expect(rows).toContainEqual(['4', 'title', 'Feltet mangler.']);
    expect(rows.filter(([, , words]) => words === 'Datoreglen "R99" findes ikke.')).toHaveLength(3);
    expect(rows.slice(1).every(([line]) => /^\d+$/u.test(line ?? ''))).toBe(true);
    expect(screen.getAllByRole('heading', { level: 2, name: 'Barnets lov' })).toHaveLength(1);
    expect(fake.inputsOf('review.templates').length).toBeLessThanOrEqual(2);
    press('Luk listen');
    expect(screen.queryByText('daarlig.json er ikke hentet')).toBeNull();
  });

  it('that cannot be read says why', async () => {
    const fail = async (): Promise<never> => {
      throw new AppError('read-failed', 'no');
    };
    openShelf([builtIn], {}, { 'review.importTemplate': fail }, file('vaek.json'));
    fireEvent.click(await screen.findByRole('button', { name: 'Hent skabelon fra fil' }));
    expect(await screen.findByText(wordsOfError({ code: 'read-failed' }).what)).toBeTruthy();
  });
});
