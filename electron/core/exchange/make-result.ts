import { type Cell, type CellContent, cellKey, parseCell } from '#shared/domain/exchange/cells.ts';
import type { PackagedCase, ResultPayload } from '#shared/domain/exchange/package.ts';
import { reduceCase } from '#shared/domain/exchange/reduce-case.ts';
import { reduceRecord } from '#shared/domain/exchange/reduce-record.ts';
import { type NameHiding, reduceVersions } from '#shared/domain/exchange/reduce-versions.ts';
import { rekey } from '#shared/domain/exchange/rekey.ts';
import type { RoundVersions } from '#shared/domain/exchange/round-versions.ts';
import type { Version } from '#shared/domain/exchange/version.ts';
import { isName, namesHider } from '#shared/domain/report/hide-names.ts';
import { isClosed, type Reading } from '#shared/domain/review/answer.ts';
import { lowerWords } from '#shared/domain/review/find-person-text.ts';
import { templateItems } from '#shared/domain/review/template.ts';
import { exchangeWords } from '#shared/words/exchange.ts';
import { hiddenNameWords } from '#shared/words/hidden-names.ts';

import { roundOf } from '../review/queue.ts';
import type { TemplateShelf } from '../review/template-shelf.ts';
import type { RoundOrigin } from '../store/exchange-rows.ts';
import type { RoundRow, SampleCaseRow, Tables } from '../store/tables.ts';
import { caseKeyOf, recognitionKeyFrom } from './hashes.ts';
import { type PayloadPorts, payloadHead, sampleNumbers } from './make-payload.ts';

export interface ResultRequest {
  readonly roundId: string;
  /** Of a round that was drawn here; one that was received keeps its own. */
  readonly unit: string;
  readonly withNames: boolean;
}

/** A package of answers, and what a person may want to know before it is sent. */
export interface MadeResult {
  readonly payload: ResultPayload;
  readonly cases: number;
  readonly closed: number;
  readonly answers: number;
  readonly actions: number;
  readonly hiddenPlaces: number;
}

/**
 * The answers of a round as they go to the one who compiles, from versions under the case numbers of this workspace. Without
 * names no case number, no child, no caseworker and no CPR number is in it; what is said of the talks stays here.
 * `marksKey` is the key that cases are known again by, of a round that was drawn here.
 */
export function makeResult(
  tables: Tables,
  shelf: TemplateShelf,
  ports: PayloadPorts,
  { roundId, unit, withNames }: ResultRequest,
  { versions, marksKey }: { readonly versions: RoundVersions; readonly marksKey: Uint8Array },
): MadeResult {
  const round = roundOf(tables, roundId);
  const origin = tables.origins.get(roundId);
  const rows = tables.sample.list(roundId);
  const reading: Reading = origin?.role === 'second-reading' ? 2 : 1;
  const own = reading === 2 ? asSecondReading(versions) : versions;
  const hiding = hidingOf(tables, shelf, round, rows);
  const recognitionKey = origin?.keys?.recognitionKey ?? recognitionKeyFrom(marksKey);
  const keyOf = (caseId: string): string => (withNames ? caseId : caseKeyOf(recognitionKey, caseId));
  const { versions: told, hidden } = withNames ? { versions: own, hidden: 0 } : reduceVersions(own, hiding);
  const record = withNames ? round.record : reduceRecord(round.record, hiding.text);
  const head = payloadHead(tables, shelf, ports, round);
  const payload: ResultPayload = {
    kind: 'result',
    ...head,
    round: { ...head.round, roundId: origin?.sourceRoundId ?? roundId },
    recordHash: origin?.recordHash ?? head.recordHash,
    exchangeId: origin?.exchangeId ?? null,
    unit: origin?.unit ?? unit,
    head: tables.profile.get().reviewer,
    record,
    cases: withNames ? namedCases(tables, round, rows) : namelessCases(tables, round, rows, record, keyOf),
    versions: [...rekey(told, keyOf).versions],
    imported: importedOf(tables, round),
  };
  return { payload, hiddenPlaces: hidden, ...countsOf(tables, roundId, rows, told) };
}

/** What the head sees as the first reading is the second one where the cases came from. Nothing else goes along. */
function asSecondReading(versions: RoundVersions): RoundVersions {
  const renamed = [...versions].flatMap(([name, heads]): readonly [string, readonly Version<CellContent>[]][] => {
    const cell: Cell | null = parseCell(name);
    if (cell === null || !('reading' in cell) || cell.reading !== 1) return [];
    return [[cellKey({ ...cell, reading: 2 }), heads]];
  });
  return new Map(renamed);
}

