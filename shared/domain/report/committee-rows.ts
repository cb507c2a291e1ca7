import { textRow } from './sheet-parts.ts';
import type { Sheet, SheetRow } from './workbook.ts';

/** So many letters of running text fill the page at its full size; the widest that it may become after that. */
const lettersOfPage = 2_400;
const widest = 1.4;

/** A heading of a committee's page and its lines, over so many columns; nothing where there are no lines. */
export function sectionOf(columns: number) {
  return (heading: string, lines: readonly string[]): readonly SheetRow[] => {
    const filled = lines.filter((line) => line.trim() !== '');
    if (filled.length === 0) return [];
    return [textRow(heading, 'heading', columns), ...filled.map((line) => textRow(line, 'text', columns))];
  };
}

/**
 * A page of columns that become wider where its running text is long: printed on one page it is then made smaller in
 * both directions alike, and not to a narrow strip.
 */
export function spreadPage(widths: Sheet['widths'], rows: readonly SheetRow[]): Pick<Sheet, 'widths' | 'rows'> {
  const texts = rows.flatMap(({ cells }) => (cells.length === 1 ? cells.map(({ value }) => value) : []));
  const letters = texts.reduce<number>((sum, text) => sum + (typeof text === 'string' ? text.length : 0), 0);
  const factor = Math.min(Math.max(Math.sqrt(letters / lettersOfPage), 1), widest);
  return { widths: widths.map((width) => Math.round(width * factor)), rows };
}
