import { type FieldId, fieldIds, isFieldId } from '#shared/domain/importing/fields.ts';
import type { ColumnGuess, ColumnTarget } from '#shared/domain/importing/mapping.ts';
import { maskCprCell } from '#shared/domain/importing/mask-cpr.ts';
import { fieldWords } from '#shared/words/importing.ts';

import { capitalise } from '../../components/formats.ts';
import type { StatusKind } from '../../components/status-mark.tsx';
import { importingWords } from '../../words/importing.ts';
import type { Choices } from './use-import-flow.ts';

const words = importingWords.columns;

/** One line of the columns table: what the column becomes, how sure that is, and what stands in the way. */
export interface ColumnState extends ColumnGuess {
  readonly target: ColumnTarget;
  readonly byHand: boolean;
  /** True when another column has the same field: the file cannot be read so. */
  readonly twice: boolean;
}

export function columnStates(columns: readonly ColumnGuess[], choices: Choices): readonly ColumnState[] {
  const targets = columns.map(({ index, field }) => choices.get(index) ?? field);
  return columns.map((column, place) => {
    const target = targets[place] ?? column.field;
    const twice = isFieldId(target) && targets.filter((other) => other === target).length > 1;
    return { ...column, target, byHand: choices.has(column.index), twice };
  });
}

/** The guess in words, never a percentage; below 80 % it asks for a look. */
export function confidenceWords({ field, confidence, byHand, twice }: ColumnState): {
  readonly kind: StatusKind | null;
  readonly words: string;
} {
  if (twice) {
    return { kind: 'broken', words: words.twice };
  }
  if (byHand) {
    return { kind: null, words: words.byHand };
  }
  if (!isFieldId(field)) {
    return { kind: null, words: words.noGuess };
  }
  if (confidence >= 0.9) {
    return { kind: null, words: words.sure };
  }
  return confidence >= 0.8 ? { kind: null, words: words.likely } : { kind: 'unclear', words: words.unsure };
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
export function shownExamples({ target, examples }: ColumnState): readonly string[] {
  if (target === 'cpr') {
    return examples.map((example) => maskCprCell(example));
  }
  return target === 'child_name' ? examples.map((example) => example.replace(/(\p{L})[\p{L}'-]*/gu, '$1.')) : examples;
}
