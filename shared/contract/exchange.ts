import { z } from 'zod';

import type { PackageKind } from '../domain/exchange/package.ts';
import type { Action } from '../domain/review/action.ts';
import type { ItemAnswer, ReviewState } from '../domain/review/answer.ts';
import type { CaseworkerComment, Conversation } from '../domain/review/conversation.ts';
import { fileRef, ofType, type OperationSpec } from './operation.ts';

/** Where a round was drawn, and for whom: here, or in the workspace that sent it. */
export type RoundRole = 'own' | 'received' | 'second-reading' | 'collected';

/** The cases of a round that one unit would be sent. `unit` is '' for cases that say none. */
export interface UnitShare {
  readonly unit: string;
  readonly caseIds: readonly string[];
  readonly fileName: string;
}

/** What a package of answers would hold now. */
export interface ResultPreview {
  readonly cases: number;
  readonly closed: number;
  readonly answers: number;
  readonly actions: number;
  /** Places in notes and actions where a name or a CPR number would be hidden; 0 with names. */
  readonly hiddenPlaces: number;
  /** False where the package goes back to the one who sent the cases, with the key that came along. */
  readonly needsPassphrase: boolean;
  readonly fileName: string;
  /** Where words that may be names are left, in the order of cases; none with names. At most 500 places. */
  readonly likelyNames: readonly LikelyNamePlace[];
}

/** A text that would be sent, with words in it that may be names which no list here knows. */
export interface LikelyNamePlace {
  /** Null for an action on no single case. */
  readonly caseId: string | null;
  readonly field: 'note' | 'evidence' | 'goodPractice' | 'override' | 'action' | 'owner';
  /** The item's question, or ''. */
  readonly question: string;
  /** As it would be sent, with what is hidden hidden. */
  readonly text: string;
  readonly words: readonly string[];
  /** First names in lower case: weaker. */
  readonly hints: readonly string[];
}

/** What a package says of itself. Everything but `needsPassphrase` is null or empty until it can be opened. */
export interface PackageSummary {
  /** Cases to read, cases to read blind a second time, or the answers. */
  readonly kind: PackageKind | null;
  readonly needsPassphrase: boolean;
  readonly unit: string;
  /** The name of the round. */
  readonly period: string;
  readonly municipality: string;
  readonly head: string;
  /** ISO instant, or '' before it is opened. */
  readonly madeAt: string;
  readonly cases: number;
  /** The checklist's title, or its id where the package brings none and it is not here. */
  readonly template: string;
}

export interface ReceivedCases {
  readonly roundId: string;
  readonly cases: number;
  /** Of them, cases that were not here before. */
  readonly added: number;
}

export interface CollectedPackage {
  readonly roundId: string;
  readonly unit: string;
  readonly outcome: 'merged' | 'nothing-new';
  /** Cells (answers, states of reviews, actions) that changed here. */
  readonly answers: number;
  /** Conflicts that were not there before. */
  readonly conflicts: number;
  readonly closed: number;
  readonly cases: number;
  readonly madeAt: string;
}

/** How far one unit is. `own`: it drew the round itself. */
export interface ExchangeLine {
  readonly exchangeId: string;
  readonly kind: 'cases' | 'second-reading' | 'own';
  readonly unit: string;
  readonly head: string;
  readonly sentAt: string;
  readonly cases: number;
  /** As the last package that was merged said. */
  readonly closed: number;
  /** When the newest package that was merged was made, and when it was merged; null before the first. */
  readonly lastMadeAt: string | null;
  readonly lastCollectedAt: string | null;
  /** Whole days since it was sent, or since the last package, while reviews are missing; 0 when all are closed. */
  readonly daysWaiting: number;
}

export interface RoundExchange {
  readonly roundId: string;
  readonly roundName: string;
  readonly asOf: string;
  readonly lines: readonly ExchangeLine[];
  /** Cases of the round in no package. */
  readonly notSent: number;
  readonly conflicts: number;
}

