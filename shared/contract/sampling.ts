import { z } from 'zod';

import { type DrawRecord, drawRecord, replacementReason } from '../domain/sampling/draw-record.ts';
import type { ToldCases } from '../domain/sampling/partial-record.ts';
import { samplingPlan } from '../domain/sampling/plan.ts';
import type { YearCoverage } from '../domain/sampling/year-plan.ts';
import type { RoundRole } from './exchange.ts';
import { fileRef, ofType, type OperationSpec } from './operation.ts';

/** What a plan would draw, before the seed is known. */
export interface PlanPreview {
  readonly populationSize: number;
  readonly populationFingerprint: string;
  readonly drawNumber: number;
  readonly excluded: readonly { readonly reason: string; readonly count: number }[];
  readonly parts: readonly {
    readonly partIndex: number;
    readonly kind: 'random' | 'targeted';
    readonly frameSize: number;
    readonly fingerprint: string;
    readonly drawn: number;
    readonly strata: readonly { readonly name: string; readonly size: number; readonly drawn: number }[];
  }[];
}

/** The places, from 0, of a stratum's drawn cases among its cases in the order of case numbers. */
export interface StratumPlaces {
  readonly partIndex: number;
  readonly name: string;
  readonly places: readonly number[];
}

export interface RoundSummary {
  readonly roundId: string;
  readonly name: string;
  readonly importId: string;
  readonly createdAt: string;
  readonly record: DrawRecord;
  readonly example: boolean;
  readonly closed: number;
  readonly drawn: number;
  readonly role: RoundRole;
  /** Of a round from another workspace; '' for one that was drawn here. */
  readonly unit: string;
}

/** The year's quotas and coverage up to a month (`2026-02`), and the draw proposed for it. */
export interface YearPlan extends YearCoverage {
  readonly month: string;
}

/** How long a case took to review, from past rounds of real cases; null while there is nothing to measure. */
export interface ReadingPace {
  /** Closed reviews that the median is taken over. */
  readonly cases: number;
  readonly medianMinutes: number | null;
}

export const samplingOperations = {
  'sampling.preview': {
    kind: 'query',
    input: z.object({ importId: z.string(), plan: samplingPlan }),
    output: ofType<PlanPreview>(),
  },
  'sampling.draw': {
    kind: 'command',
    input: z.object({
      importId: z.string(),
      plan: samplingPlan,
      name: z.string().trim().max(100).optional(),
      /** The checklist of the round, in its newest edition; the whole of barnets lov where nothing is said. */
      templateId: z.string().min(1).optional(),
      /** Why the list is drawn again; required from the second draw on. */
      redrawReason: z.string().trim().max(500).optional(),
    }),
    output: ofType<RoundSummary>(),
  },
  'sampling.rounds': { kind: 'query', input: z.object({}), output: ofType<readonly RoundSummary[]>() },
  /** For the picture of the frame; null once the population is deleted. */
  'sampling.places': {
    kind: 'query',
    input: z.object({ roundId: z.string() }),
    output: ofType<readonly StratumPlaces[] | null>(),
  },
  'sampling.replace': {
    kind: 'command',
    input: z.object({ roundId: z.string(), caseId: z.string(), reason: replacementReason }),
    output: ofType<RoundSummary>(),
  },
  /** More cases into one part: `size` is its new size, or its new number per stratum. Every earlier case stays. */
  'sampling.enlarge': {
    kind: 'command',
    input: z.object({
      roundId: z.string(),
      partIndex: z.int().nonnegative().default(0),
      size: z.int().positive(),
      reason: z.string().trim().min(1).max(500).optional(),
    }),
    output: ofType<RoundSummary>(),
  },
  /** Quotas per team or caseworker: coverage so far this year, who is not covered, and the next month's plan. */
  'sampling.yearPlan': {
    kind: 'query',
    input: z.object({
      importId: z.string(),
      by: z.enum(['team', 'caseworker']),
      perYear: z.int().positive().max(1000),
      month: z
        .string()
        .regex(/^\d{4}-(?:0[1-9]|1[0-2])$/u)
        .optional(),
    }),
    output: ofType<YearPlan>(),
  },
  /** Minutes per case from past reviews, for the planner. */
  'sampling.pace': { kind: 'query', input: z.object({}), output: ofType<ReadingPace>() },
  'sampling.saveRecord': {
    kind: 'command',
    input: z.object({ roundId: z.string(), target: fileRef }),
    output: ofType<{ readonly name: string }>(),
  },
  /** The verification sheet for people: an Excel file without names. */
  'sampling.saveSheet': {
    kind: 'command',
    input: z.object({ roundId: z.string(), target: fileRef }),
    output: ofType<{ readonly name: string }>(),
  },
  'sampling.verify': {
    kind: 'query',
    input: z.object({ record: drawRecord, file: fileRef }),
    output: ofType<{
      readonly same: boolean;
      readonly differences: readonly string[];
      /** Of a record that tells one reader's cases only: `same` is then about those, and the draw is not repeated. */
      readonly part?: ToldCases;
    }>(),
  },
} as const satisfies Record<string, OperationSpec>;
