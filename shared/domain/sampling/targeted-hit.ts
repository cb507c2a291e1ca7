import type { LocalDate } from '../calendar/local-date.ts';
import type { CaseRecord } from '../population/case.ts';

/** A case that a rule points at; `exceededBy` in whole days where the rule has a limit that was passed. */
export interface TargetedHit {
  readonly exceededBy?: number;
}

/** What a targeted part asks of each case, judged on the day `asOf`; null when the rule does not point at it. */
export type TargetedRule = (record: CaseRecord, asOf: LocalDate) => TargetedHit | null;