/** What one person wrote where several did. */
export type ConflictContent =
  | { readonly what: 'answer'; readonly answer: ItemAnswer }
  | { readonly what: 'review'; readonly state: ReviewState; readonly reader: string }
  | { readonly what: 'conversation'; readonly conversation: Conversation | null }
  | { readonly what: 'comment'; readonly comment: CaseworkerComment | null }
  | { readonly what: 'action'; readonly action: Omit<Action, 'id' | 'roundId'> };

export interface ExchangeConflict {
  readonly cell: string;
  /** Null for an action on no single case. */
  readonly caseId: string | null;
  /** The case's sampling number, or ''. */
  readonly number: string;
  readonly reading: 1 | 2;
  readonly what: ConflictContent['what'];
  /** The item's question, or ''. */
  readonly question: string;
  readonly versions: readonly {
    readonly versionId: string;
    readonly by: string;
    readonly at: string;
    readonly content: ConflictContent;
  }[];
}

const inRound = { roundId: z.string() };
const unit = z.string().trim().max(200);
/** A passphrase of a package; '' and null mean that none is given. */
const passphrase = z.string().max(1_000);

/** One workspace to another and back: cases out, answers home. */
export const sendOperations = {
  /** The round's cases (replaced ones left out) by team or caseworker, or all in one. */
  'exchange.shares': {
    kind: 'query',
    input: z.object({ ...inRound, by: z.enum(['team', 'caseworker', 'whole']) }),
    output: ofType<readonly UnitShare[]>(),
  },
  /** Random words that are easily said on the telephone; another every time. */
  'exchange.suggestPassphrase': {
    kind: 'query',
    input: z.object({}),
    output: ofType<{ readonly passphrase: string }>(),
  },
  /** Sends cases to the one who reads them. Again to the same unit and reader: the same exchange, with more cases. */
  'exchange.send': {
    kind: 'command',
    input: z.object({
      ...inRound,
      kind: z.enum(['cases', 'second-reading']),
      unit,
      /** The name of the reader. */
      head: z.string().trim().min(1).max(200),
      caseIds: z.array(z.string()).min(1).max(100_000),
      passphrase,
      target: fileRef,
    }),
    output: ofType<{ readonly exchangeId: string; readonly name: string; readonly cases: number }>(),
  },
  'exchange.previewResult': {
    kind: 'query',
    input: z.object({ ...inRound, withNames: z.boolean() }),
    output: ofType<ResultPreview>(),
  },
  /** `unit` counts for a round that was drawn here; one that was received keeps its own. */
  'exchange.sendResult': {
    kind: 'command',
    input: z.object({ ...inRound, unit, withNames: z.boolean(), passphrase: passphrase.nullable(), target: fileRef }),
    output: ofType<{
      readonly name: string;
      readonly cases: number;
      readonly closed: number;
      readonly hiddenPlaces: number;
    }>(),
  },
  'exchange.inspect': {
    kind: 'query',
    input: z.object({ file: fileRef, passphrase: passphrase.nullable() }),
    output: ofType<PackageSummary>(),
  },
  /** Cases to read. The same exchange again adds cases and keeps every answer. */
  'exchange.receive': {
    kind: 'command',
    input: z.object({ file: fileRef, passphrase }),
    output: ofType<ReceivedCases>(),
  },
} as const satisfies Record<string, OperationSpec>;

/** What came back: merged, waited for, and where two people wrote two things. */
export const collectOperations = {
  'exchange.collect': {
    kind: 'command',
    input: z.object({ file: fileRef, passphrase: passphrase.nullable() }),
    output: ofType<CollectedPackage>(),
  },
  'exchange.status': { kind: 'query', input: z.object({}), output: ofType<readonly RoundExchange[]>() },
  'exchange.conflicts': {
    kind: 'query',
    input: z.object(inRound),
    output: ofType<readonly ExchangeConflict[]>(),
  },
  /** A person chooses one version. `conflict-gone` where there is nothing to choose any more. */
  'exchange.decide': {
    kind: 'command',
    input: z.object({ ...inRound, cell: z.string(), versionId: z.string() }),
    output: ofType<{ readonly conflicts: number }>(),
  },
} as const satisfies Record<string, OperationSpec>;
