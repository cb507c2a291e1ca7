import { readFile } from 'node:fs/promises';

import { describe, expect, it } from 'vitest';

import { openExport, type OpenedExport } from '#core/importing/open-export.ts';

import { rowsOf } from './read-all.ts';

const folder = new URL('../../../fixtures/exports/', import.meta.url);

interface Expected {
  readonly rows: { readonly total: number; readonly header: number };
  readonly headerRow: number;
  readonly sheet?: string;
}

async function example(name: string): Promise<{ opened: OpenedExport; expected: Expected }> {
  const [bytes, json] = await Promise.all([
    readFile(new URL(name, folder)),
    readFile(new URL(`${name}.expected.json`, folder), 'utf8'),
  ]);
  return { opened: await openExport(name, bytes), expected: JSON.parse(json) as Expected };
}

describe('the example exports', () => {
  it.each([
    ['sager-win1252.csv', { format: 'csv', encoding: 'windows-1252', delimiter: ';', sheets: [], proposedSheet: null }],
    ['sager-utf16-tab.txt', { format: 'csv', encoding: 'utf-16le', delimiter: '\t', sheets: [], proposedSheet: null }],
    [
      'indsatser-flere-raekker.xlsx',
      {
        format: 'xlsx',
        encoding: null,
        delimiter: null,
        proposedSheet: 'Sager og indsatser',
        sheets: [
          { name: 'Sager og indsatser', hidden: false },
          { name: 'Opsætning', hidden: true },
        ],
      },
    ],
  ])('%s is recognised and read to its last row', async (name, seen) => {
    const { opened, expected } = await example(name);
    const rows = await rowsOf(opened);

    expect(opened).toMatchObject(seen);
    expect(rows).toHaveLength(expected.rows.total);
    expect(rows.map(({ row }) => row)).toEqual(rows.map((_, index) => index + 1));
    expect(rows[expected.headerRow - 1]?.cells.length).toBeGreaterThan(20);
    expect(rows.slice(0, expected.headerRow - 1).every(({ cells }) => cells.length <= 1)).toBe(true);
  });

  it('Danish letters and the line breaks of each encoding come through', async () => {
    const windows = await rowsOf((await example('sager-win1252.csv')).opened);
    const unicode = await rowsOf((await example('sager-utf16-tab.txt')).opened);

    expect(windows[0]?.cells).toEqual(['Sagsliste - Børn og Familie']);
    expect(windows[2]?.cells).toEqual([]);
    expect(windows[3]?.cells.slice(0, 3)).toEqual(['Sagsnr.', 'CPR-nr.', 'Barnets navn']);
    expect(windows.at(-1)?.cells[0]).toBe('I alt: 420 sager');
    expect(unicode[2]?.cells.slice(9, 11)).toEqual(['16.10.2023 kl. 13.56', '18.10.2023 kl. 14.56']);
  });

  it('a workbook has real dates, text dates, and numbers side by side', async () => {
    const rows = await rowsOf((await example('indsatser-flere-raekker.xlsx')).opened);

    expect(rows[1]).toEqual({ row: 2, cells: [] });
    expect(rows[3]?.cells.slice(0, 10)).toEqual([
      'BF-2023-00001',
      6305234152,
      'Asta Nørgaard',
      'Vilja Søndergaard',
      'Team Syd',
      'Anbringelse',
      '§ 58',
      'Afsluttet',
      { moment: '2023-07-09' },
      { moment: '2023-07-09T13:28' },
    ]);
    expect(rows[3]?.cells[22]).toBe('12-10-2023');
  });

  it('a hidden sheet can be read by name', async () => {
    const { opened } = await example('indsatser-flere-raekker.xlsx');

    expect((await rowsOf(opened, 'Opsætning')).length).toBeGreaterThan(0);
    await expect(rowsOf(opened, 'Findes ikke')).rejects.toMatchObject({ code: 'sheet-not-found' });
  });
});
