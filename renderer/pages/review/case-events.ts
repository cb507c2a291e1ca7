import type { Moment } from '#shared/domain/calendar/local-date.ts';
import { type FieldId, fieldKinds, type FieldValues } from '#shared/domain/importing/fields.ts';
import { fieldWords } from '#shared/words/importing.ts';

/** One thing that happened (or is planned) in a case, as the export dates it. */
export interface CaseEvent {
  readonly moment: Moment;
  readonly label: string;
}

const notEvents: ReadonlySet<FieldId> = new Set(['birth_date']);

/** Every dated field of a case in the order of time; events of the same moment in the order of the field list. */
export function caseEvents(values: FieldValues): CaseEvent[] {
  const events: CaseEvent[] = [];
  for (const [field, value] of Object.entries(values)) {
    const kind = fieldKinds[field as FieldId];
    if (notEvents.has(field as FieldId)) {
      continue;
    }
    const label = fieldWords[field as FieldId];
    if (kind === 'date' || kind === 'moment') {
      events.push({ moment: value as Moment, label });
    } else if (kind === 'moments') {
      events.push(...(value as readonly Moment[]).map((moment) => ({ moment, label })));
    }
  }
  return events.toSorted((a, b) => (a.moment < b.moment ? -1 : a.moment > b.moment ? 1 : 0));
}
