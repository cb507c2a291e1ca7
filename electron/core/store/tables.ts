import type { ImportSummary, RememberedMapping } from '#shared/contract/importing.ts';
import type { CommitteeWords, ReportSettings } from '#shared/contract/report.ts';
import type { DeletionReceipt } from '#shared/domain/deletion/receipt.ts';
import type { ColumnMapping } from '#shared/domain/importing/mapping.ts';
import type { ImportProblem } from '#shared/domain/importing/problem.ts';
import type { CaseRecord } from '#shared/domain/population/case.ts';
import type { Action } from '#shared/domain/review/action.ts';
import type { AnswerValue, ItemAnswer, Reading, ReviewState } from '#shared/domain/review/answer.ts';
import type { CaseworkerComment, Conversation } from '#shared/domain/review/conversation.ts';
import type { SecondReadingDraw } from '#shared/domain/review/second-reading.ts';
import type { ChecklistTemplate } from '#shared/domain/review/template.ts';
import type { DrawnCase, DrawRecord } from '#shared/domain/sampling/draw-record.ts';

import type { CellTables } from './cell-rows.ts';
import type { CompileTables } from './compile-rows.ts';
import type { ExchangeTables } from './exchange-rows.ts';

export interface Profile {
  readonly municipality: string;
  readonly department: string;
  readonly reviewer: string;
}

export interface ImportRow {
  readonly summary: ImportSummary;
  readonly mapping: ColumnMapping;
  readonly problems: readonly ImportProblem[];
  /** false: the cases lie in another workspace, and the tables do not give the row. */
  readonly here?: boolean;
}

export interface RoundRow {
  readonly id: string;
  readonly name: string;
  readonly importId: string;
  readonly createdAt: string;
  readonly example: boolean;
  readonly templateId: string;
  readonly templateEdition: number;
  readonly record: DrawRecord;
}

/** A case of a round with what the population said of it; stays when the population is deleted. */
export interface SampleCaseRow {
  readonly roundId: string;
  readonly drawn: DrawnCase;
  /** The case number that took its place, or null. */
  readonly replacedBy: string | null;
  readonly case: CaseRecord;
}

/** A case of a round without what the population said of it: listing them all reads no documents. */
export type SamplePlace = Pick<SampleCaseRow, 'drawn' | 'replacedBy'>;

/** How far a review is, without its answers. */
export interface ReviewStanding extends Pick<ReviewRow, 'caseId' | 'state' | 'seconds'> {
  /** Answers with a value that a reader gave; those that the facts gave are left out. */
  readonly answered: number;
}

/** How long a closed review of a real case took, as far as the program knows. */
export interface ReviewTimes {
  /** As it was measured while the review was written; 0 where it was not. */
  readonly seconds: number;
  /** ISO instants, in no order: the start, the answers as they stand now, and the closing. */
  readonly moments: readonly string[];
}

export interface ReviewRow {
  readonly roundId: string;
  readonly caseId: string;
  readonly reading: Reading;
  readonly reader: string;
  readonly state: ReviewState;
  readonly answers: readonly ItemAnswer[];
  readonly closedAt: string | null;
  /** Time spent on the case, pauses left out. */
  readonly seconds: number;
}

/** What a reader answered to one item of a practice case. */
export interface PracticeAnswerRow {
  readonly practiceId: string;
  readonly reader: string;
  readonly itemId: string;
  readonly value: AnswerValue | null;
  readonly note: string;
}

