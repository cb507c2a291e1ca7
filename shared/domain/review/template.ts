import { z } from 'zod';

import type { FieldId } from '../importing/fields.ts';
import { answerValue } from './answer.ts';
import { condition, dateFieldIds } from './conditions.ts';

/** The areas of the national Task Force's five problem areas, and the rest. Data of a template. */
export const templateArea = z.object({ id: z.string().min(1), name: z.string().min(1), short: z.string().min(1) });
export type TemplateArea = z.output<typeof templateArea>;

export const itemType = z.enum(['legal', 'professional']);
/** `critical`: the child may be unsafe or a core right is lost now. */
export const severity = z.enum(['critical', 'significant', 'minor']);
export type Severity = z.output<typeof severity>;

export const lawIds = [
  'barnets-lov',
  'serviceloven',
  'forvaltningsloven',
  'offentlighedsloven',
  'retssikkerhedsloven',
  'databekendtgoerelsen',
] as const;

/** Where a requirement stands, and from and until which day (both included); null: no day known. */
export const lawReference = z.object({
  law: z.enum(lawIds),
  paragraph: z.string().max(200),
  from: z.iso.date().nullable(),
  until: z.iso.date().nullable(),
});
export type LawReference = z.output<typeof lawReference>;

/** `degree`: low, some or high degree ("lav, nogen, høj grad"), kept as no, partly and yes. */
const scale = z.enum(['fulfilment', 'degree']);

/** What became of an item since the former edition: only the same or a reworded item has one trend line. */
export const itemChange = z.enum(['same', 'reworded', 'new-rule']);
export type ItemChange = z.output<typeof itemChange>;

/** One measuring point of a checklist. What is optional has a default: see each field. */
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
  /** What the reader must find in the file to answer yes, and what makes the answer partly. */
  yesWhen: z.string().min(1).optional(),
  partlyWhen: z.string().min(1).optional(),
  references: z.array(lawReference).optional(),
  /** The event whose day decides which law the item is judged by: the first of these fields that holds a day. */
  event: z.array(z.custom<FieldId>((value) => dateFieldIds.some((field) => field === value))).optional(),
  /** Default: fulfilment. */
  scale: scale.optional(),
  /** Default: relevant in every case. */
  condition: condition.optional(),
  change: itemChange.optional(),
  /** Default: true. An item switched off stays in its edition, but is not asked. */
  active: z.boolean().optional(),
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

const contradictionSide = z.object({ item: z.string().min(1), values: z.array(answerValue).min(1) });
export const contradiction = z.object({
  items: z.tuple([contradictionSide, contradictionSide]),
  words: z.string().min(1),
});
export type Contradiction = z.output<typeof contradiction>;

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
  /** Pairs of answers that can hardly both be right; a warning when a review is closed. */
  contradictions: z.array(contradiction).optional(),
  /** The edition this one was made from, with which its items were compared. */
  basedOn: z.object({ id: z.string().min(1), edition: z.int().positive() }).optional(),
});
export type ChecklistTemplate = z.output<typeof checklistTemplate>;

/** Every item of a template, in its order. */
export function templateItems(template: ChecklistTemplate): readonly TemplateItem[] {
  return template.sections.flatMap((section) => section.items);
}

/** The template as it is reviewed in: without the items that are switched off and the sections they leave empty. */
export function activeTemplate(template: ChecklistTemplate): ChecklistTemplate {
  if (templateItems(template).every(({ active }) => active !== false)) return template;
  const sections = template.sections
    .map((section) => ({ ...section, items: section.items.filter(({ active }) => active !== false) }))
    .filter(({ items }) => items.length > 0);
  return { ...template, sections };
}
