import type { AllocationKind, SamplingPlanInput, SamplingUnit, Stratifier } from '#shared/domain/sampling/plan.ts';

/** The plan as the sentence on the page holds it. */
export interface PlanForm {
  readonly unit: SamplingUnit;
  readonly size: number;
  readonly allocation: AllocationKind | 'none';
  readonly stratifyBy: Stratifier;
  /** '' means all. */
  readonly status: string;
  /** 0 means whenever. */
  readonly reviewedWithinMonths: number;
  /** ISO date, or '' for every case. */
  readonly decidedFrom: string;
  readonly targeted: readonly { readonly rule: string; readonly size: number }[];
  readonly seed: string;
}

export const firstPlan: PlanForm = {
  unit: 'case',
  size: 30,
  allocation: 'proportional',
  stratifyBy: 'team',
  status: '',
  reviewedWithinMonths: 12,
  decidedFrom: '',
  targeted: [],
  seed: '',
};

/** The plan that the core understands; null while the sentence is unfinished. */
export function planOf(form: PlanForm): SamplingPlanInput | null {
  if (!Number.isInteger(form.size) || form.size < 1) {
    return null;
  }
  const where: { field: string; oneOf?: string[]; from?: string }[] = [];
  if (form.status !== '') {
    where.push({ field: 'status', oneOf: [form.status] });
  }
  if (form.decidedFrom !== '') {
    where.push({ field: 'decision_date', from: form.decidedFrom });
  }
  const random = {
    kind: 'random',
    ...(form.allocation === 'perStratum' ? { perStratum: form.size } : { size: form.size }),
    stratifyBy: form.allocation === 'none' ? null : form.stratifyBy,
    allocation: form.allocation === 'none' ? 'proportional' : form.allocation,
    where,
  };
  const targeted = form.targeted.map(({ rule, size }) => ({ kind: 'targeted', rule, size, where: [] }));
  return {
    unit: form.unit,
    seed: form.seed.trim() === '' ? null : form.seed,
    parts: [random, ...targeted],
    exclude: form.reviewedWithinMonths > 0 ? { reviewedWithinMonths: form.reviewedWithinMonths } : {},
  } as SamplingPlanInput;
}
