import { hash } from 'node:crypto';

import { saidText } from '#shared/domain/exchange/canonical-text.ts';
import { type AnswerContent, type CellContent, type CellNow, unanswered } from '#shared/domain/exchange/cells.ts';
import { project, type RoundContent, type RoundVersions, stamp } from '#shared/domain/exchange/round-versions.ts';
import type { Version } from '#shared/domain/exchange/version.ts';
import type { AnswerValue } from '#shared/domain/review/answer.ts';

import type { Tables } from '../store/tables.ts';
import { type KeptCell, keptCells, type KeptDocument, keptDocument } from './kept-document.ts';
import { emptied, roundContent } from './round-content.ts';

/** Of what the ids of versions are made. */
export const versionHash = (text: string): string => hash('sha256', text, 'hex');

const actionScope = 'actions';
/** A case may be called anything, also 'actions'. */
const caseScope = (caseId: string): string => `case/${caseId}`;
const hashLength = 16;

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
  const kept = scopes.flatMap((scope) => keptIn(known.get(scope)));
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

function keptIn(document: unknown): readonly KeptCell[] {
  return document === undefined ? [] : keptCells(document as KeptDocument | readonly KeptCell[]);
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
  const bare = new Map<AnswerValue | null, string>();
  const ofText = (said: string): string => {
    const given = known.get(said) ?? versionHash(said).slice(0, hashLength);
    known.set(said, given);
    return given;
  };
  return (content) => {
    if (!isBare(content)) return ofText(saidText(content));
    const given = bare.get(content.value) ?? ofText(saidText(content));
    bare.set(content.value, given);
    return given;
  };
}

/** An answer that says nothing but its value. */
function isBare(content: CellContent): content is AnswerContent {
  if (content === null || !('value' in content) || content.note !== '' || content.evidence !== '') return false;
  const { goodPractice, suggested, override, byFacts } = content;
  return goodPractice === undefined && suggested === undefined && override === undefined && byFacts === undefined;
}

/** Remembers the versions of these cases and of the actions; the tables must hold what `project` says. Within a change. */
export function keepVersions(tables: Tables, roundId: string, versions: RoundVersions): void {
  const kept = new Map([...keptByPlace(versions)].map(([place, cells]) => [scopeOf(place), keptDocument(cells)]));
  const known = tables.versions.some(roundId, [...kept.keys()]);
  for (const [scope, document] of kept) {
    const before = known.get(scope);
    if (before === undefined || JSON.stringify(before) !== JSON.stringify(document)) {
      tables.versions.put(roundId, scope, document);
    }
  }
}

/** By the case as cells write it; empty for the actions. */
function keptByPlace(versions: RoundVersions): ReadonlyMap<string, readonly KeptCell[]> {
  const given = project(versions);
  const hashOf = givenHashes();
  const places = new Map<string, KeptCell[]>();
  let [start, ofReading]: [string, KeptCell[]] = ['/', []];
  for (const [cell, heads] of versions) {
    // The answers of a reading stand together, and begin alike.
    if (!cell.startsWith(start)) {
      const [kind = '', part = ''] = cell.split('/', 2);
      const place = kind === 'action' ? '' : part;
      ofReading = places.get(place) ?? [];
      places.set(place, ofReading);
      start = kind === 'action' ? '/' : `answer/${part}/`;
    }
    ofReading.push(keptCell(cell, heads, given.get(cell)?.content ?? unanswered, hashOf));
  }
  return places;
}

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