/** Names of all cases of the round, also where another case's note mentions them. */
function hidingOf(
  tables: Tables,
  shelf: TemplateShelf,
  { templateId, templateEdition }: RoundRow,
  rows: readonly SampleCaseRow[],
): NameHiding {
  const template = shelf.whole(tables, templateId, templateEdition);
  const ordinary = new Set(templateItems(template).flatMap(({ question }) => lowerWords(question)));
  const text = namesHider(namesIn(rows, ['child_name', 'caseworker']), ordinary);
  const caseworkers = namesIn(rows, ['caseworker']);
  const own = new Map(rows.map((row) => [row.drawn.caseId, namesIn([row], ['caseworker'])]));
  const owner: NameHiding['owner'] = (name, caseId) => {
    if (caseId !== null && isName(name, own.get(caseId) ?? [])) return hiddenNameWords.caseworker;
    return isName(name, caseworkers) ? hiddenNameWords.otherCaseworker : text(name);
  };
  return { text: withoutNumbers(text, rows), owner };
}

/** A note may also say a case number of the round; one of fewer than four characters could be any other number. */
function withoutNumbers(hide: (text: string) => string, rows: readonly SampleCaseRow[]): (text: string) => string {
  const numbers = rows.map(({ drawn }) => drawn.caseId.trim()).filter((number) => number.length >= 4);
  if (numbers.length === 0) return hide;
  const longestFirst = numbers
    .toSorted((a, b) => b.length - a.length)
    .map((number) => number.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`));
  const found = new RegExp(`(?<![\\p{L}\\d])(?:${longestFirst.join('|')})(?![\\p{L}\\d])`, 'giu');
  return (text) => hide(text.replaceAll(found, exchangeWords.caseNumber));
}

function namesIn(rows: readonly SampleCaseRow[], fields: readonly ('child_name' | 'caseworker')[]): readonly string[] {
  const names = rows.flatMap(({ case: { values, activities } }) =>
    [values, ...activities.map((activity) => activity.values)].flatMap((each) =>
      fields.map((field) => each[field]?.trim() ?? ''),
    ),
  );
  return [...new Set(names)].filter((name) => name !== '');
}

function namedCases(tables: Tables, round: RoundRow, rows: readonly SampleCaseRow[]): PackagedCase[] {
  const numberOf = sampleNumbers(tables, round);
  return rows.map(({ drawn, replacedBy, case: record }) => ({
    key: drawn.caseId,
    number: numberOf(drawn.caseId),
    drawn,
    replacedBy,
    case: record,
  }));
}

/** A case is called by its sampling number, and known again by its key. */
function namelessCases(
  tables: Tables,
  round: RoundRow,
  rows: readonly SampleCaseRow[],
  reduced: RoundRow['record'],
  keyOf: (caseId: string) => string,
): PackagedCase[] {
  const numberOf = sampleNumbers(tables, round);
  const strata = new Map(round.record.cases.map(({ caseId }, index) => [caseId, reduced.cases[index]?.stratum ?? '']));
  return rows.map(({ drawn, replacedBy, case: record }) => {
    const number = numberOf(drawn.caseId);
    return {
      key: keyOf(drawn.caseId),
      number,
      drawn: { ...drawn, caseId: number, ticket: '', stratum: strata.get(drawn.caseId) ?? '' },
      replacedBy: replacedBy === null ? null : keyOf(replacedBy),
      case: reduceCase(record, number),
    };
  });
}

/** The quality of the data of an export that lies here. */
function importedOf(tables: Tables, { importId }: RoundRow): ResultPayload['imported'] {
  const summary = tables.imports.get(importId)?.summary;
  if (summary === undefined) return null;
  const { rows, cases, problemKinds } = summary;
  return { rows, cases, problems: problemKinds.map(({ code, count }) => ({ code, count })) };
}

function countsOf(
  tables: Tables,
  roundId: string,
  rows: readonly SampleCaseRow[],
  versions: RoundVersions,
): Pick<MadeResult, 'cases' | 'closed' | 'answers' | 'actions'> {
  const standing = new Set(rows.filter(({ replacedBy }) => replacedBy === null).map(({ drawn }) => drawn.caseId));
  const closed = tables.reviews
    .standings(roundId)
    .filter(({ state, caseId }) => isClosed(state) && standing.has(caseId));
  const cells = [...versions.keys()];
  return {
    cases: standing.size,
    closed: closed.length,
    answers: cells.filter((cell) => cell.startsWith('answer/')).length,
    actions: cells.filter((cell) => cell.startsWith('action/')).length,
  };
}
