import type { AnswerState, CaseReview } from '#shared/contract/review.ts';
import type { LocalDate } from '#shared/domain/calendar/local-date.ts';
import { type AnswerChanges, answerAfter, blankAnswer } from '#shared/domain/review/answer-after.ts';
import type { AnswerValue, ItemAnswer } from '#shared/domain/review/answer.ts';
import type { Condition } from '#shared/domain/review/conditions.ts';
import { suggestedValue } from '#shared/domain/review/suggested-value.ts';
import { templateItems } from '#shared/domain/review/template.ts';
import { applicableItem } from '#shared/words/applicable-item.ts';

/** A change of one answer that the page shows before the disk holds it. */
export interface Change {
  readonly itemId: string;
  readonly patch: AnswerChanges;
}

/** What stands on an item, answered or not. */
export function answerOf({ answers }: Pick<CaseReview, 'answers'>, itemId: string): ItemAnswer {
  return answers.find((answer) => answer.itemId === itemId) ?? blankAnswer(itemId);
}

/** After these answers something may have to be done: a note, an action. */
export function isFinding(value: AnswerValue | null): boolean {
  return value === 'no' || value === 'partly' || value === 'cannot-tell';
}

/** The review after changes, as the core will have it; what did not change keeps its identity. */
export function withChanges(review: CaseReview, changes: readonly Change[]): CaseReview {
  return changes.reduce((before, { itemId, patch }) => {
    const suggested = suggestedValue(before.suggestions[itemId]);
    const state = before.state === 'not-started' ? 'draft' : before.state;
    const after = { ...before, state, canUndo: true, canRedo: false };
    return withAnswer(after, answerAfter(answerOf(before, itemId), patch, suggested));
  }, review);
}

/** The review with what stands after an undo or a redo. */
export function withStanding(review: CaseReview, { answer, state, canUndo, canRedo }: AnswerState): CaseReview {
  return withAnswer({ ...review, state, canUndo, canRedo }, answer);
}

function withAnswer(review: CaseReview, answer: ItemAnswer): CaseReview {
  const { itemId, value } = answer;
  const isNew = review.answers.every((other) => other.itemId !== itemId);
  const answers = isNew
    ? [...review.answers, answer]
    : review.answers.map((other) => (other.itemId === itemId ? answer : other));
  const next = { ...review, answers };
  return answerOf(review, itemId).value === value ? next : judgedAgain(next, itemId);
}

/** Items whose condition rests on the changed answer are judged again; the others rest on facts, which stay. */
function judgedAgain(review: CaseReview, changed: string): CaseReview {
  const items = templateItems(review.template);
  const depending = items.filter(({ condition }) => condition !== undefined && restsOn(condition, changed));
  if (depending.length === 0) return review;
  const { record, answers } = review;
  const asOf = review.asOf as LocalDate;
  const questionOf = (id: string): string => items.find((item) => item.id === id)?.question ?? id;
  const judged = depending.map(
    (item) => [item.id, applicableItem(item, { record, asOf, answers, questionOf })] as const,
  );
  return { ...review, applicability: { ...review.applicability, ...Object.fromEntries(judged) } };
}

function restsOn(condition: Condition, itemId: string): boolean {
  if ('all' in condition) return condition.all.some((part) => restsOn(part, itemId));
  if ('any' in condition) return condition.any.some((part) => restsOn(part, itemId));
  if ('not' in condition) return restsOn(condition.not, itemId);
  return 'answered' in condition && condition.answered.item === itemId;
}
