import type { AnswerValue } from '#shared/domain/review/answer.ts';
import type { DateFinding, DateVerdict } from '#shared/domain/review/date-finding.ts';

const answers: Readonly<Record<DateVerdict, AnswerValue | null>> = {
  yes: 'yes',
  partly: 'partly',
  no: 'no',
  'not-relevant': 'na',
  unclear: null,
  missing: null,
};

/** The answer that a date finding proposes; null where the dates settle nothing ("mangler dato" is not "nej"). */
export function suggestedAnswer(finding: DateFinding | undefined): AnswerValue | null {
  return finding === undefined ? null : answers[finding.verdict];
}
