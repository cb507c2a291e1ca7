import { flagText } from '../../words/importing.ts';
import { formatDanish } from '../calendar/format.ts';
import { maskCpr, maskCprInName } from './mask-cpr.ts';
import type { RawCell } from './raw-row.ts';

const sixDigits = /\d{6}/;
const beyondLatin = /[\u0300-\uFFFF]/;

/** Trimmed and NFC. The spreadsheet trick `="0102034567"`, which keeps a leading zero in a text file, is undone. */
export function cleanText(text: string): string {
  const trimmed = text.trim();
  const plain =
    trimmed.startsWith('="') && trimmed.endsWith('"') && trimmed.length > 2 ? trimmed.slice(2, -1) : trimmed;
  return beyondLatin.test(plain) ? plain.normalize('NFC') : plain;
}

/** What a cell says, as text; an empty string where it says nothing. Dates as Danes write them. */
export function cellText(cell: RawCell | undefined): string {
  if (typeof cell === 'string') return cleanText(cell);
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'number') return String(cell);
  if (typeof cell === 'boolean') return cell ? flagText.true : flagText.false;
  return 'moment' in cell ? formatDanish(cell.moment) : cell.error;
}

/** A column's name: one line, single blanks, NFC, without a whole CPR number. */
export function headerText(cell: RawCell | undefined): string {
  return plainName(cellText(cell));
}

/** The name of a column as it is shown, stored and compared. */
export function plainName(name: string): string {
  const plain = name.normalize('NFC').replace(/\s+/g, ' ').trim();
  return sixDigits.test(plain) ? maskCprInName(plain) : plain;
}

const excerptLength = 80;

/** What a problem or a preview shows of a cell: CPR numbers masked, at most 80 characters. */
export function excerpt(text: string): string {
  // Cut once before masking, so that a whole book in one cell costs nothing.
  return maskCpr(text.slice(0, 4 * excerptLength)).slice(0, excerptLength);
}
