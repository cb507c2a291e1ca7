import type { DateOrder } from './mapping.ts';
import type { RawCell } from './raw-row.ts';

const ordered = /^(\s*)(\d{1,2})([/-])(\d{1,2})(?=\3(?:\d{4}|\d{2})(?!\d))/;

/**
 * The cell with the day first. In a column that a person has said puts the month first, that is every date of figures
 * with slashes or hyphens; dots, a named month and a real date leave no doubt.
 */
export function dayFirst(cell: RawCell | undefined, order: DateOrder | undefined): RawCell | undefined {
  return order === 'month-day' && typeof cell === 'string' ? cell.replace(ordered, '$1$4$3$2') : cell;
}
