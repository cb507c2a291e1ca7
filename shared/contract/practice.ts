import { z } from 'zod';

import { type AnswerValue, answerValue } from '../domain/review/answer.ts';
import type { PracticeCase, ProposedAnswer } from '../domain/review/practice-case.ts';
import type { PairShare } from '../domain/review/practice-result.ts';
import type { ItemAgreement } from '../domain/review/second-reading.ts';
import type { TemplateItem } from '../domain/review/template.ts';
import { ofType, type OperationSpec } from './operation.ts';

export interface PracticeAnswer {
  readonly itemId: string;
  readonly value: AnswerValue | null;
  readonly note: string;
}

/** How far a reader is; never what he or she answered. */
export interface PracticeReader {
  readonly reader: string;
  readonly answered: number;
  readonly done: boolean;
}

/** The practice case as a reader sees it: without the proposed answers, and without what others answered. */
export interface PracticeSheet extends Omit<PracticeCase, 'items'> {
  readonly templateTitle: string;
  readonly items: readonly TemplateItem[];
  readonly readers: readonly PracticeReader[];
  /** Of the reader who asks; empty where nobody is named. */
  readonly answers: readonly PracticeAnswer[];
}

/** One item: what every reader answered who is done, and what the authors of the case mean. */
export interface PracticeItemResult extends PairShare {
  readonly itemId: string;
  readonly question: string;
  readonly answers: readonly { readonly reader: string; readonly value: AnswerValue; readonly note: string }[];
  readonly proposed: ProposedAnswer;
}

/** Counts only readers who are done. Items: those they differ most on first. */
export interface PracticeResult {
  readonly readers: readonly string[];
  /** How many have begun and are not done. */
  readonly unfinished: number;
  readonly total: PairShare;
  /** AC1 and kappa; null unless exactly two readers are done. */
  readonly two: ItemAgreement | null;
  readonly items: readonly PracticeItemResult[];
}

const readerName = z.string().trim().min(1).max(200);

export const practiceOperations = {
  'review.practiceCase': {
    kind: 'query',
    input: z.object({ reader: readerName.nullable().default(null) }),
    output: ofType<PracticeSheet>(),
  },
  /** `review-closed`: a reader who is done has seen what others answered, and changes nothing any more. */
  'review.practiceAnswer': {
    kind: 'command',
    input: z.object({
      reader: readerName,
      itemId: z.string(),
      value: answerValue.nullable().optional(),
      note: z.string().max(2_000).optional(),
    }),
    output: ofType<PracticeAnswer>(),
  },
  /** The reader's answers stand from now on. `review-incomplete`: an item is unanswered. */
  'review.practiceDone': { kind: 'command', input: z.object({ reader: readerName }), output: ofType<null>() },
  /** `review-incomplete`: not before this reader is done. */
  'review.practiceResult': {
    kind: 'query',
    input: z.object({ reader: readerName }),
    output: ofType<PracticeResult>(),
  },
} as const satisfies Record<string, OperationSpec>;
