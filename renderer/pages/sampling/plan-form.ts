import type { AllocationKind, SamplingUnit, Stratifier } from '#shared/domain/sampling/plan.ts';
import type { FieldId } from '#shared/domain/importing/fields.ts';
import { targetedRuleWords } from '#shared/words/targeted-rules.ts';

import { type Condition, newCondition } from './plan-condition.ts';
import { newKey } from './plan-keys.ts';

/** How the cases of a random part are picked. */
export type Picking = 'ticket' | 'systematic' | 'everything';

/** A random part as its sentence holds it. */
export interface RandomForm {
  readonly key: number;
  readonly kind: 'random';
  /** 0 while none is written. */
  readonly size: number;
  readonly picking: Picking;
  readonly allocation: Exclude<AllocationKind, 'everything'> | 'none';
  readonly stratifyBy: Stratifier;
  /** At least so many from each group; 0 means no minimum. */
  readonly minimum: number;
  /** One status, or '' for all; the short way to the condition that is used most. */
  readonly status: string;
  readonly conditions: readonly Condition[];
}

/** A rule of the user's own while it is written. */
export interface OwnRuleForm {
  readonly name: string;
  readonly conditions: readonly Condition[];
  /** '' means by ticket. */
  readonly rankBy: FieldId | '';
  readonly order: 'ascending' | 'descending';
}

/** `byConditions` and `own` are no rules of the program; the others are named by it. */
export const byConditions = 'betingelser';
export const ownRule = 'egen-regel';

export interface TargetedForm {
  readonly key: number;
  readonly kind: 'targeted';
  readonly size: number;
  readonly rule: string;
  readonly own: OwnRuleForm;
  readonly conditions: readonly Condition[];
}

export type PartForm = RandomForm | TargetedForm;

/** Cases held out because of what the export says of them. */
export interface ExcludedGroup {
  readonly key: number;
  readonly conditions: readonly Condition[];
  readonly reason: string;
}

/** One case held out by its number. */
export interface ExcludedCase {
  readonly key: number;
  readonly caseId: string;
  readonly reason: string;
}

export interface ExclusionForm {
  /** 0 means whenever. */
  readonly reviewedWithinMonths: number;
  readonly ownCaseworkers: readonly string[];
  readonly groups: readonly ExcludedGroup[];
  readonly cases: readonly ExcludedCase[];
}

/** The plan as the page holds it. */
export interface PlanForm {
  readonly unit: SamplingUnit;
  readonly parts: readonly PartForm[];
  readonly exclusions: ExclusionForm;
}

/** At most so many parts, as the plan's own limit. */
export const mostParts = 20;

/** The plan at first: one sentence, in the unit that was chosen when the list was imported. */
export function firstPlan(unit: SamplingUnit = 'case'): PlanForm {
  return {
    unit,
    parts: [{ ...newRandomPart(), size: 30, allocation: 'proportional', conditions: [] }],
    exclusions: { reviewedWithinMonths: 12, ownCaseworkers: [], groups: [], cases: [] },
  };
}

/** A further random part; it needs a condition of its own, because no two random parts may hold the same case. */
export function newRandomPart(): RandomForm {
  return {
    key: newKey(),
    kind: 'random',
    size: 10,
    picking: 'ticket',
    allocation: 'none',
    stratifyBy: 'team',
    minimum: 0,
    status: '',
    conditions: [newCondition()],
  };
}

/** A part that takes every case of a kind. */
export function newCensusPart(): RandomForm {
  return { ...newRandomPart(), picking: 'everything' };
}

export function newTargetedPart(): TargetedForm {
  const own: OwnRuleForm = { name: '', conditions: [newCondition()], rankBy: '', order: 'ascending' };
  const [rule = byConditions] = Object.keys(targetedRuleWords);
  return { key: newKey(), kind: 'targeted', size: 5, rule, own, conditions: [] };
}
