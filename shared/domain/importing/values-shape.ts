import type { FieldId } from './fields.ts';
import type { FieldColumn } from './resolve-columns.ts';
import type { OpenValues } from './read-case.ts';

/** The names of the values that the columns can fill, in the order in which JSON writes them. */
export function valueNames(fields: readonly FieldColumn[]): readonly FieldId[] {
  return [...new Set<FieldId>([...fields.map(({ field }) => field), 'cpr', 'birth_date'])];
}

/** The names of facts in the order in which JSON writes them: those that are whole numbers first. */
export function factNamesInOrder(names: readonly string[]): readonly string[] {
  return Object.keys(Object.fromEntries(names.map((name) => [name, ''])));
}

/**
 * What the values of every row start as: all keys that the columns can fill, undefined. An object that gets a dozen
 * keys one by one becomes a hash table, which takes several times the memory and the time; a copy of a record that was
 * made with all its keys stays one. JSON leaves the undefined ones out.
 */
export function valuesShape(fields: readonly FieldColumn[]): OpenValues {
  const names = valueNames(fields);
  // Made by JSON.parse because that makes all keys at once; the names are those of canonical fields.
  const shape = JSON.parse(`{${names.map((name) => `"${name}":0`).join(',')}}`) as Record<string, undefined>;
  for (const name of names) shape[name] = undefined;
  return shape;
}
