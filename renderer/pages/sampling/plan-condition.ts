import { type FieldId, fieldIds, fieldKinds } from '#shared/domain/importing/fields.ts';
import type { CaseFilter } from '#shared/domain/population/filter.ts';
import { notStated } from '#shared/words/population.ts';

import type { PopulationSummary } from '#shared/contract/population.ts';
import { newKey } from './plan-keys.ts';

export type ConditionKind = 'oneOf' | 'noneOf' | 'between' | 'filled' | 'empty';

/** One condition as the page holds it while it is written. */
export interface Condition {
  readonly key: number;
  readonly field: FieldId;
  readonly kind: ConditionKind;
  /** The chosen values of a field whose values are known. */
  readonly values: readonly string[];
  /** The values of a field whose values are not known, with semicolons between. */
  readonly text: string;
  /** ISO dates, or ''. */
  readonly from: string;
  readonly to: string;
}

/** The values that each field has in the export, with their counts, as far as they are counted. */
export type KnownValues = Partial<Readonly<Record<FieldId, PopulationSummary['teams']>>>;

/** What a plan is most often narrowed by; these stand first. */
export const commonFields = [
  'status',
  'decision_date',
  'opened',
  'legal_basis',
  'case_type',
  'team',
] as const satisfies readonly FieldId[];

/** A plan stands in its record, which names no child: these fields are not offered. */
const ofTheChild: readonly FieldId[] = ['cpr', 'child_name'];
export const otherFields = fieldIds.filter(
  (field) => !ofTheChild.includes(field) && !(commonFields as readonly FieldId[]).includes(field),
);

export function newCondition(field: FieldId = 'status'): Condition {
  const [kind = 'filled'] = kindsOf(field);
  return { key: newKey(), field, kind, values: [], text: '', from: '', to: '' };
}

/** The conditions that a field can be asked for, the usual one first. */
export function kindsOf(field: FieldId): readonly ConditionKind[] {
  switch (fieldKinds[field]) {
    case 'date':
    case 'moment':
    case 'moments':
      return ['between', 'filled', 'empty'];
    case 'flag':
    case 'flags':
      return ['oneOf', 'filled', 'empty'];
    case 'text':
    case 'cpr':
      return ['oneOf', 'noneOf', 'filled', 'empty'];
  }
}

export function isFlag(field: FieldId): boolean {
  return fieldKinds[field] === 'flag' || fieldKinds[field] === 'flags';
}

export function knownValues(summary: PopulationSummary | undefined): KnownValues {
  if (summary === undefined) {
    return {};
  }
  const { statuses, legalBases, caseTypes, teams, caseworkers } = summary;
  return { status: statuses, legal_basis: legalBases, case_type: caseTypes, team: teams, caseworker: caseworkers };
}

/** The condition as the core understands it; null while it is unfinished, also where its period ends before it begins. */
export function filtersOf(condition: Condition, known: KnownValues): readonly CaseFilter[] | null {
  const { field, kind, from, to } = condition;
  switch (kind) {
    case 'filled':
    case 'empty':
      return [{ field, filled: kind === 'filled' }];
    case 'between':
      return period(field, from, to);
    case 'oneOf':
    case 'noneOf': {
      const values = valuesOf(condition, known);
      return values.length === 0 ? null : listed(field, kind, values, known[field] ?? []);
    }
  }
}

function period(field: FieldId, from: string, to: string): readonly CaseFilter[] | null {
  if ((from === '' && to === '') || (from !== '' && to !== '' && to < from)) {
    return null;
  }
  return [{ field, ...(from === '' ? {} : { from }), ...(to === '' ? {} : { to }) }];
}

/** All conditions together; null while one of them is unfinished. */
export function allFilters(conditions: readonly Condition[], known: KnownValues): CaseFilter[] | null {
  const filters = conditions.map((condition) => filtersOf(condition, known));
  return filters.includes(null) ? null : filters.flatMap((found) => found ?? []);
}

function valuesOf({ field, values, text }: Condition, known: KnownValues): readonly string[] {
  if (known[field] !== undefined || isFlag(field)) {
    return values;
  }
  return text
    .split(';')
    .map((value) => value.trim())
    .filter((value) => value !== '');
}

/** "Not stated" is no value of a case but the want of one: it becomes a condition on the field being filled. */
function listed(
  field: FieldId,
  kind: 'oneOf' | 'noneOf',
  chosen: readonly string[],
  known: PopulationSummary['teams'],
): readonly CaseFilter[] {
  const named = chosen.filter((value) => value !== notStated);
  if (named.length === chosen.length) {
    return [kind === 'oneOf' ? { field, oneOf: named } : { field, noneOf: named }];
  }
  if (named.length === 0) {
    return [{ field, filled: kind === 'noneOf' }];
  }
  if (kind === 'noneOf') {
    return [
      { field, noneOf: named },
      { field, filled: true },
    ];
  }
  const others = known.map(({ value }) => value).filter((value) => !chosen.includes(value));
  return others.length === 0 ? [] : [{ field, noneOf: others }];
}
