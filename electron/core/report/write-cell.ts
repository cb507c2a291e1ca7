import type ExcelJS from 'exceljs';

import { formatDanish } from '#shared/domain/calendar/format.ts';
import { type LocalDate, partsOf } from '#shared/domain/calendar/local-date.ts';
import type { CellStyle, CellValue } from '#shared/domain/report/workbook.ts';
import { paperWords } from '#shared/words/report.ts';

import type { NumberFormat, StyleShelf } from './cell-styles.ts';
import { formulaText } from './formula-text.ts';
import { xmlCharacters } from './xml-characters.ts';

const longestText = 32_767;
/** Excel takes 1900 for a leap year: from this day on its count of days is right. ISO 8601. */
const firstExcelDay = '1900-03-01';

/** What a cell has to know of its surroundings. Rows and columns are counted from 1. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
  readonly isOneLine: boolean;
  readonly names: ReadonlySet<string>;
  readonly styles: StyleShelf;
}

/**
 * The only place that puts something into a cell: text, a number, a truth value, a date, a share or one of the
 * program's own formulas, never a formula, a link or a rule that came as text. Text stays text whatever it begins with.
 */
export function writeCell(target: ExcelJS.Cell, value: CellValue, style: CellStyle, place: CellPlace): void {
  const { content, format, quoted = false } = contentOf(value, place);
  const wraps = typeof value === 'string' && style !== 'dots';
  target.style = place.styles.get({ style, column: place.column, isOneLine: place.isOneLine, wraps, format, quoted });
  if (content !== null) target.value = content;
}

interface Content {
  readonly content: ExcelJS.CellValue;
  readonly format: NumberFormat;
  /** Left out where the content does not begin like a formula. */
  readonly quoted?: boolean;
}

function contentOf(value: CellValue, place: CellPlace): Content {
  if (value === null || value === '') return { content: null, format: 'none' };
  if (typeof value === 'string') return textContent(value);
  if (typeof value === 'number') return numberContent(value, Number.isInteger(value) ? 'whole' : 'decimal');
  if (typeof value === 'boolean') return textContent(value ? paperWords.yes : paperWords.no);
  if ('share' in value) return numberContent(value.share, 'share');
  if ('points' in value) return numberContent(value.points, 'decimal');
  if ('date' in value) return dateContent(value.date);
  const formula = formulaText(value.formula, place.row, place.names);
  const { content, format } = contentOf(value.result, place);
  const result = typeof content === 'number' ? content : '';
  return { content: { formula, result }, format: value.formula.kind === 'share-of-row' ? 'share' : format };
}

function textContent(value: string): Content {
  const text = clean(value);
  return {
    content: text,
    format: 'text',
    quoted: looksLikeFormula(text),
  };
}

/** A figure that cannot be written is a mistake of this program; a paper without it would be wrong in silence. */
function numberContent(value: number, format: NumberFormat): Content {
  if (!Number.isFinite(value)) throw new RangeError(`${value} is not a figure for a paper`);
  return { content: value, format };
}

function dateContent(date: LocalDate): Content {
  if (date < firstExcelDay) return textContent(formatDanish(date));
  const { year, month, day } = partsOf(date);
  return { content: new Date(Date.UTC(year, month - 1, day)), format: 'date' };
}

/** What a spreadsheet may take for a formula when the cell is edited or saved as text (CWE-1236). */
function looksLikeFormula(text: string): boolean {
  return /^[\s\p{Cf}]*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/u.test(text) || /^[\t\r\n]/.test(text);
}

/** Excel has no control characters and no text longer than 32,767. */
function clean(text: string): string {
  const kept = xmlCharacters(text.replace(/\r\n?/g, '\n'));
  return kept.slice(0, longestText).toWellFormed();
}
