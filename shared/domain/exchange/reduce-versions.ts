import { canonicalText } from './canonical-text.ts';
import type { CellContent } from './cells.ts';
import type { RoundVersions } from './round-versions.ts';
import type { Version } from './version.ts';

/** How names leave what people have written. Both give a text without names unchanged. */
export interface NameHiding {
  readonly text: (text: string) => string;
  /** Of the owner of an action on a case (its key), or on none. */
  readonly owner: (owner: string, caseKey: string | null) => string;
}

export interface ReducedVersions {
  readonly versions: RoundVersions;
  /** How many contents had something to hide. */
  readonly hidden: number;
}

/**
 * The versions as they may leave without names: no conversations, no comments, and no names in the texts. A version
 * keeps its id and is marked where its content is not what was written. Hiding twice is hiding once, where that holds
 * of `hiding`.
 */
export function reduceVersions(versions: RoundVersions, hiding: NameHiding): ReducedVersions {
  const reduced = new Map<string, readonly Version<CellContent>[]>();
  let hidden = 0;
  for (const [cell, heads] of versions) {
    if (cell.startsWith('conversation/') || cell.startsWith('comment/')) continue;
    const without = heads.map((version) => reduceVersion(version, hiding));
    hidden += without.filter((version, index) => version !== heads[index]).length;
    reduced.set(cell, without);
  }
  return { versions: reduced, hidden };
}

function reduceVersion(version: Version<CellContent>, hiding: NameHiding): Version<CellContent> {
  const content = withoutNames(version.content, hiding);
  return canonicalText(content) === canonicalText(version.content) ? version : { ...version, content, reduced: true };
}

function withoutNames(content: CellContent, { text, owner }: NameHiding): CellContent {
  if (content === null || 'stance' in content || 'praise' in content || 'reader' in content) return content;
  if ('owner' in content) {
    return { ...content, text: text(content.text), owner: owner(content.owner, content.caseKey) };
  }
  const { note, evidence, goodPractice, override } = content;
  return {
    ...content,
    note: text(note),
    evidence: text(evidence),
    ...(goodPractice === undefined ? {} : { goodPractice: text(goodPractice) }),
    ...(override === undefined ? {} : { override: { ...override, text: text(override.text) } }),
  };
}
