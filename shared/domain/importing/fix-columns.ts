import { plainName } from './cell-text.ts';
import { fieldKinds } from './fields.ts';
import { foldHeader } from './fold-header.ts';
import type { ColumnMapping, ColumnTarget } from './mapping.ts';
import { resolveColumns } from './resolve-columns.ts';

export interface FixedColumns {
  /** By the index of the column. */
  readonly fixed: ReadonlyMap<number, ColumnTarget>;
  /** Headers of the mapping that the file does not have. */
  readonly unknown: readonly string[];
  /** Headers mapped to a one-value field that another column has already. */
  readonly twice: readonly string[];
}

/**
 * The columns that a mapping names. A header is found as it is written or, where that fails, without regard to case,
 * punctuation and spelling of æ, ø and å. Only fields that hold a list may be given to several columns.
 */
export function fixColumns(columns: ColumnMapping['columns'], headers: readonly string[]): FixedColumns {
  const { resolved, unknown } = resolveColumns(
    columns.map(({ header, field }) => ({ header: spellingOf(header, headers), field })),
    headers,
  );
  const seen = new Set<ColumnTarget>();
  const twice: string[] = [];
  for (const { header, target } of resolved) {
    if (isSingle(target) && seen.has(target)) twice.push(header);
    seen.add(target);
  }
  return { fixed: new Map(resolved.map(({ index, target }) => [index, target])), unknown, twice };
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
