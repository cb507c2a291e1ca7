import { z } from 'zod';

import { type FieldId, isFieldId } from './fields.ts';

/** What becomes of a column: a canonical field, a fact kept on the case as it stands, or nothing. */
export type ColumnTarget = FieldId | 'fact' | 'ignore';

const columnTarget = z.custom<ColumnTarget>(
  (value) => typeof value === 'string' && (isFieldId(value) || value === 'fact' || value === 'ignore'),
  'unknown field',
);

const mappedColumn = z.object({ header: z.string(), field: columnTarget });

/**
 * Which column means what in one export. `headerRow` is the row that holds the column names, as Excel shows it.
 * Columns are found by their header; a header that occurs twice is mapped in the order of the columns.
 */
export const columnMapping = z.object({
  sheet: z.string().nullable(),
  headerRow: z.int().positive(),
  columns: z.array(mappedColumn),
});
export type ColumnMapping = z.output<typeof columnMapping>;

/** A hand-written mapping file: only what differs from the guess, as a list or as `{ "header": "field" }`. */
export const mappingFile = z.object({
  sheet: z.string().nullish(),
  headerRow: z.int().positive().nullish(),
  columns: z.union([
    z.array(mappedColumn),
    z
      .record(z.string(), columnTarget)
      .transform((record) => Object.entries(record).map(([header, field]) => ({ header, field }))),
  ]),
});
export type MappingFile = z.output<typeof mappingFile>;

/** One column of an export with the guess, how sure it is (0 to 1), and up to five values for the eye. */
export interface ColumnGuess {
  readonly index: number;
  readonly header: string;
  readonly field: ColumnTarget;
  readonly confidence: number;
  readonly examples: readonly string[];
}
