import { describe, expect, it } from 'vitest';

import { findPersonData } from '#shared/domain/report/person-data.ts';
import type { Workbook } from '#shared/domain/report/workbook.ts';
import { fc } from '../../support/fast-check.ts';

const page = (...lines: readonly string[]): Workbook => ({
  title: 'Titel',
  subject: '',
  classification: '',
  footer: '',
  created: '2026-01-01T00:00:00Z',
  sheets: [
    { name: 'Ark', widths: [10], orientation: 'portrait', rows: lines.map((value) => ({ cells: [{ value }] })) },
  ],
});
const kinds = (text: string, names: string[] = [], ids: string[] = [], ordinary: string[] = []) =>
  findPersonData(page(text), names, ids, new Set(ordinary)).map(({ kind }) => kind);

describe('findPersonData', () => {
  it('finds CPR numbers with and without a hyphen, also the fictive ones, and says where', () => {
    expect(kinds('Barnet 010112-1234 er hørt')).toEqual(['cpr']);
    expect(kinds('Barnet 6101121234 er hørt')).toEqual(['cpr']);
    expect(findPersonData(page('intet', 'se 010112-1234'), [], [])).toEqual([
      { kind: 'cpr', sheet: 'Ark', row: 2, found: '010112-1234' },
    ]);
  });

  it('takes no seed, date, count or fingerprint for a CPR number', () => {
    for (const text of [
      '20260115-4711',
      '31-01-2026',
      'mellem 187 og 270 af de 312',
      '8a1d f02e c7de 1071',
      '991399-1234',
    ]) {
      expect(kinds(text)).toEqual([]);
    }
  });

  it('finds full names in any case and either order, and single names as capitalised words', () => {
    const names = ['Hansen, Mette Marie'];
    expect(kinds('aftalt med METTE MARIE HANSEN', names)).toEqual(['name']);
    expect(kinds('Mette følger op', names)).toEqual(['name']);
    expect(kinds('Hansens team følger op på mette', names)).toEqual([]);
  });

  it('does not take a word of the page itself for a name, but still finds the full name', () => {
    expect(kinds('Planer følges op', ['Planer Vinter'], [], ['planer'])).toEqual([]);
    expect(kinds('Planer Vinter følger op', ['Planer Vinter'], [], ['planer'])).toEqual(['name']);
  });

  it('finds case numbers as whole words; a short number only where the text calls it a case', () => {
    expect(kinds('jf. BF-2025-1000.', [], ['BF-2025-1000'])).toEqual(['case-number']);
    expect(kinds('jf. BF-2025-10001', [], ['BF-2025-1000'])).toEqual([]);
    expect(kinds('12 af 30 sager', [], ['12'])).toEqual([]);
    expect(kinds('I sag nr. 12 mangler samtalen', [], ['12'])).toEqual(['case-number']);
    expect(kinds('Se sag (a+b)', [], ['(a+b)'])).toEqual(['case-number']);
  });

  it('finds any full name put anywhere into a text', () => {
    const part = fc.stringMatching(/^[A-ZÆØÅ][a-zæøå]{2,8}$/);
    fc.assert(
      fc.property(part, part, fc.lorem(), fc.lorem(), (given, family, before, after) => {
        expect(kinds(`${before} ${given} ${family}, ${after}`, [`${given} ${family}`])).toContain('name');
      }),
    );
  });
});
