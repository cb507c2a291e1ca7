import { canonicalText, saidText, saySame } from './canonical-text.ts';

/** At least 16 lower-case hexadecimal digits of a cryptographic hash of a text in UTF-8. */
export type Hash = (text: string) => string;

/** Who wrote something, and when (ISO 8601). For people to read: nothing is decided by it. */
export interface Authored {
  readonly by: string;
  readonly at: string;
}

/** What somebody wrote in one cell. */
export interface Version<C> extends Authored {
  /**
   * 16 hexadecimal digits: the hash of what was said, author, instant and ancestors where it was made. It travels
   * with the version and is never computed again: names may be hidden and case numbers be changed on the way.
   */
  readonly id: string;
  readonly content: C;
  /** The ids of everything that it replaces, and of what that replaced: sorted, each once. */
  readonly ancestors: readonly string[];
  /** The content is not as it was written: names were hidden on the way. */
  readonly reduced?: true;
}

export const idLength = 16;

/** A new version. Ancestors may be given in any order and more than once. */
export function versionOf<C>(content: C, { by, at }: Authored, ancestors: Iterable<string>, hash: Hash): Version<C> {
  const sorted = [...new Set(ancestors)].sort();
  const id = hash(canonicalText([saidText(content), by, at, sorted])).slice(0, idLength);
  return { id, content, by, at, ancestors: sorted };
}

/**
 * The versions that none of the others replaces, each once, sorted by id. What comes out does not depend on the order
 * or grouping in which versions are put together.
 */
export function mergeHeads<C>(...lists: readonly (readonly Version<C>[])[]): readonly Version<C>[] {
  const all = lists.flat();
  if (all.length < 2) return all;
  const byId = new Map<string, Version<C>>();
  for (const version of all) {
    const other = byId.get(version.id);
    byId.set(version.id, other === undefined ? version : moreWhole(version, other));
  }
  const replaced = new Set([...byId.values()].flatMap(({ ancestors }) => ancestors));
  return [...byId.values()].filter(({ id }) => !replaced.has(id)).sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** True where people wrote different things and nobody has decided: more than one content that nothing replaces. */
export function isConflict(heads: readonly Version<unknown>[]): boolean {
  if (heads.length < 2) return false;
  const [first, ...others] = heads;
  return first !== undefined && others.some(({ content }) => !saySame(content, first.content));
}

/** Of two copies of one version: the one with its names, then with the longer time, then by its text. */
function moreWhole<C>(one: Version<C>, other: Version<C>): Version<C> {
  if (one === other) return one;
  if ((one.reduced ?? false) !== (other.reduced ?? false)) return one.reduced === true ? other : one;
  const longer = secondsOf(one.content) - secondsOf(other.content);
  if (longer !== 0) return longer > 0 ? one : other;
  return canonicalText(one) <= canonicalText(other) ? one : other;
}

/** How long a review took, as far as a content says; 0 for all others. */
export function secondsOf(content: unknown): number {
  const seconds = typeof content === 'object' && content !== null && 'seconds' in content ? content.seconds : 0;
  return typeof seconds === 'number' ? seconds : 0;
}
