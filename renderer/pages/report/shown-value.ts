import { formatDanish, formatPercent } from '#shared/domain/calendar/format.ts';
import { pointsText } from '#shared/domain/report/interval-text.ts';
import type { CellValue } from '#shared/domain/report/workbook.ts';

import { formatNumber } from '../../components/formats.ts';

/** A value as Excel will show it in Denmark; a formula as what it comes to. */
export function shownValue(value: CellValue): string {
  if (value === null) return '';
  if (typeof value === 'object') {
    if ('formula' in value) return shownValue(value.result);
    if ('points' in value) return pointsText(value.points);
    return 'date' in value ? formatDanish(value.date) : formatPercent(value.share);
  }
  return typeof value === 'number' ? formatNumber(value) : String(value);
}
