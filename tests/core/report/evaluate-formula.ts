import type { FiguresBook, ReadCell } from './recomputed-book.ts';

/**
 * The value of one of the three forms of formula that a report has, from the cells of the file: COUNTIFS over named
 * ranges, SUM of cells of the same sheet, and one sum through another, empty where that is 0. Throws for any other.
 */
export function evaluateFormula(formula: string, book: FiguresBook, sheet: string): number | null {
  const count = /^=COUNTIFS\((.+)\)$/u.exec(formula);
  if (count !== null) return countWhere(count[1]!, book);
  const share = /^=IF\((SUM\([^()]+\))=0,"",(SUM\([^()]+\))\/(SUM\([^()]+\))\)$/u.exec(formula);
  if (share !== null) {
    const [, tested, part, whole] = share as unknown as [string, string, string, string];
    if (tested !== whole) throw new Error(`tests another sum than it divides by: ${formula}`);
    const divisor = sumOf(whole, book, sheet);
    return divisor === 0 ? null : sumOf(part, book, sheet) / divisor;
  }
  if (/^=SUM\([^()]+\)$/u.test(formula)) return sumOf(formula.slice(1), book, sheet);
  throw new Error(`not a form that reports have: ${formula}`);
}

/** `Name,"word",Name,"word"`: in how many rows every named column holds its word. */
function countWhere(list: string, book: FiguresBook): number {
  const conditions = [...list.matchAll(/([^,"]+),"((?:[^"]|"")*)"/gu)].map(([, name, word]) => ({
    cells: namedCells(name!, book),
    word: word!.replaceAll('""', '"').toLowerCase(),
  }));
  const length = conditions[0]?.cells.length ?? 0;
  if (length === 0 || conditions.some(({ cells }) => cells.length !== length))
    throw new Error(`uneven ranges: ${list}`);
  let count = 0;
  for (let row = 0; row < length; row += 1)
    if (conditions.every(({ cells, word }) => String(cells[row]).toLowerCase() === word)) count += 1;
  return count;
}

function namedCells(name: string, { names, values }: FiguresBook): readonly ReadCell[] {
  const place = /^'?([^'!]+)'?!\$([A-Z]+)\$(\d+):\$\2\$(\d+)$/u.exec(names[name] ?? '');
  if (place === null) throw new Error(`${name} names ${names[name] ?? 'nothing'}`);
  const [, sheet, letters, first, last] = place as unknown as [string, string, string, string, string];
  const column = columnOf(letters);
  return (values[sheet] ?? []).slice(Number(first) - 1, Number(last)).map((row) => row[column] ?? null);
}

/** `SUM(F4:H4,J4)`: cells of the sheet that the formula stands on, taken as the file has them stored. */
function sumOf(sum: string, { values }: FiguresBook, sheet: string): number {
  let total = 0;
  for (const part of sum.slice(4, -1).split(',')) {
    const [from, to = from] = part.split(':').map((address) => /^([A-Z]+)(\d+)$/u.exec(address));
    if (from === null || to === null || from === undefined || to === undefined) throw new Error(`no cells: ${part}`);
    for (let column = columnOf(from[1]!); column <= columnOf(to[1]!); column += 1)
      total += Number(values[sheet]?.[Number(from[2]) - 1]?.[column] ?? 0);
  }
  return total;
}

/** Counted from 0. */
function columnOf(letters: string): number {
  return letters.split('').reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
