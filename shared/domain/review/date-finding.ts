import type { LocalDate, Moment } from '../calendar/local-date.ts';

/** What a date rule can say. `missing` is not `no`: a date may be missing in the export only. */
export type DateVerdict = 'yes' | 'partly' | 'no' | 'unclear' | 'missing' | 'not-relevant';

/** A time limit: from the day it runs from to the last day that keeps it. */
export interface Deadline {
  readonly from: LocalDate;
  readonly until: LocalDate;
}

/** The result of one date rule on one case, with the dates it used and the rule in words. A suggestion only. */
export interface DateFinding {
  readonly rule: string;
  readonly verdict: DateVerdict;
  /** One Danish sentence that names the dates and the limit. */
  readonly words: string;
  readonly dates: readonly { readonly label: string; readonly moment: Moment }[];
  /** Whole days past the limit; only where a limit is exceeded. */
  readonly exceededBy?: number;
  /** True where the result rests on a fallback date (for the four months: not the awareness date). */
  readonly milder?: boolean;
  /** The days within which the law wants it done, where the dates say which. */
  readonly deadline?: Deadline;
}
