import type { Sheet, SheetRow } from '#shared/domain/report/workbook.ts';

/**
 * The rows of a sheet for a paper without charts: where a chart begins stand its title and what it shows in words, so
 * that nothing of it is lost.
 */
export function rowsWithChartTexts({ rows, charts = [], widths }: Sheet): readonly SheetRow[] {
  const span = widths.length;
  const textsAt = (row: number): readonly SheetRow[] =>
    charts
      .filter(({ place }) => place.row === row || (row > rows.length && place.row > rows.length))
      .flatMap(({ title, alternative }) => [
        { cells: [{ value: title, style: 'strong', span }] },
        { cells: [{ value: alternative, style: 'text', span }] },
      ]);
  return charts.length === 0
    ? rows
    : [...rows.flatMap((row, index) => [...textsAt(index + 1), row]), ...textsAt(rows.length + 1)];
}
