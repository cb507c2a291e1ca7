import { type CellContent, cellKey, cellReader } from './cells.ts';
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
  const nameOf = renamedCells(rename);
  for (const [cell, heads] of versions) {
    const name = nameOf(cell);
    const known = heads.some(namesCase) ? renameContents(heads, rename) : heads;
    if (name === null || known === null) continue;
    const others = renamed.get(name);
    renamed.set(name, others === undefined && known.length === 1 ? known : mergeHeads(others ?? [], known));
  }
  return { versions: renamed, unknown: [...unknown].sort() };
}

/** The name of each cell, its case called otherwise. Most cells are answers that begin as the one before them does. */
function renamedCells(rename: KeyOf): (name: string) => string | null {
  const cellOf = cellReader();
  let before = '/';
  let after: string | null = null;
  return (name) => {
    if (name.startsWith(before) && cellOf(name)?.kind === 'answer') {
      return after === null ? null : after + name.slice(before.length);
    }
    const cell = cellOf(name);
    if (cell === null || cell.kind === 'action') return name;
    const caseKey = rename(cell.caseKey);
    const renamed = caseKey === null ? null : cellKey({ ...cell, caseKey });
    if (cell.kind === 'answer') {
      [before, after] = [startOf(name), renamed === null ? null : startOf(renamed)];
    }
    return renamed;
  };
}

/** All but the last part of a cell's name. */
function startOf(name: string): string {
  return name.slice(0, name.lastIndexOf('/') + 1);
}

function namesCase({ content }: Version<CellContent>): boolean {
  return content !== null && 'caseKey' in content;
}

/** Null where one of them is about an unknown case. */
function renameContents(heads: readonly Version<CellContent>[], rename: KeyOf): readonly Version<CellContent>[] | null {
  const renamed = heads.map((version) => renameContent(version, rename)).filter((version) => version !== null);
  return renamed.length === heads.length ? renamed : null;
}

function renameContent(version: Version<CellContent>, rename: KeyOf): Version<CellContent> | null {
  const { content } = version;
  if (content === null || !('caseKey' in content) || content.caseKey === null) return version;
  const caseKey = rename(content.caseKey);
  return caseKey === null ? null : { ...version, content: { ...content, caseKey } };
}
