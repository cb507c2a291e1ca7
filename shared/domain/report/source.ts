import type { LocalDate } from '../calendar/local-date.ts';
import type { RowCounts } from '../importing/problem.ts';
import type { CaseRecord } from '../population/case.ts';
import type { Action } from '../review/action.ts';
import type { ItemAnswer, ReviewState } from '../review/answer.ts';
import type { CaseTalk } from './case-page.ts';
import type { ItemAgreement } from '../review/second-reading.ts';
import type { ChecklistTemplate } from '../review/template.ts';
import type { DrawnCase, DrawRecord } from '../sampling/draw-record.ts';
import type { SamplingPlan } from '../sampling/plan.ts';
import type { BenchmarkFile } from './benchmark.ts';
import type { CommitteeWords } from './committee-words.ts';
import type { LeftOutReason } from './compile/common-template.ts';
import type { Figures } from './figures.ts';
import type { SuppressionThreshold } from './suppression.ts';

/** A case of the round, replaced ones included. */
export interface ReportCase {
  readonly drawn: DrawnCase;
  readonly replacedBy: string | null;
  readonly case: CaseRecord;
  /** The day its deadlines are judged on, where its round is one of several; otherwise that of the record. */
  readonly asOf?: string;
}

/** A round that stands together with others, as its own reports see it. */
export interface TogetherRound {
  /** Its unit and name; no two of a set are alike. */
  readonly label: string;
  /** In whose figures its cases stand. */
  readonly units: ReadonlySet<string>;
  readonly source: ReportSource;
}

/** A round, or items of it, that are not in a report over several rounds. */
export interface NotTogether {
  readonly label: string;
  /** Empty: the whole round. */
  readonly questions: readonly string[];
  readonly reason: LeftOutReason;
}

/** What was answered in one case; a case that was never opened has none. */
export interface ReportReview {
  readonly caseId: string;
  readonly state: ReviewState;
  readonly answers: readonly ItemAnswer[];
  readonly closedAt: string | null;
}

/** How far two readers agree over the cases that both have closed. Items: worst first. */
export interface ReportAgreement {
  readonly picked: number;
  readonly bothClosed: number;
  readonly total: ItemAgreement;
  readonly items: readonly ItemAgreement[];
}

/** A round that was drawn before the one that is reported on, with the figures that its own report had. */
export interface EarlierRound {
  readonly roundId: string;
  readonly name: string;
  /** The day its deadlines were judged on, ISO 8601. */
  readonly asOf: string;
  readonly template: ChecklistTemplate;
  readonly figures: Figures;
  /** Of the cases of the report's team alone; left out where the report is about all teams. */
  readonly ofTeam?: Figures;
  readonly actions: readonly Action[];
  /** What it drew among; none: taken to be cases of the same kind. */
  readonly plan?: Pick<SamplingPlan, 'unit' | 'parts'>;
}

/** A kind of problem that the import met, and in how many rows or cells. */
export interface ImportTrouble {
  readonly code: string;
  readonly count: number;
}

/** Everything a report may draw on. Which of it a reader may see is decided by each report. */
export interface ReportSource {
  readonly profile: { readonly municipality: string; readonly department: string; readonly reviewer: string };
  readonly programVersion: string;
  /**
   * The instant of the last change to the round, ISO 8601 in UTC, and the same day in Denmark. It is the report's own
   * date: writing it again from the same data gives the same bytes.
   */
  readonly created: string;
  readonly today: LocalDate;
  /**
   * The line of the audit log with that change; its hash covers every line before it, so a copy of the report kept
   * elsewhere witnesses them. Left out where there is none.
   */
  readonly logged?: { readonly number: number; readonly hash: string };
  readonly round: { readonly name: string; readonly example: boolean };
  readonly record: DrawRecord;
  /** Of several rounds: each of them, oldest first. Then `record` holds all their strata and cases, and no draw of its own. */
  readonly together?: readonly TogetherRound[];
  readonly notTogether?: readonly NotTogether[];
  /** The cases of whole rounds that are left out: nobody of them may be named either. */
  readonly leftOutCases?: readonly ReportCase[];
  readonly template: ChecklistTemplate;
  /** What the import counted; null where the import is no longer in the workspace. */
  readonly imported: {
    readonly fileName: string;
    readonly rows: RowCounts;
    readonly cases: number;
    readonly problems: readonly ImportTrouble[];
  } | null;
  readonly cases: readonly ReportCase[];
  readonly reviews: readonly ReportReview[];
  readonly actions: readonly Action[];
  /** What the talk with the caseworker left, by case number; a case that is not there has not been talked about. */
  readonly talks?: Readonly<Record<string, CaseTalk>>;
  /** How many people read the cases; null where it is not known. */
  readonly readers: number | null;
  /** Left out where no case is read twice. */
  readonly secondReading?: ReportAgreement;
  readonly words: CommitteeWords;
  readonly benchmarks: BenchmarkFile | null;
  /** Oldest first; rounds of real cases for a round of real cases, examples for an example. */
  readonly earlier: readonly EarlierRound[];
  /** The smallest group that the committee's papers may show. */
  readonly threshold: SuppressionThreshold;
  /** The team that the leader's report is about; null for all teams. */
  readonly team: string | null;
}
