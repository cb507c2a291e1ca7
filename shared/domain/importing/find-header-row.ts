import { cellText, headerText } from './cell-text.ts';
import type { HeaderRow } from './guess-columns.ts';
import { matchHeader } from './match-header.ts';
import { parseMoments } from './parse-moments.ts';
import type { RawCell, RawRow } from './raw-row.ts';

/** Column names stand among the first lines; below that a line of texts is data. */
const linesAbove = 60;
const longestName = 120;
const recognised = 0.7;

/**
 * The number of the row that holds the column names, or null. It has the most known names among the rows that hold
 * only texts; titles and filters above it have fewer. Where nothing is known: the first row of texts that is about as
 * wide as the rows below it.
 */
export function findHeaderRow(rows: readonly RawRow[]): number | null {
  const first = rows.slice(0, linesAbove);
  const candidates = first.filter(({ cells }) => holdsNames(cells)).map((row) => ({ row, ...scoreOf(row.cells) }));
  const [known] = candidates
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score || a.row.row - b.row.row);
  if (known !== undefined) return known.row.row;
  const widest = Math.max(0, ...first.map(({ cells }) => widthOf(cells)));
  return (
    candidates.find(({ width, row }) => width >= 2 && width * 2 >= widest && hasDataBelow(first, row))?.row.row ?? null
  );
}

/** The column names of a row, up to its last filled cell or that of the rows below. */
export function readHeaderRow(rows: readonly RawRow[], headerRow: number): HeaderRow | null {
  const at = rows.findIndex(({ row }) => row === headerRow);
  const header = rows[at];
  if (header === undefined) return null;
  const below = rows.slice(at + 1);
  const width = [header, ...below].reduce((most, { cells }) => Math.max(most, lastFilled(cells) + 1), 0);
  const headers = Array.from({ length: width }, (_none, index) => headerText(header.cells[index]));
  const above = rows[at - 1];
  const spans = above !== undefined && above.row === headerRow - 1 && widthOf(above.cells) >= 2;
  return { headers, groups: spans ? spread(above.cells, width) : [] };
}

/** A heading over merged cells stands in the first of them. */
function spread(cells: readonly RawCell[], width: number): readonly string[] {
  let current = '';
  return Array.from({ length: width }, (_none, index) => {
    const text = headerText(cells[index]);
    if (text !== '') current = text;
    return current;
  });
}

/** Texts that are no dates; one cell in ten may be something else, such as a year. */
function holdsNames(cells: readonly RawCell[]): boolean {
  let names = 0;
  let others = 0;
  for (const cell of cells) {
    const text = cellText(cell);
    if (text === '') continue;
    if (isName(cell, text)) names += 1;
    else others += 1;
  }
  return names > 0 && others * 10 <= names;
}

function isName(cell: RawCell, text: string): boolean {
  const worded = typeof cell === 'string' && text.length <= longestName && /[\p{L}§]/u.test(text);
  return worded && parseMoments(cell).moments.length === 0;
}

/** The sum of how sure the known names are, each name once. */
function scoreOf(cells: readonly RawCell[]): { score: number; width: number } {
  const names = new Set(cells.map(headerText).filter((text) => text !== ''));
  const sure = [...names].map((name) => matchHeader(name)[0]?.confidence ?? 0).filter((value) => value >= recognised);
  return { score: sure.reduce((sum, value) => sum + value, 0), width: names.size };
}

function widthOf(cells: readonly RawCell[]): number {
  return cells.reduce<number>((count, cell) => (cellText(cell) === '' ? count : count + 1), 0);
}

function lastFilled(cells: readonly RawCell[]): number {
  return cells.findLastIndex((cell) => cellText(cell) !== '');
}

function hasDataBelow(rows: readonly RawRow[], { row }: RawRow): boolean {
  return rows.some((other) => other.row > row && widthOf(other.cells) > 0);
}
