import type { ItemAnswer } from './answer.ts';
import type { Truth } from './condition-facts.ts';
import { type ChecklistTemplate, templateItems } from './template.ts';

/** Whether an item is asked in a case: the facts do not make it irrelevant, or a person answered it all the same. */
export function isAsked(applies: Truth, answer: ItemAnswer | undefined): boolean {
  return applies !== 'no' || (answer !== undefined && answer.value !== null && answer.byFacts !== true);
}

/** The items of a checklist that are asked in a case, in its order. `applies` judges an item that no person answered. */
export function askedItems(
  template: ChecklistTemplate,
  answers: readonly ItemAnswer[],
  applies: (itemId: string) => Truth,
): readonly string[] {
  const standing = new Map(answers.map((answer) => [answer.itemId, answer]));
  return templateItems(template)
    .map(({ id }) => id)
    .filter((id) => {
      const answer = standing.get(id);
      return isAsked('no', answer) || isAsked(applies(id), answer);
    });
}
