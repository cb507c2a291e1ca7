import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';

import ExcelJS from 'exceljs';

import { createExampleExport } from '../../electron/core/example/example-export.ts';
import type { LocalDate } from '../../shared/domain/calendar/local-date.ts';

export const benchDay = '2026-10-31' as LocalDate;
const isDate = /^(\d{2})-(\d{2})-(\d{4})$/u;

export function exampleCsv(cases: number): Uint8Array {
  return createExampleExport(benchDay, cases);
}

/** The same lines as a workbook with shared strings and real date cells, as case systems export them. */
export async function exampleXlsx(cases: number): Promise<Uint8Array> {
  const stream = new PassThrough();
  const collected = buffer(stream);
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useSharedStrings: true, useStyles: true });
  const sheet = workbook.addWorksheet('Sager');
  for (const line of new TextDecoder().decode(exampleCsv(cases)).split('\r\n')) {
    sheet.addRow(line.split(';').map(cellOf)).commit();
  }
  sheet.commit();
  await workbook.commit();
  return new Uint8Array(await collected);
}

function cellOf(text: string): string | Date | null {
  const date = isDate.exec(text);
  if (date !== null) {
    return new Date(Date.UTC(Number(date[3]), Number(date[2]) - 1, Number(date[1])));
  }
  return text === '' ? null : text;
}
