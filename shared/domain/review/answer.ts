import { z } from 'zod';

/** The five answers; an item without one is unanswered. `cannot-tell`: the file does not show it, itself a finding. */
export const answerValues = ['yes', 'partly', 'no', 'na', 'cannot-tell'] as const;
export const answerValue = z.enum(answerValues);
export type AnswerValue = z.output<typeof answerValue>;

/** What a reviewer has said about one item of one case. `value` null: unanswered, though a note may stand. */
export interface ItemAnswer {
  readonly itemId: string;
  readonly value: AnswerValue | null;
  readonly note: string;
  readonly evidence: string;
}

/** ANSWERS.json: answers from a file, for automation; the same checks as on the page. */
export const answersFile = z.object({
  template: z.string().min(1),
  reviews: z.array(
    z.object({
      caseId: z.string(),
      close: z.boolean().optional(),
      answers: z.record(
        z.string(),
        z.object({
          value: answerValue,
          note: z.string().max(10_000).optional(),
          evidence: z.string().max(2_000).optional(),
        }),
      ),
    }),
  ),
});
export type AnswersFile = z.output<typeof answersFile>;

export const reviewStates = ['not-started', 'draft', 'done'] as const;
export type ReviewState = (typeof reviewStates)[number];

/** Answers as a review keeps them, or by item id; an item that is absent or null is unanswered. */
export type Answers = readonly ItemAnswer[] | ReadonlyMap<string, AnswerValue>;

/** The answers by item id, without the unanswered. */
export function answersByItem(answers: Answers): ReadonlyMap<string, AnswerValue> {
  if (!('length' in answers)) return answers;
  return new Map(answers.flatMap(({ itemId, value }) => (value === null ? [] : [[itemId, value] as const])));
}
