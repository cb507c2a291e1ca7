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
  /** Present: starred as good practice; the line says what worked, and may be empty. */
  readonly goodPractice?: string;
  /** What the date rule of the item suggested when the answer was given; absent where it suggested nothing. */
  readonly suggested?: SuggestedValue;
  /** Why the answer is not what the date rule suggested. */
  readonly override?: Override;
  /** True where nobody answered: the facts of the case say that the item is not relevant. */
  readonly byFacts?: true;
}

/** What a date rule can suggest. */
export const suggestedValues = ['yes', 'partly', 'no', 'na'] as const;
export type SuggestedValue = (typeof suggestedValues)[number];

/** Why a reviewer answers otherwise than the registered dates suggest; the words are in shared/words/review.ts. */
export const overrideReasons = ['date-wrong', 'date-missing', 'other-documentation', 'rule-does-not-fit'] as const;
export const overrideReason = z.enum(overrideReasons);
export type OverrideReason = z.output<typeof overrideReason>;
export const override = z.object({ reason: overrideReason, text: z.string().max(500).default('') });
export type Override = z.output<typeof override>;

/** True where a person answered otherwise than the registered dates suggest: the register or the rule is wrong. */
export function isRegisterError({ value, suggested, byFacts }: ItemAnswer): boolean {
  return suggested !== undefined && value !== null && value !== suggested && byFacts !== true;
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
          /** What is done about the finding; a critical "no" needs one before its review is closed. */
          action: z
            .object({
              text: z.string().trim().min(1).max(2_000),
              owner: z.string().trim().min(1).max(200),
              due: z.iso.date(),
            })
            .optional(),
        }),
      ),
    }),
  ),
});
export type AnswersFile = z.output<typeof answersFile>;

/** `reopened`: closed once, opened again with a reason. `locked`: closed, and its round is reported. */
export const reviewStates = ['not-started', 'draft', 'done', 'locked', 'reopened'] as const;
export type ReviewState = (typeof reviewStates)[number];

/** True where the answers stand: nothing may be changed before the review is reopened with a reason. */
export function isClosed(state: ReviewState): boolean {
  return state === 'done' || state === 'locked';
}

/** The first reading of a case, or the blind second one by another reader. */
export const reading = z.union([z.literal(1), z.literal(2)]);
export type Reading = z.output<typeof reading>;

/** Answers as a review keeps them, or by item id; an item that is absent or null is unanswered. */
export type Answers = readonly ItemAnswer[] | ReadonlyMap<string, AnswerValue>;

/** The answers by item id, without the unanswered. */
export function answersByItem(answers: Answers): ReadonlyMap<string, AnswerValue> {
  if (!('length' in answers)) return answers;
  return new Map(answers.flatMap(({ itemId, value }) => (value === null ? [] : [[itemId, value] as const])));
}
