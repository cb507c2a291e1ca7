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
  const later: UsedDate[] = [];
  const activities = record.activities.map((activity) => ({
    ...activity,
    values: valuesOn(activity.values, asOf, []),
  }));
  const values: Record<string, unknown> = { ...valuesOn(record.values, asOf, later) };
  for (const [field] of later) values[field] ??= newest(activities.map((activity) => activity.values[field]));
  const known = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
  return { record: { ...record, values: known, activities }, later };
}

function valuesOn(values: FieldValues, asOf: LocalDate, later: UsedDate[]): FieldValues {
  const kept: Record<string, unknown> = {};
  for (const field of fieldIds) {
    const value = values[field];
    if (value === undefined) continue;
    kept[field] = isEvent(field) ? eventsOn(field, value as Moment | readonly Moment[], asOf, later) : value;
  }
  return kept;
}

function eventsOn(field: FieldId, value: Moment | readonly Moment[], asOf: LocalDate, later: UsedDate[]): unknown {
  const moments = typeof value === 'string' ? [value] : value;
  for (const moment of moments) if (toDate(moment) > asOf) later.push([field, moment]);
  const past = moments.filter((moment) => toDate(moment) <= asOf);
  return typeof value === 'string' ? past[0] : past;
}

function isEvent(field: FieldId): boolean {
  const kind = fieldKinds[field];
  return (kind === 'date' || kind === 'moment' || kind === 'moments') && !plannedFields.has(field);
}

function newest(values: readonly unknown[]): Moment | undefined {
  return values
    .filter((value): value is Moment => typeof value === 'string')
    .toSorted(compareMoments)
    .at(-1);
}

/** The rows behind the case that fill a field; the case's own values where none does. */
export function rowsWith(record: CaseRecord, field: FieldId): readonly FieldValues[] {
  const rows = record.activities.map((activity) => activity.values).filter((values) => values[field] !== undefined);
  if (rows.length > 0) return rows;
  return record.values[field] === undefined ? [] : [record.values];
}

/** A date list as days, in order, each once. */
export function daysOf(moments: readonly Moment[] | undefined): readonly LocalDate[] {
  return [...new Set((moments ?? []).map(toDate))].toSorted(compareMoments);
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
