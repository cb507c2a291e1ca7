import { z } from 'zod';

import type { CaseRecord } from '../domain/population/case.ts';
import { ofType, type OperationSpec } from './operation.ts';

export interface CountedValue {
  readonly value: string;
  readonly count: number;
}

/** What a date rule says over every case of the population: kept, broken, date missing, not relevant. */
export interface DateSignal {
  readonly rule: string;
  readonly kept: number;
  readonly broken: number;
  readonly unclear: number;
  readonly missing: number;
  readonly notRelevant: number;
}

export interface PopulationSummary {
  readonly importId: string;
  readonly cases: number;
  readonly teams: readonly CountedValue[];
  readonly caseworkers: readonly CountedValue[];
  readonly caseTypes: readonly CountedValue[];
  readonly statuses: readonly CountedValue[];
  readonly signals: readonly DateSignal[];
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
}

export const populationSorts = ['id', 'team', 'caseworker', 'caseType', 'status', 'opened', 'decided'] as const;

export const populationOperations = {
  'population.summary': {
    kind: 'query',
    input: z.object({ importId: z.string() }),
    output: ofType<PopulationSummary>(),
  },
  'population.list': {
    kind: 'query',
    input: z.object({
      importId: z.string(),
      search: z.string().max(200).default(''),
      team: z.string().nullish(),
      /** Only cases where this date rule says that the deadline is broken. */
      brokenRule: z.string().nullish(),
      sort: z.enum(populationSorts).default('id'),
      descending: z.boolean().default(false),
      offset: z.int().nonnegative().default(0),
      limit: z.int().positive().max(500).default(200),
    }),
    output: ofType<{ readonly total: number; readonly lines: readonly CaseLine[] }>(),
  },
  'population.case': {
    kind: 'query',
    input: z.object({ importId: z.string(), caseId: z.string() }),
    output: ofType<CaseRecord>(),
  },
} as const satisfies Record<string, OperationSpec>;
