import { agreement, type Agreement } from '../statistics/agreement.ts';
import { clopperPearson } from '../statistics/binomial.ts';
import type { Interval } from '../statistics/interval.ts';
import { ticketsOf } from '../sampling/ticket.ts';
import { answersByItem, answerValues, type AnswerValue, type ItemAnswer } from './answer.ts';

/** Which cases are read a second time, and what repeats the pick. */
export interface SecondReadingDraw {
  readonly seed: string;
  readonly caseIds: readonly string[];
  readonly drawnAt: string;
}

const stratum = 'second-reading';

/**
 * The first `count` of the cases by their ticket `LT1|seed|second-reading|id`: a random share that anyone can repeat.
 * A larger count keeps the smaller one; fewer cases than asked for gives all of them.
 */
export function pickSecondReading(caseIds: readonly string[], seed: string, count: number): readonly string[] {
  const ticketOf = ticketsOf(seed, stratum);
  return caseIds
    .map((id) => ({ id, ticket: ticketOf(id) }))
    .sort((a, b) => (a.ticket < b.ticket ? -1 : 1))
    .slice(0, count)
    .map(({ id }) => id);
}

export interface ReadingPair {
  readonly first: readonly ItemAnswer[];
  readonly second: readonly ItemAnswer[];
}

export interface ItemAgreement extends Agreement {
  readonly itemId: string;
  /** Clopper-Pearson, 95 per cent, as shares of the pairs. */
  readonly interval: Interval | null;
}

/**
 * How far two readers agree, per item that both have answered in at least one case: worst first, then the most pairs,
 * then in the order of the items. "Not relevant" is an answer of its own: disagreement about relevance is the
 * commonest hidden one (method.md 3.3).
 */
export function readingAgreement(itemIds: readonly string[], pairs: readonly ReadingPair[]): readonly ItemAgreement[] {
  const answered = pairs.map(({ first, second }) => [answersByItem(first), answersByItem(second)] as const);
  return itemIds
    .map((itemId) => agreementOf(itemId, valuePairs(itemId, answered)))
    .filter((item) => item.pairs > 0)
    .sort((a, b) => (a.share ?? 0) - (b.share ?? 0) || b.pairs - a.pairs);
}

/** Agreement over all items together: a pair is one item of one case. */
export function totalAgreement(itemIds: readonly string[], pairs: readonly ReadingPair[]): ItemAgreement {
  const answered = pairs.map(({ first, second }) => [answersByItem(first), answersByItem(second)] as const);
  return agreementOf(
    '',
    itemIds.flatMap((itemId) => valuePairs(itemId, answered)),
  );
}

type ValuePair = readonly [AnswerValue, AnswerValue];
type AnsweredPair = readonly [ReadonlyMap<string, AnswerValue>, ReadonlyMap<string, AnswerValue>];

function valuePairs(itemId: string, answered: readonly AnsweredPair[]): readonly ValuePair[] {
  return answered.flatMap(([first, second]): ValuePair[] => {
    const [one, other] = [first.get(itemId), second.get(itemId)];
    return one === undefined || other === undefined ? [] : [[one, other]];
  });
}

function agreementOf(itemId: string, pairs: readonly ValuePair[]): ItemAgreement {
  const table = answerValues.map((row) =>
    answerValues.map((column) => pairs.filter(([one, other]) => one === row && other === column).length),
  );
  const figures = agreement(table);
  return { itemId, ...figures, interval: clopperPearson(figures.agreed, figures.pairs) };
}
