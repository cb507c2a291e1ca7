import type { AnswerValue, OverrideReason } from '../domain/review/answer.ts';
import type { WarningCode } from '../domain/review/closing-warnings.ts';
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

/** Of an item that asks to what degree: high is kept as yes, some as partly, low as no. */
export const degreeLabels: Readonly<Record<AnswerValue, string>> = {
  ...answerShortLabels,
  yes: 'I høj grad',
  partly: 'I nogen grad',
  no: 'I lav grad',
};

/** The words of the answers to an item, by its scale, where room is short. */
export function shortLabelsOf({ scale }: Pick<TemplateItem, 'scale'>): Readonly<Record<AnswerValue, string>> {
  return scale === 'degree' ? degreeLabels : answerShortLabels;
}

/** Why an answer is not what the registered dates suggest. */
export const overrideReasonLabels: Readonly<Record<OverrideReason, string>> = {
  'date-wrong': 'Datoen i registret er forkert',
  'date-missing': 'Der mangler en dato i registret',
  'other-documentation': 'Sagen viser det på anden måde',
  'rule-does-not-fit': 'Reglen passer ikke på sagen',
};

/** What may contradict itself when a review is closed; two answers that contradict each other bring their own words. */
export const warningLabels: Readonly<Record<WarningCode, string>> = {
  'relevant-by-facts': 'Svaret er "Ikke relevant", men sagens oplysninger siger, at punktet er relevant.',
  'evidence-but-cannot-tell': 'Svaret er "Kan ikke ses", men der er skrevet et bilag.',
  'override-without-reason': 'Svaret er et andet end forslaget, uden at grunden er valgt.',
  contradiction: 'Svaret passer dårligt med et andet svar.',
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
