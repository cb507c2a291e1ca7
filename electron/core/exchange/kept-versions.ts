import { hash } from 'node:crypto';

import { saidText } from '#shared/domain/exchange/canonical-text.ts';
import { type CellContent, type CellNow, unanswered } from '#shared/domain/exchange/cells.ts';
import { project, type RoundContent, type RoundVersions, stamp } from '#shared/domain/exchange/round-versions.ts';
import type { Version } from '#shared/domain/exchange/version.ts';

import type { Tables } from '../store/tables.ts';
import { emptied, roundContent } from './round-content.ts';

/** Of what the ids of versions are made. */
export const versionHash = (text: string): string => hash('sha256', text, 'hex');

const actionScope = 'actions';
/** A case may be called anything, also 'actions'. */
const caseScope = (caseId: string): string => `case/${caseId}`;
const hashLength = 16;

/**
 * What is remembered of a cell. Its content lies in the tables; here is what they were given, so that an edit shows.
 * `whole`: the versions themselves, where the tables hold something else than the one version, and of reviews.
 */
type KeptCell =
  | readonly [cell: string, given: string, whole: readonly Version<CellContent>[]]
  | readonly [
      cell: string,
      given: string,
      id: string,
      ancestors: readonly string[],
      by: string,
      at: string,
      reduced: 0 | 1,
    ];

/** A round's cells as the tables hold them, and their versions with everything that was edited since. */
export interface StampedRound {
  readonly content: RoundContent;
  readonly versions: RoundVersions;
}

/**
 * The versions of some cases of a round and of its actions. Nothing is written: what was edited since the last time is a
 * version that `keepVersions` has to remember before it is sent to anyone.
 */
export function stampedRound(tables: Tables, roundId: string, caseIds: readonly string[]): StampedRound {
  const authors = tables.cells.authors(roundId);
  const content = roundContent(tables, roundId, caseIds, authors);
  const scopes = [actionScope, ...caseIds.map(caseScope)];
  const known = tables.versions.some(roundId, scopes);
  const kept = scopes.flatMap((scope) => (known.get(scope) as readonly KeptCell[] | undefined) ?? []);
  const now = new Map(content);
  for (const [cell] of kept) {
    const gone = content.has(cell) ? null : emptied(tables, roundId, cell, authors);
    if (gone !== null) now.set(cell, gone);
  }
  const hashOf = givenHashes();
  const remembered = new Map(kept.map((cell) => [cell[0], versionsOf(cell, now.get(cell[0]), hashOf)]));
  const removed = { by: tables.profile.get().reviewer, at: '1970-01-01T00:00:00.000Z' };
  return { content: now, versions: stamp(now, remembered, versionHash, removed) };
}

/** What stands in place of a content that was edited away: it equals no content that the tables can hold. */
const editedAway: CellContent = { value: 'cannot-tell', note: '\u0000', evidence: '\u0000' };

function versionsOf(kept: KeptCell, now: CellNow | undefined, hashOf: GivenHash): readonly Version<CellContent>[] {
  if (kept.length === 3) return kept[2];
  const [, given, id, ancestors, by, at, reduced] = kept;
  const content = now !== undefined && hashOf(now.content) === given ? now.content : editedAway;
  return [{ id, content, by, at, ancestors, ...(reduced === 1 ? { reduced: true as const } : {}) }];
}

type GivenHash = (content: CellContent) => string;

/** Most answers of a round say the same as others: each text is hashed once. */
function givenHashes(): GivenHash {
  const known = new Map<string, string>();
  return (content) => {
    const said = saidText(content);
    const given = known.get(said) ?? versionHash(said).slice(0, hashLength);
    known.set(said, given);
    return given;
  };
}

/** Remembers the versions of these cases and of the actions; the tables must hold what `project` says. Within a change. */
export function keepVersions(tables: Tables, roundId: string, versions: RoundVersions): void {
  const given = project(versions);
  const hashOf = givenHashes();
  const places = new Map<string, KeptCell[]>();
  for (const [cell, heads] of versions) {
    const [kind = '', part = ''] = cell.split('/', 2);
    const place = kind === 'action' ? '' : part;
    const cells = places.get(place) ?? [];
    places.set(place, cells);
    cells.push(keptCell(cell, heads, given.get(cell)?.content ?? unanswered, hashOf));
  }
  const scopes = [...places.keys()].map(scopeOf);
  const known = tables.versions.some(roundId, scopes);
  for (const [place, cells] of places) {
    const scope = scopeOf(place);
    const before = known.get(scope);
    if (before === undefined || JSON.stringify(before) !== JSON.stringify(cells)) {
      tables.versions.put(roundId, scope, cells);
    }
  }
}

/** By the case as cells write it; empty for the actions. */
function scopeOf(place: string): string {
  return place === '' ? actionScope : caseScope(decodeURIComponent(place));
}

function keptCell(
  cell: string,
  heads: readonly Version<CellContent>[],
  given: CellContent,
  hashOf: GivenHash,
): KeptCell {
  const [head] = heads;
  if (head === undefined || heads.length > 1 || cell.startsWith('review/')) return [cell, '', heads];
  const { id, ancestors, by, at, reduced } = head;
  return [cell, hashOf(given), id, ancestors, by, at, reduced === true ? 1 : 0];
}
