import { plainName } from './cell-text.ts';
import { fieldKinds } from './fields.ts';
import { foldHeader } from './fold-header.ts';
import type { ColumnTarget, DateOrder, MappedColumn } from './mapping.ts';
import { resolveColumns } from './resolve-columns.ts';

export interface FixedColumn {
  readonly target: ColumnTarget;
  readonly dateOrder?: DateOrder | undefined;
}

export interface FixedColumns {
  /** By the index of the column. */
  readonly fixed: ReadonlyMap<number, FixedColumn>;
  /** Headers of the mapping that the file does not have; those it ignores anyway are none. */
  readonly unknown: readonly string[];
  /** Headers mapped to a one-value field that another column has already. */
  readonly twice: readonly string[];
}

/**
 * The columns that a mapping names. A header is found as it is written or, where that fails, without regard to case,
 * punctuation and spelling of æ, ø and å. Only fields that hold a list may be given to several columns.
 */
export function fixColumns(columns: readonly MappedColumn[], headers: readonly string[]): FixedColumns {
  const { resolved, unknown } = resolveColumns(
    columns.map((column) => ({ ...column, header: spellingOf(column.header, headers) })),
    headers,
  );
  const seen = new Set<ColumnTarget>();
  const twice: string[] = [];
  for (const { header, target } of resolved) {
    if (isSingle(target) && seen.has(target)) twice.push(header);
    seen.add(target);
  }
  const ignored = new Set(columns.filter(({ field }) => field === 'ignore').map(({ header }) => plainName(header)));
  return {
    fixed: new Map(resolved.map(({ index, target, dateOrder }) => [index, { target, dateOrder }])),
    unknown: unknown.filter((header) => !ignored.has(header)),
    twice,
  };
}

function spellingOf(header: string, headers: readonly string[]): string {
  const plain = plainName(header);
  if (headers.includes(plain)) return plain;
  const folded = foldHeader(plain);
  return headers.find((other) => folded !== '' && foldHeader(other) === folded) ?? plain;
}

function isSingle(target: ColumnTarget): boolean {
  if (target === 'fact' || target === 'ignore') return false;
  const kind = fieldKinds[target];
  return kind !== 'moments' && kind !== 'flags';
}
