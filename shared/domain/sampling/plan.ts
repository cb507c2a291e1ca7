import { z } from 'zod';

import { caseFilter, fieldId } from '../population/filter.ts';

/** The kinds of unit that a frame may count. The id of a unit is always a case number, never a CPR number. */
export const samplingUnits = ['case', 'child', 'family', 'report'] as const;
export const samplingUnit = z.enum(samplingUnits);
export type SamplingUnit = z.output<typeof samplingUnit>;

export const stratifiers = ['team', 'caseworker', 'caseType'] as const;
export const stratifier = z.enum(stratifiers);
export type Stratifier = z.output<typeof stratifier>;

export const allocationKinds = ['proportional', 'equal', 'perStratum', 'everything'] as const;
export const allocationKind = z.enum(allocationKinds);
export type AllocationKind = z.output<typeof allocationKind>;

export const randomPart = z.object({
  kind: z.literal('random'),
  /** How many cases in all; not used with `perStratum` and `everything`. */
  size: z.int().positive().optional(),
  stratifyBy: stratifier.nullable().default(null),
  /** `everything`: all cases of the frame (a census); they are left out of the frames of the other random parts. */
  allocation: allocationKind.default('proportional'),
  /** How many cases from each stratum, when `allocation` is `perStratum`. */
  perStratum: z.int().positive().optional(),
  /** With `proportional` and `equal`: at least so many from each stratum, or all of a smaller one. None: no minimum. */
  minimum: z.int().positive().optional(),
  /** `systematic`: at a fixed interval down the list of case numbers (method LT1-S). None: by ticket (method LT1). */
  selection: z.enum(['ticket', 'systematic']).optional(),
  where: z.array(caseFilter).default([]),
});
export type RandomPart = z.output<typeof randomPart>;

/** A rule of the user's own, as data: which cases, and in which order of a field's value (none: by ticket). */
export const ownRule = z.object({
  name: z.string().trim().min(1).max(80),
  where: z.array(caseFilter).min(1).max(20),
  rankBy: z.object({ field: fieldId, order: z.enum(['ascending', 'descending']) }).optional(),
});
export type OwnRule = z.output<typeof ownRule>;

export const targetedPart = z.object({
  kind: z.literal('targeted'),
  /** The name of a rule of the program, an own rule, or none: the cases that meet `where`. */
  rule: z.union([z.string().min(1), ownRule]).optional(),
  size: z.int().positive(),
  where: z.array(caseFilter).default([]),
});
export type TargetedPart = z.output<typeof targetedPart>;

/** A sampling plan as the page and the command line write it (PLAN.json). `asOf`: the day deadlines are judged on. */
export const samplingPlan = z.object({
  asOf: z.iso.date().nullable().default(null),
  seed: z.string().max(200).nullable().default(null),
  unit: samplingUnit.default('case'),
  parts: z
    .array(z.discriminatedUnion('kind', [randomPart, targetedPart]))
    .min(1)
    .max(20),
  exclude: z
    .object({
      reviewedWithinMonths: z.int().positive().max(120).optional(),
      /** Case numbers held out by hand, each with its reason in words. */
      cases: z.array(z.object({ caseId: z.string().min(1), reason: z.string().min(1) })).optional(),
      /** The reader's own cases: those of caseworkers with these names. The names do not go into the record. */
      ownCaseworkers: z.array(z.string().trim().min(1).max(200)).max(50).optional(),
      /** Cases that meet conditions (transferred, closed), each list of conditions with its reason in words. */
      where: z
        .array(z.object({ where: z.array(caseFilter).min(1), reason: z.string().trim().min(1).max(200) }))
        .max(20)
        .optional(),
    })
    .default({}),
});
export type SamplingPlan = z.output<typeof samplingPlan>;
export type SamplingPlanInput = z.input<typeof samplingPlan>;
export type PlanPart = SamplingPlan['parts'][number];

/** True for a part that is taken at an interval (method LT1-S). */
export function isSystematic(part: PlanPart): boolean {
  return part.kind === 'random' && part.selection === 'systematic';
}

/** True for a part that takes every case of its frame. */
export function isCensus(part: PlanPart): boolean {
  return part.kind === 'random' && part.allocation === 'everything';
}
