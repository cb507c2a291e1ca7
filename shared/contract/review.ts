import { z } from 'zod';

import type { CaseRecord } from '../domain/population/case.ts';
import { type Action, actionDraft, type ItemMeasure } from '../domain/review/action.ts';
import {
  answersFile,
  answerValue,
  type ItemAnswer,
  override,
  type Reading,
  reading,
  type ReviewState,
} from '../domain/review/answer.ts';
import type { ClosingWarning } from '../domain/review/closing-warnings.ts';
import {
  type CaseworkerComment,
  caseworkerComment,
  type Conversation,
  conversation,
} from '../domain/review/conversation.ts';
import type { DateFinding } from '../domain/review/date-finding.ts';
import type { ItemAgreement } from '../domain/review/second-reading.ts';
import type { ChecklistTemplate } from '../domain/review/template.ts';
import { ofType, type OperationSpec } from './operation.ts';
import type { ItemApplicability } from './templates.ts';

/** One case of the round's queue. */
export interface QueueLine {
  readonly caseId: string;
  readonly part: 'random' | 'targeted';
  readonly stratum: string;
  readonly rank: number;
  readonly state: ReviewState;
  /** By a person, of the items that are asked in this case; before the first answer, of all items. */
  readonly answered: number;
  readonly items: number;
  readonly replacedBy: string | null;
  /** How far the second reading is; null for a case that is not read twice. */
  readonly second: ReviewState | null;
  /** Whole minutes spent on the first reading, pauses left out. */
  readonly minutes: number;
}

/** Everything the review page shows of one case. */
export interface CaseReview {
  readonly roundId: string;
  readonly caseId: string;
  readonly reading: Reading;
  /** Who reads; empty before the reading is begun. */
  readonly reader: string;
  readonly state: ReviewState;
  readonly record: CaseRecord;
  readonly drawnBecause: string;
  readonly asOf: string;
  readonly template: ChecklistTemplate;
  readonly answers: readonly ItemAnswer[];
  /** What the date rules say, by item id. A suggestion, never an answer. */
  readonly suggestions: Readonly<Record<string, DateFinding>>;
  /** Of every item, by its id. The page asks again with newer answers through the same pure function. */
  readonly applicability: Readonly<Record<string, ItemApplicability>>;
  readonly actions: readonly Action[];
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** Of the first reading; null before anything was written. */
  readonly conversation: Conversation | null;
  /** The caseworker's own comments, by item id. */
  readonly comments: Readonly<Record<string, CaseworkerComment>>;
  readonly minutes: number;
}

