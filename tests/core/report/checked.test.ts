import { describe, expect, it } from 'vitest';

import { writeWorkbook } from '#core/report/write-workbook.ts';
import type { Workbook } from '#shared/domain/report/workbook.ts';

import { checkWorkbook } from '../../support/check-workbook.ts';
import { everySource, otherWorkbooks, reportsOf } from './every-workbook.ts';

const check = async (workbook: Workbook) => checkWorkbook(await writeWorkbook(workbook), workbook);

describe('every workbook the program writes is accessible, printable and typed', () => {
  for (const [name, source] of Object.entries(everySource())) {
    it(`the reports of a round: ${name}`, async () => {
      for (const [kind, workbook] of reportsOf(source)) expect(await check(workbook), kind).toEqual([]);
    });
  }

  it('the workbooks of the other rooms', async () => {
    for (const [kind, workbook] of otherWorkbooks('Sager fra september'))
      expect(await check(workbook), kind).toEqual([]);
  });
});
