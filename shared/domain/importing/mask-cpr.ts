import { localDate } from '../calendar/local-date.ts';

const cprLike = /(?<![\p{L}\d])(\d{6})(?:(?:\s?[-\u2010-\u2015]\s?)?[\dA-ZÆØÅa-zæøå]{4}|\s\d{4})(?![\p{L}\d])/gu;
const withinWord = /(?<!\d)(\d{6})[-\u2010-\u2015_ ]?\d{4}(?!\d)/g;

/** Hides the last four of every CPR number in a text: `120315-1234` becomes `120315-••••`. */
export function maskCpr(text: string): string {
  return text.replace(cprLike, '$1-••••');
}

/**
 * The same only where the number begins with a real date (a fictive one has 60 added to its day), for text that is kept:
 * another number of ten digits stays what it is.
 */
export function maskRealCpr(text: string): string {
  return text.replace(cprLike, (number, birth: string) => (isBirth(birth) ? `${birth}-••••` : number));
}

/** The same for the name of a file, a sheet or a column, where a number may stand close to letters (`udtræk0102034567`). */
export function maskCprInName(name: string): string {
  return maskCpr(name).replace(withinWord, (number, birth: string) => (isBirth(birth) ? `${birth}-••••` : number));
}

function isBirth(birth: string): boolean {
  const day = Number(birth.slice(0, 2));
  // 2000 was a leap year, as some year of every two-digit one may be taken to be.
  return localDate(2000, Number(birth.slice(2, 4)), day > 60 ? day - 60 : day) !== null;
}

/**
 * The same for a cell of a CPR column, which may hold a number that lost its first zero or is malformed: nothing
 * behind the sixth character of what has more than six digits is shown.
 */
export function maskCprCell(text: string): string {
  const masked = maskCpr(text);
  if (masked !== text && digitsOf(masked).length <= 6) return masked;
  const digits = digitsOf(text);
  if (digits.length === 9) return `0${digits.slice(0, 5)}-••••`;
  return digits.length > 6 ? `${digits.slice(0, 6)}-••••` : text;
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, '');
}
