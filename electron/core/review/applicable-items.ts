import type { ItemApplicability } from '#shared/contract/templates.ts';
import type { LocalDate } from '#shared/domain/calendar/local-date.ts';
import type { CaseRecord } from '#shared/domain/population/case.ts';
import type { Answers } from '#shared/domain/review/answer.ts';
import { applicability, lawOfItem } from '#shared/domain/review/applicability.ts';
import { type ChecklistTemplate, templateItems } from '#shared/domain/review/template.ts';
import { applicabilityReason, itemLawText } from '#shared/words/review-applicability.ts';

/** Of every item: whether it applies to the case on the day it is judged, why, and by which law, in Danish. */
export function applicableItems(
  template: ChecklistTemplate,
  record: CaseRecord,
  asOf: LocalDate,
  answers: Answers,
): Readonly<Record<string, ItemApplicability>> {
  const items = templateItems(template);
  const questions = new Map(items.map(({ id, question }) => [id, question]));
  return Object.fromEntries(
    items.map((item) => {
      const result = applicability(item, record, asOf, answers);
      const reason = applicabilityReason(result, (id) => questions.get(id) ?? id);
      const law = itemLawText(lawOfItem(item, record, asOf)) || item.law;
      return [item.id, { applies: result.applies, reason, law }];
    }),
  );
}
