import { type FieldId, fieldIds, fieldKinds, type FieldValues } from '#shared/domain/importing/fields.ts';
import { fieldWords } from '#shared/words/importing.ts';

import { capitalise, formatMoment } from '../../components/formats.ts';
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

/** The values of a case that are not dates, in the order of the field list. */
export function caseFacts(values: FieldValues): readonly NamedText[] {
  return fieldIds.flatMap((field) => {
    const value = values[field];
    if (value === undefined || isDate(field) || shownElsewhere.has(field)) {
      return [];
    }
    const text =
      typeof value === 'boolean'
        ? flagWords(value)
        : typeof value === 'string'
          ? value
          : value.map((one) => (typeof one === 'boolean' ? flagWords(one) : one)).join(', ');
    return [{ name: capitalise(fieldWords[field]), value: text }];
  });
}

/** The dates of a case, the earliest first; a list of dates stands where its first date does. */
export function caseDates(values: FieldValues): readonly NamedText[] {
  return fieldIds
    .filter(isDate)
    .flatMap((field) => {
      const value = values[field];
      const moments = typeof value === 'string' ? [value] : Array.isArray(value) ? value.map(String) : [];
      const sorted = moments.toSorted();
      return sorted.length === 0 ? [] : [{ field, sorted }];
    })
    .toSorted((a, b) => ((a.sorted[0] ?? '') < (b.sorted[0] ?? '') ? -1 : 1))
    .map(({ field, sorted }) => ({
      name: capitalise(fieldWords[field]),
      value: sorted.map((moment) => formatMoment(moment)).join(', '),
    }));
}
