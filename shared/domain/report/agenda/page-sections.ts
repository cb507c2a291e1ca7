import type { Sheet, SheetRow } from '../workbook.ts';

/** A part of the committee's page: its heading and the rows under it, up to the next heading. */
export interface PageSection {
  readonly heading: string;
  readonly rows: readonly SheetRow[];
}

/** The page cut at its headings. What stands above the first one is `head`. */
export function sectionsOf({ rows }: Sheet): {
  readonly head: readonly SheetRow[];
  readonly sections: readonly PageSection[];
} {
  const starts = rows.flatMap((row, index) => (headingOf(row) === null ? [] : [index]));
  return {
    head: rows.slice(0, starts[0] ?? rows.length),
    sections: starts.map((start, index) => ({
      heading: headingOf(rows[start]) ?? '',
      rows: rows.slice(start + 1, starts[index + 1] ?? rows.length),
    })),
  };
}

/** The text of a row of running text; null for a row of a table or an empty one. */
export function runningText({ cells, isHeader }: SheetRow): string | null {
  const value = cells[0]?.value;
  return cells.length === 1 && isHeader !== true && typeof value === 'string' && value.trim() !== '' ? value : null;
}

function headingOf(row: SheetRow | undefined): string | null {
  return row?.cells[0]?.style === 'heading' ? runningText(row) : null;
}

/** The columns that hold dots: a picture, and in a text for an agenda only the counts beside it are wanted. */
export function dotColumns({ rows }: Sheet): ReadonlySet<number> {
  return new Set(
    rows.flatMap(({ cells }) =>
      cells.flatMap(({ style }, index) => (style === 'dots' && cells.length > 1 ? [index] : [])),
    ),
  );
}
