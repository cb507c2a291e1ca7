import { type Cell, type CellContent, cellKey, parseCell } from '#shared/domain/exchange/cells.ts';
import type { ResultPayload } from '#shared/domain/exchange/package.ts';
import { reduceRecord } from '#shared/domain/exchange/reduce-record.ts';
import { reduceVersions } from '#shared/domain/exchange/reduce-versions.ts';
import { rekey } from '#shared/domain/exchange/rekey.ts';
import type { RoundVersions } from '#shared/domain/exchange/round-versions.ts';
import type { Version } from '#shared/domain/exchange/version.ts';
import { isClosed } from '#shared/domain/review/answer.ts';

import { roundOf } from '../review/queue.ts';
import type { TemplateShelf } from '../review/template-shelf.ts';
import type { RoundOrigin } from '../store/exchange-rows.ts';
import type { RoundRow, SampleCaseRow, Tables } from '../store/tables.ts';
import { caseKeysOf, recognitionKeyFrom, recordMark } from './hashes.ts';
import { type PayloadPorts, payloadHead } from './make-payload.ts';
import { nameHiding, titleHider } from './name-hiding.ts';
import type { PeopleBeyond } from './people-beyond.ts';
import { namedCases, namelessCases } from './result-cases.ts';

export interface ResultRequest {
  readonly roundId: string;
  /** Of a round that was drawn here; one that was received keeps its own. */
  readonly unit: string;
  /** Who is not to be named; null where names come along. */
  readonly without: PeopleBeyond | null;
}

/** A package of answers, and what a person may want to know before it is sent. */
export interface MadeResult {
  readonly payload: ResultPayload;
  readonly cases: number;
  readonly closed: number;
  readonly answers: number;
  readonly actions: number;
  readonly hiddenPlaces: number;
  /** The versions that are sent, under the case numbers of this workspace. */
  readonly sent: RoundVersions;
}

/**
 * The answers of a round as they go to the one who compiles, from versions under the case numbers of this workspace. Without
 * names no case number, no child, no caseworker and no CPR number is in it; what is said of the talks stays here.
 * `marksKey` is the key that cases are known again by, of a round that was drawn here.
 */
export function makeResult(
  tables: Tables,
  { ports, shelf }: { readonly ports: PayloadPorts; readonly shelf: TemplateShelf },
  { roundId, unit, without }: ResultRequest,
  { versions, marksKey }: { readonly versions: RoundVersions; readonly marksKey: Uint8Array },
): MadeResult {
  const round = roundOf(tables, roundId);
  const origin = tables.origins.get(roundId);
  const rows = tables.sample.list(roundId);
  const own = origin?.role === 'second-reading' ? asSecondReading(versions) : versions;
  const head = payloadHead(tables, shelf, ports, round);
  const keys = { recognitionKey: origin?.keys?.recognitionKey ?? recognitionKeyFrom(marksKey) };
  const told =
    without === null
      ? asTheyAre(tables, round, rows, own)
      : withoutNames(tables, shelf, { round, rows, own, keys, without });
  const { hidden, record, cases, shown, title, sent } = told;
  const from =
    origin === undefined
      ? { exchangeId: null, unit, round: head.round, recordHash: recordMark(round.record, keys.recognitionKey) }
      : sourceOf(origin, head.round);
  const payload: ResultPayload = {
    kind: 'result',
    ...head,
    ...from,
    unit: title(from.unit),
    round: { ...from.round, name: title(from.round.name) },
    head: tables.profile.get().reviewer,
    record,
    cases,
    versions: [...shown],
    imported: importedOf(tables, round),
  };
  return { payload, hiddenPlaces: hidden, sent, ...countsOf(tables, roundId, rows, shown) };
}

/** What the one who sent the cases knows the round by. */
function sourceOf({ exchangeId, unit, recordHash, sourceRoundId }: RoundOrigin, round: ResultPayload['round']) {
  return { exchangeId, unit, recordHash, round: { ...round, roundId: sourceRoundId } };
}

interface Told extends Pick<ResultPayload, 'record' | 'cases'> {
  readonly shown: RoundVersions;
  readonly sent: RoundVersions;
  readonly hidden: number;
  /** What the round and its unit may be called. */
  readonly title: (title: string) => string;
}

function asTheyAre(tables: Tables, round: RoundRow, rows: readonly SampleCaseRow[], own: RoundVersions): Told {
  const title = (name: string): string => name;
  return { shown: own, sent: own, hidden: 0, record: round.record, cases: namedCases(tables, round, rows), title };
}

interface RoundToReduce {
  readonly round: RoundRow;
  readonly rows: readonly SampleCaseRow[];
  readonly own: RoundVersions;
  readonly keys: { readonly recognitionKey: string };
  readonly without: PeopleBeyond;
}

function withoutNames(tables: Tables, shelf: TemplateShelf, { round, rows, own, keys, without }: RoundToReduce): Told {
  const hiding = nameHiding(shelf.whole(tables, round.templateId, round.templateEdition), rows, without);
  const { versions, hidden } = reduceVersions(own, hiding);
  const isOwn = tables.origins.get(round.id) === undefined;
  const record = reduceRecord(round.record, hiding.text, { withSeed: !isOwn });
  const keyOf = caseKeysOf(keys.recognitionKey);
  const cases = namelessCases(tables, round, rows, { reduced: record, keyOf });
  const title = titleHider(rows, without);
  return { shown: rekey(versions, keyOf).versions, sent: versions, hidden, record, cases, title };
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
