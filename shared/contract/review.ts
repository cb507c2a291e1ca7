import { z } from 'zod';

import type { CaseRecord } from '../domain/population/case.ts';
import { type Action, actionDraft } from '../domain/review/action.ts';
import { answersFile, answerValue, type ItemAnswer, type ReviewState } from '../domain/review/answer.ts';
import type { DateFinding } from '../domain/review/date-finding.ts';
import type { ChecklistTemplate } from '../domain/review/template.ts';
import { ofType, type OperationSpec } from './operation.ts';

/** One case of the round's queue. */
export interface QueueLine {
  readonly caseId: string;
  readonly part: 'random' | 'targeted';
  readonly stratum: string;
  readonly rank: number;
  readonly state: ReviewState;
  readonly answered: number;
  readonly items: number;
  readonly replacedBy: string | null;
}

/** Everything the review page shows of one case. */
export interface CaseReview {
  readonly roundId: string;
  readonly caseId: string;
  readonly state: ReviewState;
  readonly record: CaseRecord;
  readonly drawnBecause: string;
  readonly asOf: string;
  readonly template: ChecklistTemplate;
  readonly answers: readonly ItemAnswer[];
  /** What the date rules say, by item id. A suggestion, never an answer. */
  readonly suggestions: Readonly<Record<string, DateFinding>>;
  readonly actions: readonly Action[];
}

const inCase = { roundId: z.string(), caseId: z.string() };

export const reviewOperations = {
  'review.queue': { kind: 'query', input: z.object({ roundId: z.string() }), output: ofType<readonly QueueLine[]>() },
  'review.open': { kind: 'query', input: z.object(inCase), output: ofType<CaseReview>() },
  /** The page shows this case now: one line in the audit log. Not part of `open`, which a page may ask for again. */
  'review.viewed': { kind: 'command', input: z.object(inCase), output: ofType<null>() },
  'review.answer': {
    kind: 'command',
    input: z.object({
      ...inCase,
      itemId: z.string(),
      value: answerValue.nullable().optional(),
      note: z.string().max(10_000).optional(),
      evidence: z.string().max(2_000).optional(),
    }),
    output: ofType<{ readonly answer: ItemAnswer; readonly state: ReviewState; readonly savedAt: string }>(),
  },
  'review.close': {
    kind: 'command',
    input: z.object(inCase),
    output: ofType<{ readonly state: ReviewState; readonly nextCaseId: string | null }>(),
  },
  'review.reopen': {
    kind: 'command',
    input: z.object({ ...inCase, reason: z.string().trim().min(1).max(500) }),
    output: ofType<{ readonly state: ReviewState }>(),
  },
  'review.answerFile': {
    kind: 'command',
    input: z.object({ roundId: z.string(), answers: answersFile }),
    output: ofType<{
      readonly accepted: number;
      readonly rejected: readonly { readonly caseId: string; readonly itemId?: string; readonly code: string }[];
    }>(),
  },
  'review.actions': { kind: 'query', input: z.object({}), output: ofType<readonly Action[]>() },
  'review.saveAction': {
    kind: 'command',
    input: z.object({ id: z.string().nullable(), action: actionDraft }),
    output: ofType<Action>(),
  },
  'review.setActionDone': {
    kind: 'command',
    input: z.object({ id: z.string(), done: z.boolean() }),
    output: ofType<Action>(),
  },
} as const satisfies Record<string, OperationSpec>;
