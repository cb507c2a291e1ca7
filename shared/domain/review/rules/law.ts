import { ruleLaw } from '../../../words/date-rules.ts';
import type { LocalDate } from '../../calendar/local-date.ts';

export type LawVersion = 'serviceloven' | 'barnets-lov';

const barnetsLovFrom = '2024-01-01';

/** The law follows the date of the event, not the case: barnets lov from 1 January 2024, before that serviceloven. */
export function lawAt(event: LocalDate): LawVersion {
  return event < barnetsLovFrom ? 'serviceloven' : 'barnets-lov';
}

/** The reference of a requirement on the day of an event, as a sentence names it. */
export function lawReference(requirement: keyof typeof ruleLaw, event: LocalDate): string {
  return ruleLaw[requirement][lawAt(event)];
}
