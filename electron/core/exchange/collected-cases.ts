import { AppError } from '#shared/contract/errors.ts';
import type { PackagedCase, ResultPayload } from '#shared/domain/exchange/package.ts';
import type { KeyOf } from '#shared/domain/exchange/rekey.ts';
import { samplingNumber } from '#shared/domain/exchange/sampling-number.ts';
import type { DrawRecord } from '#shared/domain/sampling/draw-record.ts';

import type { SampleCaseRow, Tables } from '../store/tables.ts';

/** The cases of a round that was drawn in another workspace, under the numbers that they have here. */
export interface CollectedCases {
  readonly rows: readonly SampleCaseRow[];
  /** The draw's record with the same numbers. */
  readonly record: DrawRecord;
  readonly keyOf: KeyOf;
  /** The numbers by the keys of this package and of those before it. */
  readonly caseKeys: Readonly<Record<string, string>>;
}

/**
 * A case that is known keeps its number here, by its key or, where the keys are of another kind, by its place in the
 * sample; a new one is called what it is called in the package: its sampling number, or its case number where names came
 * along. Throws `package-damaged` where the package contradicts itself.
 */
export function collectedCases(
  tables: Tables,
  payload: ResultPayload,
  known: Readonly<Record<string, string>>,
): CollectedCases {
  const numbers = numbersHere(tables, payload, known);
  const keyOf: KeyOf = (key) => numbers.get(key) ?? null;
  const renamed = new Map(payload.cases.map(({ key, drawn }) => [drawn.caseId, numbers.get(key) ?? drawn.caseId]));
  if (renamed.size !== payload.cases.length || new Set(renamed.values()).size !== renamed.size) {
    throw new AppError('package-damaged', 'Two cases of the package have one number');
  }
  return {
    rows: payload.cases.map((each) => rowOf(payload.round.roundId, each, keyOf)),
    record: renameRecord(payload.record, (caseId) => renamed.get(caseId) ?? caseId),
    keyOf,
    caseKeys: { ...known, ...Object.fromEntries(numbers) },
  };
}

/** By key: what each case of the package is called here. */
function numbersHere(
  tables: Tables,
  { cases, round }: ResultPayload,
  known: Readonly<Record<string, string>>,
): ReadonlyMap<string, string> {
  const isKnown = (key: string): boolean => Object.hasOwn(known, key);
  const numbers = new Map(cases.filter(({ key }) => isKnown(key)).map(({ key }) => [key, known[key] ?? key]));
  const taken = new Set(numbers.values());
  const byPlace = placesHere(tables, round.roundId);
  const standing = new Set(byPlace.values());
  for (const { key, number, drawn } of cases.filter((each) => !isKnown(each.key))) {
    const atPlace = byPlace.get(number);
    const caseId = atPlace !== undefined && !taken.has(atPlace) ? atPlace : freeNumber(drawn.caseId, taken, standing);
    numbers.set(key, caseId);
    taken.add(caseId);
  }
  return numbers;
}

function placesHere(tables: Tables, roundId: string): ReadonlyMap<string, string> {
  const round = tables.rounds.get(roundId);
  if (round === undefined) return new Map();
  const places = tables.sample.places(roundId);
  return new Map(places.map(({ drawn }) => [samplingNumber(drawn, round.record.strata), drawn.caseId]));
}

function freeNumber(wanted: string, taken: ReadonlySet<string>, standing: ReadonlySet<string>): string {
  const isFree = (number: string): boolean => !taken.has(number) && !standing.has(number);
  let number = wanted;
  for (let next = 2; !isFree(number); next++) number = `${wanted} (${next})`;
  return number;
}

function rowOf(roundId: string, { key, drawn, replacedBy, case: record }: PackagedCase, keyOf: KeyOf): SampleCaseRow {
  const caseId = keyOf(key) ?? drawn.caseId;
  const by = replacedBy === null ? null : keyOf(replacedBy);
  if (record.id !== drawn.caseId || (replacedBy !== null && by === null)) {
    throw new AppError('package-damaged', 'A case of the package contradicts itself');
  }
  return { roundId, drawn: { ...drawn, caseId }, replacedBy: by, case: { ...record, id: caseId } };
}

function renameRecord(record: DrawRecord, nameOf: (caseId: string) => string): DrawRecord {
  return {
    ...record,
    cases: record.cases.map((drawn) => ({ ...drawn, caseId: nameOf(drawn.caseId) })),
    replaced: record.replaced.map((each) => ({
      ...each,
      caseId: nameOf(each.caseId),
      replacedBy: nameOf(each.replacedBy),
    })),
  };
}

/** True where more was replaced in, or added to, the sample than the other record knows of. */
export function isLaterRecord(record: DrawRecord, than: DrawRecord): boolean {
  return steps(record) > steps(than);
}

function steps({ replaced, enlargements = [] }: DrawRecord): number {
  return replaced.length + enlargements.length;
}
