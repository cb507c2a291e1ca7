import type { Moment } from '../calendar/local-date.ts';
import { cellText } from './cell-text.ts';
import { type DateProblem, isDateProblem, type MomentReading, parseMoment } from './parse-moment.ts';
import { dayFirst } from './date-order.ts';
import type { DateOrder } from './mapping.ts';
import type { RawCell } from './raw-row.ts';

/** The dates of a list in one cell, in its order, and the parts that are none. */
export interface MomentList {
  readonly moments: readonly { readonly moment: Moment; readonly text: string }[];
  readonly problems: readonly { readonly code: DateProblem; readonly text: string }[];
}

const separators = /\s*(?:[,;|&\n\r]|\s\/\s|\sog\s)\s*/i;
const blanksBetweenDates = /\s+(?=\d{1,4}[-./]\d{1,2}[-./])/;

/**
 * Reads a list such as `25-12-2024, 23-05-2025`, separated by commas, semicolons, new lines, ` / `, `og` or blanks. A
 * slash without blanks separates only where both sides are dates of their own (`1-2-2025/3-4-2025`).
 */
export function parseMoments(cell: RawCell | undefined, order?: DateOrder): MomentList {
  const whole = parseMoment(dayFirst(cell, order));
  const text = cellText(cell);
  if (whole === null) return { moments: [], problems: [] };
  const readings =
    typeof cell === 'string' && whole === 'invalid-date' ? readParts(text, order) : [[text, whole] as const];
  const moments: { moment: Moment; text: string }[] = [];
  const problems: { code: DateProblem; text: string }[] = [];
  for (const [part, reading] of readings) {
    if (reading === null) continue;
    if (isDateProblem(reading)) problems.push({ code: reading, text: part });
    else moments.push({ moment: reading, text: part });
  }
  return { moments, problems };
}

type PartReading = readonly [text: string, reading: MomentReading];

function readParts(text: string, order: DateOrder | undefined): readonly PartReading[] {
  return text
    .split(separators)
    .filter((part) => part !== '')
    .flatMap((part) => readPart(part, order));
}

function readPart(part: string, order: DateOrder | undefined): readonly PartReading[] {
  const reading = parseMoment(dayFirst(part, order));
  if (reading !== 'invalid-date') return [[part, reading]];
  const pieces = part.split(blanksBetweenDates);
  if (pieces.length > 1) return pieces.flatMap((piece) => readPart(piece, order));
  const [left, right, ...more] = part.split('/');
  if (left !== undefined && right !== undefined && more.length === 0) {
    const both = [left, right].map((side): PartReading => [side.trim(), parseMoment(dayFirst(side, order))]);
    if (both.every(([, side]) => side !== null && side !== 'invalid-date')) return both;
  }
  return [[part, 'invalid-date']];
}
