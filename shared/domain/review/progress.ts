import { type Answers, answersByItem } from './answer.ts';
import type { ChecklistTemplate } from './template.ts';

export interface Progress {
  readonly items: number;
  readonly answered: number;
}

export interface ReviewProgress extends Progress {
  /** True where every item has an answer, so that the review may be closed. */
  readonly complete: boolean;
  readonly sections: readonly (Progress & { readonly title: string })[];
}

/** How far a review has come, in all and by section. Answers to items that the template does not know do not count. */
export function reviewProgress(template: ChecklistTemplate, answers: Answers): ReviewProgress {
  const values = answersByItem(answers);
  const sections = template.sections.map(({ title, items }) => ({
    title,
    items: items.length,
    answered: items.filter(({ id }) => values.has(id)).length,
  }));
  const items = sections.reduce((sum, section) => sum + section.items, 0);
  const answered = sections.reduce((sum, section) => sum + section.answered, 0);
  return { items, answered, complete: answered === items, sections };
}
