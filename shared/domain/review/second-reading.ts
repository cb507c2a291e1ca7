import { agreement, type Agreement } from '../statistics/agreement.ts';
import { clopperPearson } from '../statistics/binomial.ts';
import type { Interval } from '../statistics/interval.ts';
import { ticketsOf } from '../sampling/ticket.ts';
import { answerValues, type AnswerValue, type ItemAnswer } from './answer.ts';

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

/** True for two spellings of one person's name: compared without regard to case and to blanks around it. */
export function isSameReader(one: string, other: string): boolean {
  return folded(one) === folded(other);
}

function folded(name: string): string {
  return name.normalize('NFC').trim().replace(/\s+/gu, ' ').toLocaleLowerCase('da');
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
 * commonest hidden one (method.md 3.3). Where nobody answered in either reading, because the facts of the case say
 * that the item is not relevant, no two readers agreed, and the case does not count for the item.
 */
export function readingAgreement(itemIds: readonly string[], pairs: readonly ReadingPair[]): readonly ItemAgreement[] {
  const given = pairs.map(givenOf);
  return itemIds
    .map((itemId) => agreementOf(itemId, valuePairs(itemId, given)))
    .filter((item) => item.pairs > 0)
    .sort((a, b) => (a.share ?? 0) - (b.share ?? 0) || b.pairs - a.pairs);
}

/** Agreement over all items together: a pair is one item of one case. */
export function totalAgreement(itemIds: readonly string[], pairs: readonly ReadingPair[]): ItemAgreement {
  const given = pairs.map(givenOf);
  return agreementOf(
    '',
    itemIds.flatMap((itemId) => valuePairs(itemId, given)),
  );
}

export type ValuePair = readonly [AnswerValue, AnswerValue];
type GivenPair = readonly [ReadonlyMap<string, ItemAnswer>, ReadonlyMap<string, ItemAnswer>];

function givenOf({ first, second }: ReadingPair): GivenPair {
  const byItem = (answers: readonly ItemAnswer[]) => new Map(answers.map((answer) => [answer.itemId, answer]));
  return [byItem(first), byItem(second)];
}

function valuePairs(itemId: string, given: readonly GivenPair[]): readonly ValuePair[] {
  return given.flatMap(([first, second]): ValuePair[] => {
    const [one, other] = [first.get(itemId), second.get(itemId)];
    const isByFacts = one?.byFacts === true && other?.byFacts === true;
    const [value, otherValue] = [one?.value ?? null, other?.value ?? null];
    return value === null || otherValue === null || isByFacts ? [] : [[value, otherValue]];
  });
}

/**
 * The agreement of some pairs of answers. The categories are the answers that at least one of the two gave, as is
 * usual for AC1 (irrCAC): an answer nobody used must not make chance agreement look smaller.
 */
export function agreementOf(itemId: string, pairs: readonly ValuePair[]): ItemAgreement {
  const used = answerValues.filter((value) => pairs.some((pair) => pair.includes(value)));
  // With one answer only, chance needs a second one that was possible.
  const categories = used.length > 1 ? used : [...used, ...answerValues.filter((value) => !used.includes(value))];
  const table = categories.map((row) =>
    categories.map((column) => pairs.filter(([one, other]) => one === row && other === column).length),
  );
  const figures = agreement(table);
  return { itemId, ...figures, interval: clopperPearson(figures.agreed, figures.pairs) };
}
