import { z } from 'zod';

import { columnMapping } from '../importing/mapping.ts';
import { samplingPlan } from './plan.ts';
import { drawMethod, systematicMethod } from './ticket.ts';

/** One case as drawn. `rank` counts from 1 within its stratum in ticket order; `ticket` is the hex SHA-256 of LT1. */
export const drawnCase = z.object({
  part: z.enum(['random', 'targeted']),
  /** Index into the plan's parts. */
  partIndex: z.int().nonnegative(),
  stratum: z.string(),
  rank: z.int().positive(),
  caseId: z.string(),
  ticket: z.string(),
  /** Days over the limit for a targeted case; the reason it was drawn. */
  exceededBy: z.int().optional(),
});
export type DrawnCase = z.output<typeof drawnCase>;

/** A stratum of one part: how many cases its frame holds and how many were drawn from it. */
export const drawnStratum = z.object({
  part: z.enum(['random', 'targeted']),
  partIndex: z.int().nonnegative(),
  name: z.string(),
  size: z.int().nonnegative(),
  drawn: z.int().nonnegative(),
  /** Of a systematic part: how many were taken at the interval; what an enlargement adds comes by ticket. */
  systematic: z.int().nonnegative().optional(),
});
export type DrawnStratum = z.output<typeof drawnStratum>;

export const replacementReasons = ['outside-frame', 'transferred', 'conflict-of-interest', 'cannot-be-opened'] as const;
/** Missing documentation is no reason: it is a finding (RAT-STATS, OIG). */
export const replacementReason = z.enum(replacementReasons);
export type ReplacementReason = z.output<typeof replacementReason>;

export const replacement = z.object({
  caseId: z.string(),
  replacedBy: z.string(),
  reason: replacementReason,
  at: z.string(),
});
export type Replacement = z.output<typeof replacement>;

/** More cases drawn into one part of a sample; the cases it had stay. */
export const enlargement = z.object({
  partIndex: z.int().nonnegative(),
  /** The part's new size; of a part with a number per stratum the new number. */
  size: z.int().positive(),
  /** How many cases came in. */
  added: z.int().nonnegative(),
  /** How many replacements the record held at the time: the two kinds of step are repeated in their order. */
  afterReplacements: z.int().nonnegative(),
  reason: z.string().nullable(),
  at: z.string(),
});
export type Enlargement = z.output<typeof enlargement>;

/** Everything that repeats a draw from the export file alone. Holds no CPR number and no child's name. */
export const drawRecord = z.object({
  format: z.literal('ledelsestilsyn-draw-record'),
  version: z.literal(1),
  /** `LT1-S` when any part of the plan is systematic; the other parts are drawn as LT1 all the same. */
  method: z.enum([drawMethod, systematicMethod]),
  programVersion: z.string(),
  drawnAt: z.string(),
  drawNumber: z.int().positive(),
  redrawReason: z.string().nullable(),
  file: z.object({ sha256: z.string(), mapping: columnMapping }),
  plan: samplingPlan,
  /** `plan.asOf` with "today" filled in. */
  asOf: z.iso.date(),
  seed: z.string().min(1),
  /** SHA-256 of the whole population's sorted `;id` lines, before filters and exclusions. */
  populationFingerprint: z.string(),
  populationSize: z.int().nonnegative(),
  excluded: z.array(z.object({ caseId: z.string(), reason: z.string() })),
  /** Per part: how many cases its frame holds and the SHA-256 of its sorted `stratum;id` lines. */
  frames: z.array(z.object({ partIndex: z.int(), size: z.int(), fingerprint: z.string() })),
  strata: z.array(drawnStratum),
  cases: z.array(drawnCase),
  replaced: z.array(replacement),
  /** In the order they were made; none in a record that was never enlarged. */
  enlargements: z.array(enlargement).optional(),
});
export type DrawRecord = z.output<typeof drawRecord>;
