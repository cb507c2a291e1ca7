import type { Chart, Sheet, SheetRow } from '#shared/domain/report/workbook.ts';

/** A line of the preview; `row` counts from 1 as Excel does. */
export type LinePart =
  | { readonly kind: 'row'; readonly row: number; readonly content: SheetRow }
  | { readonly kind: 'charts'; readonly row: number; readonly charts: readonly Chart[] };

/** A sheet from its top: charts stand where their first row is, and the empty rows under them take no room. */
export function layOut({ rows, charts = [] }: Sheet): readonly LinePart[] {
  const covered = (row: number): boolean => charts.some(({ place }) => row >= place.row && row <= place.lastRow);
  const firstRows = [...new Set(charts.map(({ place }) => place.row))].toSorted((one, other) => one - other);
  const chartsFrom = (from: number, to: number): LinePart[] =>
    firstRows
      .filter((row) => row >= from && row < to)
      .map((row) => ({ kind: 'charts', row, charts: charts.filter(({ place }) => place.row === row) }));
  const lines = rows.flatMap((content, index): readonly LinePart[] => {
    const row = index + 1;
    const own: readonly LinePart[] = isEmpty(content) && covered(row) ? [] : [{ kind: 'row', row, content }];
    return [...chartsFrom(row, row + 1), ...own];
  });
  return [...lines, ...chartsFrom(rows.length + 1, Number.POSITIVE_INFINITY)];
}

function isEmpty({ cells }: SheetRow): boolean {
  return cells.every(({ value }) => value === null || value === '');
}