/** What stands after an answer, an undo or a redo. */
export interface AnswerState {
  readonly answer: ItemAnswer;
  readonly state: ReviewState;
  readonly savedAt: string;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

/** Two readings of one case, side by side; only when both are closed. */
export interface ReadingComparison {
  readonly caseId: string;
  readonly readers: readonly [string, string];
  readonly template: ChecklistTemplate;
  readonly first: readonly ItemAnswer[];
  readonly second: readonly ItemAnswer[];
}

/** How far two readers agree over the cases of a round that both have closed. Items: worst first. */
export interface RoundAgreement {
  readonly picked: number;
  readonly bothClosed: readonly string[];
  readonly total: ItemAgreement;
  readonly items: readonly (ItemAgreement & { readonly question: string })[];
}

/** A later round that can show whether a change of practice has worked. */
export interface LaterSample {
  readonly name: string;
  readonly asOf: string;
  readonly measure: ItemMeasure;
}

/** What a change of practice on an item is measured by: the item then, and in each later sample, newest first. */
export interface ActionMeasures {
  readonly question: string;
  readonly before: ItemMeasure;
  readonly later: readonly LaterSample[];
}

const inCase = { roundId: z.string(), caseId: z.string() };
/** The first reading where nothing is said. */
const inReading = { ...inCase, reading: reading.default(1) };

export const reviewOperations = {
  'review.queue': { kind: 'query', input: z.object({ roundId: z.string() }), output: ofType<readonly QueueLine[]>() },
  'review.open': { kind: 'query', input: z.object(inReading), output: ofType<CaseReview>() },
  /** The page shows this case now: one line in the audit log. Not part of `open`, which a page may ask for again. */
  'review.viewed': { kind: 'command', input: z.object(inReading), output: ofType<null>() },
  'review.answer': {
    kind: 'command',
    input: z.object({
      ...inReading,
      itemId: z.string(),
      value: answerValue.nullable().optional(),
      note: z.string().max(10_000).optional(),
      evidence: z.string().max(2_000).optional(),
      /** A line on what worked stars the item as good practice; null takes the star away. */
      goodPractice: z.string().max(2_000).nullable().optional(),
      /** Why the answer is not what the date rule suggested; null takes the reason away. */
      override: override.nullable().optional(),
    }),
    output: ofType<AnswerState>(),
  },
  /** One answer back, from the log: also after a restart. `nothing-to-undo` where there is none. */
  'review.undo': { kind: 'command', input: z.object(inReading), output: ofType<AnswerState>() },
  'review.redo': { kind: 'command', input: z.object(inReading), output: ofType<AnswerState>() },
  /**
   * Closes a review whose relevant items are answered. Where answers seem to contradict each other it stays open and
   * says so, unless `despiteWarnings`. `critical-action-missing`: a critical "no" lacks an action with owner and date.
   */
  'review.close': {
    kind: 'command',
    input: z.object({ ...inReading, despiteWarnings: z.boolean().default(false) }),
    output: ofType<{
      readonly state: ReviewState;
      readonly nextCaseId: string | null;
      readonly warnings: readonly ClosingWarning[];
    }>(),
  },
  'review.reopen': {
    kind: 'command',
    input: z.object({ ...inReading, reason: z.string().trim().min(1).max(500) }),
    output: ofType<{ readonly state: ReviewState }>(),
  },
  /** Locks every closed review of a round, as when its report is sent. */
  'review.lock': {
    kind: 'command',
    input: z.object({ roundId: z.string() }),
    output: ofType<{ readonly locked: number }>(),
  },
  'review.saveConversation': {
    kind: 'command',
    input: z.object({ ...inCase, conversation }),
    output: ofType<Conversation>(),
  },
  /** The caseworker's own comment on one answer; null takes it away. */
  'review.saveComment': {
    kind: 'command',
    input: z.object({ ...inCase, itemId: z.string(), comment: caseworkerComment.nullable() }),
    output: ofType<null>(),
  },
  /** Picks `count` of the round's cases at random for a blind second reading; a larger count keeps the earlier ones. */
  'review.drawSecond': {
    kind: 'command',
    input: z.object({ roundId: z.string(), count: z.int().positive() }),
    output: ofType<{ readonly seed: string; readonly caseIds: readonly string[] }>(),
  },
  /** Begins a second reading. `same-reader`: the first reader cannot also be the second. */
  'review.startSecond': {
    kind: 'command',
    input: z.object({ ...inCase, reader: z.string().trim().min(1).max(200) }),
    output: ofType<null>(),
  },
  /** `second-reading-open`: not before both readings are closed. */
  'review.compare': { kind: 'query', input: z.object(inCase), output: ofType<ReadingComparison>() },
  'review.agreement': {
    kind: 'query',
    input: z.object({ roundId: z.string() }),
    output: ofType<RoundAgreement>(),
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
  /** The later samples that can close a change of practice on an item; null for any other action. */
  'review.measures': {
    kind: 'query',
    input: z.object({ id: z.string() }),
    output: ofType<ActionMeasures | null>(),
  },
  'review.setActionDone': {
    kind: 'command',
    /** A change of practice on an item is done only by a later sample of the same item: `measuredIn` names its round. */
    input: z.object({ id: z.string(), done: z.boolean(), measuredIn: z.string().nullable().default(null) }),
    output: ofType<Action>(),
  },
} as const satisfies Record<string, OperationSpec>;
