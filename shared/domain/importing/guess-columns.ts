import { headerText } from './cell-text.ts';
import { type ColumnProfile, profileColumn } from './column-profile.ts';
import { isDoubted, type OrderCounts } from './date-evidence.ts';
import { fit, isRepeated, isSupported, offersByValues } from './field-evidence.ts';
import { type FieldId, fieldKinds } from './fields.ts';
import type { FixedColumn } from './fix-columns.ts';
import type { ColumnGuess, ColumnNote, ColumnTarget } from './mapping.ts';
import { type HeaderMatch, isSensitiveHeader, matchHeader } from './match-header.ts';
import type { RawCell, RawRow } from './raw-row.ts';

export interface HeaderRow {
  readonly headers: readonly string[];
  /** The heading that stands over a column in the line above, or an empty text. */
  readonly groups: readonly string[];
}

interface Offer extends HeaderMatch {
  readonly index: number;
  readonly because: ColumnGuess['because'];
}

interface Column {
  readonly index: number;
  readonly header: string;
  readonly group: string;
  readonly profile: ColumnProfile;
}

const least = 0.5;
const most = 0.8;
/** What values that agree add to a name that is not quite sure. */
const agreement = 0.05;

/**
 * What each column means, from its header and its first values. A field goes to the column that fits best and to no
 * other. A column that fits no field is kept as a fact, unless its values are what nobody should store unasked (CPR
 * numbers, names, addresses, telephone numbers, free text): then it is skipped, and `note` says why. `fixed` columns
 * (by index) are taken as given.
 */
export function guessColumns(
  { headers, groups }: HeaderRow,
  rows: readonly RawRow[],
  fixed: ReadonlyMap<number, FixedColumn> = new Map(),
): readonly ColumnGuess[] {
  const values = rows.filter(({ cells }) => !repeats(headers, cells));
  const columns = headers.map((header, index): Column => {
    const profile = profileColumn(values.map(({ cells }) => cells[index]));
    return { index, header, group: groups[index] ?? '', profile };
  });
  const free = columns.filter(({ index }) => !fixed.has(index));
  const given = new Set<ColumnTarget>([...fixed.values()].map(({ target }) => target));
  const taken = assign(free.flatMap((column) => offersFor(column)).filter(({ field }) => !given.has(field)));
  if (!given.has('case_id')) guessCaseId(free, taken);
  const orders = columns.map(({ profile }) => profile.orders);
  return columns.map((column) => closed(column, fixed.get(column.index), taken.get(column.index), orders));
}

/** Whether a row says the column names once more, as printed lists do on every page: at least half of them. */
function repeats(headers: readonly string[], cells: readonly RawCell[]): boolean {
  const named = headers.flatMap((header, index) => (header === '' ? [] : [{ header: header.toLowerCase(), index }]));
  const same = named.filter(({ header, index }) => headerText(cells[index]).toLowerCase() === header);
  return same.length > 0 && same.length * 2 >= named.length;
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

function offersFor({ index, header, group, profile }: Column): readonly Offer[] {
  const matches = [...matchHeader(header)];
  if (group !== '') {
    matches.push(
      ...matchHeader(`${group} ${header}`).map((match) => ({ ...match, confidence: match.confidence * 0.95 })),
    );
  }
  const byHeader = matches.map(({ field, confidence }): Offer => {
    const isBoth = profile.filled > 0 && isSupported(field, profile);
    const sure = rounded(confidence * fit(field, profile) + (isBoth ? agreement : 0));
    return { index, field, confidence: Math.min(1, sure), because: isBoth ? 'both' : 'header' };
  });
  const named = new Set(matches.map(({ field }) => field));
  const byValues = offersByValues(header, matches.length > 0, profile).map((offer): Offer => ({
    ...offer,
    index,
    because: named.has(offer.field) ? 'both' : 'values',
  }));
  return [...byHeader, ...byValues];
}

/**
 * Without a header that says so: the column whose values look most like numbers of cases, from the left. An export that
 * names its cases by CPR numbers only has those: each case then gets a running number.
 */
function guessCaseId(free: readonly Column[], taken: Map<number, Offer>) {
  if ([...taken.values()].some(({ field }) => field === 'case_id')) return;
  const [best] = free
    .map(({ index, header, profile }) => ({ index, header, profile, unique: uniqueness(profile) }))
    .filter(({ index, header, profile, unique }) => {
      const open = !taken.has(index) && !isSensitiveHeader(header);
      return open && profile.idLike >= 0.9 && profile.cpr < least && profile.date < least && unique >= 0.3;
    })
    .toSorted(
      (a, b) =>
        Number(a.profile.phone >= least) - Number(b.profile.phone >= least) ||
        b.profile.filled - a.profile.filled ||
        b.unique - a.unique ||
        a.index - b.index,
    );
  if (best !== undefined) {
    const confidence = rounded(0.5 + 0.1 * best.unique);
    taken.set(best.index, { index: best.index, field: 'case_id', confidence, because: 'values' });
    return;
  }
  const cpr = [...taken.values()].find(({ field }) => field === 'cpr');
  if (cpr !== undefined && (free.find(({ index }) => index === cpr.index)?.profile.cpr ?? 0) >= most) {
    taken.set(cpr.index, { ...cpr, field: 'case_id', confidence: least, because: 'values' });
  }
}

function uniqueness({ distinct, filled }: ColumnProfile): number {
  return distinct / Math.max(1, filled);
}

function closed(
  { index, header, profile }: Column,
  fixed: FixedColumn | undefined,
  offer: Offer | undefined,
  file: readonly OrderCounts[],
): ColumnGuess {
  const privacy = noteFor(header, profile);
  const field = fixed?.target ?? offer?.field ?? (privacy === null ? 'fact' : 'ignore');
  const isGiven = fixed !== undefined;
  const { confidence, because } = isGiven ? named : (offer ?? unknown);
  return {
    index,
    header,
    field,
    confidence,
    because,
    dateOrder: isDated(field) ? (fixed?.dateOrder ?? orderOf(profile.orders, file)) : null,
    note: noteOn(field, profile, isGiven ? null : privacy),
    examples: profile.examples,
  };
}

const named = { confidence: 1, because: 'header' } as const;
const unknown = { confidence: 0, because: 'none' } as const;

function noteOn(field: ColumnTarget, profile: ColumnProfile, privacy: ColumnNote | null): ColumnNote | null {
  if (field === 'case_id' && profile.cpr >= least) return 'case-id-is-cpr';
  return field === 'ignore' ? privacy : null;
}

function isDated(field: ColumnTarget): boolean {
  if (field === 'fact' || field === 'ignore') return false;
  const kind = fieldKinds[field];
  return kind === 'date' || kind === 'moment' || kind === 'moments';
}

function orderOf(counts: OrderCounts, file: readonly OrderCounts[]): ColumnGuess['dateOrder'] {
  if (isDoubted(counts, file) !== null) return 'asked';
  return counts.dayFirst + counts.slashedEither > 0 ? 'day-month' : null;
}

/** Why a column that fits no field is left out, or null where it may be kept. */
function noteFor(header: string, profile: ColumnProfile): ColumnNote | null {
  if (profile.sensitive !== null) return profile.sensitive;
  if (profile.cpr >= 0.2) return 'cpr';
  if (header === '' || isSensitiveHeader(header)) return 'header';
  return profile.personName >= least && !isRepeated(profile) ? 'name' : null;
}

function rounded(confidence: number): number {
  return Math.round(confidence * 100) / 100;
}
