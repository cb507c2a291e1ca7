import type { FieldValues } from '../importing/fields.ts';

/** One row behind a case (a measure, an activity, a report): its own values, for the list of activities. */
export interface CaseActivity {
  readonly row: number;
  readonly values: FieldValues;
}

/**
 * One case of a population. One-value fields hold the newest row's value, date lists collect over the rows.
 * `facts` are columns the canonical fields do not know but the user chose to keep.
 */
export interface CaseRecord {
  readonly id: string;
  readonly values: FieldValues;
  readonly facts: Readonly<Record<string, string>>;
  readonly activities: readonly CaseActivity[];
}
