import type { RawCell } from './raw-row.ts';
import { type CellReading, detached } from './read-cell.ts';

/** After so many different cells, remembering must have spared a quarter as many. */
const lookedAt = 4_000;
const longestKnown = 64;

/** Reads the cells of one column, each spelling once where the column repeats itself: few days fill many cells. */
export class ColumnReader {
  readonly #read: (cell: RawCell) => CellReading;
  readonly #known = new Map<RawCell, CellReading>();
  #spared = 0;
  #made = 0;
  #remembers: boolean;
  readonly #most: number;

  /** Remembers at most `most` different cells. */
  constructor(read: (cell: RawCell) => CellReading, most: number) {
    this.#read = read;
    this.#most = most;
    this.#remembers = most > 0;
  }

  read(cell: RawCell): CellReading {
    if (!this.#remembers) return this.#read(detached(cell));
    const known = this.#known.get(cell);
    if (known !== undefined) {
      this.#spared += 1;
      return known;
    }
    const own = detached(cell);
    const reading = this.#read(own);
    this.#remember(own, reading);
    return reading;
  }

  #remember(cell: RawCell, reading: CellReading): void {
    if (typeof cell === 'string' && cell.length > longestKnown) return;
    if (++this.#made % lookedAt === 0 && this.#spared * 4 < this.#made) {
      this.#remembers = false;
      this.#known.clear();
      return;
    }
    if (this.#known.size >= this.#most) this.#known.clear();
    this.#known.set(cell, reading);
  }
}
