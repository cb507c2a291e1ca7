import { streetEndings } from '../../words/import-values.ts';
import type { ColumnNote } from './mapping.ts';
import { maskCpr } from './mask-cpr.ts';

const street = new RegExp(`\\p{L}{2,}(?:${streetEndings})\\s+\\d`, 'iu');
const postcode = /(?:^|,\s*)\d{4}\s+\p{Lu}\p{L}+/u;
const phone = /^(?:(?:\+|00)45[\s-]?)?[2-9]\d(?:[\s-]?\d{2}){3}$/;
const compactDate = /^(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])$/;
const longText = 60;
const manyWords = 8;
const looked = 400;

/** What a text holds that nobody should store unasked, or null. */
export function privateKind(text: string): Exclude<ColumnNote, 'case-id-is-cpr' | 'header' | 'name'> | null {
  const start = text.slice(0, looked);
  if (maskCpr(start) !== start) return 'cpr';
  if (start.includes('@')) return 'mail';
  if (street.test(start) || postcode.test(start)) return 'address';
  if (isPhone(start)) return 'phone';
  return text.length > longText || start.split(/\s+/).length > manyWords ? 'long-text' : null;
}

/** Eight digits as Danes write them; `20240920` is a date. */
export function isPhone(text: string): boolean {
  return phone.test(text) && !compactDate.test(text);
}
