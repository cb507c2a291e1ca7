import { textRow } from './sheet-parts.ts';
import type { SheetRow } from './workbook.ts';

/** A heading of a committee's page and its lines, over so many columns; nothing where there are no lines. */
export function sectionOf(columns: number) {
  return (heading: string, lines: readonly string[]): readonly SheetRow[] => {
    const filled = lines.filter((line) => line.trim() !== '');
    if (filled.length === 0) return [];
    return [textRow(heading, 'heading', columns), ...filled.map((line) => textRow(line, 'text', columns))];
  };
}
