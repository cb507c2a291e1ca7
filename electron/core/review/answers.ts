import { AppError } from '#shared/contract/errors.ts';
import type { ItemAnswer } from '#shared/domain/review/answer.ts';

import type { Ports } from '../ports.ts';
import type { ReviewRow, Store, Tables } from '../store/tables.ts';
import { currentCaseOf, itemsOf, templateOf } from './queue.ts';
import type { TemplateShelf } from './template-shelf.ts';

/** What one answer call may change: the value (null: unanswered), the note, the evidence. */
export interface AnswerChange {
  readonly roundId: string;
  readonly caseId: string;
  readonly itemId: string;
  readonly value?: ItemAnswer['value'] | undefined;
  readonly note?: string | undefined;
  readonly evidence?: string | undefined;
}

/** Checks that the answer belongs to an open review of the round; returns what stands there now. */
export function currentAnswer(tables: Tables, shelf: TemplateShelf, change: AnswerChange): ItemAnswer {
  const { roundId, caseId, itemId } = change;
  const template = templateOf(tables, shelf, roundId);
  if (!itemsOf(template).some(({ id }) => id === itemId)) {
    throw new AppError('unknown-item', `no item "${itemId}" in ${template.id}`);
  }
  currentCaseOf(tables, roundId, caseId);
  const review = tables.reviews.get(roundId, caseId);
  if (review?.state === 'done') {
    throw new AppError('review-closed', 'the review is closed');
  }
  return answerIn(review, itemId);
}

function answerIn(review: ReviewRow | undefined, itemId: string): ItemAnswer {
  const found = review?.answers.find((answer) => answer.itemId === itemId);
  return found ?? { itemId, value: null, note: '', evidence: '' };
}

/** Records one answer; resolves with what stands when it is safely on disk. */
export async function changeAnswer(
  ports: Ports,
  store: Store,
  shelf: TemplateShelf,
  change: AnswerChange,
): Promise<ItemAnswer> {
  const before = store.read((tables) => currentAnswer(tables, shelf, change));
  const after: ItemAnswer = {
    itemId: change.itemId,
    value: change.value === undefined ? before.value : change.value,
    note: change.note ?? before.note,
    evidence: change.evidence ?? before.evidence,
  };
  const target = `${change.roundId}/${change.caseId}/${change.itemId}`;
  await store.change({ kind: 'review.answered', target, before, after }, (tables) =>
    tables.reviews.setAnswer(change.roundId, change.caseId, after, ports.clock.now()),
  );
  return after;
}
