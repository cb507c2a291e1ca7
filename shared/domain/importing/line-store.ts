/** Keeps the lines of rows while a file is read; the number of a line is how many came before it. */
export interface LineStore {
  /** Adds a line, which ends in a line feed. */
  add(line: string): void;
  /** A line that is read is not asked for again. */
  read(index: number): string;
}

/** A line as it stands in the store, by its number, or a new one. */
export type FinalLine = number | string;

/** Lines as they are, for few rows. */
export function createLineList(): LineStore {
  const lines: string[] = [];
  return { add: (line) => void lines.push(line), read: (index) => lines[index] ?? '' };
}
