import type { CellStyle } from '#shared/domain/report/workbook.ts';

/** One accent and greys; what is good or not is said in words, never by colour alone. Contrast 4.5 to 1 or better. */
const ink = 'FF1F2933';
const quiet = 'FF55636D';
const accent = 'FF0B5563';
const hairline = 'FFD5DBDF';

/** What a style means in Excel. Sizes in points; `indent` in Excel's steps of about nine pixels. */
export interface CellLook {
  readonly size: number;
  readonly bold: boolean;
  readonly color: string;
  readonly fill?: string;
  readonly line?: { readonly style: 'thin' | 'medium'; readonly color: string };
  readonly horizontal: 'left' | 'right';
  readonly vertical: 'top' | 'middle' | 'bottom';
  readonly indent: number;
  /** Points of white above and below the text, together. */
  readonly air: number;
}

const plain: CellLook = {
  size: 10,
  bold: false,
  color: ink,
  horizontal: 'left',
  vertical: 'top',
  indent: 0,
  air: 3,
};
const inTable: CellLook = { ...plain, air: 6, line: { style: 'thin', color: hairline } };
const header: CellLook = { ...plain, bold: true, vertical: 'bottom', air: 6, line: { style: 'medium', color: ink } };
const status: CellLook = { ...plain, bold: true, vertical: 'middle', air: 6, indent: 1 };

export const cellLooks: Readonly<Record<CellStyle, CellLook>> = {
  title: { ...plain, size: 18, bold: true, air: 6 },
  subtitle: { ...plain, size: 11, color: quiet, air: 6 },
  lead: { ...plain, size: 13, air: 8 },
  heading: { ...plain, size: 12, bold: true, color: accent, vertical: 'bottom', air: 14 },
  text: { ...plain, size: 11 },
  muted: { ...plain, size: 9, color: quiet, air: 6 },
  strong: { ...plain, size: 11, bold: true, vertical: 'bottom', air: 8 },
  header,
  'header-number': { ...header, horizontal: 'right' },
  cell: inTable,
  'cell-number': { ...inTable, horizontal: 'right' },
  'cell-wrap': inTable,
  label: { ...plain, size: 11, color: quiet },
  dots: { ...inTable, size: 6, color: accent },
  'status-good': { ...status, fill: 'FFE3F0F1' },
  'status-attention': { ...status, fill: 'FFF3EEDF' },
  'status-neutral': { ...status, fill: 'FFECEFF1' },
};

/** The look in a column, counted from 1: text in a table keeps its distance from the column before it. */
export function lookAt(style: CellStyle, column: number): CellLook {
  const look = cellLooks[style];
  const needsGap = look.line !== undefined && look.horizontal === 'left' && column > 1;
  return needsGap ? { ...look, indent: 1 } : look;
}

/** The open dots beside the filled ones: another shape, and a colour that can be seen on its own. */
export const openDotColor = quiet;
