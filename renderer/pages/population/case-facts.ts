import { type FieldId, fieldIds, fieldKinds, type FieldValues } from '#shared/domain/importing/fields.ts';
import { fieldWords } from '#shared/words/importing.ts';

import { capitalise, formatDate } from '../../components/formats.ts';
import { commonWords } from '../../words/common.ts';

interface NamedText {
  readonly name: string;
  readonly value: string;
}

/** The number stands in the panel's title; name and CPR number are shown on request only. */
const shownElsewhere: ReadonlySet<FieldId> = new Set(['case_id', 'cpr', 'child_name', 'protected_address']);

function isDate(field: FieldId): boolean {
  return fieldKinds[field] === 'date' || fieldKinds[field] === 'moment' || fieldKinds[field] === 'moments';
}

function flagWords(flag: boolean): string {
  return flag ? commonWords.yes : commonWords.no;
}

/** The values of a case that are no events, in the order of the field list. */
export function caseFacts(values: FieldValues): readonly NamedText[] {
  return fieldIds.flatMap((field) => {
    const value = values[field];
    if (value === undefined || (isDate(field) && field !== 'birth_date') || shownElsewhere.has(field)) {
      return [];
    }
    const text =
      field === 'birth_date'
        ? formatDate(String(value))
        : typeof value === 'boolean'
          ? flagWords(value)
          : typeof value === 'string'
            ? value
            : value.map((one) => (typeof one === 'boolean' ? flagWords(one) : one)).join(', ');
    return [{ name: capitalise(fieldWords[field]), value: text }];
  });
}
