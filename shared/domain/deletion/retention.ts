import { addMonths, daysBetween, isLocalDate, type LocalDate } from '../calendar/local-date.ts';

/** How long a round is kept where neither a person nor the organisation has said otherwise. Bør aftales lokalt. */
export const usualRetentionMonths = 6;

/** The longest that a person may choose where the organisation has no rule, in months. */
export const longestRetentionMonths = 60;

export interface RetentionRule {
  /** The instant the round was drawn, ISO 8601 in UTC; its day counts. */
  readonly createdAt: string;
  /** The day that was chosen, or null. */
  readonly chosen: string | null;
  /** The longest time that the organisation allows, in months, or null. */
  readonly mostMonths: number | null;
}

/** The latest day that may be chosen. */
export function latestRetention({ createdAt, mostMonths }: Omit<RetentionRule, 'chosen'>): LocalDate {
  return addMonths(dayOf(createdAt), mostMonths ?? longestRetentionMonths);
}

/** The day a round is to be deleted: the chosen one, or the usual one; never later than the organisation allows. */
export function retainUntil({ createdAt, chosen, mostMonths }: RetentionRule): LocalDate {
  const usual = addMonths(dayOf(createdAt), mostMonths ?? usualRetentionMonths);
  const wanted = chosen !== null && isLocalDate(chosen) ? chosen : usual;
  const latest = latestRetention({ createdAt, mostMonths });
  return wanted < latest ? wanted : latest;
}

export interface RetentionState {
  readonly due: boolean;
  /** Below 0 once the day has passed. */
  readonly daysLeft: number;
}

export function retentionState(until: LocalDate, today: LocalDate): RetentionState {
  const daysLeft = daysBetween(today, until);
  return { due: daysLeft <= 0, daysLeft };
}

function dayOf(instant: string): LocalDate {
  const day = instant.slice(0, 10);
  if (!isLocalDate(day)) throw new RangeError('not an instant');
  return day;
}
