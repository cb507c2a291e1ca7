import type { LocalDate } from '../domain/calendar/local-date.ts';
import type { CaseRecord } from '../domain/population/case.ts';
import type { Answers } from '../domain/review/answer.ts';
import { applicability, lawOfItem } from '../domain/review/applicability.ts';
import type { Truth } from '../domain/review/condition-facts.ts';
import type { TemplateItem } from '../domain/review/template.ts';
import { applicabilityReason, itemLawText } from './review-applicability.ts';

/** What an item is judged on in a case. */
export interface JudgedCase {
  readonly record: CaseRecord;
  readonly asOf: LocalDate;
  readonly answers: Answers;
  readonly questionOf: (itemId: string) => string;
}

/** Whether an item applies to a case on the day it is judged, why, and by which law, in Danish. */
export function applicableItem(
  item: TemplateItem,
  { record, asOf, answers, questionOf }: JudgedCase,
): { readonly applies: Truth; readonly reason: string; readonly law: string } {
  const result = applicability(item, record, asOf, answers);
  const reason = applicabilityReason(result, questionOf);
  return { applies: result.applies, reason, law: itemLawText(lawOfItem(item, record, asOf)) || item.law };
}
