import type { AnswerValue, ReviewState } from '../domain/review/answer.ts';
import type { DateVerdict } from '../domain/review/date-finding.ts';
import type { Outcome, Severity, TemplateItem } from '../domain/review/template.ts';

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

/** An item without an answer. */
export const unansweredLabel = 'ubesvaret';

export const severityLabels: Readonly<Record<Severity, string>> = {
  critical: 'Kritisk',
  significant: 'Væsentlig',
  minor: 'Mindre',
};

export const itemTypeLabels: Readonly<Record<TemplateItem['type'], string>> = {
  legal: 'Lovkrav',
  professional: 'Faglig kvalitet',
};

export const outcomeLabels: Readonly<Record<Outcome, string>> = {
  'not-relevant': 'Ikke relevant',
  unfinished: 'Uafsluttet',
  'not-met': 'Ikke opfyldt',
  met: 'Opfyldt',
  'partly-met': 'Delvist opfyldt',
};

export const reviewStateLabels: Readonly<Record<ReviewState, string>> = {
  'not-started': 'Ikke begyndt',
  draft: 'I gang',
  done: 'Lukket',
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

/** Stands on an item whose legal statement has not been verified. */
export const lawyerCheckLabel = 'Bør kontrolleres af jurist';
