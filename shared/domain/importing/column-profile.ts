import { cellText, excerpt } from './cell-text.ts';
import { passesModulus11, readCpr } from './cpr.ts';
import { dateOrderOf, type OrderCounts } from './date-evidence.ts';
import type { FieldId } from './fields.ts';
import type { ColumnNote } from './mapping.ts';
import { parseFlag } from './parse-flag.ts';
import { parseMoments } from './parse-moments.ts';
import { isPhone, privateKind } from './private-values.ts';
import type { RawCell } from './raw-row.ts';
import { shareByWords } from './value-words.ts';

/** What the first values of a column look like. Shares are of the filled cells, 0 where none is filled. */
export interface ColumnProfile {
  readonly filled: number;
  readonly distinct: number;
  /** Written or real dates, alone or in a list. Serial numbers are counted in `dateOrNumber` only. */
  readonly date: number;
  readonly dateOrNumber: number;
  readonly flag: number;
  readonly cpr: number;
  /** Of the CPR-like values, how many keep the check digit of before 2007. */
  readonly modulus11: number;
  readonly paragraph: number;
  readonly idLike: number;
  readonly personName: number;
  /** The share of values that look like those of a field which is known by its words. */
  readonly words: ReadonlyMap<FieldId, number>;
  readonly phone: number;
  /** What any value holds that nobody should store unasked; for telephone numbers most values. */
  readonly sensitive: ColumnNote | null;
  /** What the written dates show about the order of day and month. */
  readonly orders: OrderCounts;
  readonly examples: readonly string[];
}

const paragraph = /^(?:§|par\.|(?:bl|sel|lbs|lov|barnets lov|serviceloven)\b.{0,20}§|(?:bl|sel|lbs)\s?\d)/i;
const idLike = /^(?=.*\d)[\p{L}\d][\p{L}\d./_-]{2,39}$/u;
const word = "\\p{Lu}[\\p{L}'’-]*\\.?";
const personName = new RegExp(
  `^(?:${word}(?: (?:${word}|de|von|van|af))* ${word}|${word}, ${word}(?: ${word})*)$`,
  'u',
);
const exampleCount = 5;
/** Seven days of ten have no leading zero to lose; a column of nine-digit numbers is something else. */
const leastWhole = 0.4;

/** Looks at the values of one column in the first rows of a file. */
export function profileColumn(cells: readonly (RawCell | undefined)[]): ColumnProfile {
  const filled = cells.filter((cell) => cell !== null && cell !== undefined && cellText(cell) !== '');
  const texts = filled.map((cell) => cellText(cell));
  const distinct = new Set(texts);
  const share = (test: (cell: RawCell, text: string) => boolean) =>
    filled.length === 0
      ? 0
      : filled.filter((cell, index) => test(cell ?? null, texts[index] ?? '')).length / filled.length;
  const numbers = filled
    .map((cell) => readCpr(cell).cpr)
    .filter((cpr) => cpr !== null)
    .filter((cpr) => /^\d+$/.test(cpr));
  return {
    filled: filled.length,
    distinct: distinct.size,
    date: share((cell, text) => !isNumber(cell, text) && isDate(cell)),
    dateOrNumber: share((cell) => isDate(cell)),
    flag: share((cell) => parseFlag(cell) !== null),
    cpr: share((cell) => isCpr(cell, true)) < leastWhole ? 0 : share((cell) => isCpr(cell, false)),
    modulus11: numbers.length === 0 ? 0 : numbers.filter((cpr) => passesModulus11(cpr)).length / numbers.length,
    paragraph: share((_cell, text) => paragraph.test(text)),
    idLike: share((_cell, text) => idLike.test(text)),
    personName: share((_cell, text) => personName.test(text)),
    words: shareByWords(texts),
    phone: share((_cell, text) => isPhone(text)),
    sensitive: sensitiveKind(texts),
    orders: countOrders(filled),
    examples: [...distinct].slice(0, exampleCount).map(excerpt),
  };
}

function isNumber(cell: RawCell, text: string): boolean {
  return typeof cell === 'number' || (/^[\d.,]+$/.test(text) && !/\d[.]\d+[.]\d/.test(text));
}

function isDate(cell: RawCell): boolean {
  const { moments, problems } = parseMoments(cell);
  return moments.length > 0 || problems.some(({ code }) => code === 'placeholder-date' && typeof cell !== 'number');
}

/** Masked numbers count, replacement numbers without a date do not. `whole`: no zero had to be put back. */
function isCpr(cell: RawCell, whole: boolean): boolean {
  const { birthDate, code } = readCpr(cell);
  return birthDate !== null && (code === null || (code === 'cpr-padded' && !whole));
}

function sensitiveKind(texts: readonly string[]): ColumnNote | null {
  const kinds = texts.map(privateKind);
  const phones = kinds.filter((kind) => kind === 'phone').length;
  return kinds.find((kind) => kind !== null && kind !== 'phone') ?? (phones * 2 > texts.length ? 'phone' : null);
}

function countOrders(cells: readonly (RawCell | undefined)[]): OrderCounts {
  const counts = { dayFirst: 0, monthFirst: 0, slashedDayFirst: 0, slashedEither: 0 };
  for (const cell of cells) {
    if (typeof cell !== 'string') continue;
    const { moments, problems } = parseMoments(cell);
    for (const { text } of [...moments, ...problems]) {
      const evidence = dateOrderOf(text);
      if (evidence?.shows === 'month-first') counts.monthFirst += 1;
      else if (evidence?.shows === 'day-first') {
        counts.dayFirst += 1;
        if (evidence.slashed) counts.slashedDayFirst += 1;
      } else if (evidence?.slashed) counts.slashedEither += 1;
    }
  }
  return counts;
}
