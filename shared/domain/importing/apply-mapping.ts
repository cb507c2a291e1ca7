import { fieldKinds } from './fields.ts';
import { fixColumns } from './fix-columns.ts';
import type { ColumnGuess, ColumnMapping, ColumnTarget, MappedColumn, MappingFile } from './mapping.ts';

export interface AppliedMapping {
  readonly columns: readonly ColumnGuess[];
  /** The same as a mapping; the order of day and month only where the given one says it. */
  readonly mapped: readonly MappedColumn[];
  /** Column names of the mapping that the file does not have. */
  readonly unknown: readonly string[];
}

/**
 * The columns of a file as a mapping (remembered, or from a file) reads them. Columns that it does not name keep their
 * guess, except that a field which the mapping has given away is no longer guessed for another column.
 */
export function applyMapping(columns: readonly ColumnGuess[], mapping: ColumnMapping | MappingFile): AppliedMapping {
  const { fixed, unknown } = fixColumns(
    mapping.columns,
    columns.map(({ header }) => header),
  );
  const given = new Set<ColumnTarget>([...fixed.values()].map(({ target }) => target));
  const applied = columns.map((column): ColumnGuess => {
    const own = fixed.get(column.index);
    if (own === undefined) return given.has(column.field) && isField(column.field) ? kept(column) : column;
    const dateOrder = isDated(own.target) ? (own.dateOrder ?? column.dateOrder) : null;
    const note = column.note === 'case-id-is-cpr' && own.target === 'case_id' ? column.note : null;
    return { ...column, field: own.target, confidence: 1, because: 'header', dateOrder, note };
  });
  const mapped = applied.map(({ index, header, field }): MappedColumn => {
    const dateOrder = fixed.get(index)?.dateOrder;
    return dateOrder === undefined ? { header, field } : { header, field, dateOrder };
  });
  return { columns: applied, mapped, unknown };
}

/** What becomes of a column whose guessed field is taken: CPR numbers and names are not kept as facts. */
function kept(column: ColumnGuess): ColumnGuess {
  const isPersonal = column.field === 'cpr' || column.field === 'child_name';
  return {
    ...column,
    field: isPersonal ? 'ignore' : 'fact',
    confidence: 0,
    because: 'none',
    dateOrder: null,
    note: column.field === 'cpr' ? 'cpr' : isPersonal ? 'name' : null,
  };
}

function isField(target: ColumnTarget): boolean {
  return target !== 'fact' && target !== 'ignore';
}

function isDated(target: ColumnTarget): boolean {
  return target !== 'fact' && target !== 'ignore' && ['date', 'moment', 'moments'].includes(fieldKinds[target]);
}
