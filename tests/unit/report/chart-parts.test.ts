import { describe, expect, it } from 'vitest';

import { chartPlace, runChart, sharesChart } from '#shared/domain/report/chart-parts.ts';
import { type Column, tableSheet } from '#shared/domain/report/sheet-parts.ts';
import type { CellValue } from '#shared/domain/report/workbook.ts';

type Row = readonly CellValue[];

function table(headers: readonly string[], rows: readonly Row[]) {
  const columns = headers.map((header, index): Column<Row> => ({
    header,
    width: 20,
    value: (row) => row[index] ?? null,
  }));
  return tableSheet({ name: 'Områder', title: 'T', intro: 'i', nothing: 'n', example: false, columns, rows });
}

const areas = table(
  ['Område', 'Opfyldt', 'Delvist', 'Ikke opfyldt'],
  [
    ['Børnesamtale', 20, 6, { formula: { kind: 'sum-of-row', columns: [2, 3] }, result: 4 }],
    ['Børnefaglig undersøgelse', 12, 9, 0],
    ['Opfølgning', 3, '<5', null],
  ],
);

describe('sharesChart', () => {
  const chart = sharesChart({ table: areas, title: 'Sager fordelt på udfald.', category: 1, series: [2, 3, 4] });

  it('points at the cells of the table and carries what they hold', () => {
    expect(chart.categories).toEqual({
      range: { sheet: 'Områder', column: 1, firstRow: 4, lastRow: 6 },
      values: ['Børnesamtale', 'Børnefaglig undersøgelse', 'Opfølgning'],
    });
    expect(chart.series.map(({ name, values }) => [name, values])).toEqual([
      ['Opfyldt', [20, 12, 3]],
      ['Delvist', [6, 9, null]],
      ['Ikke opfyldt', [4, 0, null]],
    ]);
    expect(chart.series[2]?.range).toEqual({ sheet: 'Områder', column: 4, firstRow: 4, lastRow: 6 });
  });

  it('stands under the table with one empty row between, wide enough and no wider than is legible', () => {
    expect(chart.place).toEqual({ column: 1, row: 8, lastColumn: 4, lastRow: 21 });
    expect(chartPlace('run', 12, 30, [60, 40, 40, 40]).lastColumn).toBe(2);
    expect(chartPlace('run', 12, 30, [200]).lastColumn).toBe(1);
  });

  it('says the counts of each bar in its alternative text, and what is not shown', () => {
    expect(chart.alternative).toBe(
      'Liggende søjlediagram: Sager fordelt på udfald. ' +
        'Børnesamtale (30 i alt): Opfyldt 20, Delvist 6, Ikke opfyldt 4. ' +
        'Børnefaglig undersøgelse (21 i alt): Opfyldt 12, Delvist 9, Ikke opfyldt 0. ' +
        'Opfølgning (3 i alt): Opfyldt 3, Delvist vises ikke, Ikke opfyldt vises ikke. ' +
        'Tallene står på arket Områder.',
    );
  });

  it('sums up many bars', () => {
    const many = table(
      ['Spørgsmål', 'Ja', 'Nej'],
      Array.from({ length: 13 }, (_, index) => [`Spørgsmål ${index}`, 2, 1]),
    );
    const { alternative } = sharesChart({ table: many, title: 'Svar', category: 1, series: [2, 3] });
    expect(alternative).toContain('13 rækker tilsammen (39 i alt): Ja 26, Nej 13.');
  });

  it('ends where the table has no more categories, or where it is told to', () => {
    const withTotal = table(
      ['Område', 'Opfyldt'],
      [
        ['A', 1],
        ['B', 2],
        [null, 3],
      ],
    );
    expect(sharesChart({ table: withTotal, title: 'T', category: 1, series: [2] }).categories.values).toEqual([
      'A',
      'B',
    ]);
    const one = sharesChart({ table: withTotal, title: 'T', category: 1, series: [2], rows: 1 });
    expect(one.series[0]?.values).toEqual([1]);
    expect(one.series[0]?.range.lastRow).toBe(4);
  });
});

describe('runChart', () => {
  const rounds = table(
    ['Runde', 'Andel opfyldt', 'Median'],
    [
      ['1. kvt. 2025', { share: 0.6 }, { share: 0.65 }],
      ['2. kvt. 2025', null, { share: 0.65 }],
      ['3. kvt. 2025', { share: 0.5 }, { share: 0.65 }],
      ['4. kvt. 2025', { formula: { kind: 'share-of-row', part: [2], whole: [3] }, result: { share: 0.7 } }, null],
    ],
  );
  const chart = runChart({ table: rounds, title: 'Udvikling', category: 1, series: [2, 3] });

  it('keeps shares as shares and an empty cell as a gap', () => {
    expect(chart.series[0]?.values).toEqual([0.6, null, 0.5, 0.7]);
  });

  it('tells the first and last point, the extremes and the gaps', () => {
    expect(chart.alternative).toBe(
      'Kurvediagram: Udvikling. ' +
        'Andel opfyldt: 60 % (1. kvt. 2025) og 70 % (4. kvt. 2025); ' +
        'lavest 50 % (3. kvt. 2025), højest 70 % (4. kvt. 2025). Runder uden tal: 1. ' +
        'Median: 65 % hele vejen. Runder uden tal: 1. ' +
        'Tallene står på arket Områder.',
    );
  });

  it('has words for one point and for none', () => {
    const few = table(
      ['Runde', 'A', 'B'],
      [
        ['1. kvt.', { share: 0.6 }, null],
        ['2. kvt.', null, null],
      ],
    );
    expect(runChart({ table: few, title: 'U', category: 1, series: [2, 3] }).alternative).toBe(
      'Kurvediagram: U. A: 60 % (1. kvt.). Runder uden tal: 1. B: ingen tal endnu. Tallene står på arket Områder.',
    );
  });
});
