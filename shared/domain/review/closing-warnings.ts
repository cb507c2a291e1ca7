import { isRegisterError, type ItemAnswer } from './answer.ts';
import type { Contradiction } from './template.ts';

/** What seems to contradict itself in a review; a warning at closing, never a stop. */
export const warningCodes = [
  'relevant-by-facts',
  'evidence-but-cannot-tell',
  'override-without-reason',
  'contradiction',
] as const;
export type WarningCode = (typeof warningCodes)[number];

export interface ClosingWarning {
  readonly code: WarningCode;
  readonly itemId: string;
  /** For two answers that contradict each other: the other item, and the words of the template. */
  readonly otherItemId?: string;
  readonly words?: string;
}

interface WarningFacts {
  /** The items that the facts of the case say are relevant. */
  readonly relevantByFacts: ReadonlySet<string>;
  readonly contradictions: readonly Contradiction[];
}

/** The warnings of a review in the order of its answers, then the contradictions in the order of the template. */
export function closingWarnings(answers: readonly ItemAnswer[], facts: WarningFacts): readonly ClosingWarning[] {
  const own = answers.flatMap((answer) => ownWarnings(answer, facts.relevantByFacts));
  const values = new Map(answers.map(({ itemId, value }) => [itemId, value]));
  const holds = ({ item, values: wanted }: Contradiction['items'][number]): boolean => {
    const value = values.get(item);
    return value !== undefined && value !== null && wanted.includes(value);
  };
  const pairs = facts.contradictions
    .filter(({ items }) => items.every(holds))
    .map(({ items, words }): ClosingWarning => {
      const [one, other] = items;
      return { code: 'contradiction', itemId: one.item, otherItemId: other.item, words };
    });
  return [...own, ...pairs];
}

function ownWarnings(answer: ItemAnswer, relevant: ReadonlySet<string>): readonly ClosingWarning[] {
  const { itemId, value, evidence } = answer;
  const codes: WarningCode[] = [];
  if (value === 'na' && answer.byFacts !== true && relevant.has(itemId)) codes.push('relevant-by-facts');
  if (value === 'cannot-tell' && evidence.trim() !== '') codes.push('evidence-but-cannot-tell');
  if (isRegisterError(answer) && answer.override === undefined) codes.push('override-without-reason');
  return codes.map((code) => ({ code, itemId }));
}
