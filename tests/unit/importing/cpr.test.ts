import { describe, expect, it } from 'vitest';

import { passesModulus11, readCpr } from '#shared/domain/importing/cpr.ts';
import { maskCpr, maskCprCell } from '#shared/domain/importing/mask-cpr.ts';
import type { RawCell } from '#shared/domain/importing/raw-row.ts';
import { fc } from '../../support/fast-check.ts';

// Fictive numbers only: day of birth + 60.
describe('readCpr', () => {
  it.each<[RawCell, string, string]>([
    ['741119-8912', '7411198912', '2019-11-14'],
    ['7411198912', '7411198912', '2019-11-14'],
    [7_411_198_912, '7411198912', '2019-11-14'],
    ["'741119-8912", '7411198912', '2019-11-14'],
    ['="741119-8912"', '7411198912', '2019-11-14'],
    ['741119 – 8912', '7411198912', '2019-11-14'],
    ['610137-4000', '6101374000', '1937-01-01'],
    ['610136-4000', '6101364000', '2036-01-01'],
    ['610136-3999', '6101363999', '1936-01-01'],
    ['610157-5123', '6101575123', '2057-01-01'],
    ['610137-9123', '6101379123', '1937-01-01'],
    ['890224-4123', '8902244123', '2024-02-29'],
  ])('reads %j as %s, born %s', (cell, cpr, birthDate) => {
    expect(readCpr(cell)).toEqual({ cpr, birthDate, code: null });
  });

  it('puts back the zero that a spreadsheet took, and says so', () => {
    expect(readCpr(102_154_567)).toEqual({ cpr: '0102154567', birthDate: '2015-02-01', code: 'cpr-padded' });
    expect(readCpr('10215-4567').code).toBe('cpr-padded');
  });

  it.each<RawCell>(['320115-4321', '890223-4123', '2023-00001', 'ukendt', 12, '741319-8912', true])(
    'refuses %j',
    (cell) => {
      expect(readCpr(cell)).toEqual({ cpr: null, birthDate: null, code: 'cpr-invalid' });
    },
  );

  it('takes from a masked number the birth date, and no number that several children could share', () => {
    for (const cell of ['610215-****', '610215xxxx', '610215-0000', '610215-XXXX']) {
      expect(readCpr(cell)).toEqual({ cpr: null, birthDate: '2015-02-01', code: null });
    }
  });

  it('keeps replacement numbers with letters', () => {
    expect(readCpr('610215-ab12')).toEqual({ cpr: '610215AB12', birthDate: '2015-02-01', code: null });
    expect(readCpr('990015-AB12')).toEqual({ cpr: '990015AB12', birthDate: null, code: null });
  });

  it('says nothing of an empty cell', () => {
    expect(readCpr(' ')).toEqual({ cpr: null, birthDate: null, code: null });
  });

  it('never throws, and gives ten characters or none', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.double(), fc.boolean()), (cell) => {
        const { cpr } = readCpr(cell);
        expect(cpr === null || cpr.length === 10).toBe(true);
      }),
    );
  });
});

describe('passesModulus11', () => {
  it('knows a number that keeps the check from one that does not', () => {
    // 4·6 + 3·1 + 2·0 + 7·1 + 6·0 + 5·0 + 4·4 + 3·0 + 2·0 = 50; 50 + 5 is a multiple of 11.
    expect(passesModulus11('6101004005')).toBe(true);
    expect(passesModulus11('6101004006')).toBe(false);
  });
});

describe('maskCpr', () => {
  it('hides the last four wherever a number stands', () => {
    expect(maskCpr('741119-8912')).toBe('741119-••••');
    expect(maskCpr('mor: 7411198912, far 741119 8912.')).toBe('mor: 741119-••••, far 741119-••••.');
    expect(maskCpr('2023-00001 den 20-09-2024')).toBe('2023-00001 den 20-09-2024');
  });

  it('never shows more than six digits of a cell of a CPR column', () => {
    expect(maskCprCell('102154567')).toBe('010215-••••');
    expect(maskCprCell('320115-12345')).toBe('320115-••••');
    expect(maskCprCell('0-0102154567')).toBe('001021-••••');
    fc.assert(
      fc.property(fc.stringMatching(/^[\d-]{7,14}$/), (text) => {
        expect(maskCprCell(text).replace(/\D/g, '').length).toBeLessThanOrEqual(6);
      }),
    );
  });
});
