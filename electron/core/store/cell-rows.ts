import type { CaseworkerComment, Conversation } from '#shared/domain/review/conversation.ts';
import type { ItemAnswer, Reading, ReviewState } from '#shared/domain/review/answer.ts';

import type { ChangeEntry } from './change-entry.ts';

/** A reading of a case with the instants at which its answers were given. */
export interface WrittenReading {
  readonly caseId: string;
  readonly reading: Reading;
  readonly reader: string;
  readonly state: ReviewState;
  readonly closedAt: string | null;
  readonly seconds: number;
  /** ISO instants: when it was begun, and the last act on it. */
  readonly startedAt: string;
  readonly lastAt: string;
  readonly answers: readonly { readonly answer: ItemAnswer; readonly at: string }[];
}

/** What stands beside the answers of a case. */
export interface WrittenBeside {
  readonly caseId: string;
  readonly conversation: Conversation | null;
  /** By item id. */
  readonly comments: Readonly<Record<string, CaseworkerComment>>;
}

/** Who changed something last, by the change log. */
export interface LastAuthor {
  readonly by: string;
  /** ISO instant. */
  readonly at: string;
}

/** What several people may have written of a round, read and written whole: nothing is counted as work on the case. */
export interface CellTables {
  readonly cells: {
    /** Readings of these cases that are begun, the first one of a case first. */
    readings(roundId: string, caseIds: readonly string[]): readonly WrittenReading[];
    /** Who read these cases, and how far. */
    readers(
      roundId: string,
      caseIds: readonly string[],
    ): readonly Pick<WrittenReading, 'caseId' | 'reading' | 'reader' | 'state'>[];
    /** Of these cases, those with a conversation or comments. */
    beside(roundId: string, caseIds: readonly string[]): readonly WrittenBeside[];
    /** By target: of what was answered, said or promised in the round, as a person did it here. */
    authors(roundId: string): ReadonlyMap<string, LastAuthor>;
    /** In place of what stood of the reading; its answers stay. */
    putReading(roundId: string, reading: Omit<WrittenReading, 'answers'>): void;
    /** In place of what stood of these items; one that says nothing leaves no row. The reading must be there. */
    putAnswers(
      key: { readonly roundId: string; readonly caseId: string; readonly reading: Reading },
      answers: WrittenReading['answers'],
    ): void;
    /** A line of the change log beside the change's own one, so that a case tells what happened to it. */
    addChange(entry: ChangeEntry, who: string, at: string): void;
    /** The number of the newest line of the change log: while it is the same, no change was made. */
    lastChangeNumber(): number;
  };
}
