import type { ItemApplicability } from '#shared/contract/templates.ts';
import type { LocalDate } from '#shared/domain/calendar/local-date.ts';
import type { CaseRecord } from '#shared/domain/population/case.ts';
import type { Answers } from '#shared/domain/review/answer.ts';
import { type ChecklistTemplate, templateItems } from '#shared/domain/review/template.ts';
import { applicableItem } from '#shared/words/applicable-item.ts';

/** Of every item: whether it applies to the case on the day it is judged, why, and by which law, in Danish. */
export function applicableItems(
  template: ChecklistTemplate,
  record: CaseRecord,
  asOf: LocalDate,
  answers: Answers,
): Readonly<Record<string, ItemApplicability>> {
  const items = templateItems(template);
  const questions = new Map(items.map(({ id, question }) => [id, question]));
  const questionOf = (id: string): string => questions.get(id) ?? id;
  return Object.fromEntries(
    items.map((item) => [item.id, applicableItem(item, { record, asOf, answers, questionOf })]),
  );
}
