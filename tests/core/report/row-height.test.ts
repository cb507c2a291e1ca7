import { describe, expect, it } from 'vitest';

import { cellText } from '#core/report/paper-cell.ts';
import { rowHeight } from '#core/report/row-height.ts';
import { tableWidths } from '#shared/domain/report/year/year-table.ts';

import { barnetsLov } from '../../unit/report/report-fixture.ts';

/** As high as one line of a table: ten points and a quarter, and the white around it. */
const oneLine = 18.5;
const heightOf = (label: string, widths: readonly number[]): number =>
  rowHeight({ cells: [{ value: label, style: 'cell-wrap' }] }, widths);

describe('the height of a row', () => {
  it('is one line for every area of the year with four rounds, also in the narrower columns of Excel', () => {
    for (const { short } of barnetsLov.areas) expect(heightOf(short, tableWidths(4)), short).toBe(oneLine);
  });

  it('is the same width of a page however many rounds stand beside each other', () => {
    for (const rounds of [4, 5, 7, 9]) expect(tableWidths(rounds).reduce((sum, width) => sum + width, 0)).toBe(97);
  });

  it('has room for a text that needs a second line', () => {
    expect(heightOf('Undersøgelse af barnets behov', [20])).toBe(oneLine + 12.5);
  });
});

it('percentage points have one decimal, whole ones too', () => {
  expect([33, -9.5, 0].map((points) => cellText({ points }))).toEqual(['33,0', '-9,5', '0,0']);
});
