import type { SuggestedValue } from './answer.ts';
import type { DateFinding, DateVerdict } from './date-finding.ts';

const values: Readonly<Record<DateVerdict, SuggestedValue | null>> = {
  yes: 'yes',
  partly: 'partly',
  no: 'no',
  'not-relevant': 'na',
  unclear: null,
  missing: null,
};

/** The answer that a date finding proposes; null where the dates settle nothing ("mangler dato" is not "nej"). */
export function suggestedValue(finding: DateFinding | undefined): SuggestedValue | null {
  return finding === undefined ? null : values[finding.verdict];
}
