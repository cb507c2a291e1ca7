import type { PlanForm } from './plan-form.ts';

/**
 * How a number of cases becomes the plan's: the size of this part. Nothing where the part has no size of its own,
 * because it takes everything or a fixed number from each group.
 */
export function planSize(
  form: PlanForm,
  partIndex: number,
  change: (form: PlanForm) => void,
): { readonly onRead?: (size: number) => void } {
  const part = form.parts[partIndex];
  if (part?.kind !== 'random' || part.picking === 'everything' || part.allocation === 'perStratum') {
    return {};
  }
  const onRead = (size: number): void =>
    change({ ...form, parts: form.parts.map((one, index) => (index === partIndex ? { ...part, size } : one)) });
  return { onRead };
}
