import { formatCount, formatDanish, formatPercent } from '#shared/domain/calendar/format.ts';
import { pointsText } from '#shared/domain/report/interval-text.ts';
import type { CellValue, SheetRow } from '#shared/domain/report/workbook.ts';
import { paperWords } from '#shared/words/report.ts';

/** What a cell shows, as a Danish Excel shows it: whole percentages, at most one decimal, dates as `31-01-2026`. */
export function cellText(value: CellValue): string {
  if (value === null) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return formatCount(value, Number.isInteger(value) ? 0 : 1);
  if (typeof value === 'boolean') return value ? paperWords.yes : paperWords.no;
  if ('formula' in value) return cellText(value.result);
  if ('points' in value) return pointsText(value.points);
  return 'share' in value ? formatPercent(value.share) : formatDanish(value.date);
}

/** `text`: running text. `item`: a line of a list. `header`, `row`: rows of a table. `space`: an empty row. */
export type RowKind = 'text' | 'item' | 'header' | 'row' | 'space';

/** One cell is running text; several are a row of a table. */
export function rowKind({ cells, isHeader }: SheetRow): RowKind {
  if (isHeader === true) return 'header';
  const texts = cells.map(({ value }) => cellText(value));
  if (texts.every((text) => text === '')) return 'space';
  if (cells.length > 1) return 'row';
  return listItem(texts[0] ?? '') === null ? 'text' : 'item';
}

/**
 * The workbook writes lists as `•  text` and `1.  text`, their further lines moved in with no-break spaces. Null for
 * any other text.
 */
export function listItem(text: string): { readonly label: string; readonly text: string } | null {
  const [, label, rest] = /^(•|\d{1,2}\.)[ \u00A0]{2,}(\S[\s\S]*)$/.exec(text) ?? [];
  return label === undefined || rest === undefined ? null : { label, text: rest.replace(/\n\u00A0+/g, '\n') };
}
