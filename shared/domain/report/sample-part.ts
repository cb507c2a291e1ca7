import type { DrawnCase } from '../sampling/draw-record.ts';
import { isCensus, type PlanPart, type SamplingPlan } from '../sampling/plan.ts';
import type { SamplePart } from './figures.ts';

type Place = Pick<DrawnCase, 'part' | 'partIndex'>;

/**
 * Which part of the reports a case belongs to. A part that takes every case of its frame stands apart where the plan has
 * a random part beside it: its cases say nothing about the others. Where it is all there is, it is the main part.
 */
export function samplePartOf(plan: Pick<SamplingPlan, 'parts'> | undefined): (place: Place) => SamplePart {
  const parts: readonly PlanPart[] = plan?.parts ?? [];
  const apart = parts.some((part) => part.kind === 'random' && !isCensus(part));
  return ({ part, partIndex }) => {
    const planned = parts[partIndex];
    return apart && planned !== undefined && isCensus(planned) ? 'census' : part;
  };
}

/** True where no case of the random part was left to chance: every one of its frame was taken. */
export function isWholeFrame(plan: Pick<SamplingPlan, 'parts'> | undefined): boolean {
  const random = (plan?.parts ?? []).filter(({ kind }) => kind === 'random');
  return random.length > 0 && random.every(isCensus);
}
