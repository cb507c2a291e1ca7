import type { CollectedPackage } from '#shared/contract/exchange.ts';
import type { FileRef } from '#shared/contract/operation.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { Version } from '#shared/domain/exchange/version.ts';
import { conflictsOf, merge, type RoundVersions } from '#shared/domain/exchange/round-versions.ts';
import type { PackagePayload, ResultPayload } from '#shared/domain/exchange/package.ts';
import { isClosed } from '#shared/domain/review/answer.ts';

import type { ReviewRoom } from '../review/reading-case.ts';
import type { MergedPackage } from '../store/exchange-rows.ts';
import type { Tables } from '../store/tables.ts';
import { type AcceptedResult, acceptResult } from './check-package.ts';
import { isLaterRecord } from './collected-cases.ts';
import { putCollectedRound, putMerged } from './collected-round.ts';
import { type StampedRound, stampedRound } from './kept-versions.ts';
import { changesTo, mergeIntoRound } from './merge-into-round.ts';
import { openPackage, type PackageHeader, type PackageKey, readPackageHeader } from './package-file.ts';
import type { CellChange } from './round-content.ts';

/** What merging a package would do. */
interface CollectPlan {
  readonly accepted: AcceptedResult;
  readonly here: StampedRound;
  readonly versions: RoundVersions;
  readonly changes: readonly CellChange[];
  readonly conflicts: number;
  /** The cells that have other versions after it. */
  readonly touched: readonly string[];
  /** Something in it was not here. */
  readonly isNews: boolean;
  /** Nothing has to be written: not even that it came. */
  readonly isKnown: boolean;
}

/**
 * Opens a package of answers, checks it whole and merges it in one change; one that brings nothing new writes nothing.
 * Rejects with the codes that begin with `package-`, with `same-reader`, and with what reading the file rejects with; then
 * nothing is changed.
 */
export async function collectPackage(
  room: ReviewRoom,
  file: FileRef,
  passphrase: string | null,
): Promise<CollectedPackage> {
  const { ports, store, shelf } = room;
  const bytes = await ports.files.read(file);
  const header = readPackageHeader(bytes);
  const payload = await openPackage(
    bytes,
    store.read((tables) => keyFor(tables, header, passphrase)),
  );
  const planned = (tables: Tables): CollectPlan => planCollect(tables, shelf, payload, header.exchangeId);
  const { plan, seen } = store.read((tables) => ({ plan: planned(tables), seen: tables.cells.lastChangeNumber() }));
  if (plan.isKnown) return told(plan);
  const { roundId } = plan.accepted;
  const { packageId } = payload;
  const after = { packageId, cells: plan.changes.length, conflicts: plan.conflicts };
  const merged = await store.change({ kind: 'package.collected', target: roundId, after }, (tables) => {
    // Someone may have answered while the change waited for its turn.
    const now = tables.cells.lastChangeNumber() === seen ? plan : planned(tables);
    carryOut(room, tables, now);
    return now;
  });
  ports.announce({ name: 'stage-changed', stage: 'review' });
  return told(merged);
}

function keyFor(tables: Tables, header: PackageHeader, passphrase: string | null): PackageKey {
  if (header.exchangeId !== null) {
    const keys = tables.exchanges.get(header.exchangeId)?.keys ?? null;
    if (keys === null) throw new AppError('package-unknown-sender', 'It answers a package that was not sent from here');
    return { returnKey: keys.returnKey };
  }
  if (passphrase === null) throw new AppError('package-passphrase-needed', 'A passphrase opens the package');
  return { passphrase };
}

function planCollect(
  tables: Tables,
  shelf: ReviewRoom['shelf'],
  payload: PackagePayload,
  exchangeId: string | null,
): CollectPlan {
  const accepted = acceptResult(tables, shelf, payload, exchangeId);
  if (isMerged(tables, accepted)) return nothingNew(accepted);
  const { roundId, caseIds } = accepted;
  const here = stampedRound(tables, roundId, caseIds);
  const versions = merge(here.versions, accepted.versions);
  const before = new Set(conflictsOf(here.versions).map(({ cell }) => cell));
  const conflicts = conflictsOf(versions).filter(({ cell }) => !before.has(cell)).length;
  const round = accepted.collected === null ? undefined : tables.rounds.get(roundId);
  const isLaterDraw =
    accepted.collected !== null &&
    (round === undefined || isLaterRecord(accepted.collected.record, round.record) || hasNewCases(tables, accepted));
  const touched = otherVersions(here.versions, versions);
  const isNews = isLaterDraw || touched.length > 0;
  const last = lastPackage(tables, accepted);
  const isKnown = !isNews && last !== undefined && last.madeAt >= accepted.payload.madeAt;
  return { accepted, here, versions, changes: changesTo(here, versions), conflicts, touched, isNews, isKnown };
}

