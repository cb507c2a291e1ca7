import { compareMoments, type LocalDate, type Moment, toDate } from '../../calendar/local-date.ts';
import { type FieldId, fieldIds, fieldKinds, type FieldValues } from '../../importing/fields.ts';
import type { CaseRecord } from '../../population/case.ts';
import type { UsedDate } from './judgement.ts';

/** Dates that are plans or facts of the person and stand although they lie ahead. */
const plannedFields: ReadonlySet<FieldId> = new Set<FieldId>([
  'birth_date',
  'next_followup',
  'support_end',
  'placement_end',
  'home_end',
]);

const eventFields: readonly FieldId[] = fieldIds.filter(
  (field) => ['date', 'moment', 'moments'].includes(fieldKinds[field]) && !plannedFields.has(field),
);

export interface KnownRecord {
  readonly record: CaseRecord;
  /** The events left out because they are dated after the day asked about. */
  readonly later: readonly UsedDate[];
}

/**
 * The case as it was on a day: an event dated later has not happened yet and is taken out. Where a one-value field held
 * such a date, the newest earlier date among the rows behind the case takes its place.
 */
export function knownOn(record: CaseRecord, asOf: LocalDate): KnownRecord {
  const kept = latest.get(record);
  if (kept?.asOf === asOf) return kept.known;
  const known = leaveOutLater(record, asOf);
  latest.set(record, { asOf, known });
  return known;
}

/** Every rule asks about the same case and day in turn: over 20,000 cases this memo halves the time. */
const latest = new WeakMap<CaseRecord, { readonly asOf: LocalDate; readonly known: KnownRecord }>();

/** `knownOn` without its memo: for a caller that asks every rule about the case at once. */
export function leaveOutLater(record: CaseRecord, asOf: LocalDate): KnownRecord {
  if (!holdsLater(record.values, asOf) && !record.activities.some(({ values }) => holdsLater(values, asOf))) {
    return { record, later: [] };
  }
  const later = laterEvents(record.values, asOf);
  const activities = record.activities.map((activity) => ({ ...activity, values: valuesOn(activity.values, asOf) }));
  const values: Record<string, unknown> = { ...valuesOn(record.values, asOf) };
  for (const [field] of later) {
    const earlier = values[field] ?? newest(activities.map((activity) => activity.values[field]));
    if (earlier !== undefined) values[field] = earlier;
  }
  return { record: { ...record, values, activities }, later };
}

function holdsLater(values: FieldValues, asOf: LocalDate): boolean {
  for (const field of eventFields) {
    const value = values[field];
    if (value === undefined) continue;
    if (typeof value === 'string') {
      if (toDate(value as Moment) > asOf) return true;
    } else if (momentsOf(value).some((moment) => toDate(moment) > asOf)) {
      return true;
    }
  }
  return false;
}

function laterEvents(values: FieldValues, asOf: LocalDate): readonly UsedDate[] {
  return eventFields.flatMap((field) =>
    momentsOf(values[field])
      .filter((moment) => toDate(moment) > asOf)
      .map((moment): UsedDate => [field, moment]),
  );
}

/** The values without later events; a field that held nothing else is absent. */
function valuesOn(values: FieldValues, asOf: LocalDate): FieldValues {
  const kept: Record<string, unknown> = { ...values };
  for (const field of eventFields) {
    const value = values[field];
    const past = momentsOf(value).filter((moment) => toDate(moment) <= asOf);
    if (past.length === 0) delete kept[field];
    else kept[field] = typeof value === 'string' ? past[0] : past;
  }
  return kept;
}

function momentsOf(value: FieldValues[FieldId]): readonly Moment[] {
  if (value === undefined) return [];
  return typeof value === 'string' ? [value as Moment] : (value as readonly Moment[]);
}

function newest(values: readonly unknown[]): Moment | undefined {
  return values
    .filter((value): value is Moment => typeof value === 'string')
    .toSorted(compareMoments)
    .at(-1);
}

/** The rows behind the case that fill a field; the case's own values where none does. */
export function rowsWith(record: CaseRecord, field: FieldId): readonly FieldValues[] {
  const rows = record.activities.filter(({ values }) => values[field] !== undefined);
  if (rows.length > 0) return rows.map(({ values }) => values);
  return record.values[field] === undefined ? [] : [record.values];
}

/** A date list as days, in order, each once. */
export function daysOf(moments: readonly Moment[] | undefined): readonly LocalDate[] {
  if (moments === undefined || moments.length < 2) return moments?.map(toDate) ?? [];
  return [...new Set(moments.map(toDate))].toSorted(compareMoments);
}

/** A measure or a placement, with its first and last day. An end that is not registered is open. */
export interface Measure {
  readonly field: 'support_start' | 'placement_start';
  readonly start: LocalDate;
  readonly end: LocalDate | null;
}

/** Every support and placement the rows know of. */
export function measures(record: CaseRecord): readonly Measure[] {
  const supports = rowsWith(record, 'support_start').flatMap(({ support_start: start, support_end: end }) =>
    start === undefined ? [] : [{ field: 'support_start' as const, start, end: end ?? null }],
  );
  const placements = rowsWith(record, 'placement_start').flatMap(({ placement_start: start, placement_end: end }) =>
    start === undefined ? [] : [{ field: 'placement_start' as const, start, end: end ?? null }],
  );
  return [...supports, ...placements];
}

/** True where a measure runs on a day. */
export function runsOn(measure: Measure, day: LocalDate): boolean {
  return measure.start <= day && day <= (measure.end ?? day);
}
