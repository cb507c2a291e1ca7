import { describe, expect, it } from 'vitest';

import { kindOfFormat } from '#core/importing/xlsx/date-styles.ts';
import { momentOfSerial } from '#core/importing/xlsx/serial-date.ts';

import { workbook } from '../../../fixtures/workbooks.ts';
import { cellsOf } from './read-all.ts';
import { fc } from '../../../support/fast-check.ts';

const from1900 = { date1904: false };
const from1904 = { date1904: true };

describe('momentOfSerial', () => {
  it.each([
    [1, '1900-01-01'],
    [59, '1900-02-28'],
    [61, '1900-03-01'],
    [25_569, '1970-01-01'],
    [45_351, '2024-02-29'],
    [46_326, '2026-10-31'],
    [2_958_465, '9999-12-31'],
    [45_116.5611111111, '2023-07-09T13:28'],
    [45_116.56111, '2023-07-09T13:28'],
    [45_116.999_99, '2023-07-10T00:00'],
    [59.5, '1900-02-28T12:00'],
  ])('%d is %s', (serial, moment) => {
    expect(momentOfSerial(serial, from1900)).toBe(moment);
  });

  it.each([0, 0.5, -1, 60, 60.25, 2_958_466, 2_958_465.999_999, 1e300, Number.NaN])('%d is no day', (serial) => {
    expect(momentOfSerial(serial, from1900)).toBeNull();
  });

  it('the 1904 system starts at 0 and has no false leap day', () => {
    expect(momentOfSerial(0, from1904)).toBe('1904-01-01');
    expect(momentOfSerial(60, from1904)).toBe('1904-03-01');
    expect(momentOfSerial(43_889.25, from1904)).toBe('2024-02-29T06:00');
    expect(momentOfSerial(-1, from1904)).toBeNull();
  });

  it('agrees with the UTC calendar for every day and minute since March 1900, in any time zone', () => {
    fc.assert(
      fc.property(fc.integer({ min: 61, max: 2_958_465 }), fc.integer({ min: 1, max: 1439 }), (day, minute) => {
        const iso = new Date(Date.UTC(1899, 11, 30) + (day * 1440 + minute) * 60_000).toISOString();
        expect(momentOfSerial(day, from1900)).toBe(iso.slice(0, 10));
        expect(momentOfSerial(day + minute / 1440, from1900)).toBe(iso.slice(0, 16));
        expect(momentOfSerial(Number((day + minute / 1440).toFixed(5)), from1900)).toBe(iso.slice(0, 16));
      }),
      { numRuns: 500 },
    );
  });
});

describe('kindOfFormat', () => {
  it.each([
    ['dd\\-mm\\-yyyy', 'date'],
    ['[$-406]d. mmmm yyyy;@', 'date'],
    ['yyyy\\-mm\\-dd\\Thh:mm:ss', 'date'],
    ['mmm\\-yy', 'date'],
    ['mmmm', 'date'],
    ['d/m', 'date'],
    ['[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy', 'date'],
    ['hh:mm', 'time'],
    ['h:mm AM/PM', 'time'],
    ['mm:ss.0', 'time'],
    ['[h]:mm', 'number'],
    ['[mm]:ss', 'number'],
    ['General', 'number'],
    ['Standard', 'number'],
    ['0', 'number'],
    ['@', 'number'],
    ['#,##0.00\\ "kr."', 'number'],
    ['0" dage"', 'number'],
    ['0.0\\ \\d\\a\\y\\s', 'number'],
    ['[Red]0.00', 'number'],
    ['_-* #,##0_-;\\-* #,##0_-', 'number'],
    ['0;"dato"', 'number'],
    ['0.00E+00', 'number'],
  ])('%s is a %s', (code, kind) => {
    expect(kindOfFormat(code)).toBe(kind);
  });
});

describe('date cells', () => {
  const row = (serial: number, styles: number): string =>
    `<row>${Array.from({ length: styles + 1 }, (_, style) => `<c s="${style}"><v>${serial}</v></c>`).join('')}</row>`;

  it('are told by their style, built in or of the workbook', async () => {
    const formats = [14, 22, 'dd\\-mm\\-yyyy', 'yyyy\\-mm\\-dd\\ hh:mm', 'hh:mm', 20, '[h]:mm', '0.00', 46];
    const cells = await cellsOf(workbook({ sheets: [{ rows: row(45_351.5, formats.length) }], formats }));
    const moment = { moment: '2024-02-29T12:00' };

    expect(cells[0]).toEqual([45_351.5, moment, moment, moment, moment, moment, moment, 45_351.5, 45_351.5, 45_351.5]);
  });

  it('a time of day alone is text as a text file would have it; a day that never was stays a number', async () => {
    const formats = ['hh:mm', 'dd\\-mm\\-yyyy', 'dd\\-mm\\-yyyy\\ hh:mm'];
    const rows = [0.427_083_333, 0, 60].map((serial) => row(serial, 3)).join('');

    expect(await cellsOf(workbook({ sheets: [{ rows }], formats }))).toEqual([
      [0.427_083_333, '10:15', 0.427_083_333, 0.427_083_333],
      [0, '00:00', 0, 0],
      [60, 60, 60, 60],
    ]);
  });

  it('follow the workbook that counts from 1904', async () => {
    const bytes = workbook({ sheets: [{ rows: row(43_889, 1) }], formats: [14], date1904: true });
    expect((await cellsOf(bytes))[0]).toEqual([43_889, { moment: '2024-02-29' }]);
  });

  it('of a style that the workbook lacks are numbers', async () => {
    expect((await cellsOf(workbook({ sheets: [{ rows: '<row><c s="99"><v>45000</v></c></row>' }] })))[0]).toEqual([
      45_000,
    ]);
  });
});
