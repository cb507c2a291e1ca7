import { saidText } from '#shared/domain/exchange/canonical-text.ts';
import type { CellContent, CellNow } from '#shared/domain/exchange/cells.ts';
import { project, type RoundVersions } from '#shared/domain/exchange/round-versions.ts';
import { secondsOf } from '#shared/domain/exchange/version.ts';

import { markAllReviewed } from '../population/reviewed-before.ts';
import type { Tables } from '../store/tables.ts';
import { keepConflicts } from './conflict-index.ts';
import { closedBy, giveContent } from './give-content.ts';
import { keepVersions, type StampedRound } from './kept-versions.ts';
import { type CellChange, changesBetween } from './round-content.ts';

/** Who brought other people's words into the tables, as the change log is to tell of each reading. */
export interface Bringing {
  readonly kind: 'package.collected' | 'conflict.decided';
  readonly who: string;
  /** ISO instant. */
  readonly at: string;
  readonly after: Readonly<Record<string, string>>;
  /** True where the cases have their own numbers, so that they are known when they are drawn again. */
  readonly isOwnCases: boolean;
}

/** Where the tables hold something else than they are to hold. The time that a review took is nothing that was said. */
export function changesTo({ content }: StampedRound, versions: RoundVersions): readonly CellChange[] {
  return changesBetween(content, project(versions), (one, other) => saidText(one) === saidText(other));
}

/** Reviews that took longer than the tables say and are otherwise the same. */
function longerReviews({ content }: StampedRound, versions: RoundVersions): readonly CellChange[] {
  const reviews = new Map<string, CellNow>();
  for (const [cell, now] of project(versions)) if (cell.startsWith('review/')) reviews.set(cell, now);
  const isSame = (one: CellContent, other: CellContent): boolean =>
    saidText(one) !== saidText(other) || secondsOf(one) >= secondsOf(other);
  return changesBetween(content, reviews, isSame);
}

export interface Merge {
  readonly here: StampedRound;
  readonly versions: RoundVersions;
  readonly changes: readonly CellChange[];
  /** The cells that have other versions than before; of some of them the tables hold the same. */
  readonly touched: readonly string[];
}

/** Gives the tables what the versions say, and remembers them. Within a change. */
export function mergeIntoRound(
  tables: Tables,
  roundId: string,
  { here, changes, versions, touched }: Merge,
  bringing: Bringing,
): void {
  giveContent(tables, roundId, [...changes, ...longerReviews(here, versions)]);
  keepVersions(tables, roundId, versions);
  keepConflicts(tables, roundId, versions);
  if (bringing.isOwnCases) markAllReviewed(tables, closedBy(changes));
  for (const [target, ofReading] of byReading(roundId, changes, touched)) {
    tables.cells.addChange(
      {
        kind: bringing.kind,
        target,
        before: overwritten(ofReading),
        after: { ...bringing.after, cells: ofReading.length },
      },
      bringing.who,
      bringing.at,
    );
  }
}

/** By the name of the reading in the logs. */
function byReading(
  roundId: string,
  changes: readonly CellChange[],
  touched: readonly string[],
): ReadonlyMap<string, readonly CellChange[]> {
  const places = new Map<string, CellChange[]>();
  const at = (place: string): CellChange[] => {
    const ofPlace = places.get(place) ?? [];
    places.set(place, ofPlace);
    return ofPlace;
  };
  // The answers of a reading stand together, and begin alike.
  let [start, ofReading]: [string, CellChange[]] = ['/', []];
  const ofCell = (cell: string): CellChange[] => {
    if (cell.startsWith(start)) return ofReading;
    const [, caseKey = '', reading = ''] = cell.split('/', 3);
    [start, ofReading] = [`answer/${caseKey}/${reading}/`, at(`${caseKey}/${reading}`)];
    return ofReading;
  };
  for (const cell of touched) if (isOfReading(cell)) ofCell(cell);
  for (const change of changes) {
    if (isOfReading(change.cell)) {
      ofCell(change.cell).push(change);
      continue;
    }
    const place = placeBeside(change);
    if (place !== null) at(place).push(change);
  }
  return new Map([...places].map(([place, ofPlace]) => [targetAt(roundId, place), ofPlace]));
}

function isOfReading(cell: string): boolean {
  return cell.startsWith('answer/') || cell.startsWith('review/');
}

/** The case and the reading that another cell is told of with, as cells write them; null for an action on no single case. */
function placeBeside({ cell, after: { content } }: CellChange): string | null {
  const [kind = '', caseKey = ''] = cell.split('/', 2);
  if (kind !== 'action') return `${caseKey}/1`;
  const caseId = content !== null && 'caseKey' in content ? content.caseKey : null;
  return caseId === null ? null : `${encodeURIComponent(caseId)}/1`;
}

function targetAt(roundId: string, place: string): string {
  const [caseKey = '', reading] = place.split('/');
  return `${roundId}/${decodeURIComponent(caseKey)}${reading === '2' ? '#2' : ''}`;
}

/** What stood and stands no longer, by cell: nobody has to look for it in another file. */
function overwritten(changes: readonly CellChange[]): Readonly<Record<string, CellContent>> | undefined {
  const gone = changes.flatMap(({ cell, before }) => (before === undefined ? [] : [[cell, before] as const]));
  return gone.length === 0 ? undefined : Object.fromEntries(gone);
}
