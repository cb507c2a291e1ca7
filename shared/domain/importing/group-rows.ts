import { compareMoments, type Moment } from '../calendar/local-date.ts';
import type { CaseActivity, CaseRecord } from '../population/case.ts';
import { fieldKinds, type FieldId, type FieldValues, isFieldId } from './fields.ts';
import type { OpenValues, ReadRow } from './read-case.ts';

const none: readonly CaseActivity[] = [];
const noFacts: Readonly<Record<string, string>> = {};

/**
 * One case from its rows. One-value fields and facts hold the newest row's value; a missing value never takes the
 * place of one. Newest: by support_start, else decision_date, else opened; the later row of the file where these are
 * equal or missing, and a row without any of them before all others. Lists hold every row's dates once, in calendar
 * order. With more than one row each keeps its own values as an activity, in the order of the file.
 */
export function groupRows(id: string, rows: readonly ReadRow[], factNames: readonly string[]): CaseRecord {
  const [only] = rows;
  if (rows.length === 1 && only !== undefined) {
    return { id, values: sortedLists(only.values), facts: namedFacts(only.facts, factNames), activities: none };
  }
  const ascending = rows.toSorted((a, b) => compareMoments(newness(a.values), newness(b.values)) || a.row - b.row);
  const values: OpenValues = {};
  const facts: string[] = factNames.map(() => '');
  for (const row of ascending) {
    takeOver(values, row.values);
    row.facts.forEach((fact, index) => {
      if (fact !== '') facts[index] = fact;
    });
  }
  const activities = rows.map(({ row, values: own }): CaseActivity => ({ row, values: own }));
  return { id, values: sortedLists(values as FieldValues), facts: namedFacts(facts, factNames), activities };
}

function newness({ support_start, decision_date, opened }: FieldValues): Moment {
  return support_start ?? decision_date ?? opened ?? ('' as Moment);
}

function takeOver(values: OpenValues, row: FieldValues) {
  for (const field in row) {
    if (!isFieldId(field) || row[field] === undefined) continue;
    const kind = fieldKinds[field];
    values[field] = kind === 'moments' || kind === 'flags' ? joined(values[field], row[field]) : row[field];
  }
}

function joined(before: unknown, more: unknown): readonly unknown[] {
  return [...(Array.isArray(before) ? before : []), ...(Array.isArray(more) ? more : [])];
}

const listFields = (Object.keys(fieldKinds) as FieldId[]).filter((field) => fieldKinds[field] === 'moments');

/** The same values with every list of dates in calendar order and without repeats. */
function sortedLists(values: FieldValues): FieldValues {
  const open: OpenValues = values;
  for (const field of listFields) {
    const list = open[field];
    if (Array.isArray(list) && list.length > 1) open[field] = [...new Set<Moment>(list)].sort(compareMoments);
  }
  return values;
}

/** Whether a value is a list of dates that is another one when sorted, without repeats. */
export function isUnsorted(field: FieldId, value: unknown): boolean {
  if (fieldKinds[field] !== 'moments' || !Array.isArray(value)) return false;
  const list: readonly Moment[] = value;
  return list.some((moment, index) => {
    const before = list[index - 1];
    return before !== undefined && compareMoments(before, moment) >= 0;
  });
}

/** Whether the values of a row, as a case of its own, are others than they stand. */
export function hasUnsorted(values: FieldValues): boolean {
  return listFields.some((field) => isUnsorted(field, values[field]));
}

/** Built from entries, so that a column called `__proto__` is a name like any other. */
function namedFacts(facts: readonly string[], names: readonly string[]): Readonly<Record<string, string>> {
  if (facts.every((fact) => fact === '')) return noFacts;
  return Object.fromEntries(names.map((name, index) => [name, facts[index] ?? '']).filter(([, fact]) => fact !== ''));
}
