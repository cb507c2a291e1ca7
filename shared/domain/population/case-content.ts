import { type FieldId, fieldIds, fieldKinds, type FieldValues } from '../importing/fields.ts';
import { compareCodePoints } from './normalise-text.ts';
import type { CaseRecord } from './case.ts';

/** What differs between two versions of a case: a field, or only the rows behind it. */
export type ChangedField = FieldId | 'activities';

/**
 * What the known fields of a case hold, as one text that is the same however the rows stood in the export. Columns that
 * no field knows are not in it: a new column would change every case.
 */
export function caseContent({ values, activities }: CaseRecord): string {
  return JSON.stringify([plain(values), rowTexts(activities)]);
}

/** The fields that differ; `activities` where the fields agree and only the rows behind the case do not. */
export function changedFields(earlier: CaseRecord, later: CaseRecord): readonly ChangedField[] {
  const fields = fieldIds.filter((field) => textOf(earlier.values, field) !== textOf(later.values, field));
  if (fields.length > 0) return fields;
  return caseContent(earlier) === caseContent(later) ? [] : ['activities'];
}

function plain(values: FieldValues): readonly (readonly [string, string])[] {
  return fieldIds.flatMap((field) => {
    const text = textOf(values, field);
    return text === '' ? [] : [[field, text] as const];
  });
}

/** A list of dates counts as a set; flags stand in the order of the visits they belong to. */
function textOf(values: FieldValues, field: FieldId): string {
  const value = values[field];
  if (value === undefined) return '';
  if (!Array.isArray(value)) return String(value).normalize('NFC');
  return fieldKinds[field] === 'moments' ? value.map(String).toSorted().join('|') : value.map(String).join('|');
}

function rowTexts(activities: CaseRecord['activities']): readonly string[] {
  return activities.map(({ values }) => JSON.stringify(plain(values))).toSorted(compareCodePoints);
}
