import { type Answers, answersByItem, type AnswerValue } from './answer.ts';
import { type ChecklistTemplate, type Severity, type TemplateItem, templateItems } from './template.ts';

/** An item that was not answered yes: what a review has found. */
export interface Finding {
  readonly item: TemplateItem;
  readonly value: 'no' | 'partly' | 'cannot-tell';
  readonly critical: boolean;
}

const severityRank: Readonly<Record<Severity, number>> = { critical: 0, significant: 1, minor: 2 };

/** True where a critical item is answered no: it must become an action with a name and a date. */
export function isCritical(item: TemplateItem, value: AnswerValue | null): boolean {
  return item.severity === 'critical' && value === 'no';
}

/**
 * The items answered no, partly or "cannot tell": critical findings first, then by severity, then in the order of the
 * template.
 */
export function findings(template: ChecklistTemplate, answers: Answers): readonly Finding[] {
  const values = answersByItem(answers);
  return templateItems(template)
    .flatMap((item): Finding[] => {
      const value = values.get(item.id);
      if (value === undefined || value === 'yes' || value === 'na') return [];
      return [{ item, value, critical: isCritical(item, value) }];
    })
    .sort(
      (a, b) =>
        Number(b.critical) - Number(a.critical) || severityRank[a.item.severity] - severityRank[b.item.severity],
    );
}
