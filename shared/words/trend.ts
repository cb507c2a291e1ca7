import type { BreakReason } from '../domain/report/trend/breaks.ts';
import type { NoChange, Verdict } from '../domain/report/trend/change.ts';

export const verdictWords: Readonly<Record<Verdict, string>> = {
  rise: 'tydelig stigning',
  fall: 'tydeligt fald',
  unclear: 'endnu ingen tydelig ændring',
  same: 'uændret; alle sager er læst begge gange',
  'too-few': 'for få sager til at se en ændring',
  'no-interval': 'usikkerheden kan ikke beregnes',
};

/** Where every case was read both times, a difference is no estimate. */
export const exactVerdictWords = {
  rise: 'højere; alle sager er læst begge gange',
  fall: 'lavere; alle sager er læst begge gange',
};

export const noChangeWords: Readonly<Record<NoChange, string>> = {
  'first-round': 'ingen tidligere runde at sammenligne med',
  'nothing-read': 'ingen læste sager i denne runde',
  'nothing-read-before': 'ingen læste sager i de tidligere runder',
  'not-comparable': 'ny udgave: kan ikke sammenlignes',
};

export const breakWords: Readonly<Record<BreakReason, string>> = {
  'other-checklist': 'en anden tjekliste',
  'other-cases': 'trukket blandt andre sager',
  'other-rule': 'kravet er ændret',
  'other-words': 'spørgsmålet er ændret',
  'other-items': 'områdets lovkrav er ændret',
};

/** One line for the committee: may it be seen that something has changed? */
export const committeeChangeWords = {
  question: 'Kan vi se en ændring?',
  more: (met: number, n: number, metBefore: number, nBefore: number) =>
    `flere end sidst: ${met} af ${n} mod ${metBefore} af ${nBefore}`,
  fewer: (met: number, n: number, metBefore: number, nBefore: number) =>
    `færre end sidst: ${met} af ${n} mod ${metBefore} af ${nBefore}`,
  moreWeighted: (rate: string, before: string, n: number, nBefore: number) =>
    `flere end sidst: ${rate} af ${n} mod ${before} af ${nBefore}, vægtet`,
  fewerWeighted: (rate: string, before: string, n: number, nBefore: number) =>
    `færre end sidst: ${rate} af ${n} mod ${before} af ${nBefore}, vægtet`,
  same: 'samme andel som sidst',
  unclear: 'endnu ingen tydelig ændring',
  tooFew: 'for få sager til at se en ændring',
  noInterval: 'kan ikke beregnes',
  notComparable: 'ny udgave: kan ikke sammenlignes',
  nothingRead: 'ingen læste sager endnu',
  nothingReadBefore: 'ingen læste sager sidst',
  first: 'første runde',
  lineFirst: 'Ikke endnu: det er den første runde.',
  lineClear: (rises: string, falls: string, rest: boolean) =>
    [
      'Ja.',
      rises === '' ? '' : `Flere sager end sidst er i orden: ${rises}.`,
      falls === '' ? '' : `Færre sager end sidst er i orden: ${falls}.`,
      rest ? 'Ellers ses ingen tydelig ændring.' : '',
    ]
      .filter(Boolean)
      .join(' '),
  lineUnclear: (since: string) => `Ikke endnu: intet område har ændret sig tydeligt siden runden pr. ${since}.`,
  lineTooFew: 'Nej: der er læst for få sager til at se en ændring.',
  lineNotComparable: 'Nej: tallene kan ikke sammenlignes med de tidligere runder.',
};
