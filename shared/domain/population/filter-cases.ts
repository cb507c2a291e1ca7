import { flagTexts } from '../../words/population.ts';
import type { FieldValues } from '../importing/fields.ts';
import type { CaseRecord } from './case.ts';
import type { CaseFilter } from './filter.ts';
import { normaliseText } from './normalise-text.ts';

/**
 * True when the case meets the condition. A field that holds a list (talks, follow-ups) meets `oneOf` and a date range
 * when one of its values does, and `noneOf` when none of them is listed. A missing value meets `noneOf` and
 * `filled: false` only. Of a moment only the day counts. A flag is written `true`/`ja` or `false`/`nej`.
 */
export function matches(filter: CaseFilter, record: CaseRecord): boolean {
  return condition(filter)(record);
}

/** True when the case meets every condition; each condition is prepared once for many cases. */
export function matchesAll(filters: readonly CaseFilter[]): (record: CaseRecord) => boolean {
  const conditions = filters.map(condition);
  return (record) => conditions.every((holds) => holds(record));
}

function condition(filter: CaseFilter): (record: CaseRecord) => boolean {
  const { field } = filter;
  if ('oneOf' in filter) {
    const wanted = new Set(filter.oneOf.map(normaliseText));
    return ({ values }) => textsOf(values[field]).some((text) => wanted.has(text));
  }
  if ('noneOf' in filter) {
    const unwanted = new Set(filter.noneOf.map(normaliseText));
    return ({ values }) => !textsOf(values[field]).some((text) => unwanted.has(text));
  }
  if ('filled' in filter) {
    return ({ values }) => textsOf(values[field]).length > 0 === filter.filled;
  }
  const { from = '', to = '9999-12-31' } = filter;
  return ({ values }) => textsOf(values[field]).some((text) => from <= text.slice(0, 10) && text.slice(0, 10) <= to);
}

/** The value as the texts a filter may name; empty when it is missing or an empty list. */
export function textsOf(value: FieldValues[keyof FieldValues]): readonly string[] {
  if (value === undefined) return [];
  if (typeof value === 'string') return value === '' ? [] : [normaliseText(value)];
  if (typeof value === 'boolean') return flagTexts(value);
  return value.flatMap(textsOf);
}
