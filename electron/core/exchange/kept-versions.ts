import { createHash } from 'node:crypto';

import { saidText } from '#shared/domain/exchange/canonical-text.ts';
import { type CellContent, type CellNow, unanswered } from '#shared/domain/exchange/cells.ts';
import { project, type RoundContent, type RoundVersions, stamp } from '#shared/domain/exchange/round-versions.ts';
import type { Version } from '#shared/domain/exchange/version.ts';

import type { Tables } from '../store/tables.ts';
import { emptied, roundContent } from './round-content.ts';

/** Of what the ids of versions are made. */
export const versionHash = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

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
  const content = roundContent(tables, roundId, caseIds);
  const kept = [actionScope, ...caseIds.map(caseScope)].flatMap((scope) => keptCells(tables, roundId, scope));
  const authors = tables.cells.authors(roundId);
  const now = new Map(content);
  for (const [cell] of kept) {
    const gone = content.has(cell) ? null : emptied(tables, roundId, cell, authors);
    if (gone !== null) now.set(cell, gone);
  }
  const remembered = new Map(kept.map((cell) => [cell[0], versionsOf(cell, now.get(cell[0]))]));
  const removed = { by: tables.profile.get().reviewer, at: '1970-01-01T00:00:00.000Z' };
  return { content: now, versions: stamp(now, remembered, versionHash, removed) };
}

function keptCells(tables: Tables, roundId: string, scope: string): readonly KeptCell[] {
  return (tables.versions.get(roundId, scope) as readonly KeptCell[] | undefined) ?? [];
}

/** What stands in place of a content that was edited away: it equals no content that the tables can hold. */
const editedAway: CellContent = { value: 'cannot-tell', note: '\u0000', evidence: '\u0000' };

function versionsOf(kept: KeptCell, now: CellNow | undefined): readonly Version<CellContent>[] {
  if (kept.length === 3) return kept[2];
  const [, given, id, ancestors, by, at, reduced] = kept;
  const content = now !== undefined && givenHash(now.content) === given ? now.content : editedAway;
  return [{ id, content, by, at, ancestors, ...(reduced === 1 ? { reduced: true as const } : {}) }];
}

function givenHash(content: CellContent): string {
  return versionHash(saidText(content)).slice(0, hashLength);
}

/** Remembers the versions of these cases and of the actions; the tables must hold what `project` says. Within a change. */
export function keepVersions(tables: Tables, roundId: string, versions: RoundVersions): void {
  const given = project(versions);
  const scopes = new Map<string, KeptCell[]>();
  for (const [cell, heads] of versions) {
    const [kind = '', part = ''] = cell.split('/');
    const scope = kind === 'action' ? '' : part;
    const cells = scopes.get(scope) ?? [];
    scopes.set(scope, cells);
    cells.push(keptCell(cell, heads, given.get(cell)?.content ?? unanswered));
  }
  for (const [part, cells] of scopes) {
    const scope = part === '' ? actionScope : caseScope(decodeURIComponent(part));
    const known = tables.versions.get(roundId, scope);
    if (known === undefined || JSON.stringify(known) !== JSON.stringify(cells)) {
      tables.versions.put(roundId, scope, cells);
    }
  }
}

function keptCell(cell: string, heads: readonly Version<CellContent>[], given: CellContent): KeptCell {
  const [head, ...others] = heads;
  if (head === undefined || others.length > 0 || cell.startsWith('review/')) return [cell, '', heads];
  const { id, ancestors, by, at, reduced } = head;
  return [cell, givenHash(given), id, ancestors, by, at, reduced === true ? 1 : 0];
}
