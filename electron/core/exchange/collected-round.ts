import type { ResultPayload } from '#shared/domain/exchange/package.ts';

import type { Ports } from '../ports.ts';
import type { Exchange, MergedPackage, RoundOrigin } from '../store/exchange-rows.ts';
import type { RoundRow, SampleCaseRow, Tables } from '../store/tables.ts';
import type { AcceptedResult } from './check-package.ts';
import { type CollectedCases, isLaterRecord } from './collected-cases.ts';
import { standInImport } from './stand-in-import.ts';

/** A round that its reader drew alone, with the cases that the package brings. Within a change. */
export function putCollectedRound(
  tables: Tables,
  ports: Pick<Ports, 'random'>,
  { payload, roundId, template }: AcceptedResult,
  collected: CollectedCases,
): void {
  const standing = tables.rounds.get(roundId);
  if (standing === undefined) {
    const importId = standInImport(tables, ports, payload);
    tables.templates.put(template);
    tables.rounds.add(roundRow(payload, importId, collected), collected.rows);
  } else {
    updateSample(tables, roundId, collected.rows, isLaterRecord(collected.record, standing.record));
    if (isLaterRecord(collected.record, standing.record)) tables.rounds.setRecord(roundId, collected.record);
  }
  tables.origins.set(roundId, originOf(tables.origins.get(roundId), payload, collected));
}

function roundRow({ round }: ResultPayload, importId: string, { record }: CollectedCases): RoundRow {
  const { roundId: id, name, createdAt, example, templateId, templateEdition } = round;
  return { id, name, importId, createdAt, example, templateId, templateEdition, record };
}

/** New cases come in; what a later record says of the places of those that are here holds. */
function updateSample(tables: Tables, roundId: string, rows: readonly SampleCaseRow[], isLater: boolean): void {
  const known = new Map(tables.sample.places(roundId).map((place) => [place.drawn.caseId, place]));
  const byId = new Map(rows.map((row) => [row.drawn.caseId, row]));
  for (const row of rows) {
    if (isLater || !known.has(row.drawn.caseId)) tables.sample.put(row);
  }
  for (const { drawn, replacedBy } of rows) {
    const by = replacedBy === null ? undefined : byId.get(replacedBy);
    const isTold = known.get(drawn.caseId)?.replacedBy === replacedBy;
    if (by !== undefined && isLater && !isTold) tables.sample.replace(roundId, drawn.caseId, by);
  }
}

function originOf(
  before: RoundOrigin | undefined,
  { unit, head, recordHash, round, imported }: ResultPayload,
  { caseKeys }: CollectedCases,
): RoundOrigin {
  return {
    role: 'collected',
    exchangeId: round.roundId,
    sourceRoundId: round.roundId,
    recordHash,
    packages: before?.packages ?? [],
    keys: null,
    firstReaders: {},
    // What an older package says of them does not hold any more.
    ...(before === undefined ? { unit, head, imported } : newer(before, { unit, head, imported })),
    caseKeys,
  };
}

type Told = Pick<RoundOrigin, 'unit' | 'head' | 'imported'>;

function newer(before: RoundOrigin, now: Told): Told {
  return { unit: before.unit, head: before.head, imported: before.imported ?? now.imported };
}

/** Remembers that the package was merged; of a round that came alone this makes its line among those that are waited for. */
export function putMerged(
  tables: Tables,
  { exchange, payload, roundId, caseIds }: AcceptedResult,
  merged: MergedPackage,
): void {
  const standing = exchange ?? tables.exchanges.get(roundId) ?? ownExchange(payload, roundId);
  const others = standing.received.filter(({ packageId }) => packageId !== merged.packageId);
  const all = exchange === null ? [...new Set([...standing.caseIds, ...caseIds])] : standing.caseIds;
  tables.exchanges.put({ ...standing, caseIds: all, received: [...others, merged] });
}

function ownExchange({ unit, head, madeAt }: ResultPayload, roundId: string): Exchange {
  return {
    exchangeId: roundId,
    roundId,
    kind: 'own',
    unit,
    head,
    sentAt: madeAt,
    caseIds: [],
    keys: null,
    received: [],
  };
}
