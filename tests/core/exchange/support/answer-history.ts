/** What somebody wrote in one cell, with everything that they had seen of it and replaced. */
interface Entry {
  readonly id: number;
  readonly content: string;
  readonly replaces: ReadonlySet<number>;
}

/** Everything that was ever written and is known in one place, by cell. Nothing is ever forgotten. */
export type Known = ReadonlyMap<string, readonly Entry[]>;

/** A cell that holds nothing. */
export const blank = 'blank';

let ids = 0;

/**
 * What a workspace should hold, told by its whole history: no version is dropped and nothing is put together before it is
 * asked for. `shown` is what its tables showed after the last thing that a person did in it.
 */
export class AnswerHistory {
  known: Known = new Map();
  readonly given = new Map<string, string>();
  readonly shown = new Map<string, string>();

  /** What nothing replaces. */
  heads(cell: string): readonly Entry[] {
    const entries = this.known.get(cell) ?? [];
    return entries.filter(({ id }) => !entries.some(({ replaces }) => replaces.has(id)));
  }

  contents(cell: string): readonly string[] {
    return [...new Set(this.heads(cell).map(({ content }) => content))].toSorted();
  }

  isConflict(cell: string): boolean {
    return this.contents(cell).length > 1;
  }

  /** What was edited since the tables were given what they hold becomes an entry. */
  settle(cells: Iterable<string>): void {
    for (const cell of cells) {
      const shown = this.shown.get(cell) ?? blank;
      if (shown === (this.given.get(cell) ?? blank)) continue;
      if (this.contents(cell).includes(shown) && this.isConflict(cell)) continue;
      const entries = this.known.get(cell) ?? [];
      const replaced = this.isConflict(cell)
        ? this.heads(cell).flatMap(({ replaces }) => [...replaces])
        : entries.map(({ id }) => id);
      this.add(cell, { id: ++ids, content: shown, replaces: new Set(replaced) });
      if (!this.isConflict(cell)) this.given.set(cell, shown);
    }
  }

  decide(cell: string, content: string): void {
    const entries = this.known.get(cell) ?? [];
    this.add(cell, { id: ++ids, content, replaces: new Set(entries.map(({ id }) => id)) });
  }

  /** True where something of it was not known here. */
  learn(other: Known): boolean {
    let isNews = false;
    for (const [cell, entries] of other) {
      for (const entry of entries) {
        if (this.known.get(cell)?.includes(entry) === true) continue;
        isNews = true;
        this.add(cell, entry);
      }
    }
    return isNews;
  }

  private add(cell: string, entry: Entry): void {
    this.known = new Map(this.known).set(cell, [...(this.known.get(cell) ?? []), entry]);
  }
}
