import { readFile } from 'node:fs/promises';

import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';

import type { RawCell } from '#shared/domain/importing/raw-row.ts';

import { largeWorkbook } from '../../../fixtures/workbooks.ts';
import { readAll } from './read-all.ts';
import { fc } from '../../../support/fast-check.ts';

type Written = string | number | boolean | Date | null;

async function write(table: readonly (readonly Written[])[]): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('Sager');
  for (const [index, cells] of table.entries()) {
    for (const [at, value] of cells.entries()) {
      const cell = sheet.getCell(index + 1, at + 1);
      cell.value = value;
      if (value instanceof Date) cell.numFmt = value.getTime() % 86_400_000 === 0 ? 'dd-mm-yyyy' : 'dd-mm-yyyy hh:mm';
    }
  }
  return Buffer.from(await book.xlsx.writeBuffer());
}

const asCell = (value: unknown): RawCell => {
  if (value === undefined || value === null || value === '') return null;
  if (value instanceof Date) {
    const iso = new Date(Math.round(value.getTime() / 60_000) * 60_000).toISOString();
    return { moment: iso.slice(0, iso.includes('T00:00') ? 10 : 16) } as RawCell;
  }
  // exceljs drops a formula's result when it is 0
  if (typeof value === 'object' && 'formula' in value) return asCell('result' in value ? value.result : 0);
  if (typeof value === 'object' && 'error' in value) return { error: String(value.error) };
  if (typeof value === 'object' && 'richText' in value) {
    return (value.richText as { text: string }[]).map(({ text }) => text).join('');
  }
  return value as RawCell;
};

/** What exceljs makes of the first sheet, in this reader's terms. */
async function readWithExceljs(bytes: Uint8Array): Promise<Map<number, RawCell[]>> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(Buffer.from(bytes) as unknown as ExcelJS.Buffer);
  const rows = new Map<number, RawCell[]>();
  book.worksheets[0]?.eachRow((row, number) => {
    const cells: RawCell[] = [];
    row.eachCell({ includeEmpty: true }, (cell) => {
      // exceljs repeats the value of a merged cell in every cell it covers
      cells.push(cell.isMerged && cell.master !== cell ? null : asCell(cell.value));
    });
    rows.set(number, trimmed(cells));
  });
  return rows;
}

function trimmed(cells: readonly RawCell[]): RawCell[] {
  return cells.slice(0, cells.findLastIndex((cell) => cell !== null) + 1);
}

async function expectSame(bytes: Uint8Array): Promise<number> {
  const own = (await readAll(bytes)).map(({ row, cells }) => [row, trimmed(cells)] as const);
  const other = await readWithExceljs(bytes);
  expect(own.filter(([, cells]) => cells.length > 0)).toEqual([...other].filter(([, cells]) => cells.length > 0));
  return own.length;
}

describe('this reader and exceljs see the same', () => {
  it('in the example', async () => {
    const bytes = await readFile(new URL('../../../fixtures/exports/indsatser-flere-raekker.xlsx', import.meta.url));
    expect(await expectSame(bytes)).toBe(463);
  });

  it('in a workbook of 3,000 rows and 25 columns', async () => {
    expect(await expectSame(largeWorkbook(3000))).toBe(3000);
  });

  it('in formulas, errors, rich text and styled blanks', async () => {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet('Sager');
    sheet.getCell('A1').value = { formula: 'B1+1', result: 7 };
    sheet.getCell('B1').value = { formula: 'TEXT(1)', result: 'én' };
    sheet.getCell('C1').value = { error: '#N/A' };
    sheet.getCell('D1').value = { richText: [{ text: 'fed ', font: { bold: true } }, { text: 'og ikke' }] };
    sheet.getCell('F1').fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFF0000' } };
    sheet.getCell('A3').value = { formula: 'TODAY()', result: new Date(Date.UTC(2025, 1, 28)) };
    sheet.getCell('A3').numFmt = 'd. mmmm yyyy';
    sheet.mergeCells('A5:C5');
    sheet.getCell('A5').value = 'Overskrift';

    const rows = await readAll(Buffer.from(await book.xlsx.writeBuffer()));
    expect(rows).toEqual([
      { row: 1, cells: [7, 'én', { error: '#N/A' }, 'fed og ikke'] },
      { row: 3, cells: [{ moment: '2025-02-28' }] },
      { row: 5, cells: ['Overskrift'] },
    ]);
  });
});

describe('read(write(cells)) = cells', () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'Ø', ' ', '<', '&', '"', '>', '\n', '😀', ']]>') });
  const date = fc.integer({ min: 61 * 1440, max: 73_000 * 1440 });
  const cell = fc.oneof(
    letters,
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.boolean(),
    fc.constant(null),
    date.map((minutes) => new Date(Date.UTC(1899, 11, 30) + minutes * 60_000)),
  );
  const table = fc.array(fc.array(cell, { maxLength: 8 }), { minLength: 1, maxLength: 12 });

  it('for what exceljs writes', async () => {
    await fc.assert(
      fc.asyncProperty(table, async (cells) => {
        const rows = new Map((await readAll(await write(cells))).map((row) => [row.row, trimmed(row.cells)]));
        for (const [index, row] of cells.entries()) {
          expect(rows.get(index + 1) ?? []).toEqual(
            trimmed(row.map((value) => asCell(Object.is(value, -0) ? 0 : value))),
          );
        }
      }),
      { numRuns: 60 },
    );
  });
});
