import { type Cell, type CellContent, cellKey, parseCell } from './cells.ts';
import type { RoundVersions } from './round-versions.ts';
import { mergeHeads, type Version } from './version.ts';

/** What a case is called somewhere else; null for a case that is not known there. */
export type KeyOf = (caseKey: string) => string | null;

/** The same versions under other names of their cases, and the names that are not known. */
export interface Rekeyed {
  readonly versions: RoundVersions;
  readonly unknown: readonly string[];
}

/**
 * The versions as another workspace calls their cases, in the names of cells and in actions. Ids stay: they were made
 * where the edit was made. What belongs to an unknown case is left out. Two names of one case become one.
 */
export function rekey(versions: RoundVersions, keyOf: KeyOf): Rekeyed {
  const renamed = new Map<string, readonly Version<CellContent>[]>();
  const unknown = new Set<string>();
  const rename = (key: string): string | null => {
    const other = keyOf(key);
    if (other === null) unknown.add(key);
    return other;
  };
  for (const [cell, heads] of versions) {
    const name = renameCell(cell, rename);
    const contents: readonly (Version<CellContent> | null)[] = heads.some(namesCase)
      ? heads.map((version) => renameContent(version, rename))
      : heads;
    if (name === null || contents.includes(null)) continue;
    const known = contents.filter((version) => version !== null);
    const others = renamed.get(name);
    renamed.set(name, others === undefined && known.length === 1 ? known : mergeHeads(others ?? [], known));
  }
  return { versions: renamed, unknown: [...unknown].sort() };
}

function renameCell(name: string, rename: KeyOf): string | null {
  const cell: Cell | null = parseCell(name);
  if (cell === null || cell.kind === 'action') return name;
  const caseKey = rename(cell.caseKey);
  return caseKey === null ? null : cellKey({ ...cell, caseKey });
}

function namesCase({ content }: Version<CellContent>): boolean {
  return content !== null && 'caseKey' in content;
}

function renameContent(version: Version<CellContent>, rename: KeyOf): Version<CellContent> | null {
  const { content } = version;
  if (content === null || !('caseKey' in content) || content.caseKey === null) return version;
  const caseKey = rename(content.caseKey);
  return caseKey === null ? null : { ...version, content: { ...content, caseKey } };
}
