import { z } from 'zod';

import { answerValue } from './answer.ts';

/** What a case file holds; the words are in shared/words/practice.ts. */
export const documentKinds = ['report', 'screening', 'assessment', 'conversation', 'decision', 'plan'] as const;

export const practiceDocument = z.strictObject({
  id: z.string().min(1),
  kind: z.enum(documentKinds),
  title: z.string().min(1),
  /** The day it is dated, and the time of day where the file has one. */
  date: z.iso.date(),
  time: z
    .string()
    .regex(/^\d{2}:\d{2}$/u)
    .optional(),
  author: z.string().min(1),
  paragraphs: z.array(z.string().min(1)).min(1),
});
export type PracticeDocument = z.output<typeof practiceDocument>;

/** What the authors of the case mean is right, why, and the documents that show it. */
export const proposedAnswer = z.strictObject({
  itemId: z.string().min(1),
  value: answerValue,
  why: z.string().min(1),
  documents: z.array(z.string().min(1)).min(1),
});
export type ProposedAnswer = z.output<typeof proposedAnswer>;

/**
 * A case that all leaders answer, to see where they differ. Always invented: a real case may never be one. An edition
 * never changes, so that answers to different texts are never compared.
 */
export const practiceCase = z
  .strictObject({
    id: z.string().min(1),
    edition: z.int().positive(),
    title: z.string().min(1),
    invented: z.literal(true),
    /** Says in words that it is invented; stands above the case. */
    note: z.string().min(1),
    templateId: z.string().min(1),
    /** The day deadlines are judged on. */
    asOf: z.iso.date(),
    facts: z.array(z.strictObject({ label: z.string().min(1), value: z.string().min(1) })).min(1),
    documents: z.array(practiceDocument).min(1),
    items: z.array(proposedAnswer).min(10).max(15),
  })
  .superRefine(({ documents, items }, context) => {
    const known = new Set(documents.map(({ id }) => id));
    if (known.size < documents.length) context.addIssue({ code: 'custom', message: 'two documents with one id' });
    if (new Set(items.map(({ itemId }) => itemId)).size < items.length) {
      context.addIssue({ code: 'custom', message: 'two answers to one item' });
    }
    for (const { itemId, documents: shown } of items) {
      const missing = shown.find((id) => !known.has(id));
      if (missing !== undefined) {
        context.addIssue({ code: 'custom', message: `${itemId} points at a document that is not there: ${missing}` });
      }
    }
  });
export type PracticeCase = z.output<typeof practiceCase>;
