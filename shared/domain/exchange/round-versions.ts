import { saySame } from './canonical-text.ts';
import { type CellContent, type CellNow, unanswered } from './cells.ts';
import { isLeftEmpty, projectCell, reopenedReviews } from './project-cell.ts';
import { type Authored, type Hash, isConflict, mergeHeads, type Version, versionOf } from './version.ts';

/** What people wrote in a round, by the name of the cell: per cell what nothing replaces, sorted by id. */
export type RoundVersions = ReadonlyMap<string, readonly Version<CellContent>[]>;

/** What stands in the tables of a round, by the name of the cell. */
export type RoundContent = ReadonlyMap<string, CellNow>;

/** Everything that either holds. The order and the grouping of merges do not matter, nor does merging twice. */
export function merge(one: RoundVersions, other: RoundVersions): RoundVersions {
  const merged = new Map(one);
  for (const [cell, versions] of other) {
    const known = merged.get(cell);
    merged.set(cell, known === undefined && versions.length === 1 ? versions : mergeHeads(known ?? [], versions));
  }
  return merged;
}

/**
 * What the tables are to hold, whatever the order in which versions arrived. Of a conflict: an answer is unanswered,
 * so that no figure rests on it; of another cell the least finished version stands, then the one with the smallest id.
 * A review with an unanswered answer is open, and closes by itself when it is decided. Every cell is there, also one
 * that was emptied.
 */
export function project(versions: RoundVersions): RoundContent {
  const known = projected.get(versions) ?? projectAll(versions);
  projected.set(versions, known);
  return known;
}

/** Versions are not changed once they are made, and are asked for this several times. */
const projected = new WeakMap<RoundVersions, RoundContent>();

function projectAll(versions: RoundVersions): RoundContent {
  const now = new Map<string, CellNow>();
  for (const [cell, heads] of versions) {
    const content = projectCell(cell, heads);
    if (content !== null) now.set(cell, content);
  }
  for (const [cell, review] of reopenedReviews(now)) now.set(cell, review);
  return now;
}

/**
 * The versions after what was edited in the tables: `content` is what they hold now, of the whole round, and `versions`
 * what they were last given. A cell that differs from what it was given is a new version, which replaces the version
 * that stood there. Where a conflict stood, it replaces neither side, only what those had replaced already. A cell that
 * is gone was emptied, by `removed`. Where nothing was edited, nothing is added.
 */
export function stamp(content: RoundContent, versions: RoundVersions, hash: Hash, removed: Authored): RoundVersions {
  const given = project(versions);
  const isGiven = (cell: string, now: CellContent): boolean => {
    const before = given.get(cell);
    return before === undefined ? isLeftEmpty(cell, now) : saySame(before.content, now);
  };
  return stampGiven(content, versions, isGiven, hash, removed);
}

/** The same where it is remembered elsewhere what the tables were given: `isGiven` says whether a cell still holds it. */
export function stampGiven(
  content: RoundContent,
  versions: RoundVersions,
  isGiven: (cell: string, now: CellContent) => boolean,
  hash: Hash,
  removed: Authored,
): RoundVersions {
  const stamped = new Map(versions);
  const put = (cell: string, now: CellNow): void => {
    const heads = stampCell(versions.get(cell) ?? [], now, !isGiven(cell, now.content), hash);
    if (heads.length > 0) stamped.set(cell, heads);
  };
  for (const [cell, now] of content) put(cell, now);
  for (const cell of versions.keys()) {
    const emptied = content.has(cell) ? null : emptyOf(cell);
    if (emptied !== null) put(cell, { ...emptied, ...removed });
  }
  return stamped;
}

/** The heads of one cell whose tables hold `now`. */
function stampCell(
  heads: readonly Version<CellContent>[],
  now: CellNow,
  isEdited: boolean,
  hash: Hash,
): readonly Version<CellContent>[] {
  if (!isEdited) return withTime(heads, now.content);
  if (!isConflict(heads)) {
    const replaced = heads.flatMap(({ id, ancestors }) => [id, ...ancestors]);
    return [versionOf(now.content, now, replaced, hash)];
  }
  if (heads.some(({ content }) => saySame(content, now.content))) return heads;
  const alreadyReplaced = heads.flatMap(({ ancestors }) => ancestors);
  return mergeHeads(heads, [versionOf(now.content, now, alreadyReplaced, hash)]);
}

/** A review that was only looked at is the same version, with the time that it has taken by now. */
function withTime(heads: readonly Version<CellContent>[], content: CellContent): readonly Version<CellContent>[] {
  const [head, ...others] = heads;
  const isSame = head !== undefined && others.length === 0 && saySame(head.content, content);
  return isSame ? [{ ...head, content }] : heads;
}

/** What a cell holds whose row is gone; null for those whose rows stay. */
function emptyOf(cell: string): { readonly content: CellContent } | null {
  if (cell.startsWith('answer/')) return { content: unanswered };
  return cell.startsWith('comment/') ? { content: null } : null;
}

/** A cell with its versions, none of which anybody has chosen. */
export interface Conflict {
  readonly cell: string;
  readonly versions: readonly Version<CellContent>[];
}

/** In the order of the cells' names. */
export function conflictsOf(versions: RoundVersions): readonly Conflict[] {
  const conflicts: Conflict[] = [];
  for (const [cell, heads] of versions) if (isConflict(heads)) conflicts.push({ cell, versions: heads });
  return conflicts.sort((a, b) => (a.cell < b.cell ? -1 : 1));
}

/**
 * The versions after somebody chose one side of a conflict: a new version with that content, which replaces all sides.
 * Null where the cell has no conflict, or not this version, any more.
 */
export function decide(
  versions: RoundVersions,
  { cell, versionId }: { readonly cell: string; readonly versionId: string },
  authored: Authored,
  hash: Hash,
): RoundVersions | null {
  const heads = versions.get(cell) ?? [];
  const chosen = heads.find(({ id }) => id === versionId);
  if (chosen === undefined || !isConflict(heads)) return null;
  const replaced = heads.flatMap(({ id, ancestors }) => [id, ...ancestors]);
  const decided = versionOf(chosen.content, authored, replaced, hash);
  const reduced = chosen.reduced === true ? { reduced: true as const } : {};
  return new Map(versions).set(cell, [{ ...decided, ...reduced }]);
}
