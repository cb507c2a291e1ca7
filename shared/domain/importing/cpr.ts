import { localDate, type LocalDate } from '../calendar/local-date.ts';
import { cellText } from './cell-text.ts';
import type { RawCell } from './raw-row.ts';

/** What a cell of a CPR column says. `cpr` is ten characters without hyphen, or null where it names no one person. */
export interface CprReading {
  readonly cpr: string | null;
  readonly birthDate: LocalDate | null;
  readonly code: 'cpr-padded' | 'cpr-invalid' | null;
}

/** The hyphen stands before the last four; elsewhere it makes another kind of number, such as `2023-00001`. */
const hyphenated = /^(\d{5,6})\s*[\s\u2010-\u2015-]\s*(\S{1,4})$/;
const tenDigits = /^\d{10}$/;
const nineDigits = /^\d{9}$/;
const masked = /^(\d{6})(?:[*xX•#?_]{1,4}|0000)?$/;
const replacement = /^\d{6}[\dA-ZÆØÅ]{4}$/;
const invalid: CprReading = { cpr: null, birthDate: null, code: 'cpr-invalid' };
const absent: CprReading = { cpr: null, birthDate: null, code: null };

/**
 * Reads `ddmmyy-xxxx`, ten digits, or nine digits whose first zero a spreadsheet took. Fictive numbers (day + 60) and
 * replacement numbers with letters are numbers. A masked number (`010203-****`) is not a problem but names no one: it
 * gives the birth date only. The check digit is not asked for: since 2007 valid numbers break it.
 */
export function readCpr(cell: RawCell | undefined): CprReading {
  const usual = typeof cell === 'string' ? usualDigits(cell) : null;
  if (usual !== null) return readDigits(usual, null);
  const text = cellText(cell)
    .replace(/^['’`]/, '')
    .replace(hyphenated, '$1$2')
    .toUpperCase();
  if (text === '') return absent;
  if (masked.test(text)) return readMasked(text.slice(0, 6));
  if (tenDigits.test(text)) return readDigits(text, null);
  if (nineDigits.test(text)) return readDigits(`0${text}`, 'cpr-padded');
  if (replacement.test(text)) return { cpr: text, birthDate: birthDateFrom(text, assumedYear(text)), code: null };
  return invalid;
}

/** The digits of `ddmmyy-xxxx` or ten digits that mask nothing, as nearly every cell of a CPR column is written. */
function usualDigits(text: string): string | null {
  const hyphen = text.length === 11 ? 6 : -1;
  if ((text.length !== 10 && hyphen < 0) || text.endsWith('0000')) return null;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (at === hyphen ? code !== 45 : code < 48 || code > 57) return null;
  }
  return hyphen < 0 ? text : text.slice(0, 6) + text.slice(7);
}

function readDigits(digits: string, code: 'cpr-padded' | null): CprReading {
  const year = birthYear(digits);
  const birthDate = birthDateFrom(digits, year);
  if (birthDate === null) return invalid;
  return { cpr: digits, birthDate: year < 1900 ? null : birthDate, code };
}

function readMasked(birth: string): CprReading {
  const birthDate = birthDateFrom(birth, assumedYear(birth));
  return birthDate === null ? invalid : { cpr: null, birthDate, code: null };
}

/** The year of birth by the seventh digit. Source: CPR-kontoret, Personnummeret i CPR. */
function birthYear(digits: string): number {
  const year = Number(digits.slice(4, 6));
  const seventh = Number(digits[6]);
  if (seventh <= 3) return 1900 + year;
  if (seventh === 4 || seventh === 9) return (year <= 36 ? 2000 : 1900) + year;
  return (year <= 57 ? 2000 : 1800) + year;
}

/** Without a seventh digit the century is unknown; cases are about children, so the latest that the rule allows. */
function assumedYear(text: string): number {
  const year = Number(text.slice(4, 6));
  return (year <= 57 ? 2000 : 1900) + year;
}

function birthDateFrom(text: string, year: number): LocalDate | null {
  const day = Number(text.slice(0, 2));
  return localDate(year, Number(text.slice(2, 4)), day > 60 ? day - 60 : day);
}

const weights = [4, 3, 2, 7, 6, 5, 4, 3, 2, 1] as const;

/** Whether a ten-digit number keeps the check of before 2007. A hint that a column holds CPR numbers, never a proof. */
export function passesModulus11(cpr: string): boolean {
  const sum = weights.reduce((total, weight, index) => total + weight * Number(cpr[index]), 0);
  return sum % 11 === 0;
}
