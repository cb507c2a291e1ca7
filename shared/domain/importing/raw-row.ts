import type { Moment } from '../calendar/local-date.ts';

/** A cell as its file holds it: text, a number, a truth value, a real date cell, or an error such as `#REF!`. */
export type RawCell = string | number | boolean | null | { readonly moment: Moment } | { readonly error: string };

/** A row of an export. `row` is the number that Excel or a text editor shows (the first line of a quoted record). */
export interface RawRow {
  readonly row: number;
  readonly cells: readonly RawCell[];
}
