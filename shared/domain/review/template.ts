import { z } from 'zod';

/** The areas of the national Task Force's five problem areas, and the rest. Data of a template. */
export const templateArea = z.object({ id: z.string().min(1), name: z.string().min(1), short: z.string().min(1) });
export type TemplateArea = z.output<typeof templateArea>;

export const itemType = z.enum(['legal', 'professional']);
/** `critical`: the child may be unsafe or a core right is lost now. */
export const severity = z.enum(['critical', 'significant', 'minor']);
export type Severity = z.output<typeof severity>;

/** One measuring point of a checklist. */
export const templateItem = z.object({
  id: z.string().min(1),
  question: z.string().min(1),
  type: itemType,
  law: z.string().min(1),
  /** When the item is relevant, in words. */
  applies: z.string().min(1),
  /** Where to look in the case file. */
  evidence: z.string().min(1),
  /** The date rule that may suggest an answer (R00 to R26), or null. */
  rule: z.string().nullable(),
  severity,
  area: z.string().min(1),
  /** True where a lawyer must confirm the legal statement before it is relied on. */
  lawyerCheck: z.boolean(),
});
export type TemplateItem = z.output<typeof templateItem>;

export const outcomes = ['not-relevant', 'unfinished', 'not-met', 'met', 'partly-met'] as const;
export const outcome = z.enum(outcomes);
/** What the legal requirements of one area come to in one case. */
export type Outcome = z.output<typeof outcome>;

/** One line of the roll-up rule: the first line whose conditions all hold decides. Counts are of legal items. */
export const rollUpLine = z.object({
  outcome,
  words: z.string().min(1),
  when: z.object({
    relevant: z.enum(['none', 'some']).optional(),
    unanswered: z.enum(['none', 'some']).optional(),
    criticalNo: z.enum(['none', 'some']).optional(),
    yes: z.enum(['none', 'some', 'all']).optional(),
  }),
});
export type RollUpLine = z.output<typeof rollUpLine>;

/** A checklist as data. An edition never changes; a review keeps the edition it was made in. */
export const checklistTemplate = z.object({
  id: z.string().min(1),
  edition: z.int().positive(),
  title: z.string().min(1),
  law: z.string().min(1),
  note: z.string(),
  areas: z.array(templateArea).min(1),
  sections: z.array(z.object({ title: z.string().min(1), items: z.array(templateItem).min(1) })).min(1),
  rollUp: z.array(rollUpLine).min(1),
});
export type ChecklistTemplate = z.output<typeof checklistTemplate>;

/** Every item of a template, in its order. */
export function templateItems(template: ChecklistTemplate): readonly TemplateItem[] {
  return template.sections.flatMap((section) => section.items);
}
