import type { SamplingUnit } from '../sampling/plan.ts';
import type { FieldId } from './fields.ts';
import { foldHeader } from './fold-header.ts';
import type { ColumnGuess } from './mapping.ts';

const familyWords = /famili|husstand/;
const reportFields: readonly FieldId[] = ['report_received_at', 'reporter_type', 'report_assessed_at'];
/** A list with any of these is about cases, whatever it says of reports. */
const caseFields: ReadonlySet<string> = new Set<FieldId>([
  'bfu_start',
  'bfu_end',
  'decision_date',
  'support_start',
  'plan_date',
  'placement_start',
  'followup_dates',
]);

/**
 * What a line of an export seems to be about: a family where the case number is a family's, a child where it is a CPR
 * number, a report where the columns are about reports and nothing that follows them, else a case. A proposal only.
 */
export function proposeUnit(columns: readonly ColumnGuess[]): SamplingUnit {
  const id = columns.find(({ field }) => field === 'case_id');
  if (id?.note === 'case-id-is-cpr') return 'child';
  if (id !== undefined && familyWords.test(foldHeader(id.header))) return 'family';
  const fields = new Set<string>(columns.map(({ field }) => field));
  const isAboutReports = reportFields.filter((field) => fields.has(field)).length >= 2;
  return isAboutReports && ![...caseFields].some((field) => fields.has(field)) ? 'report' : 'case';
}
