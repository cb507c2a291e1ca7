import type { LocalDate } from '../calendar/local-date.ts';

/**
 * A workbook as data: what a report says, apart from how Excel stores it. Cells hold only text, numbers, truth values,
 * dates and shares, so nothing imported can become a formula.
 */
export type CellValue =
  | null
  | string
  | number
  | boolean
  | { readonly date: LocalDate }
  /** A share from 0 to 1, shown as a whole percentage. */
  | { readonly share: number };

/** The looks a cell may have; the writer decides what each means in Excel. */
export type CellStyle =
  | 'title'
  | 'subtitle'
  | 'lead'
  | 'heading'
  | 'text'
  | 'muted'
  | 'strong'
  | 'header'
  | 'header-number'
  | 'cell'
  | 'cell-number'
  | 'cell-wrap'
  | 'label'
  | 'dots'
  | 'status-good'
  | 'status-attention'
  | 'status-neutral';

export interface Cell {
  readonly value: CellValue;
  readonly style?: CellStyle;
  /** How many columns the cell spans; only for running text, never in a table. */
  readonly span?: number;
}

export interface SheetRow {
  readonly cells: readonly Cell[];
  /** Height in points; without it the writer makes room for the wrapped text. */
  readonly height?: number;
  /** True for the names of a table's columns: repeated on each printed page, frozen above the data. */
  readonly isHeader?: boolean;
}

export interface Sheet {
  readonly name: string;
  /** Column widths in characters. */
  readonly widths: readonly number[];
  readonly rows: readonly SheetRow[];
  readonly orientation: 'portrait' | 'landscape';
  /** True where the sheet must print on one page. */
  readonly onePage?: boolean;
  /** False where the rows above the header are too many to stay in sight while one scrolls. */
  readonly frozen?: boolean;
  /** Turns on the filter buttons of the table under the header row. */
  readonly filter?: boolean;
}

export interface Workbook {
  readonly title: string;
  readonly subject: string;
  /** Printed in the header of every page: who may read it. */
  readonly classification: string;
  readonly footer: string;
  readonly created: string;
  readonly sheets: readonly Sheet[];
}
