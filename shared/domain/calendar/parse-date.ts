import { isLocalDate, localDate, type LocalDate } from './local-date.ts';

const danish = /^(\d{1,2})[-./ ](\d{1,2})[-./ ](\d{4}|\d{2})$/u;

/**
 * A date typed by a person, day first: `31-01-2026`, `31/1-26`, `31.1.2026`, or ISO. Two-digit years are 2000-2099: what
 * is typed here is a deadline or a period, never a birthday. Null when it is no date.
 */
export function parseDanishDate(text: string): LocalDate | null {
  const trimmed = text.trim();
  if (isLocalDate(trimmed)) {
    return trimmed;
  }
  const match = danish.exec(trimmed);
  if (match === null) {
    return null;
  }
  const year = Number(match[3]);
  return localDate(year < 100 ? 2000 + year : year, Number(match[2]), Number(match[1]));
}
