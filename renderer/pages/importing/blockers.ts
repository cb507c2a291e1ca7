import { isFieldId } from '#shared/domain/importing/fields.ts';
import { fieldWords } from '#shared/words/importing.ts';

import { capitalise, formatNumber } from '../../components/formats.ts';
import { importingWords } from '../../words/importing.ts';
import type { ColumnState } from './column-state.ts';

const words = importingWords.columns;

/** What has to be settled before the file can be read, with the column where that is done. */
export interface Blocker {
  readonly text: string;
  /** Null where no one column is meant. */
  readonly index: number | null;
}

/** Nothing here: the file can be read. */
export function blockersOf(states: readonly ColumnState[]): readonly Blocker[] {
  const blockers: Blocker[] = [];
  if (!states.some(({ target }) => target === 'case_id')) {
    blockers.push({ text: words.needCaseId, index: null });
  }
  for (const field of new Set(states.filter(({ twice }) => twice).map(({ target }) => target))) {
    const columns = states.filter(({ target }) => target === field);
    const label = isFieldId(field) ? capitalise(fieldWords[field]) : field;
    const headers = listInWords(columns.map(({ name }) => name));
    blockers.push({ text: words.needOne(label, headers), index: columns.at(-1)?.index ?? null });
  }
  for (const { index, name } of states.filter(({ order }) => order === 'asked')) {
    blockers.push({ text: words.needOrder(name), index });
  }
  return blockers;
}

/** `A, B og C`; from the sixth on only how many: `A, B, C, D, E og 3 til`. */
export function listInWords(names: readonly string[], most = 5): string {
  const shown = names.length > most ? names.slice(0, most) : names.slice(0, -1);
  const last = names.length > most ? words.more(formatNumber(names.length - most)) : (names.at(-1) ?? '');
  return shown.length === 0 ? last : `${shown.join(', ')} ${words.and} ${last}`;
}
