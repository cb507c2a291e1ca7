import type { RawCell } from './raw-row.ts';

/** What the checks of a row need from one pass over its cells. */
export interface RowScan {
  /** How many cells hold something. */
  readonly filled: number;
  /** The index of the first of them, or -1. */
  readonly first: number;
  /**
   * A 53-bit number that identical rows share. Two different rows share one with a chance of about one in two million in
   * a file of 100,000 rows; a number per row instead of its text keeps such a file small in memory.
   */
  readonly key: number;
}

/** Reads a row once. Blanks around a text, empty cells at the end and number against text do not make rows differ. */
export function scanRow(cells: readonly RawCell[]): RowScan {
  let filled = 0;
  let first = -1;
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let index = 0; index < cells.length; index += 1) {
    const text = plainText(cells[index]);
    if (text === '') continue;
    filled += 1;
    if (first < 0) first = index;
    high = Math.imul(high ^ (index + 0x10000), 2654435761);
    low = Math.imul(low ^ (index + 0x10000), 1597334677);
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      high = Math.imul(high ^ code, 2654435761);
      low = Math.imul(low ^ code, 1597334677);
    }
  }
  return { filled, first, key: mixed(high, low) };
}

/** The finish of cyrb53 (bryc, public domain): 21 bits of one lane and 32 of the other. */
function mixed(high: number, low: number): number {
  let a = Math.imul(high ^ (high >>> 16), 2246822507);
  a ^= Math.imul(low ^ (low >>> 13), 3266489909);
  let b = Math.imul(low ^ (low >>> 16), 2246822507);
  b ^= Math.imul(a ^ (a >>> 13), 3266489909);
  return 4294967296 * (2097151 & b) + (a >>> 0);
}

function plainText(cell: RawCell | undefined): string {
  if (typeof cell === 'string') return cell.trim();
  if (cell === null || cell === undefined) return '';
  if (typeof cell !== 'object') return String(cell);
  return 'moment' in cell ? cell.moment : cell.error;
}
