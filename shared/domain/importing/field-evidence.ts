import type { ColumnProfile } from './column-profile.ts';
import { type FieldId, fieldKinds } from './fields.ts';
import { type HeaderMatch, isSensitiveHeader } from './match-header.ts';

const least = 0.5;
const most = 0.8;

/** How well the values of a column go with a field that its name offers: 1 where they agree or are silent, lower where they speak against it. */
export function fit(field: FieldId, profile: ColumnProfile): number {
  if (profile.filled === 0) return 0.9;
  switch (fieldKinds[field]) {
    case 'date':
    case 'moment':
    case 'moments':
      return profile.dateOrNumber >= least ? 1 : 0.2;
    case 'flag':
    case 'flags':
      return profile.flag >= least ? 1 : 0.2;
    case 'cpr':
      return profile.cpr >= least ? 1 : 0.75;
    case 'text':
      return textFit(field, profile);
  }
}

function textFit(field: FieldId, profile: ColumnProfile): number {
  if (profile.date >= least) return 0.2;
  if (profile.cpr >= most) return 0.3;
  if (field === 'case_id' && profile.idLike < 0.3) return 0.6;
  return profile.flag >= 0.9 && field !== 'case_id' ? 0.6 : 1;
}

/** True where the values by themselves speak for a field. */
export function isSupported(field: FieldId, profile: ColumnProfile): boolean {
  switch (fieldKinds[field]) {
    case 'date':
    case 'moment':
    case 'moments':
      return profile.date >= most;
    case 'flag':
    case 'flags':
      return profile.flag >= most;
    case 'cpr':
      return profile.cpr >= most;
    case 'text':
      return isTextSupported(field, profile);
  }
}

function isTextSupported(field: FieldId, profile: ColumnProfile): boolean {
  if (field === 'case_id') return profile.idLike >= 0.9 && profile.cpr < least;
  if (field === 'legal_basis') return profile.paragraph >= 0.7;
  if (field === 'caseworker' || field === 'child_name') return profile.personName >= 0.7;
  return (profile.words.get(field) ?? 0) >= 0.6;
}

/**
 * The fields that the values of a column offer whatever it is called: CPR numbers, paragraphs, names that come again
 * and again (caseworkers), and the words of teams, states, placements, reporters and kinds of case. Dates and yes/no
 * do not say which event they are about, and a name in every row may be anyone's: those are never offered.
 */
export function offersByValues(header: string, isNamed: boolean, profile: ColumnProfile): readonly HeaderMatch[] {
  const isAboutOthers = isSensitiveHeader(header) && !isNamed;
  const offers: HeaderMatch[] = [];
  if (profile.cpr >= most && profile.date < least && !isAboutOthers) {
    offers.push({ field: 'cpr', confidence: profile.modulus11 >= most ? 0.95 : 0.85 });
  }
  if (profile.paragraph >= 0.7) offers.push({ field: 'legal_basis', confidence: 0.8 });
  return isNamed || isAboutOthers || !isRepeated(profile) ? offers : [...offers, ...offersByWords(profile)];
}

function offersByWords(profile: ColumnProfile): readonly HeaderMatch[] {
  const byWords = [...profile.words]
    .filter(([, share]) => share >= most)
    .map(([field, share]) => ({ field, confidence: Math.round(share * 60) / 100 }));
  return profile.personName >= most ? [...byWords, { field: 'caseworker', confidence: 0.55 }] : byWords;
}

/** A category has few values; names of people have many. In a handful of rows that cannot be told. */
export function isRepeated({ filled, distinct }: ColumnProfile): boolean {
  return filled >= 10 && distinct <= filled * 0.3;
}
