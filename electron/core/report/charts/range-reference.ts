import type { ColumnRange } from '#shared/domain/report/workbook.ts';

import { columnLetters } from '../formula-text.ts';

/**
 * `'Områder'!$B$4:$B$9`, or one cell. `sheets` says under which name a sheet was written. The name is always quoted and
 * its apostrophes doubled, so that no name can be read as something else.
 */
export function rangeReference(range: ColumnRange, sheets: ReadonlyMap<string, string>): string {
  const sheet = sheets.get(range.sheet);
  if (sheet === undefined) throw new RangeError(`a chart points at the sheet ${range.sheet}, which is not written`);
  const letters = columnLetters(range.column);
  const first = `$${letters}$${range.firstRow}`;
  const cells = range.firstRow === range.lastRow ? first : `${first}:$${letters}$${range.lastRow}`;
  return `'${sheet.replaceAll("'", "''")}'!${cells}`;
}
