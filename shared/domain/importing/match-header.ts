import { abbreviations } from '../../words/header-abbreviations.ts';
import { headerWords } from '../../words/import-headers.ts';
import { otherPersons, sensitiveWords } from '../../words/private-headers.ts';
import { type FieldId, fieldIds } from './fields.ts';
import { foldHeader } from './fold-header.ts';

/** A field that a header may mean, and how sure the words alone make it (0 to 1). */
export interface HeaderMatch {
  readonly field: FieldId;
  readonly confidence: number;
}

const confidences = {
  exact: 1,
  withoutBrackets: 0.95,
  cutShort: 0.9,
  oneSlip: 0.8,
  weak: 0.7,
  partsLeast: 0.6,
  partsMost: 0.9,
} as const;
const shortestWithSlip = 7;

interface Name {
  readonly field: FieldId;
  readonly compact: string;
  readonly confidence: number;
}

interface Parts {
  readonly field: FieldId;
  readonly parts: readonly string[];
  readonly length: number;
}

const names: readonly Name[] = fieldIds.flatMap((field) => [
  ...listOf(headerWords[field].names).map((name) => ({
    field,
    compact: compactOf(name),
    confidence: confidences.exact,
  })),
  ...listOf(headerWords[field].weak).map((name) => ({ field, compact: compactOf(name), confidence: confidences.weak })),
]);
const namesByText: ReadonlyMap<string, readonly Name[]> = new Map(
  names.map(({ compact }) => [compact, names.filter((other) => other.compact === compact)]),
);
const partsList: readonly Parts[] = fieldIds.flatMap((field) =>
  listOf(headerWords[field].parts).map((alternative) => {
    const parts = alternative.split('+').map(compactOf);
    return { field, parts, length: parts.join('').length };
  }),
);
const fullWords: ReadonlyMap<string, string> = new Map(
  Object.entries(abbreviations).map(([short, full]) => [foldHeader(short), foldHeader(full)]),
);
const otherPersonWords = listOf(otherPersons).map(compactOf);
const sensitiveList = listOf(sensitiveWords).map(compactOf);
/** What must not be taken from a column about someone else than the child. */
const personalFields: ReadonlySet<FieldId> = new Set(['case_id', 'cpr', 'birth_date', 'child_name']);

/**
 * The fields a header may mean by its words, surest first; none where it says nothing known. Words that are cut short
 * are read in full only where the header as it stands says nothing.
 */
export function matchHeader(header: string): readonly HeaderMatch[] {
  const matches = matchWords(header);
  if (matches.length > 0) return matches;
  const full = foldHeader(header)
    .split(' ')
    .map((word) => fullWords.get(word) ?? word)
    .join(' ');
  return full === foldHeader(header)
    ? []
    : matchWords(full).map(({ field, confidence }) => ({ field, confidence: confidence * confidences.cutShort }));
}

function matchWords(header: string): readonly HeaderMatch[] {
  const folded = foldHeader(header);
  if (folded === '') return [];
  const best = new Map<FieldId, number>();
  const offer = (field: FieldId, confidence: number) => {
    if (confidence > (best.get(field) ?? 0)) best.set(field, confidence);
  };
  const bare = foldHeader(header.replace(/\([^)]*\)|\[[^\]]*\]/g, ' '));
  for (const { field, confidence } of namesByText.get(compactOf(folded)) ?? []) offer(field, confidence);
  for (const { field, confidence } of namesByText.get(compactOf(bare)) ?? []) {
    offer(field, confidence * confidences.withoutBrackets);
  }
  offerParts(folded, offer);
  if (best.size === 0) offerSlips(compactOf(folded), offer);
  const aboutOthers = mentions(folded, otherPersonWords);
  return [...best]
    .filter(([field]) => !(aboutOthers && personalFields.has(field)))
    .map(([field, confidence]) => ({ field, confidence }))
    .sort((a, b) => b.confidence - a.confidence);
}

/** True where a header is about other people, or names what nobody should store unasked. */
export function isSensitiveHeader(header: string): boolean {
  const folded = foldHeader(header);
  return mentions(folded, sensitiveList) || mentions(folded, otherPersonWords);
}

function offerParts(folded: string, offer: (field: FieldId, confidence: number) => void) {
  const words = folded.split(' ');
  const compact = compactOf(folded);
  for (const { field, parts, length } of partsList) {
    if (!parts.every((part) => occurs(part, words, compact))) continue;
    const coverage = Math.min(1, length / compact.length);
    offer(field, confidences.partsLeast + (confidences.partsMost - confidences.partsLeast) * coverage);
  }
}

function offerSlips(compact: string, offer: (field: FieldId, confidence: number) => void) {
  if (compact.length < shortestWithSlip) return;
  for (const name of names) {
    if (name.confidence === confidences.exact && isOneSlip(name.compact, compact))
      offer(name.field, confidences.oneSlip);
  }
}

function occurs(part: string, words: readonly string[], compact: string): boolean {
  return part.length < 4 ? words.includes(part) : compact.includes(part);
}

function mentions(folded: string, list: readonly string[]): boolean {
  const words = folded.split(' ');
  const compact = compactOf(folded);
  return list.some((word) => occurs(word, words, compact));
}

/** True where one letter more, less or other, or two neighbours swapped, makes one text of the other. */
function isOneSlip(a: string, b: string): boolean {
  if (a.length < shortestWithSlip || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  let end = 0;
  const most = Math.min(a.length, b.length) - start;
  while (end < most && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  const middleA = a.slice(start, a.length - end);
  const middleB = b.slice(start, b.length - end);
  const swapped =
    middleA.length === 2 && middleB.length === 2 && middleA[0] === middleB[1] && middleA[1] === middleB[0];
  return swapped || (middleA.length <= 1 && middleB.length <= 1);
}

function listOf(words: string | undefined): readonly string[] {
  return words === undefined ? [] : words.split('|');
}

function compactOf(text: string): string {
  return foldHeader(text).replaceAll(' ', '');
}
