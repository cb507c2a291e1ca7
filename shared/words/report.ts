import type { NoInterval, SamplePart } from '../domain/report/figures.ts';
import type { AnswerValue, ReviewState } from '../domain/review/answer.ts';
import type { Outcome, Severity, TemplateItem } from '../domain/review/template.ts';
import type { ReplacementReason } from '../domain/sampling/draw-record.ts';
import type { AllocationKind, SamplingUnit, Stratifier } from '../domain/sampling/plan.ts';

/** Words that several reports share. */
export const reportWords = {
  example: 'EKSEMPELDATA – ingen virkelige sager',
  simple: 'tilfældigt blandt alle',
  yes: 'ja',
  no: 'nej',
  asOf: (date: string) => `opgjort pr. ${date}`,
  progress: (closed: number, drawn: number) => `${closed} af ${drawn} sager er gennemgået og afsluttet`,
  provisional: 'Foreløbige tal',
};

export const answerWords: Readonly<Record<AnswerValue, string>> = {
  yes: 'Ja',
  partly: 'Delvist',
  no: 'Nej',
  na: 'Ikke relevant',
  'cannot-tell': 'Kan ikke ses af sagen',
};

export const outcomeWords: Readonly<Record<Outcome, string>> = {
  met: 'Opfyldt',
  'partly-met': 'Delvist',
  'not-met': 'Ikke opfyldt',
  'not-relevant': 'Ikke relevant',
  unfinished: 'Uafsluttet',
};

export const severityWords: Readonly<Record<Severity, string>> = {
  critical: 'Kritisk',
  significant: 'Væsentlig',
  minor: 'Mindre',
};

export const itemTypeWords: Readonly<Record<TemplateItem['type'], string>> = {
  legal: 'Lovkrav',
  professional: 'Faglig',
};

export const partWords: Readonly<Record<SamplePart, string>> = {
  random: 'Tilfældig',
  census: 'Alle sager',
  targeted: 'Målrettet',
};

export const stateWords: Readonly<Record<ReviewState, string>> = {
  'not-started': 'Ikke begyndt',
  draft: 'Kladde',
  done: 'Gennemgået',
  locked: 'Gennemgået og låst',
  reopened: 'Genåbnet',
};

export const replacementWords: Readonly<Record<ReplacementReason, string>> = {
  'outside-frame': 'hører ikke til de sager, der trækkes blandt',
  transferred: 'er overgået til en anden kommune eller afdeling',
  'conflict-of-interest': 'læseren er inhabil',
  'cannot-be-opened': 'kan ikke åbnes',
};

export const unitWords: Readonly<Record<SamplingUnit, string>> = {
  case: 'sager',
  child: 'børn',
  family: 'familier',
  report: 'underretninger',
};

export const eachStratumWords: Readonly<Record<Stratifier, string>> = {
  team: 'hvert team',
  caseworker: 'hver rådgiver',
  caseType: 'hver sagstype',
};

export const allocationWords: Readonly<Record<AllocationKind, string>> = {
  proportional: 'i forhold til, hvor mange sager der er i hver gruppe',
  equal: 'lige mange fra hver gruppe',
  perStratum: 'et fast antal fra hver gruppe',
  everything: 'alle sager i hver gruppe',
};

/** How an interval is said, and why there may be none. */
export const intervalWords = {
  between: (low: string, high: string, of: string) => `mellem ${low} og ${high} af de ${of}`,
  exactly: (low: string, of: string) => `${low} af de ${of}`,
  shareOfRelevant: (low: string, high: string) => `${low} til ${high} af de relevante`,
  shareOfAll: (low: string, high: string) => `${low} til ${high} af sagerne`,
  weighted: (rate: string) => `vægtet ${rate}; intet spænd`,
  suppressed: 'vises ikke: for få sager',
  unitCases: (of: string) => `sager, af ${of} i alt`,
  unitShare: (of: string) => `andel, ud fra ${of} relevante svar`,
};

export const noIntervalWords: Readonly<Record<NoInterval, string>> = {
  census: 'alle sager er læst, der er ingen stikprøveusikkerhed',
  'census-unread': 'alle sager skal læses; tallet gælder dem, der er læst indtil nu',
  targeted: 'tallet gælder kun de læste sager (udvalgt med vilje)',
  'nothing-read': 'ingen sager er læst færdig endnu',
  'nothing-relevant': 'ikke relevant i nogen af de læste sager',
  'one-per-stratum': 'usikkerheden kan ikke beregnes: under to læste sager i en gruppe',
  'too-few': 'for få sager til at sige noget om alle sager',
  suppressed: 'vises ikke: for få sager',
};

/** The sentences that a report of this kind always says the same way (method, section 4.2). */
export const standardSentences = {
  underThirty: (n: string) =>
    `Tallene er fra ${n} ${n === '1' ? 'gennemgået sag' : 'gennemgåede sager'} og kan ikke bruges til at sige noget sikkert om alle kommunens sager.`,
};
/** The default sentence stands on the page when fewer cases than this are read (law and practice, 7.6). */
export const enoughCases = 30;

/** What stands on the paper itself. */
export const paperWords = { program: 'Ledelsestilsyn', page: 'Side', of: 'af', yes: 'ja', no: 'nej' };
