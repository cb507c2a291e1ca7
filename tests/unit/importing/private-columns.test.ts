import { describe, expect, it } from 'vitest';

import { applyMapping } from '#shared/domain/importing/apply-mapping.ts';
import { cprNumbersAmong } from '#shared/domain/importing/cpr-case-ids.ts';
import { guessColumns } from '#shared/domain/importing/guess-columns.ts';
import { headersKey } from '#shared/domain/importing/headers-key.ts';
import { readMappingDocument, writeMappingDocument } from '#shared/domain/importing/mapping-document.ts';
import { maskCprInName, maskRealCpr } from '#shared/domain/importing/mask-cpr.ts';
import { proposeUnit } from '#shared/domain/importing/propose-unit.ts';

/** A column called `header` beside case numbers, with these values in turn. */
function guessOf(header: string, values: readonly string[], rows = 20) {
  const lines = Array.from({ length: rows }, (_none, index) => ({
    row: index + 2,
    cells: [`S-${index}`, values[index % values.length] ?? ''],
  }));
  return guessColumns({ headers: ['Sagsnr', header], groups: [] }, lines)[1]!;
}

describe('a column nobody asked for', () => {
  it.each([
    ['Oplysning 1', ['12 34 56 78', '+45 22334455', '98765432'], 'phone'],
    ['Oplysning 2', ['a@b.dk', 'x'], 'mail'],
    ['Oplysning 3', ['Nygade 12', 'ukendt'], 'address'],
    ['Oplysning 4', ['se 741119-8912', 'x'], 'cpr'],
    ['Oplysning 5', ['Barnet er i dag henvist til en samtale hos psykologen', 'x'], 'long-text'],
    ['Bemærkning', ['x', 'y'], 'header'],
  ])('%s is left out with a note', (header, values, note) => {
    expect(guessOf(header, values)).toMatchObject({ field: 'ignore', note, because: 'none' });
  });

  it('of names that differ from row to row is left out', () => {
    const names = Array.from({ length: 20 }, (_none, index) => `Thea ${String.fromCharCode(65 + index)}lund`);
    expect(guessOf('Oplysning', names)).toMatchObject({ field: 'ignore', note: 'name' });
  });

  it('of harmless words is kept as a fact', () => {
    expect(guessOf('Skole', ['Byskolen', 'Engskolen'])).toMatchObject({ field: 'fact', note: null });
  });
});

describe('a guess by the values', () => {
  it.each([
    ['Kol A', ['Åben', 'Lukket', 'Åben'], 'status'],
    ['Kol B', ['Team Nord', 'Modtagelsen'], 'team'],
    ['Kol C', ['Plejefamilie', 'Opholdssted'], 'placement_form'],
    ['Kol D', ['Skole', 'Politi', 'Sundhedsplejerske'], 'reporter_type'],
    ['Kol E', ['Ida Holm', 'Rosa Riis'], 'caseworker'],
    ['Kol F', ['§ 32', 'BL § 46'], 'legal_basis'],
  ])('%s is known', (header, values, field) => {
    expect(guessOf(header, values)).toMatchObject({ field, because: 'values' });
  });

  it('says when name and values agree, and doubts a name that the values contradict', () => {
    expect(guessOf('Status', ['Åben', 'Lukket'])).toMatchObject({ because: 'both', confidence: 1 });
    expect(guessOf('Underretning modtaget', ['Ja', 'Nej'])).toMatchObject({ field: 'fact', confidence: 0 });
  });
});

describe('CPR numbers as case numbers', () => {
  const found = (...ids: string[]) => [...cprNumbersAmong(ids)];

  it('are known with and without hyphen, fictive ones and those without their zero too', () => {
    expect(found('741119-8912', '2025-0001', 'CPR 630720-5718')).toEqual(['741119-8912', 'CPR 630720-5718']);
    expect(found('7411198912', '2025-0001')).toEqual(['7411198912']);
    expect(found('7411198912', '6307205718', '102034567')).toContain('102034567');
  });

  it('are not seen in case numbers', () => {
    expect(found('2025-00001', 'S-010203', '99-123456-1', '202300001')).toEqual([]);
    expect(found('2025000001', '2025000002', '1012345678')).toEqual([]);
    expect(found(...Array.from({ length: 40 }, (_none, index) => String(1_012_340_000 + index)))).toEqual([]);
  });

  it('are pointed out by the guess, and give the unit child', () => {
    const rows = [['741119-8912'], ['630720-5718']].map((cells, index) => ({ row: index + 2, cells }));
    const columns = guessColumns({ headers: ['Sagsnr'], groups: [] }, rows);
    expect(columns[0]).toMatchObject({ field: 'case_id', note: 'case-id-is-cpr' });
    expect(proposeUnit(columns)).toBe('child');
  });
});

describe('masks', () => {
  it('hide a number in the name of a file, and leave other numbers of kept text alone', () => {
    expect(maskCprInName('udtræk0102034567.xlsx')).toBe('udtræk010203-••••.xlsx');
    expect(maskCprInName('Sag 010203-4567.csv')).toBe('Sag 010203-••••.csv');
    expect(maskCprInName('udtræk 20251103-1430.xlsx')).toBe('udtræk 20251103-1430.xlsx');
    expect(maskRealCpr('konto 9912345678, cpr 7102031234')).toBe('konto 9912345678, cpr 710203-••••');
  });
});

describe('a mapping', () => {
  const mapping = { unit: 'child' as const, columns: [{ header: 'Nr', field: 'case_id' as const }] };

  it('comes back from its file, and another file is none', () => {
    expect(readMappingDocument(writeMappingDocument('Nexus', mapping))).toEqual({ name: 'Nexus', mapping });
    expect(readMappingDocument('\uFEFF{"columns":{"Nr":"case_id"}}')).toEqual({
      name: null,
      mapping: { columns: mapping.columns },
    });
    const newer = writeMappingDocument('Nexus', mapping).replace('"version": 1', '"version": 2');
    for (const text of [newer, 'PK', '{}', '[]', 'null', '{"columns":{"Nr":"nonsense"}}']) {
      expect(readMappingDocument(text)).toBeNull();
    }
  });

  it('is applied by the names of the columns; a field it gives away is not guessed twice', () => {
    const rows = [{ row: 2, cells: ['A-1', 'Nord', '741119-8912', '03/04/2025'] }];
    const columns = guessColumns({ headers: ['Sagsnr', 'Team', 'CPR', 'Oprettet'], groups: [] }, rows);
    const { columns: applied, unknown } = applyMapping(columns, {
      columns: [
        { header: 'oprettet', field: 'closed', dateOrder: 'month-day' },
        { header: 'TEAM', field: 'cpr' },
        { header: 'Andet', field: 'status' },
      ],
    });
    expect(applied.map(({ field, dateOrder }) => [field, dateOrder])).toEqual([
      ['case_id', null],
      ['cpr', null],
      ['ignore', null],
      ['closed', 'month-day'],
    ]);
    expect(unknown).toEqual(['Andet']);
  });

  it('is remembered under a key that order and punctuation do not change', () => {
    expect(headersKey(['Sagsnr.', 'Team', ''])).toBe(headersKey(['TEAM', 'sagsnr']));
    expect(headersKey(['Sagsnr', 'Team'])).not.toBe(headersKey(['Sagsnr']));
  });
});
