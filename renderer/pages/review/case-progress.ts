import type { CaseReview } from '#shared/contract/review.ts';
import { isRegisterError } from '#shared/domain/review/answer.ts';
import { askedItems } from '#shared/domain/review/asked-items.ts';
import { type ChecklistTemplate, templateItems } from '#shared/domain/review/template.ts';

/** How far a case is. Items that the facts say are not relevant are not asked, and do not count. */
export interface CaseProgress {
  /** Every item of the checklist, in its order. */
  readonly all: readonly string[];
  readonly asked: ReadonlySet<string>;
  readonly answered: ReadonlySet<string>;
  /** Answers that are not what the registered dates suggest. */
  readonly registerErrors: number;
}

export function caseProgress({ template, answers, applicability }: CaseReview): CaseProgress {
  const asked = askedItems(template, answers, (id) => applicability[id]?.applies ?? 'yes');
  const isAsked = new Set(asked);
  const answered = answers.filter(({ itemId, value }) => value !== null && isAsked.has(itemId));
  return {
    all: templateItems(template).map(({ id }) => id),
    asked: isAsked,
    answered: new Set(answered.map(({ itemId }) => itemId)),
    registerErrors: answers.filter(isRegisterError).length,
  };
}

/** The first item that is asked and not answered; without one the first that is asked. */
export function firstUnanswered({ asked, answered }: CaseProgress): string {
  const ids = [...asked];
  return ids.find((id) => !answered.has(id)) ?? ids[0] ?? '';
}

/** How many items of a section are answered, of how many that are asked. */
export function sectionCounts(
  { items }: ChecklistTemplate['sections'][number],
  { asked, answered }: CaseProgress,
): readonly [number, number] {
  return [items.filter(({ id }) => answered.has(id)).length, items.filter(({ id }) => asked.has(id)).length];
}
