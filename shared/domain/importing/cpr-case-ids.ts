import { readCpr } from './cpr.ts';
import { maskRealCpr } from './mask-cpr.ts';

const tenDigits = /^\d{10}$/;
const nineDigits = /^\d{9}$/;
/** Of ten-digit numbers by chance about one in fourteen begins with a date; of CPR numbers all do. */
const leastDated = 0.6;
/** Children have many birthdays; a series of numbers has few beginnings. */
const seriesLength = 20;
const mostBeginnings = 0.3;

/**
 * The case numbers that are, or hold, CPR numbers. A number with its hyphen and a real date always is one. Ten digits
 * in a row are one unless the other ten-digit numbers of the column show a series or no dates. Nine digits are one
 * (its zero lost) where most of the column is.
 */
export function cprNumbersAmong(ids: readonly string[]): ReadonlySet<string> {
  const bare = ids.filter((id) => tenDigits.test(id));
  const dated = bare.filter((id) => isCpr(id));
  const found = new Set(ids.filter((id) => !tenDigits.test(id) && !nineDigits.test(id) && maskRealCpr(id) !== id));
  if (dated.length >= bare.length * leastDated && !isSeries(dated)) dated.forEach((id) => found.add(id));
  if (found.size * 2 > ids.length) {
    ids.filter((id) => nineDigits.test(id) && readCpr(id).cpr !== null).forEach((id) => found.add(id));
  }
  return found;
}

function isCpr(id: string): boolean {
  const { cpr, birthDate } = readCpr(id);
  return cpr !== null && birthDate !== null;
}

function isSeries(numbers: readonly string[]): boolean {
  const beginnings = new Set(numbers.map((number) => number.slice(0, 6)));
  return numbers.length >= seriesLength && beginnings.size < numbers.length * mostBeginnings;
}