/** One line of the change log, with its values as they were given. */
export interface ChangeLine {
  readonly number: number;
  readonly at: string;
  readonly who: string;
  readonly kind: string;
  readonly target: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** A round that was deleted. Holds no name of a person and no case number. */
export interface DeletionRow extends Omit<DeletionReceipt, 'auditNumber' | 'auditHash' | 'proof'> {
  /** Later draws on the same population still count this one. */
  readonly populationFingerprint: string;
  /** Those whose cases were deleted with it. */
  readonly imports: readonly string[];
  /** What had to be removed, relative to the workspace. */
  readonly files: readonly string[];
}

/** The tables of a workspace, as the use cases see them. SQL stays behind this. All calls are synchronous. */
export interface Tables extends CellTables, CompileTables, ExchangeTables {
  readonly profile: { get(): Profile; set(profile: Profile): void };
  readonly imports: {
    add(row: ImportRow): void;
    get(importId: string): ImportRow | undefined;
    /** Newest first. */
    list(): readonly ImportSummary[];
  };
  /** How the columns of an export are read, by the key of its column names. */
  readonly mappings: {
    /** In place of an earlier one with the same key. */
    put(mapping: RememberedMapping): void;
    get(headersKey: string): RememberedMapping | undefined;
    /** Newest first. */
    list(): readonly RememberedMapping[];
    remove(headersKey: string): void;
  };
  readonly rounds: {
    add(row: RoundRow, cases: readonly SampleCaseRow[]): void;
    get(roundId: string): RoundRow | undefined;
    /** Newest first. */
    list(): readonly RoundRow[];
    setRecord(roundId: string, record: DrawRecord): void;
    /** How many rounds were drawn on a population with this fingerprint; those that were deleted count. */
    countDraws(populationFingerprint: string): number;
  };
  readonly sample: {
    /** Random parts first, then by part, stratum and rank; replaced cases included. */
    list(roundId: string): readonly SampleCaseRow[];
    /** In the same order. */
    places(roundId: string): readonly SamplePlace[];
    get(roundId: string, caseId: string): SampleCaseRow | undefined;
    /** `by` is a new case, or one of the round that moves to the replaced case's part; its review stays. */
    replace(roundId: string, caseId: string, by: SampleCaseRow): void;
    /** A new case of the round, or one of it that moves to another part; its review stays. */
    put(row: SampleCaseRow): void;
    /** What a package says of a case of the round; null where it stands. */
    setReplacedBy(roundId: string, caseId: string, by: string | null): void;
    /**
     * Case numbers with a closed review whose closing instant is not before `since` (ISO). Of a round that was drawn
     * elsewhere there are none: its cases have other names here.
     */
    reviewedSince(since: string): readonly string[];
  };
  /** `reading` is the first one where it is not given. */
  readonly reviews: {
    /** One row per case of the round that has been started. */
    list(roundId: string, reading?: Reading): readonly ReviewRow[];
    /** The same reviews; their answers are counted where they lie, which costs a small part of reading them. */
    standings(roundId: string, reading?: Reading): readonly ReviewStanding[];
    get(roundId: string, caseId: string, reading?: Reading): ReviewRow | undefined;
    /** Makes the review where it is not there, and counts the time since the last act on it. */
    start(
      review: Pick<ReviewRow, 'roundId' | 'caseId' | 'reading'> & { readonly reader: string | null },
      at: string,
    ): void;
    /** Both readings of rounds that are not examples. */
    closedTimes(): readonly ReviewTimes[];
    setAnswer(roundId: string, caseId: string, answer: ItemAnswer, at: string, reading?: Reading): void;
    setState(roundId: string, caseId: string, state: ReviewState, at: string, reading?: Reading): void;
  };
  readonly conversations: {
    get(roundId: string, caseId: string): Conversation | undefined;
    set(roundId: string, caseId: string, conversation: Conversation): void;
    comments(roundId: string, caseId: string): Readonly<Record<string, CaseworkerComment>>;
    /** Null takes the comment away. */
    setComment(roundId: string, caseId: string, itemId: string, comment: CaseworkerComment | null): void;
  };
  readonly secondReadings: {
    get(roundId: string): SecondReadingDraw | undefined;
    set(roundId: string, draw: SecondReadingDraw): void;
  };
  readonly practice: {
    list(practiceId: string): readonly PracticeAnswerRow[];
    set(row: PracticeAnswerRow, at: string): void;
  };
  readonly changes: {
    /** The changes of these targets, oldest first. */
    of(targets: readonly string[]): readonly ChangeLine[];
    /**
     * The instant of the last change to a round, to a case of it or to one of these other targets; null where there is
     * none. That a report was written or a case was looked at is no change of the round.
     */
    lastOf(roundId: string, others: readonly string[]): string | null;
    /** The line of the audit log of the first change at this very instant; no later line alters it. Null: none. */
    loggedAt(at: string): { readonly number: number; readonly hash: string } | null;
  };
  readonly actions: { list(): readonly Action[]; get(id: string): Action | undefined; put(action: Action): void };
  readonly templates: {
    get(id: string, edition: number): ChecklistTemplate | undefined;
    put(template: ChecklistTemplate): void;
    /** Every edition that is kept. */
    list(): readonly ChecklistTemplate[];
  };
  readonly marks: {
    /** The key of this workspace's marks; without it they say nothing. */
    key(): Uint8Array | undefined;
    /** The same, made the first time. Within a change. */
    ensureKey(): Uint8Array;
    /** The newest closing counts. */
    addReviewed(mark: Uint8Array, closedAt: string): void;
    /** The instant of the last closing, by mark in hexadecimal digits. */
    reviewed(): ReadonlyMap<string, string>;
  };
  readonly words: {
    get(roundId: string): CommitteeWords | undefined;
    set(roundId: string, words: CommitteeWords | null): void;
    /** Of several rounds together, in whatever order they are named. */
    getOfSet(roundIds: readonly string[]): CommitteeWords | undefined;
    setOfSet(roundIds: readonly string[], words: CommitteeWords | null): void;
  };
  readonly keeping: {
    /** The day that a person chose for a round; null where none was. */
    retainUntil(roundId: string): string | null;
    setRetainUntil(roundId: string, day: string | null): void;
  };
  /** The same for all rounds. */
  readonly reportSettings: { get(): ReportSettings; set(settings: ReportSettings): void };
}
