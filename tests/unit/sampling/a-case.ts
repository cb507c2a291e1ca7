import type { LocalDate } from '../../../shared/domain/calendar/local-date.ts';
import type { FieldValues } from '../../../shared/domain/importing/fields.ts';
import type { CaseRecord } from '../../../shared/domain/population/case.ts';
import { type SamplingPlan, samplingPlan, type SamplingPlanInput } from '../../../shared/domain/sampling/plan.ts';

export const day = (text: string): LocalDate => text as LocalDate;

export const asOf = day('2025-11-03');

export function aCase(id: string, values: FieldValues = {}): CaseRecord {
  return { id, values: { case_id: id, ...values }, facts: {}, activities: [] };
}

export function aPlan(plan: SamplingPlanInput): SamplingPlan {
  return samplingPlan.parse(plan);
}

/** `sizes` as team name to number of cases; case numbers run through all teams. */
export function aPopulation(sizes: Readonly<Record<string, number>>): readonly CaseRecord[] {
  const teams = Object.entries(sizes).flatMap(([team, size]) => Array.from({ length: size }, () => team));
  return teams.map((team, index) => aCase(`S-${String(index + 1).padStart(4, '0')}`, { team }));
}

/** An assessment finished `months` whole months and a day after the awareness date: over four when months is four. */
export function assessed(months: number): FieldValues {
  const month = String(1 + months).padStart(2, '0');
  return { awareness_date: day('2025-01-01'), bfu_start: day('2025-01-10'), bfu_end: day(`2025-${month}-02`) };
}
