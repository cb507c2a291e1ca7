import { z } from 'zod';

import { samplingUnit } from '../sampling/plan.ts';
import { type FieldId, isFieldId } from './fields.ts';

/** What becomes of a column: a canonical field, a fact kept on the case as it stands, or nothing. */
export type ColumnTarget = FieldId | 'fact' | 'ignore';

const columnTarget = z.custom<ColumnTarget>(
  (value) => typeof value === 'string' && (isFieldId(value) || value === 'fact' || value === 'ignore'),
  'unknown field',
);

/** How the slashed and hyphenated dates of a column are to be read; only a person may say `month-day`. */
export const dateOrders = ['day-month', 'month-day'] as const;
const dateOrder = z.enum(dateOrders);
export type DateOrder = z.output<typeof dateOrder>;

const mappedColumn = z.object({ header: z.string(), field: columnTarget, dateOrder: dateOrder.optional() });
export type MappedColumn = z.output<typeof mappedColumn>;

/**
 * Which column means what in one export. `headerRow` is the row that holds the column names, as Excel shows it.
 * Columns are found by their header; a header that occurs twice is mapped in the order of the columns.
 */
export const columnMapping = z.object({
  sheet: z.string().nullable(),
  headerRow: z.int().positive(),
  columns: z.array(mappedColumn),
  /** What one case of the population is. None: a case. */
  unit: samplingUnit.optional(),
});
export type ColumnMapping = z.output<typeof columnMapping>;

/** A hand-written mapping file: only what differs from the guess, as a list or as `{ "header": "field" }`. */
export const mappingFile = z.object({
  sheet: z.string().nullish(),
  headerRow: z.int().positive().nullish(),
  unit: samplingUnit.optional(),
  columns: z.union([
    z.array(mappedColumn).readonly(),
    z
      .record(z.string(), columnTarget)
      .transform((record): readonly MappedColumn[] =>
        Object.entries(record).map(([header, field]) => ({ header, field })),
      ),
  ]),
});
export type MappingFile = z.output<typeof mappingFile>;

/** Why a column that nobody asked for is left out, or why a chosen one needs a look. */
export type ColumnNote = 'cpr' | 'phone' | 'mail' | 'address' | 'name' | 'long-text' | 'header' | 'case-id-is-cpr';

/** One column of an export with the guess, how sure it is (0 to 1), and up to five values for the eye. */
export interface ColumnGuess {
  readonly index: number;
  readonly header: string;
  readonly field: ColumnTarget;
  readonly confidence: number;
  /** What the guess rests on; `none` for a column that fits no field. A column that a mapping names says `header`. */
  readonly because: 'header' | 'values' | 'both' | 'none';
  /**
   * For a column of written dates: the order that its values prove or a mapping says; `asked`: nothing proves it, so a
   * person must say it once for the column. Null for other columns and for dates that can be read in one way only.
   */
  readonly dateOrder: DateOrder | 'asked' | null;
  readonly note: ColumnNote | null;
  readonly examples: readonly string[];
}
