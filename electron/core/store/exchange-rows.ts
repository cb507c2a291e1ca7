import type { ResultPayload } from '#shared/domain/exchange/package.ts';

export type OriginRole = 'received' | 'second-reading' | 'collected';

/** What makes a package of answers openable where its cases came from, and its cases known again; both in base64. */
export interface ExchangeKeys {
  readonly returnKey: string;
  readonly recognitionKey: string;
}

/** A package that was merged into a round. */
export interface MergedPackage {
  readonly packageId: string;
  /** ISO instants: when it was made, and when it was merged here. */
  readonly madeAt: string;
  readonly at: string;
  /** Its closed reviews. */
  readonly closed: number;
}

/** Where a round came from that was drawn in another workspace. */
export interface RoundOrigin {
  readonly role: OriginRole;
  readonly unit: string;
  readonly exchangeId: string;
  /** The round's id where it was drawn. */
  readonly sourceRoundId: string;
  /** The head whose cases these are. */
  readonly head: string;
  /** Of what never changes in the draw's record. */
  readonly recordHash: string;
  /** In the order they were merged. */
  readonly packages: readonly MergedPackage[];
  /** Of a round whose cases were sent here; null for one that was collected. */
  readonly keys: ExchangeKeys | null;
  /** Who read the first time, by case number; of a second reading. */
  readonly firstReaders: Readonly<Record<string, string>>;
  /** The case numbers of this workspace, by the keys that the packages use; of a collected round. */
  readonly caseKeys: Readonly<Record<string, string>>;
  /** The data quality of the export that it was drawn on; of a collected round, where it is known. */
  readonly imported: ResultPayload['imported'];
}

/** What one unit was sent, and what came back. `own`: the unit drew the round itself, so nothing was sent. */
export interface Exchange {
  readonly exchangeId: string;
  readonly roundId: string;
  readonly kind: 'cases' | 'second-reading' | 'own';
  readonly unit: string;
  /** Who reads. */
  readonly head: string;
  /** ISO instant of the last sending. */
  readonly sentAt: string;
  /** All cases that were ever sent in it. */
  readonly caseIds: readonly string[];
  /** Null where nothing was sent. */
  readonly keys: ExchangeKeys | null;
  /** The packages that came back, in the order they were merged. */
  readonly received: readonly MergedPackage[];
}

/** What a person wrote of a starred example beyond the star's own line. */
export interface GoodPracticeRow {
  readonly roundId: string;
  readonly caseId: string;
  readonly itemId: string;
  readonly what: string;
  readonly why: string;
  /** Whom to ask. */
  readonly ask: string;
  /** Not shown in the catalogue. */
  readonly hidden: boolean;
}

/** A starred answer. */
export interface Starred {
  readonly roundId: string;
  readonly caseId: string;
  readonly itemId: string;
  /** The reader's line on what worked; may be empty. */
  readonly line: string;
}

/** Two years with one baseline. `start` is a date. */
export interface CourseRow {
  readonly courseId: string;
  readonly name: string;
  readonly baselineRoundId: string;
  readonly start: string;
}

/** The tables of what passes between workspaces, and of what several rounds are about. All calls are synchronous. */
export interface ExchangeTables {
  /** Where rounds came from; a round that was drawn here has none. */
  readonly origins: {
    get(roundId: string): RoundOrigin | undefined;
    /** In place of an earlier one. */
    set(roundId: string, origin: RoundOrigin): void;
    list(): ReadonlyMap<string, RoundOrigin>;
  };
  readonly exchanges: {
    get(exchangeId: string): Exchange | undefined;
    /** In place of an earlier one with the same id. */
    put(exchange: Exchange): void;
    remove(exchangeId: string): void;
    /** Of one round or of all, by the instant they were sent. */
    list(roundId?: string): readonly Exchange[];
  };
  /** The versions of a round's cells, as JSON documents by scope: a case, or the actions. */
  readonly versions: {
    of(roundId: string): ReadonlyMap<string, unknown>;
    get(roundId: string, scope: string): unknown;
    /** Of these scopes, those that there are. */
    some(roundId: string, scopes: readonly string[]): ReadonlyMap<string, unknown>;
    /** In place of an earlier one of the same scope. */
    put(roundId: string, scope: string, document: unknown): void;
  };
  readonly goodPractice: {
    list(): readonly GoodPracticeRow[];
    put(row: GoodPracticeRow): void;
    /** Every starred answer of a first reading, in no order. */
    starred(): readonly Starred[];
  };
  readonly courses: { list(): readonly CourseRow[]; put(course: CourseRow): void; remove(courseId: string): void };
}