/** True for a package that was merged before: whatever it says is known. */
function isMerged(tables: Tables, { exchange, roundId, payload }: AcceptedResult): boolean {
  const received = (exchange ?? tables.exchanges.get(roundId))?.received ?? [];
  return received.some(({ packageId }) => packageId === payload.packageId);
}

function nothingNew(accepted: AcceptedResult): CollectPlan {
  const here: StampedRound = { content: new Map(), versions: new Map() };
  const none = { changes: [], conflicts: 0, touched: [], isNews: false, isKnown: true };
  return { accepted, here, versions: here.versions, ...none };
}

function hasNewCases(tables: Tables, { roundId, caseIds }: AcceptedResult): boolean {
  const known = new Set(tables.sample.places(roundId).map(({ drawn }) => drawn.caseId));
  return caseIds.some((caseId) => !known.has(caseId));
}

/** The package with the latest instant that was merged for the same exchange or round. */
function lastPackage(tables: Tables, { exchange, roundId }: AcceptedResult): MergedPackage | undefined {
  const received = tables.exchanges.get(exchange?.exchangeId ?? roundId)?.received ?? [];
  return received.toSorted((a, b) => (a.madeAt < b.madeAt ? -1 : 1)).at(-1);
}

/** The cells that a merge left with other versions than they had. */
function otherVersions(before: RoundVersions, after: RoundVersions): readonly string[] {
  const others: string[] = [];
  for (const [cell, heads] of after) {
    const known = before.get(cell);
    if (known === undefined || (heads !== known && textOf(heads) !== textOf(known))) others.push(cell);
  }
  return others;
}

function textOf(heads: readonly Version<unknown>[]): string {
  return heads.map(({ id, reduced }) => `${id} ${reduced === true ? 1 : 0}`).join('\n');
}

function carryOut(
  { ports }: ReviewRoom,
  tables: Tables,
  { accepted, here, versions, changes, touched }: CollectPlan,
): void {
  const { payload, roundId, exchange } = accepted;
  const at = ports.clock.now();
  if (accepted.collected !== null) putCollectedRound(tables, ports, accepted, accepted.collected);
  if (exchange?.kind === 'second-reading') pickForSecond(tables, accepted, at);
  mergeIntoRound(
    tables,
    roundId,
    { here, changes, versions, touched },
    {
      kind: 'package.collected',
      who: tables.profile.get().reviewer,
      at,
      after: { packageId: payload.packageId },
      isOwnCases: accepted.collected === null,
    },
  );
  const { packageId, madeAt } = payload;
  putMerged(tables, accepted, { packageId, madeAt, at, closed: closedIn(payload) });
}

/** Cases that came back from a second reading are read twice, also where the round's own draw did not pick them. */
function pickForSecond(tables: Tables, { roundId, caseIds, payload }: AcceptedResult, at: string): void {
  const draw = tables.secondReadings.get(roundId) ?? { seed: payload.packageId, caseIds: [], drawnAt: at };
  const added = caseIds.filter((caseId) => !draw.caseIds.includes(caseId));
  if (added.length > 0) tables.secondReadings.set(roundId, { ...draw, caseIds: [...draw.caseIds, ...added] });
}

/** Closed reviews of the package's cases that were not replaced. */
export function closedIn({ versions, cases }: ResultPayload): number {
  const counted = new Set(
    cases.filter(({ replacedBy }) => replacedBy === null).map(({ key }) => encodeURIComponent(key)),
  );
  const closed = versions.flatMap(([cell, heads]) => {
    if (!cell.startsWith('review/')) return [];
    const [, key = ''] = cell.split('/');
    const isDone = heads.every(({ content }) => content !== null && 'state' in content && isClosed(content.state));
    return counted.has(key) && isDone ? [key] : [];
  });
  return new Set(closed).size;
}

function told({ accepted, changes, conflicts, isNews }: CollectPlan): CollectedPackage {
  const { roundId, payload, exchange } = accepted;
  return {
    roundId,
    unit: exchange?.unit ?? payload.unit,
    outcome: isNews ? 'merged' : 'nothing-new',
    answers: isNews ? changes.length : 0,
    conflicts: isNews ? conflicts : 0,
    closed: closedIn(payload),
    cases: payload.cases.length,
    madeAt: payload.madeAt,
  };
}
