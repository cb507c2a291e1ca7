import { noWords, yesWords } from '../../words/importing.ts';
import { cellText } from './cell-text.ts';
import type { RawCell } from './raw-row.ts';

const yes: ReadonlySet<string> = new Set(yesWords);
const no: ReadonlySet<string> = new Set(noWords);

/** Yes or no as exports write it (`Ja`, `J`, `X`, `1`, `Sand`, `Nej, ikke endnu`), or null for everything else. */
export function parseFlag(cell: RawCell | undefined): boolean | null {
  if (typeof cell === 'boolean') return cell;
  const text = cellText(cell).slice(0, 40).toLowerCase();
  const word = yes.has(text) || no.has(text) ? text : (/^(ja|nej)(?=[\s,.;:(])/.exec(text)?.[1] ?? '');
  return yes.has(word) ? true : no.has(word) ? false : null;
}

/** A list of yes and no in one cell; words that are neither are left out. */
export function parseFlags(cell: RawCell | undefined): readonly boolean[] {
  const single = parseFlag(cell);
  if (single !== null) return [single];
  return cellText(cell)
    .split(/[,;/|\n]/)
    .map(parseFlag)
    .filter((flag) => flag !== null);
}
