/** Why a row is not in the population. */
export type RowProblemCode = 'missing-case-id' | 'summary-row' | 'repeated-header' | 'duplicate-row';
/** What is odd about a cell whose row is kept. */
export type CellProblemCode =
  | 'invalid-date'
  | 'ambiguous-date'
  | 'placeholder-date'
  | 'cpr-padded'
  | 'cpr-invalid'
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
