import type { CaseRecord } from '../../../shared/domain/population/case.ts';
import type { DrawRecord } from '../../../shared/domain/sampling/draw-record.ts';
import { drawSample } from '../../../shared/domain/sampling/draw-sample.ts';
import type { Frame } from '../../../shared/domain/sampling/frame.ts';
import { makeDrawRecord } from '../../../shared/domain/sampling/make-draw-record.ts';
import type { SamplingPlanInput } from '../../../shared/domain/sampling/plan.ts';
import { aPlan, asOf } from './a-case.ts';

export const at = '2025-11-03T09:00:00.000Z';

/** The record of a draw and the frame it was drawn from; the export's fingerprint is `aa`. */
export function aRecord(
  cases: readonly CaseRecord[],
  input: SamplingPlanInput,
  seed = '4711',
): { readonly record: DrawRecord; readonly frame: Frame } {
  const plan = aPlan(input);
  const draw = drawSample({ cases, plan, asOf, seed, heldOut: [] });
  const record = makeDrawRecord(draw, {
    programVersion: '0.1.0',
    drawnAt: at,
    drawNumber: 1,
    redrawReason: null,
    file: { sha256: 'aa', mapping: { sheet: null, headerRow: 1, columns: [] } },
    plan,
    asOf,
  });
  return { record, frame: draw.frame };
}
