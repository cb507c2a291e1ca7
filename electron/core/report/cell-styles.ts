import type ExcelJS from 'exceljs';

import type { CellStyle } from '#shared/domain/report/workbook.ts';

import { lookAt } from './cell-looks.ts';

const font = 'Arial';

/** Number formats are stored in their en-US form and shown the Danish way by a Danish Excel. */
const numberFormats = {
  none: null,
  text: '@',
  whole: '#,##0',
  decimal: '#,##0.0',
  share: '0\\ %',
  date: 'dd\\-mm\\-yyyy',
} as const;

export type NumberFormat = keyof typeof numberFormats;

/** Everything that decides how a cell looks; two cells that agree in it share one style. */
export interface StyleKey {
  readonly style: CellStyle;
  readonly column: number;
  /** The row holds one line of text, which then stands in the middle of it. */
  readonly isOneLine: boolean;
  readonly wraps: boolean;
  readonly format: NumberFormat;
  /** The text begins like a formula and keeps Excel's text mark. */
  readonly quoted: boolean;
}

export interface StyleShelf {
  get(key: StyleKey): Partial<ExcelJS.Style>;
}

/** The styles of one workbook: each is made once, because the library compares them by identity. */
export function createStyleShelf(): StyleShelf {
  const styles = new Map<string, Partial<ExcelJS.Style>>();
  return {
    get: (key) => {
      const { style, column, isOneLine, wraps, format, quoted } = key;
      const name = `${style} ${column > 1} ${isOneLine} ${wraps} ${format} ${quoted}`;
      const known = styles.get(name);
      if (known !== undefined) return known;
      const made = styleOf(key);
      styles.set(name, made);
      return made;
    },
  };
}

function styleOf({ style, column, isOneLine, wraps, format, quoted }: StyleKey): Partial<ExcelJS.Style> {
  const look = lookAt(style, column);
  const numFmt = numberFormats[format];
  return {
    font: { name: font, size: look.size, bold: look.bold, color: { argb: look.color } },
    alignment: {
      horizontal: format === 'date' ? 'left' : look.horizontal,
      vertical: isOneLine && look.line !== undefined ? 'middle' : look.vertical,
      wrapText: wraps,
      ...(look.indent > 0 ? { indent: look.indent } : {}),
    },
    ...(look.fill === undefined
      ? {}
      : { fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: look.fill } } as const }),
    ...(look.line === undefined
      ? {}
      : { border: { bottom: { style: look.line.style, color: { argb: look.line.color } } } }),
    ...(numFmt === null ? {} : { numFmt }),
    // The lock means nothing on an unprotected sheet; `finishPackage` turns this mark into Excel's text mark.
    ...(quoted ? { protection: { locked: false } } : {}),
  };
}
