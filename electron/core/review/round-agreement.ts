import type { RoundAgreement } from '#shared/contract/review.ts';
import { isClosed } from '#shared/domain/review/answer.ts';
import { readingAgreement, totalAgreement } from '#shared/domain/review/second-reading.ts';

import type { ReviewRow, Tables } from '../store/tables.ts';
import { itemsOf, roundOf, templateOf } from './queue.ts';
import type { TemplateShelf } from './template-shelf.ts';

/** The cases of the round that were not replaced, in the order of the draw. */
export function currentIds(tables: Tables, roundId: string): readonly string[] {
  roundOf(tables, roundId);
  return tables.sample.list(roundId).flatMap(({ drawn, replacedBy }) => (replacedBy === null ? [drawn.caseId] : []));
}

/** The picked cases that are still in the round, in the order of the draw. */
export function pickedIds(tables: Tables, roundId: string): readonly string[] {
  const picked = new Set(tables.secondReadings.get(roundId)?.caseIds);
  return currentIds(tables, roundId).filter((id) => picked.has(id));
}

interface ClosedPair {
  readonly first: ReviewRow;
  readonly second: ReviewRow;
}

/** Both readings of a case, or null before both are closed. */
export function closedPair(tables: Tables, roundId: string, caseId: string): ClosedPair | null {
  const [first, second] = [tables.reviews.get(roundId, caseId), tables.reviews.get(roundId, caseId, 2)];
  const isWhole = first !== undefined && second !== undefined && isClosed(first.state) && isClosed(second.state);
  return isWhole ? { first, second } : null;
}

/** How far two readers agree over the cases that both have closed, the worst item first. */
export function roundAgreement(tables: Tables, shelf: TemplateShelf, roundId: string): RoundAgreement {
  const items = itemsOf(templateOf(tables, shelf, roundId));
  const questions = new Map(items.map(({ id, question }) => [id, question]));
  const picked = pickedIds(tables, roundId);
  const closed = picked.flatMap((caseId) => {
    const pair = closedPair(tables, roundId, caseId);
    return pair === null ? [] : [{ caseId, first: pair.first.answers, second: pair.second.answers }];
  });
  const ids = items.map(({ id }) => id);
  return {
    picked: picked.length,
    bothClosed: closed.map(({ caseId }) => caseId),
    total: totalAgreement(ids, closed),
    items: readingAgreement(ids, closed).map((item) => ({ ...item, question: questions.get(item.itemId) ?? '' })),
  };
}
