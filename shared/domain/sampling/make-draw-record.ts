import type { LocalDate } from '../calendar/local-date.ts';
import { withoutNames } from './check-plan.ts';
import type { DrawRecord } from './draw-record.ts';
import type { Draw } from './draw-sample.ts';
import { isSystematic, type SamplingPlan } from './plan.ts';
import { drawMethod, systematicMethod } from './ticket.ts';

/** What a record says besides the draw itself. */
export interface DrawCircumstances {
  readonly programVersion: string;
  readonly drawnAt: string;
  readonly drawNumber: number;
  readonly redrawReason: string | null;
  readonly file: DrawRecord['file'];
  readonly plan: SamplingPlan;
  readonly asOf: LocalDate;
}

/** The record of a draw: with the export file it repeats the draw. Nothing is replaced yet. */
export function makeDrawRecord(draw: Draw, circumstances: DrawCircumstances): DrawRecord {
  const { seed, frame, strata, cases } = draw;
  return {
    format: 'ledelsestilsyn-draw-record',
    version: 1,
    method: circumstances.plan.parts.some(isSystematic) ? systematicMethod : drawMethod,
    ...circumstances,
    plan: withoutNames(circumstances.plan),
    seed,
    populationFingerprint: frame.populationFingerprint,
    populationSize: frame.populationSize,
    excluded: [...frame.excluded],
    frames: frame.parts.map(({ partIndex, size, fingerprint }) => ({ partIndex, size, fingerprint })),
    strata: [...strata],
    cases: [...cases],
    replaced: [],
  };
}
