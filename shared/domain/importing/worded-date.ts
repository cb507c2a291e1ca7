import { beforeDate, monthSpellings } from '../../words/calendar.ts';

const shortestMonth = 3;
const weekday = new RegExp(`^(?:(?:${beforeDate})\\.?[\\s,]+)?(?:(?:den|d\\.)\\s*)?(?=\\d)`, 'i');
const worded = /^(\d{1,2})(?:\.\s?|[\s-])\s*(\p{L}{3,9})\.?[\s,-]+(\d{4}|\d{2})(?!\d)/u;
const months: readonly (readonly string[])[] = monthSpellings.map((names) => names.split('|'));

/**
 * A date whose month is a word (`3. februar 2025`, `3. feb. 25`, `03-May-2025`), or one with its weekday before it
 * (`mandag den 3. februar 2025`, `man. 03-02-2025`), in figures with dots; what follows the date stays. A text that
 * is no such date comes back as it was.
 */
export function inFigures(text: string): string {
  const bare = text.replace(weekday, '');
  const [whole, day, word, year] = worded.exec(bare) ?? [];
  if (whole === undefined || day === undefined || word === undefined || year === undefined) return bare;
  const month = monthOf(word.toLowerCase());
  return month === 0 ? bare : `${day}.${month}.${year}${bare.slice(whole.length)}`;
}

/** From 1, or 0 for a word that is no month. */
function monthOf(word: string): number {
  if (word.length < shortestMonth) return 0;
  return months.findIndex((names) => names.some((name) => name.startsWith(word))) + 1;
}
