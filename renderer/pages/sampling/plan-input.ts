import type { SamplingPlanInput } from '#shared/domain/sampling/plan.ts';

import { planWords } from '../../words/sampling-plan.ts';
import { allFilters, type KnownValues } from './plan-condition.ts';
import {
  byConditions,
  type ExclusionForm,
  ownRule,
  type OwnRuleForm,
  type PlanForm,
  type RandomForm,
  type TargetedForm,
} from './plan-form.ts';

type PartInput = SamplingPlanInput['parts'][number];
type Exclude = NonNullable<SamplingPlanInput['exclude']>;

/** The plan that the core understands, or what is still missing, a sentence for each. */
export type WrittenPlan =
  | { readonly plan: SamplingPlanInput; readonly missing: readonly [] }
  | { readonly plan: null; readonly missing: readonly string[] };

const words = planWords.missing;

export function planOf(form: PlanForm, known: KnownValues): WrittenPlan {
  const missing: string[] = [];
  const many = form.parts.length > 1;
  const parts = form.parts.flatMap((part, index) => {
    const written = part.kind === 'random' ? randomPart(part, known) : targetedPart(part, known);
    if (typeof written !== 'string') {
      return [written];
    }
    missing.push(many ? planWords.inPart(index + 1, written) : planWords.alone(written));
    return [];
  });
  const exclude = exclusions(form.exclusions, known, missing);
  return missing.length > 0 ? { plan: null, missing } : { plan: { unit: form.unit, parts, exclude }, missing: [] };
}

/** The part, or what it is missing. */
function randomPart(part: RandomForm, known: KnownValues): PartInput | string {
  const { size, picking, allocation, minimum, status, conditions } = part;
  const more = allFilters(conditions, known);
  const ofStatus = status === '' ? [] : allFilters([statusCondition(status)], known);
  if (picking !== 'everything' && !isCount(size)) {
    return allocation === 'perStratum' ? words.perStratum : words.size;
  }
  if (more === null || ofStatus === null) {
    return words.condition;
  }
  const where = [...ofStatus, ...more];
  if (picking === 'everything') {
    return { kind: 'random', stratifyBy: null, allocation: 'everything', where };
  }
  return {
    kind: 'random',
    ...(allocation === 'perStratum' ? { perStratum: size } : { size }),
    stratifyBy: allocation === 'none' ? null : part.stratifyBy,
    allocation: allocation === 'none' ? 'proportional' : allocation,
    ...(hasMinimum(part) ? { minimum } : {}),
    ...(picking === 'systematic' ? { selection: 'systematic' } : {}),
    where,
  };
}

/** True where the sentence of the part names a minimum per group. */
export function hasMinimum({ picking, allocation, minimum }: RandomForm): boolean {
  return picking !== 'everything' && (allocation === 'proportional' || allocation === 'equal') && isCount(minimum);
}

function statusCondition(status: string) {
  return { key: 0, field: 'status', kind: 'oneOf', values: [status], text: status, from: '', to: '' } as const;
}

function targetedPart({ size, rule, own, conditions }: TargetedForm, known: KnownValues): PartInput | string {
  const where = allFilters(conditions, known);
  if (!isCount(size)) {
    return words.size;
  }
  if (where === null || (rule === byConditions && where.length === 0)) {
    return words.condition;
  }
  if (rule === byConditions) {
    return { kind: 'targeted', size, where };
  }
  if (rule !== ownRule) {
    return { kind: 'targeted', rule, size, where };
  }
  const written = ownRuleInput(own, known);
  return typeof written === 'string' ? written : { kind: 'targeted', rule: written, size, where };
}

function ownRuleInput({ name, conditions, rankBy, order }: OwnRuleForm, known: KnownValues) {
  const where = allFilters(conditions, known);
  if (name.trim() === '') {
    return words.ruleName;
  }
  if (where === null || where.length === 0) {
    return words.ruleCondition;
  }
  return { name: name.trim(), where, ...(rankBy === '' ? {} : { rankBy: { field: rankBy, order } }) };
}

function exclusions(form: ExclusionForm, known: KnownValues, missing: string[]): Exclude {
  const groups = form.groups.flatMap(({ conditions, reason }) => {
    const where = allFilters(conditions, known);
    if (where === null || where.length === 0) {
      missing.push(words.exclusionCondition);
    } else if (reason.trim() === '') {
      missing.push(words.exclusionReason);
    } else {
      return [{ where, reason: reason.trim() }];
    }
    return [];
  });
  const cases = form.cases.flatMap(({ caseId, reason }) => {
    if (caseId.trim() !== '' && reason.trim() !== '') {
      return [{ caseId: caseId.trim(), reason: reason.trim() }];
    }
    missing.push(caseId.trim() === '' ? words.exclusionNumber : words.caseReason(caseId.trim()));
    return [];
  });
  return {
    ...(form.reviewedWithinMonths > 0 ? { reviewedWithinMonths: form.reviewedWithinMonths } : {}),
    ...(form.ownCaseworkers.length > 0 ? { ownCaseworkers: [...form.ownCaseworkers] } : {}),
    ...(groups.length > 0 ? { where: groups } : {}),
    ...(cases.length > 0 ? { cases } : {}),
  };
}

function isCount(value: number): boolean {
  return Number.isInteger(value) && value >= 1;
}
