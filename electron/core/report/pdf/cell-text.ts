import { formatCount, formatDanish, formatPercent } from '#shared/domain/calendar/format.ts';
import type { CellValue } from '#shared/domain/report/workbook.ts';
import { paperWords } from '#shared/words/report.ts';

/** What a cell shows, as a Danish Excel shows it: whole percentages, at most one decimal, dates as `31-01-2026`. */
export function cellText(value: CellValue): string {
  if (value === null) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return formatCount(value, Number.isInteger(value) ? 0 : 1);
  if (typeof value === 'boolean') return value ? paperWords.yes : paperWords.no;
  if ('formula' in value) return cellText(value.result);
  return 'share' in value ? formatPercent(value.share) : formatDanish(value.date);
}
