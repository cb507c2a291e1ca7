import type { FieldId } from '../importing/fields.ts';
import type { CaseFilter } from '../population/filter.ts';
import type { PlanPart, SamplingPlan } from '../sampling/plan.ts';
import { travellingFields } from './reduce-case.ts';

/** Fields whose values in a condition name nobody. */
const openFields: ReadonlySet<FieldId> = new Set([...travellingFields, 'status', 'reporter_type']);

/** A plan whose conditions name nobody. `hideNames` is for what people have written. */
export function reducePlan(plan: SamplingPlan, hideNames: (text: string) => string): SamplingPlan {
  const { reviewedWithinMonths, where } = plan.exclude;
  return {
    ...plan,
    parts: plan.parts.map((part) => reducePart(part, hideNames)),
    exclude: {
      ...(reviewedWithinMonths === undefined ? {} : { reviewedWithinMonths }),
      ...(where === undefined
        ? {}
        : { where: where.map((each) => ({ where: each.where.map(reduceFilter), reason: hideNames(each.reason) })) }),
    },
  };
}

function reducePart(part: PlanPart, hideNames: (text: string) => string): PlanPart {
  const where = part.where.map(reduceFilter);
  if (part.kind === 'random' || typeof part.rule !== 'object') return { ...part, where };
  const rule = { ...part.rule, name: hideNames(part.rule.name), where: part.rule.where.map(reduceFilter) };
  return { ...part, where, rule };
}

/** A condition on what may name somebody keeps how many values it had. */
function reduceFilter(filter: CaseFilter): CaseFilter {
  if (openFields.has(filter.field)) return filter;
  if ('oneOf' in filter) return { ...filter, oneOf: filter.oneOf.map(() => '') };
  return 'noneOf' in filter ? { ...filter, noneOf: filter.noneOf.map(() => '') } : filter;
}
