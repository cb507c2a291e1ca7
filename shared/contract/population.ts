import { z } from 'zod';

import type { CaseRecord } from '../domain/population/case.ts';
import { type DateCheckLine, dateCheckVerdicts } from '../domain/population/date-check.ts';
import type { DateFinding } from '../domain/review/date-finding.ts';
import { fileRef, ofType, type OperationSpec, stepProgress } from './operation.ts';

export interface CountedValue {
  readonly value: string;
  readonly count: number;
}

/** What the date rules say over every case of an import on one day; a check of registered dates, no judgement. */
export interface DateCheck {
  readonly importId: string;
  readonly asOf: string;
  readonly cases: number;
  readonly lines: readonly DateCheckLine[];
}

/** Cases of a comparison: how many, and the numbers of the first thousand in their order. */
export interface ComparedCases {
  readonly count: number;
  readonly caseIds: readonly string[];
}

/** What has happened to a population since an earlier list of it. */
export interface PopulationComparison {
  readonly importId: string;
  /** Null where there is no earlier list of the same cases. */
  readonly earlier: { readonly importId: string; readonly fileName: string; readonly importedAt: string } | null;
  readonly fresh: ComparedCases;
  /** `caseIds` is empty where the earlier cases are deleted: keyed marks count, and name no one. */
  readonly gone: ComparedCases;
  readonly changed: ComparedCases;
  /** In how many of the changed cases each field differs; null where the earlier cases are deleted. */
  readonly changedFields: readonly { readonly field: string; readonly count: number }[] | null;
  /** Cases with a review closed earlier, with the instant of the last one. */
  readonly reviewed: { readonly count: number; readonly cases: readonly ReviewedCase[] };
}

export interface ReviewedCase {
  readonly caseId: string;
  readonly closedAt: string;
}

export interface PopulationSummary {
  readonly importId: string;
  readonly cases: number;
  readonly teams: readonly CountedValue[];
  readonly caseworkers: readonly CountedValue[];
  readonly caseTypes: readonly CountedValue[];
  readonly statuses: readonly CountedValue[];
  readonly legalBases: readonly CountedValue[];
}

/** A line of the case list; the child's name and CPR number are not in it. */
export interface CaseLine {
  readonly id: string;
  readonly team: string | null;
  readonly caseworker: string | null;
  readonly caseType: string | null;
  readonly legalBasis: string | null;
  readonly status: string | null;
  readonly opened: string | null;
  readonly decided: string | null;
  /** Where the list is narrowed to a date rule: what the rule says of the case. */
  readonly finding?: DateFinding;
  /** Where the list is narrowed to cases reviewed before: when. */
  readonly reviewedAt?: string;
}

/** One case with what the date rules say of it on `asOf`. */
export interface PopulationCase extends CaseRecord {
  readonly asOf: string;
  readonly findings: readonly DateFinding[];
}

export const populationSorts = ['id', 'team', 'caseworker', 'caseType', 'status', 'opened', 'decided'] as const;

/** The orders of the list; by the days over the limit only where it is narrowed to a rule, else by number. */
export const populationListSorts = [...populationSorts, 'days'] as const;

/** Cases that a comparison with an earlier list points at. */
export const populationSince = ['fresh', 'changed', 'reviewed'] as const;

const inImport = z.object({ importId: z.string() });

export const populationOperations = {
  'population.summary': {
    kind: 'query',
    input: inImport,
    output: ofType<PopulationSummary>(),
  },
  /** The date rules over every case, judged on today; the answer is kept until tomorrow. */
  'population.dateCheck': { kind: 'query', input: inImport, output: ofType<DateCheck>(), progress: stepProgress },
  'population.saveDateCheck': {
    kind: 'command',
    input: inImport.extend({ target: fileRef }),
    output: ofType<{ readonly name: string }>(),
    progress: stepProgress,
  },
  /** Without `earlierId`: the newest earlier import that shares a case with this one. */
  'population.compare': {
    kind: 'query',
    input: inImport.extend({ earlierId: z.string().nullish() }),
    output: ofType<PopulationComparison>(),
    progress: stepProgress,
  },
  'population.list': {
    kind: 'query',
    input: z.object({
      importId: z.string(),
      search: z.string().max(200).default(''),
      team: z.string().nullish(),
      /** The same as `rule` with the verdict `broken`. */
      brokenRule: z.string().nullish(),
      /** Only cases of which this date rule gives this verdict; each line then carries the rule's finding. */
      rule: z.string().nullish(),
      verdict: z.enum(dateCheckVerdicts).default('broken'),
      /** Only cases that are new or changed since an earlier list (`earlierId`), or that were reviewed before. */
      since: z.enum(populationSince).nullish(),
      earlierId: z.string().nullish(),
      sort: z.enum(populationListSorts).default('id'),
      descending: z.boolean().default(false),
      offset: z.int().nonnegative().default(0),
      limit: z.int().positive().max(500).default(200),
    }),
    output: ofType<{ readonly total: number; readonly lines: readonly CaseLine[] }>(),
  },
  'population.case': {
    kind: 'query',
    input: z.object({ importId: z.string(), caseId: z.string() }),
    output: ofType<PopulationCase>(),
  },
} as const satisfies Record<string, OperationSpec>;
