import { unnamedColumn } from '../../words/importing.ts';
import { plainName } from './cell-text.ts';
import type { FieldId } from './fields.ts';
import type { ColumnTarget, DateOrder, MappedColumn } from './mapping.ts';

export interface ResolvedColumn {
  readonly index: number;
  readonly header: string;
  readonly target: ColumnTarget;
  /** As a person has said; undefined: the day is first, and dates that leave a doubt are left out. */
  readonly dateOrder?: DateOrder | undefined;
}

export interface FieldColumn {
  readonly index: number;
  readonly header: string;
  readonly field: FieldId;
  readonly dateOrder?: DateOrder | undefined;
}

/** A column kept as a fact; `name` is unlike that of every other fact. */
export interface FactColumn {
  readonly index: number;
  readonly header: string;
  readonly name: string;
}

/** Finds the columns of a mapping by their header; a header that occurs twice is taken in the order of the columns. */
export function resolveColumns(
  columns: readonly MappedColumn[],
  headers: readonly string[],
): { readonly resolved: readonly ResolvedColumn[]; readonly unknown: readonly string[] } {
  const places = new Map<string, number[]>();
  headers.forEach((header, index) => places.set(header, [...(places.get(header) ?? []), index]));
  const resolved: ResolvedColumn[] = [];
  const unknown: string[] = [];
  for (const { header, field, dateOrder } of columns) {
    const index = places.get(plainName(header))?.shift();
    if (index === undefined) unknown.push(header);
    else resolved.push({ index, header: plainName(header), target: field, dateOrder });
  }
  return { resolved, unknown };
}

export function fieldColumns(resolved: readonly ResolvedColumn[]): readonly FieldColumn[] {
  return resolved.flatMap(({ index, header, target, dateOrder }) =>
    target === 'fact' || target === 'ignore' ? [] : [{ index, header, field: target, dateOrder }],
  );
}

export function factColumns(resolved: readonly ResolvedColumn[]): readonly FactColumn[] {
  const taken = new Set<string>();
  return resolved
    .filter(({ target }) => target === 'fact')
    .map(({ index, header }) => {
      const base = header === '' ? unnamedColumn(index + 1) : header;
      let name = base;
      for (let copy = 2; taken.has(name); copy += 1) name = `${base} (${copy})`;
      taken.add(name);
      return { index, header: base, name };
    });
}
