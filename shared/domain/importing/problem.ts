/** Why a row is not in the population. */
export type RowProblemCode = 'missing-case-id' | 'summary-row' | 'repeated-header' | 'duplicate-row';
/** What is odd about a cell whose row is kept. */
export type CellProblemCode =
  | 'invalid-date'
  | 'ambiguous-date'
  | 'placeholder-date'
  | 'cpr-padded'
  | 'cpr-invalid'
  | 'case-id-is-cpr'
  | 'text-too-long'
  | 'cell-error';
export type ProblemCode = RowProblemCode | CellProblemCode;

/** A rejected row, or a flagged cell of a kept row. `value` is what the cell said; CPR numbers are masked in it. */
export interface ImportProblem {
  readonly row: number;
  readonly column?: string;
  readonly code: ProblemCode;
  readonly value?: string;
}

/** Always: total = header + blank + accepted + rejected; header counts every line up to and including the names. */
export interface RowCounts {
  readonly total: number;
  readonly header: number;
  readonly blank: number;
  readonly accepted: number;
  readonly rejected: number;
}

/** How often a problem occurs in a column, also where the list of problems is cut short. */
export interface ProblemKind {
  readonly code: ProblemCode;
  readonly column?: string;
  readonly count: number;
  /** How many of them are in the list. */
  readonly listed: number;
}

/** Row numbers as ranges, first to last; `more` ranges are not in the list. */
export interface RowRanges {
  readonly ranges: readonly (readonly [first: number, last: number])[];
  readonly more: number;
}
