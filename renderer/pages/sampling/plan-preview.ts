import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';

import type { PlanPreview } from '#shared/contract/sampling.ts';
import { isCensus, type PlanPart, type SamplingPlanInput } from '#shared/domain/sampling/plan.ts';

import { useQuery } from '../../hooks/use-query.ts';

/** Text is written letter by letter; the core is asked when the hand rests. */
const restMilliseconds = 250;

/**
 * What the core says of the plan. `preview` only while the plan is complete and can be drawn; `shown` is what was last
 * said, so that the picture stays while one writes; `settled` is true when `preview` is of this very plan.
 */
export function usePlanPreview(importId: string, plan: SamplingPlanInput | null) {
  const [asked, setAsked] = useState(plan);
  if (plan !== null && plan !== asked) {
    setAsked(plan);
  }
  const [rested] = useDebouncedValue(asked, restMilliseconds);
  const query = useQuery('sampling.preview', rested === null ? null : { importId, plan: rested }, {
    keepPrevious: true,
  });
  const [shown, setShown] = useState<PlanPreview>();
  const current = query.error === undefined ? query.data : undefined;
  if (current !== undefined && current !== shown) {
    setShown(current);
  }
  return {
    preview: plan === null ? undefined : current,
    shown,
    error: plan === null ? undefined : query.error,
    settled: plan === rested && !query.loading,
  };
}

/** What the sample will be able to tell: of the first part that is a sample, or else of the first that is random. */
export function toldBy(plan: SamplingPlanInput, preview: PlanPreview) {
  const random = preview.parts.filter(({ kind }) => kind === 'random');
  const census = ({ partIndex }: PlanPreview['parts'][number]): boolean => {
    const part = plan.parts[partIndex];
    return part !== undefined && isCensus(part as PlanPart);
  };
  const part = random.find((one) => !census(one)) ?? random[0];
  if (part === undefined) {
    return undefined;
  }
  const { partIndex, frameSize: frame, drawn: read, strata } = part;
  return { partIndex, tells: { frame, read, stratified: strata.length > 1, strata } };
}
