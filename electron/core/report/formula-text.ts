import type { Formula, FormulaCondition } from '#shared/domain/report/workbook.ts';

/** The letters of a column counted from 1: A, Z, AA. */
export function columnLetters(column: number): string {
  if (!Number.isInteger(column) || column < 1) throw new RangeError(`no column has the number ${column}`);
  const letter = String.fromCodePoint(65 + ((column - 1) % 26));
  return column > 26 ? columnLetters(Math.floor((column - 1) / 26)) + letter : letter;
}

/**
 * A formula as Excel stores it. It is put together here from three fixed forms, the names of the workbook's own ranges
 * and the numbers of columns; a word only ever stands inside quotes. Throws RangeError for a range that the workbook
 * does not name and for a row that is not there.
 */
export function formulaText(formula: Formula, row: number, names: ReadonlySet<string>): string {
  if (!Number.isInteger(row) || row < 1) throw new RangeError(`no row has the number ${row}`);
  switch (formula.kind) {
    case 'count-where':
      return `COUNTIFS(${formula.where.map((condition) => conditionText(condition, names)).join(',')})`;
    case 'sum-of-row':
      return sumText(formula.columns, row);
    case 'share-of-row': {
      const whole = sumText(formula.whole, row);
      return `IF(${whole}=0,"",${sumText(formula.part, row)}/${whole})`;
    }
  }
}

function conditionText({ range, equals }: FormulaCondition, names: ReadonlySet<string>): string {
  if (!names.has(range)) throw new RangeError(`the workbook names no range ${range}`);
  return `${range},"${criterion(equals).replaceAll('"', '""')}"`;
}

/** COUNTIFS reads `*`, `?` and `~` as wildcards and a sign of comparison at the beginning as such; none is meant. */
function criterion(word: string): string {
  const literal = word.replaceAll(/[~*?]/g, '~$&');
  return /^[=<>]/.test(literal) ? `=${literal}` : literal;
}

/** Neighbouring columns are written as one range, as a person would. */
function sumText(columns: readonly number[], row: number): string {
  const runs: { first: number; last: number }[] = [];
  for (const column of columns) {
    const run = runs.at(-1);
    if (run !== undefined && run.last + 1 === column) run.last = column;
    else runs.push({ first: column, last: column });
  }
  const cell = (column: number) => `${columnLetters(column)}${row}`;
  return `SUM(${runs.map(({ first, last }) => (first === last ? cell(first) : `${cell(first)}:${cell(last)}`)).join(',')})`;
}

/** The names that a workbook may give: what Excel takes neither for a cell (`AB12`, `R1C1`) nor for a value. */
export function isRangeName(name: string): boolean {
  const looksLikeCell = /^([a-z]{1,3}\d+|r\d*c\d*|r\d*|c\d*|true|false)$/i.test(name);
  return /^[\p{L}_][\p{L}\p{N}_]{0,254}$/u.test(name) && !looksLikeCell;
}
