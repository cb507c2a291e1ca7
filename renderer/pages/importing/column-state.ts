import type { Inspection } from '#shared/contract/importing.ts';
import { type FieldId, fieldIds, fieldKinds, isFieldId } from '#shared/domain/importing/fields.ts';
import type { ColumnGuess, ColumnTarget, DateOrder } from '#shared/domain/importing/mapping.ts';
import { maskCprCell } from '#shared/domain/importing/mask-cpr.ts';
import { columnNoteWords, fieldWords } from '#shared/words/importing.ts';

import { capitalise } from '../../components/formats.ts';
import type { StatusKind } from '../../components/status-mark.tsx';
import { importingWords } from '../../words/importing.ts';
import { type ColumnChoices, saidOrder } from './column-choices.ts';

const words = importingWords.columns;

/** One line of the columns table: what the column becomes, how sure that is, and what stands in the way. */
export interface ColumnState extends ColumnGuess {
  /** The column's name, or words for one without. */
  readonly name: string;
  readonly target: ColumnTarget;
  readonly byHand: boolean;
  /** True where the columns were read with a remembered mapping. */
  readonly remembered: boolean;
  /** True when another column has the same field, and the field holds one value: the file cannot be read so. */
  readonly twice: boolean;
  /** Null where nothing is to be asked; else what was answered, or `asked` while nobody has. */
  readonly order: DateOrder | 'asked' | null;
}

export function columnStates(inspection: Inspection, choices: ColumnChoices): readonly ColumnState[] {
  const { columns, remembered } = inspection;
  const targets = columns.map(({ index, field }) => choices.targets.get(index) ?? field);
  return columns.map((column, place) => {
    const { index, header, field, dateOrder } = column;
    const target = targets[place] ?? field;
    const said = saidOrder(inspection, choices, index);
    return {
      ...column,
      name: header === '' ? words.unnamed : header,
      target,
      byHand: choices.targets.has(index),
      remembered: remembered !== null,
      twice: isSingle(target) && targets.filter((other) => other === target).length > 1,
      order: holdsDates(target) ? (said ?? (dateOrder === 'asked' ? 'asked' : null)) : null,
    };
  });
}

/** A field that holds a list may be filled from several columns; every other from one. */
function isSingle(target: ColumnTarget): boolean {
  return isFieldId(target) && fieldKinds[target] !== 'moments' && fieldKinds[target] !== 'flags';
}

function holdsDates(target: ColumnTarget): boolean {
  return isFieldId(target) && ['date', 'moment', 'moments'].includes(fieldKinds[target]);
}

/** The guess in words, never a percentage, with what it rests on; below 80 % it asks for a look. */
export function confidenceWords(state: ColumnState): {
  readonly kind: StatusKind | null;
  readonly words: string;
  readonly why: string;
} {
  const { field, because, byHand, twice, remembered } = state;
  if (twice) {
    return { kind: 'broken', words: words.twice, why: '' };
  }
  if (byHand || remembered) {
    return { kind: null, words: byHand ? words.byHand : words.remembered, why: '' };
  }
  if (!isFieldId(field)) {
    return { kind: null, words: words.noGuess, why: '' };
  }
  const why = words.because[because];
  if (isUnsure(state)) {
    return { kind: 'unclear', words: words.unsure, why };
  }
  return { kind: null, words: state.confidence >= 0.9 ? words.sure : words.likely, why };
}

/** A guess of a field that nobody has looked at, and that may well be wrong. */
export function isUnsure({ field, confidence, byHand, remembered }: ColumnState): boolean {
  return isFieldId(field) && confidence < 0.8 && !byHand && !remembered;
}

/** Why the column is left out, or what becomes of its values; null where there is nothing to say. */
export function noteWords({ note, target, byHand }: ColumnState): string | null {
  if (note === null) {
    return null;
  }
  const holds = note === 'case-id-is-cpr' ? target === 'case_id' : target === 'ignore' && !byHand;
  return holds ? columnNoteWords[note] : null;
}

/** Every choice of a column, the two that are no field first, then the fields in the Danish order of the field list. */
export const targetChoices: readonly { readonly value: ColumnTarget; readonly label: string }[] = [
  { value: 'fact', label: words.asFact },
  { value: 'ignore', label: words.ignored },
  ...fieldIds.map((field: FieldId) => ({ value: field, label: capitalise(fieldWords[field]) })),
];

export function isTarget(value: string): value is ColumnTarget {
  return value === 'fact' || value === 'ignore' || isFieldId(value);
}

/** The example values as they may be shown: CPR numbers without their last four, names by their first letters. */
export function shownExamples({ field, target, examples }: ColumnState, showNames: boolean): readonly string[] {
  if (target === 'cpr' || field === 'cpr') {
    return examples.map((example) => maskCprCell(example));
  }
  return (target === 'child_name' || field === 'child_name') && !showNames
    ? examples.map((example) => example.replace(/(\p{L})[\p{L}'-]*/gu, '$1.'))
    : examples;
}
