import { type AnswerValue, answerValues } from './answer.ts';
import { agreementOf, type ItemAgreement, type ValuePair } from './second-reading.ts';

/** One reader's answers to a practice case, by item id. */
export interface PracticeReading {
  readonly reader: string;
  readonly answers: ReadonlyMap<string, AnswerValue>;
}

/** How many pairs of readers gave the same answer. */
export interface PairShare {
  readonly pairs: number;
  readonly agreed: number;
  /** Null where fewer than two readers have answered. */
  readonly share: number | null;
}

/** Of n readers, n(n-1)/2 pairs: those who gave one answer agree with each other. */
export function pairShare(values: readonly AnswerValue[]): PairShare {
  const pairs = couples(values.length);
  const same = answerValues.map((value) => couples(values.filter((given) => given === value).length));
  const agreed = same.reduce((sum, count) => sum + count, 0);
  return { pairs, agreed, share: pairs === 0 ? null : agreed / pairs };
}

function couples(count: number): number {
  return count < 2 ? 0 : (count * (count - 1)) / 2;
}

/** The same over all items together. */
export function totalPairShare(items: readonly PairShare[]): PairShare {
  const pairs = items.reduce((sum, item) => sum + item.pairs, 0);
  const agreed = items.reduce((sum, item) => sum + item.agreed, 0);
  return { pairs, agreed, share: pairs === 0 ? null : agreed / pairs };
}

/** Agreement of exactly two readers over the items both answered, a pair an item; null for any other number of them. */
export function twoReaders(itemIds: readonly string[], readings: readonly PracticeReading[]): ItemAgreement | null {
  const [first, second, third] = readings;
  if (first === undefined || second === undefined || third !== undefined) return null;
  const pairs = itemIds.flatMap((id): ValuePair[] => {
    const [one, other] = [first.answers.get(id), second.answers.get(id)];
    return one === undefined || other === undefined ? [] : [[one, other]];
  });
  return agreementOf('', pairs);
}

/** The items that readers differ most on first; then in the order of the case. */
export function worstFirst<T extends PairShare>(items: readonly T[]): readonly T[] {
  return [...items].sort((a, b) => (a.share ?? 1) - (b.share ?? 1));
}
