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
  allAreas: (areas: number) => `alle ${areas} områder`,
  lineUnclear: (since: string) => `Ikke endnu: intet område har ændret sig tydeligt siden runden pr. ${since}.`,
  lineTooFew: 'Nej: der er læst for få sager til at se en ændring.',
  lineNotComparable: 'Nej: tallene kan ikke sammenlignes med de tidligere runder.',
};

export const trendSheetWords = {
  names: {
    development: 'Udvikling',
    pictures: 'Udvikling i billeder',
    lines: 'Områdernes udvikling',
    baseline: 'Status mod første runde',
  },
  kind: { area: 'Område', item: 'Spørgsmål' },
  development: {
    title: 'Udvikling fra runde til runde',
    intro:
      'Tilfældige sager. Hver række sammenlignes med den nærmeste runde før, der kan sammenlignes; efter et brud begynder det forfra. Ændringen er i procentpoint med et spænd på 95 %; er der under 10 sager i en af runderne, vises ingen ændring. Selv hvor intet er ændret, vil op til én af tyve rækker se tydelig ud ved et tilfælde.',
    nothing: 'Der er ingen tidligere runde at sammenligne med.',
  },
  baseline: {
    title: 'Status: denne runde mod den første',
    intro:
      'Tilfældige sager. Den første runde er den ældste, som tallet kan sammenlignes med. Ændringen er i procentpoint med et spænd på 95 %; er der under 10 sager i en af runderne, vises ingen ændring. Selv hvor intet er ændret, vil op til én af tyve rækker se tydelig ud ved et tilfælde.',
    nothing: 'Der er ingen tidligere runde at sammenligne med.',
  },
  pictures: {
    title: 'Udvikling i billeder',
    intro:
      'Andelen af de læste sager, hvor området er opfyldt, i hver runde. Linjen brydes, hvor runderne ikke kan sammenlignes. Tallene og n står på arket Områdernes udvikling.',
    chart: (area: string) => `${area}: andel opfyldt i hver runde`,
  },
  lines: {
    table: {
      title: 'Områdernes udvikling: tallene bag billederne',
      intro:
        'Tilfældige sager. Andelen af sager, hvor området er opfyldt. Tal fra før et brud kan ikke sammenlignes og står i en kolonne for sig.',
      nothing: 'Der er endnu ikke to runder at tegne en linje imellem.',
    },
    part: (part: number) => ({
      name: part === 0 ? 'Andel' : part === 1 ? 'Andel før brud' : `Andel ${part} brud før`,
      meaning: 'Opfyldt ud af n; vægtet, hvor der er trukket i grupper',
    }),
  },
  edition: (title: string | null, edition: number) =>
    [title, `udgave ${edition}`].filter((part) => part !== null).join(', '),
  breakBefore: (reason: string) => `Brud: ${reason}`,
  notAsked: 'Ikke spurgt i denne runde',
  nothingRead: 'Ingen læste sager',
  weighted: 'Vægtet',
  census: 'Alle sager læst',
};

export const trendColumnWords = {
  kind: { name: 'Slags', meaning: 'Område eller spørgsmål' },
  name: { name: 'Område eller spørgsmål', meaning: 'Det, der er målt, med ordene fra denne rundes tjekliste' },
  round: { name: 'Runde', meaning: 'Rundens navn; ældste først' },
  asOf: { name: 'Opgjort pr.', meaning: 'Den dag, runden er opgjort' },
  n: { name: 'n', meaning: 'Læste tilfældige sager, hvor det er relevant' },
  met: { name: 'Ja', meaning: 'Heraf ja; for et område: alle relevante lovkrav opfyldt' },
  rate: { name: 'Andel', meaning: 'Ja ud af n; vægtet, hvor der er trukket i grupper' },
  low: { name: 'Fra', meaning: 'Andelens spænd, nederste ende, 95 %; tom, hvor alle sager er læst' },
  high: { name: 'Til', meaning: 'Andelens spænd, øverste ende, 95 %' },
  change: { name: 'Ændring, procentpoint', meaning: 'Andelen nu minus andelen i den runde, der sammenlignes med' },
  changeLow: { name: 'Ændring fra', meaning: 'Ændringens spænd, nederste ende, 95 % (MOVER/Newcombe), procentpoint' },
  changeHigh: { name: 'Ændring til', meaning: 'Ændringens spænd, øverste ende, 95 %, procentpoint' },
  verdict: { name: 'Vurdering', meaning: 'Tydelig, når ændringens spænd ikke rummer nul' },
  checklist: { name: 'Tjekliste', meaning: 'Udgaven, runden er læst efter' },
  note: {
    name: 'Bemærkning',
    meaning: 'Brud (kan ikke sammenlignes med runderne før), huller, vægtning, og hvor alle sager er læst',
  },
  area: { name: 'Område', meaning: 'Området' },
  median: { name: 'Median', meaning: 'Medianen af de runder, der kan sammenlignes; fra 10 runder' },
  firstRound: { name: 'Første runde', meaning: 'Den ældste runde, som tallet kan sammenlignes med' },
  firstN: { name: 'n dengang', meaning: 'Læste sager i den første runde, hvor det er relevant' },
  firstMet: { name: 'Ja dengang', meaning: 'Heraf ja i den første runde' },
  firstRate: { name: 'Andel dengang', meaning: 'Ja ud af n i den første runde; vægtet, hvor der er trukket i grupper' },
  nowN: { name: 'n nu', meaning: 'Læste sager i denne runde, hvor det er relevant' },
  nowMet: { name: 'Ja nu', meaning: 'Heraf ja i denne runde' },
  nowRate: { name: 'Andel nu', meaning: 'Ja ud af n i denne runde; vægtet, hvor der er trukket i grupper' },
};

/** What the run chart of an area says. */
export const runChartWords = {
  tooFew: (area: string, points: number) =>
    `${area}: ${points} ${points === 1 ? 'måling' : 'målinger'}, endnu for få målinger til en vurdering (mindst 10).`,
  nothing: (area: string, points: number, median: string) =>
    `${area}: ${points} målinger, median ${median}, endnu ingen tydelig ændring.`,
  shift: (area: string, points: number, median: string, side: string, count: number, from: string, to: string) =>
    `${area}: ${points} målinger, median ${median}. Skift: ${count} målinger i træk ligger ${side} medianen (${from} til ${to}).`,
  trend: (area: string, points: number, median: string, way: string, count: number, from: string, to: string) =>
    `${area}: ${points} målinger, median ${median}. Tendens: ${count} målinger i træk ${way} (${from} til ${to}).`,
  over: 'over',
  under: 'under',
  rising: 'stiger',
  falling: 'falder',
};

/** The status against the first round in one line for a front page. */
export const statusWords = {
  first: 'Det er den første runde; der er endnu intet at sammenligne med.',
  notComparable: 'Tallene kan ikke sammenlignes med de tidligere runder.',
  counted: (areas: number, rise: number, fall: number, unclear: number, tooFew: number) =>
    [
      `${areas} ${areas === 1 ? 'område' : 'områder'} mod første runde: ${rise} tydeligt bedre, ${fall} tydeligt dårligere, ${unclear} uden tydelig ændring`,
      tooFew === 0 ? '' : `, ${tooFew} kan ikke vurderes`,
      '.',
    ].join(''),
};
