import type { DrawRecord } from '../sampling/draw-record.ts';
import { canonicalText } from './canonical-text.ts';
import { tellableFingerprints } from './fingerprints.ts';
import { reducePlan } from './reduce-plan.ts';

/**
 * What never changes in the record of a draw, as one text: two records with the same text are of one draw, however much
 * the sample was enlarged and replaced in since. A record that was reduced on its way has the same text as the one it
 * was made of. Whoever tries names, case numbers or short lists of them against a hash of the text learns nothing:
 * nothing of them is in it.
 */
export function recordText({ seed, plan, asOf, drawnAt, ...record }: DrawRecord): string {
  return canonicalText({ seed, plan: reducePlan(plan, () => ''), asOf, drawnAt, ...tellableFingerprints(record) });
}
