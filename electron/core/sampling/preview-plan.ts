import type { PlanPreview } from '#shared/contract/sampling.ts';
import { planDraw } from '#shared/domain/sampling/draw-sample.ts';
import type { Frame } from '#shared/domain/sampling/frame.ts';
import type { SamplingUnit } from '#shared/domain/sampling/plan.ts';
import { exclusionWords } from '#shared/words/sampling.ts';

/** What a plan would draw from a frame; the numbers do not depend on the seed. */
export function previewPlan(frame: Frame, unit: SamplingUnit, drawNumber: number): PlanPreview {
  const planned = planDraw(frame);
  return {
    populationSize: frame.populationSize,
    populationFingerprint: frame.populationFingerprint,
    drawNumber,
    excluded: exclusions(frame, unit),
    parts: frame.parts.map(({ partIndex, part, size, fingerprint }) => {
      const strata = planned
        .filter((stratum) => stratum.partIndex === partIndex)
        .map(({ name, size: cases, drawn }) => ({ name, size: cases, drawn }));
      const drawn = strata.reduce((sum, stratum) => sum + stratum.drawn, 0);
      return { partIndex, kind: part.kind, frameSize: size, fingerprint, drawn, strata };
    }),
  };
}

/** Every reason for which cases of the population are in no frame, with its count; in the order they take effect. */
function exclusions({ sameNumber, covered, excluded }: Frame, unit: SamplingUnit): PlanPreview['excluded'] {
  const counts = new Map<string, number>();
  for (const { reason } of excluded) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  const covers = unit === 'family' ? exclusionWords.sameFamily : exclusionWords.sameChild;
  return [
    { reason: exclusionWords.sameNumber, count: sameNumber },
    { reason: covers, count: covered },
    ...[...counts].map(([reason, count]) => ({ reason, count })),
  ].filter(({ count }) => count > 0);
}
