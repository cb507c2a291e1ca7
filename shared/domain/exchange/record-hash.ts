import type { DrawRecord } from '../sampling/draw-record.ts';
import { canonicalText } from './canonical-text.ts';

/**
 * What never changes in the record of a draw, as one text: two records with the same text are of one draw, however much
 * the sample was enlarged and replaced in since. Of the record as it stands in the workspace that drew; a record that
 * was reduced has another text.
 */
export function recordText({ seed, plan, asOf, drawnAt, populationFingerprint, frames }: DrawRecord): string {
  return canonicalText({ seed, plan, asOf, drawnAt, populationFingerprint, frames });
}
