import { describe, expect, it } from 'vitest';

import { pageBreaks, rowHeights } from '#core/report/charts/page-breaks.ts';
import { writeWorkbook } from '#core/report/write-workbook.ts';
import type { Sheet } from '#shared/domain/report/workbook.ts';

import { partsOf } from '../read-back.ts';
import { tableOf, withSharesChart, workbookOf } from './chart-fixture.ts';
import { elementsOf } from './chart-xml.ts';

const rowsOf = (count: number) => Array.from({ length: count }, (_, index) => [`Række ${index + 1}`, 1, 2, 3]);
const answers = (count: number) => tableOf('Svar', 'Svar', ['Område', 'Ja', 'Delvist', 'Nej'], rowsOf(count));

async function breaksOf(sheet: Sheet): Promise<readonly number[]> {
  const xml = partsOf(await writeWorkbook(workbookOf(sheet)))['xl/worksheets/sheet1.xml'] ?? '';
  return elementsOf(xml, 'brk').map(({ attributes }) => Number(attributes['id']));
}

describe('page breaks around charts', () => {
  it('come where the chart does not fit on the rest of the page', async () => {
    expect(await breaksOf(withSharesChart(answers(6)))).toEqual([]);
    // 11 rows: title, intro and names of columns before them, and one empty row after.
    expect(await breaksOf(withSharesChart(answers(11)))).toEqual([15]);
  });

  it('are not made on a sheet that is scaled to one page', async () => {
    expect(await breaksOf({ ...withSharesChart(answers(11)), onePage: true })).toEqual([]);
  });

  it('are not made for a chart that no page can hold', async () => {
    const high = withSharesChart(answers(40));
    expect(await breaksOf(high)).toEqual([]);
  });

  it('keep the heading above a chart and charts side by side together', () => {
    const [chart] = withSharesChart(answers(6)).charts ?? [];
    if (chart === undefined) throw new Error('the fixture has no chart');
    const rows = [
      ...Array.from({ length: 25 }, () => ({ cells: [{ value: 'Linje' }] })),
      { cells: [{ value: 'Overskrift', style: 'heading' as const }] },
    ];
    const sheet: Sheet = { name: 'Diagrammer', widths: [40, 40], orientation: 'landscape', rows };
    const left = { ...chart, place: { column: 1, row: 27, lastColumn: 1, lastRow: 36 } };
    const right = { ...chart, place: { column: 2, row: 27, lastColumn: 2, lastRow: 40 } };
    expect(pageBreaks(sheet, [left], new Map())).toEqual([]);
    expect(pageBreaks(sheet, [left, right], new Map())).toEqual([25]);
    expect(pageBreaks({ ...sheet, rows: rows.slice(0, 25) }, [left, right], new Map())).toEqual([26]);
  });

  it('count with the heights that stand in the file', () => {
    const xml =
      '<row r="1" ht="28.5" customHeight="1"><c/></row><row r="2" spans="1:3"/><row r="3" spans="1:2" ht="13">';
    expect([...rowHeights(xml)]).toEqual([
      [1, 28.5],
      [3, 13],
    ]);
  });
});
