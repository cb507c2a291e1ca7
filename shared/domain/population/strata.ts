import { notStated } from '../../words/population.ts';
import type { FieldId } from '../importing/fields.ts';
import type { Stratifier } from '../sampling/plan.ts';
import type { CaseRecord } from './case.ts';
import { normaliseText } from './normalise-text.ts';

export const stratifierFields = {
  team: 'team',
  caseworker: 'caseworker',
  caseType: 'case_type',
} as const satisfies Record<Stratifier, FieldId>;

/**
 * The stratum of a case: its value as mapped, NFC and trimmed. Without a stratifier the empty stratum, as LT1 wants it.
 * Cases where the value is missing form a stratum of their own, so that nobody falls out of the draw.
 */
export function stratumOf(record: CaseRecord, stratifyBy: Stratifier | null): string {
  if (stratifyBy === null) return '';
  return normaliseText(record.values[stratifierFields[stratifyBy]] ?? '') || notStated;
}
