import type { CellContent } from '../../../shared/domain/exchange/cells.ts';

/** One edit that somebody made: in which cell, what, and which edits its author meant to replace. */
export interface Edit {
  readonly cell: string;
  readonly content: CellContent;
  readonly replaces: readonly number[];
}

/** Which edits somebody knows, and whether names are hidden in them there. */
export type Known = ReadonlyMap<number, 'whole' | 'reduced'>;

/**
 * All edits that anybody ever made, and which came after which: what the product must agree with. Nothing is hashed,
 * dropped or stored compactly here; every question walks the whole history.
 */
export class NaiveHistory {
  readonly #edits: Edit[] = [];
  readonly #hide: (content: CellContent) => CellContent;

  constructor(hide: (content: CellContent) => CellContent) {
    this.#hide = hide;
  }

  add(edit: Edit): number {
    this.#edits.push(edit);
    return this.#edits.length - 1;
  }

  edit(number: number): Edit {
    return this.#edits[number]!;
  }

  /** As it reads for those who know it in this form. */
  content(number: number, known: Known): CellContent {
    const { content } = this.edit(number);
    return known.get(number) === 'reduced' ? this.#hide(content) : content;
  }

  cells(known: Known): readonly string[] {
    return [...new Set([...known.keys()].map((number) => this.edit(number).cell))].sort();
  }

  ofCell(cell: string, known: Known): readonly number[] {
    return [...known.keys()].filter((number) => this.edit(number).cell === cell);
  }

  happensBefore(earlier: number, later: number): boolean {
    const seen = new Set<number>();
    const waiting = [...this.edit(later).replaces];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (next === earlier) return true;
      if (!seen.has(next)) waiting.push(...this.edit(next).replaces);
      seen.add(next);
    }
    return false;
  }

  /** What nobody whose edits are known has replaced. */
  standing(cell: string, known: Known): readonly number[] {
    const ofCell = this.ofCell(cell, known);
    return ofCell.filter((number) => !ofCell.some((later) => later !== number && this.happensBefore(number, later)));
  }

  /** True where two standing edits say different things; the time that a review took says nothing. */
  isDisputed(cell: string, known: Known): boolean {
    const said = this.standing(cell, known).map((number) => saidOnly(this.content(number, known)));
    return said.some((each) => each !== said[0]);
  }

  /** Everybody's edits put together; who knows an edit with its names keeps it so. */
  static together(...all: readonly Known[]): Known {
    const union = new Map<number, 'whole' | 'reduced'>();
    for (const known of all) {
      for (const [number, form] of known) if (union.get(number) !== 'whole') union.set(number, form);
    }
    return union;
  }
}

/** A content without the time it took, in a fixed order. */
export function saidOnly(content: CellContent): string {
  if (content === null) return 'null';
  const entries = Object.entries(content).filter(([key, value]) => key !== 'seconds' && value !== undefined);
  return JSON.stringify(entries.sort(([a], [b]) => a.localeCompare(b)));
}
