import type { SheetRow } from '../workbook.ts';

/** A name, then the counts of the table of areas; wider than A4, because the page is scaled to its height anyway. */
export const widths: readonly number[] = [36, 10, 11, 10, 15, 10, 10, 13];
export const span = widths.length;

/** A name, and beside it what is said of it over the rest of the page. */
export function fact(label: string, value: string): SheetRow {
  return {
    cells: [
      { value: label, style: 'label' },
      { value, style: 'text', span: span - 1 },
    ],
  };
}
