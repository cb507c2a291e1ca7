import type { AnswerValue } from '../domain/review/answer.ts';
import type { DateVerdict } from '../domain/review/date-finding.ts';
import type { TemplateItem } from '../domain/review/template.ts';

export const answerLabels: Readonly<Record<AnswerValue, string>> = {
  yes: 'Ja',
  partly: 'Delvist',
  no: 'Nej',
  na: 'Ikke relevant',
  'cannot-tell': 'Kan ikke ses af sagen',
};

/** The same where room is short: on buttons and marks. */
export const answerShortLabels: Readonly<Record<AnswerValue, string>> = {
  ...answerLabels,
  'cannot-tell': 'Kan ikke ses',
};

export const itemTypeLabels: Readonly<Record<TemplateItem['type'], string>> = {
  legal: 'Lovkrav',
  professional: 'Faglig kvalitet',
};

/** What a date rule suggests: "Forslag: Nej". */
export const verdictLabels: Readonly<Record<DateVerdict, string>> = {
  yes: 'Ja',
  partly: 'Delvist',
  no: 'Nej',
  unclear: 'Uklar',
  missing: 'Mangler dato',
  'not-relevant': 'Ikke relevant',
};
