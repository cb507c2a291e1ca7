import type { AnswerTable } from '#shared/domain/report/compile/answer-table.ts';

/** How far the audit log was, so that what has changed since can be told; the hash tells when it is another log. */
export interface LogMark {
  readonly number: number;
  readonly hash: string;
}

/** What is read of whole rounds at once, to be put together with others. All calls are synchronous. */
export interface CompileTables {
  readonly answerTables: {
    /** The first reading. Answers to other items are left out. In the order of case numbers. */
    of(roundId: string, itemIds: readonly string[]): AnswerTable;
    roundIds(): readonly string[];
    /** How many standing cases each round has, and how many of them are closed. */
    progress(): ReadonlyMap<string, { readonly drawn: number; readonly closed: number }>;
    mark(): LogMark;
    /** The targets of what was changed since; null where that cannot be told. */
    targetsSince(mark: LogMark): readonly string[] | null;
  };
}
