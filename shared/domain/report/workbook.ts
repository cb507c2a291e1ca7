import type { LocalDate } from '../calendar/local-date.ts';

/**
 * A workbook as data: what a report says, apart from how Excel stores it. Cells hold only text, numbers, truth values,
 * dates, shares and the program's own formulas, so nothing imported can become a formula.
 */
export type CellValue = null | string | number | boolean | { readonly date: LocalDate } | Share | Points | Computed;

/** A share from 0 to 1, shown as a whole percentage. */
export interface Share {
  readonly share: number;
}

/** A difference of shares in percentage points, always with one decimal, so that a column of them is read alike. */
export interface Points {
  readonly points: number;
}

/**
 * A figure that Excel can compute again from the workbook's own cells. `result` is what the program computed: it is
 * stored beside the formula, and a test compares the two.
 */
export interface Computed {
  readonly formula: Formula;
  readonly result: number | Share | null;
}

/** The only formulas there are. They hold names of ranges, column numbers and the program's own words: never data. */
export type Formula =
  /** How many rows of the data sheet fulfil every condition: each compares a named range with a fixed word. */
  | { readonly kind: 'count-where'; readonly where: readonly FormulaCondition[] }
  /** The sum of cells of the same row; columns counted from 1. */
  | { readonly kind: 'sum-of-row'; readonly columns: readonly number[] }
  /** The sum of some cells of the row through the sum of others; empty where the latter is 0. */
  | { readonly kind: 'share-of-row'; readonly part: readonly number[]; readonly whole: readonly number[] };

export interface FormulaCondition {
  /** The name of a range of the workbook. */
  readonly range: string;
  readonly equals: string;
}

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
  /** True where a wide table prints over several pages side by side; its first column then stands on each of them. */
  readonly acrossPages?: boolean;
  /** True where more than the table stands on the sheet: its header is not repeated on every page. */
  readonly mixed?: boolean;
  /** False where the rows above the header are too many to stay in sight while one scrolls. */
  readonly frozen?: boolean;
  /** Turns on the filter buttons of the table under the header row. */
  readonly filter?: boolean;
  readonly charts?: readonly Chart[];
}

/** Cells of one column, rows counted from 1 as Excel does; both ends included. */
export interface ColumnRange {
  /** As in `Sheet.name`. */
  readonly sheet: string;
  readonly column: number;
  readonly firstRow: number;
  readonly lastRow: number;
}

/** A range that formulas and people find by its name: letters, digits and `_`, not beginning with a digit. */
export interface NamedRange extends ColumnRange {
  readonly name: string;
}

export interface ChartSeries {
  readonly name: string;
  readonly range: ColumnRange;
  /** What the cells hold, in their order; null leaves a gap. */
  readonly values: readonly (number | null)[];
}

/**
 * A chart that Excel draws from cells of the workbook.
 * - `shares`: a bar to each category, cut by the series in the order given; the values are counts and stand on the bar.
 * - `run`: a line to each series over the categories in time; the values are shares from 0 to 1. A gap breaks the line.
 */
export interface Chart {
  readonly kind: 'shares' | 'run';
  readonly title: string;
  /** What the picture shows, with its main figures, for a reader who cannot see it. */
  readonly alternative: string;
  readonly categories: { readonly range: ColumnRange; readonly values: readonly string[] };
  readonly series: readonly ChartSeries[];
  /** Upper left and lower right corner; columns and rows of the sheet counted from 1. The cells under it are empty. */
  readonly place: {
    readonly column: number;
    readonly row: number;
    readonly lastColumn: number;
    readonly lastRow: number;
  };
}

export interface Workbook {
  readonly title: string;
  readonly subject: string;
  /** Printed in the header of every page: who may read it. */
  readonly classification: string;
  readonly footer: string;
  readonly created: string;
  readonly sheets: readonly Sheet[];
  readonly names?: readonly NamedRange[];
}
