import { type ColumnProfile, profileColumn } from './column-profile.ts';
import { type FieldId, fieldKinds } from './fields.ts';
import type { ColumnGuess, ColumnTarget } from './mapping.ts';
import { type HeaderMatch, isSensitiveHeader, matchHeader } from './match-header.ts';
import type { RawRow } from './raw-row.ts';

export interface HeaderRow {
  readonly headers: readonly string[];
  /** The heading that stands over a column in the line above, or an empty text. */
  readonly groups: readonly string[];
}

interface Offer {
  readonly index: number;
  readonly field: FieldId;
  readonly confidence: number;
}

const least = 0.5;
const most = 0.8;

/**
 * What each column means, from its header and its first values. A field goes to the column that fits best and to no
 * other. A column that fits no field is kept as a fact, unless its values are what nobody should store unasked (CPR
 * numbers, names, addresses, free text): then it is skipped. `fixed` columns (by index) are taken as given.
 */
export function guessColumns(
  { headers, groups }: HeaderRow,
  rows: readonly RawRow[],
  fixed: ReadonlyMap<number, ColumnTarget> = new Map(),
): readonly ColumnGuess[] {
  const profiles = headers.map((_header, index) => profileColumn(rows.map(({ cells }) => cells[index])));
  const given = new Set(fixed.values());
  const offers = headers.flatMap((header, index) => {
    const profile = profiles[index];
    if (fixed.has(index) || profile === undefined) return [];
    return offersFor(header, groups[index] ?? '', profile).map((offer): Offer => ({ ...offer, index }));
  });
  const taken = assign(offers.filter(({ field }) => !given.has(field)));
  if (!given.has('case_id')) guessCaseId(headers, profiles, fixed, taken);
  return headers.map((header, index) => {
    const profile = profiles[index];
    const rest = { dateOrder: null, note: null, examples: profile?.examples ?? [] };
    const target = fixed.get(index);
    if (target !== undefined) return { index, header, field: target, confidence: 1, because: 'header', ...rest };
    const offer = taken.get(index);
    if (offer !== undefined) {
      const { field, confidence } = offer;
      return { index, header, field, confidence, because: 'header', ...rest };
    }
    const field = profile === undefined || isPrivate(header, profile) ? 'ignore' : 'fact';
    return { index, header, field, confidence: 0, because: 'none', ...rest };
  });
}

/** The best offers, each column and each field once; among equals the column further to the left. */
function assign(offers: readonly Offer[]): Map<number, Offer> {
  const taken = new Map<number, Offer>();
  const fields = new Set<FieldId>();
  for (const offer of offers.toSorted((a, b) => b.confidence - a.confidence || a.index - b.index)) {
    if (offer.confidence < least || taken.has(offer.index) || fields.has(offer.field)) continue;
    taken.set(offer.index, offer);
    fields.add(offer.field);
  }
  return taken;
}

function offersFor(header: string, group: string, profile: ColumnProfile): readonly HeaderMatch[] {
  const matches = [...matchHeader(header)];
  if (group !== '') {
    matches.push(
      ...matchHeader(`${group} ${header}`).map((match) => ({ ...match, confidence: match.confidence * 0.95 })),
    );
  }
  const offers = matches.map(({ field, confidence }) => ({
    field,
    confidence: rounded(confidence * fit(field, profile)),
  }));
  if (profile.cpr >= most && profile.date < least && !(isSensitiveHeader(header) && matches.length === 0)) {
    offers.push({ field: 'cpr', confidence: profile.modulus11 >= most ? 0.95 : 0.85 });
  }
  if (profile.paragraph >= 0.7) offers.push({ field: 'legal_basis', confidence: 0.8 });
  return offers;
}

/** How well the values of a column go with the kind of a field, 0 to 1. */
function fit(field: FieldId, profile: ColumnProfile): number {
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
  return profile.flag >= 0.9 && field !== 'case_id' ? 0.6 : 1;
}

/** Without a header that says so: the column whose values look most like numbers of cases, from the left. */
function guessCaseId(
  headers: readonly string[],
  profiles: readonly ColumnProfile[],
  fixed: ReadonlyMap<number, ColumnTarget>,
  taken: Map<number, Offer>,
) {
  if ([...taken.values()].some(({ field }) => field === 'case_id')) return;
  const candidates = profiles
    .map((profile, index) => ({ index, profile, unique: profile.distinct / Math.max(1, profile.filled) }))
    .filter(({ index, profile, unique }) => {
      const free = !taken.has(index) && !fixed.has(index) && !isSensitiveHeader(headers[index] ?? '');
      return free && profile.idLike >= 0.9 && profile.cpr < least && profile.date < least && unique >= 0.3;
    })
    .toSorted((a, b) => b.profile.filled - a.profile.filled || b.unique - a.unique || a.index - b.index);
  const [best] = candidates;
  if (best === undefined) return;
  const confidence = rounded(0.5 + 0.1 * best.unique);
  taken.set(best.index, { index: best.index, field: 'case_id', confidence });
}

/** A category has few values; names of people have many. In a handful of rows that cannot be told, so names win. */
function isPrivate(header: string, profile: ColumnProfile): boolean {
  if (header === '' || isSensitiveHeader(header) || profile.sensitive) return true;
  const fewValues = profile.filled >= 10 && profile.distinct <= profile.filled * 0.3;
  return profile.cpr >= 0.2 || (profile.personName >= 0.5 && !fewValues);
}

function rounded(confidence: number): number {
  return Math.round(confidence * 100) / 100;
}
