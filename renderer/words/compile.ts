import { capitalise } from '../components/formats.ts';
import { monthName } from './year-plan.ts';

/** The words of the consultant's page. */
export const compileWords = {
  tabsLabel: 'Samlet',
  tabs: { matrix: 'Alle runder', year: 'Året', course: 'To år', practice: 'God praksis' },
  empty: 'Der er ingen runder at samle endnu. Træk en stikprøve, eller hent svar under Send og saml.',
  toSampling: 'Træk en stikprøve',
  toExchange: 'Gå til Send og saml',
  /** Cases that no other unit was asked about. */
  ownUnit: 'Egne runder',
  writeReport: 'Skriv rapport over disse runder',
  noRounds: 'Vælg mindst én runde, så står tallene her.',
} as const;

/** Choosing rounds. */
export const roundsWords = {
  title: 'Hvilke runder?',
  period: 'Periode',
  everyPeriod: 'Alle perioder',
  periods: { quarter: 'Kvartal', month: 'Måned', year: 'År' },
  quarter: (year: string, quarter: string) => `${quarter}. kvartal ${year}`,
  month: (month: string) => capitalise(monthName(month)),
  year: (year: string) => `Hele ${year}`,
  unit: 'Enhed',
  everyUnit: 'Alle enheder',
  checklist: 'Tjekliste',
  everyChecklist: 'Alle tjeklister',
  onlyChecklist: (title: string) => `Vis kun ${title}`,
  withCount: (name: string, rounds: string) => `${name} (${rounds})`,
  rounds: ['runde', 'runder'],
  picked: 'Valgt enkeltvis',
  pick: 'Vælg enkeltvis',
  own: (round: string) => `${compileWords.ownUnit}, ${round}`,
  allOf: (quarter: string) => `Alle i ${quarter}`,
  pickTitle: 'Runder, valgt enkeltvis',
  chosen: (rounds: string, units: string, closed: string, drawn: string) =>
    `${rounds} fra ${units}. ${closed} af ${drawn} sager er lukket.`,
  units: ['enhed', 'enheder'],
  chosenNone: 'Ingen runder er valgt.',
  facts: (asOf: string, closed: string, drawn: string) => `opgjort pr. ${asOf}, ${closed} af ${drawn} lukket`,
  unnamed: (asOf: string) => `Runden pr. ${asOf}`,
  example: 'opdigtede sager',
} as const;

/** Which cases the figures are about. */
export const groupWords = {
  by: 'Vis tal for',
  choices: { all: 'Alle samlet', unit: 'En enhed', team: 'Et team', measure: 'En sagstype' },
  group: { unit: 'Enhed', team: 'Team', measure: 'Sagstype' },
  every: { unit: 'Alle enheder', team: 'Alle team', measure: 'Alle sagstyper' },
  unstated: { unit: compileWords.ownUnit, team: 'Uden team', measure: 'Uden sagstype' },
  withCount: (name: string, cases: string) => `${name} (${cases})`,
  cases: ['sag', 'sager'],
} as const;

/** What is said of the whole set. */
export const setWords = {
  repeated: (units: string) => `${units} har flere runder med. En sag, der er læst i to runder, tæller to gange.`,
  conflicts: {
    one: '1 sted har to personer skrevet forskelligt, og det er ikke afgjort.',
    many: (count: string) => `${count} steder har to personer skrevet forskelligt, og det er ikke afgjort.`,
    next: 'Svar, de er uenige om, tæller som ikke besvaret, til en person har valgt.',
    decide: 'Afgør dem under Send og saml',
  },
  leftOut: {
    title: 'Ikke talt med',
    whole: (round: string, reason: string) => `${round}: hele runden. ${reason}.`,
    items: (round: string, count: string, reason: string) => `${round}: ${count}. ${reason}.`,
    questions: ['spørgsmål', 'spørgsmål'],
    show: 'Vis spørgsmålene',
  },
} as const;

/** The matrix of questions. */
export const matrixWords = {
  title: 'Svar på hvert spørgsmål',
  titleWith: (rounds: string, readers: string) => `${rounds}. ${readers}.`,
  readers: ['læser', 'læsere'],
  parts: { random: 'Tilfældige sager', census: 'Alle sager af en slags', targeted: 'Målrettede sager' },
  part: 'Hvordan er sagerne valgt?',
  partNotes: {
    random: 'Andelen er ja ud af n. Spændet rummer det sande tal med 95 % sikkerhed.',
    census: 'Alle sager er taget med, så andelen er nøjagtig, når de er læst. De er ikke med i de tilfældige sager.',
    targeted: 'Sagerne er udvalgt med vilje. Tallene gælder kun de læste sager, så de har ingen andel og intet spænd.',
  },
  sharedOut: (rounds: string) =>
    `Enheden er en del af det, der er trukket i ${rounds}. Her tæller kun de sager, der er sendt til enheden. Ingen ved, hvor mange af alle sagerne der er enhedens, så spændet er en andel, ikke et antal sager.`,
  n: 'n er de svar, hvor spørgsmålet er relevant.',
  areaNote: 'Rækken med områdets navn tæller sager: ja er sager, hvor alle relevante lovkrav i området er opfyldt.',
  weighted: 'Andelen er vægtet efter, hvor mange sager hver trækning er trukket blandt.',
  noSpread:
    'Intet spænd: usikkerheden kan først beregnes, når mindst to sager er læst i hver gruppe, der er trukket fra.',
  columns: {
    question: 'Område og spørgsmål',
    n: 'n',
    yes: 'Ja',
    partly: 'Delvist',
    no: 'Nej',
    na: 'Ikke relevant',
    cannotTell: 'Kan ikke ses',
    unanswered: 'Ikke besvaret',
    rate: 'Andel ja',
    interval: 'Spænd',
    change: 'Ændring siden sidst, procentpoint',
  },
  change: {
    difference: (points: string, low: string, high: string) => `${points} (${low} til ${high})`,
    before: (met: string, n: string) => `før ${met} af ${n}`,
    none: 'kan ikke sammenlignes',
  },
  compared: {
    none: 'Der er ingen tidligere runder at sammenligne med.',
    with: (names: string) => `Sammenlignet med ${names}.`,
    /** After the first ones. */
    more: (count: string) => `og ${count} til`,
    without: (units: string) => `Ændringen er uden ${units}, som ingen tidligere runde har at sammenligne med.`,
  },
  noCases: 'Ingen sager i det valgte.',
} as const;

/** The tables under the matrix. */
export const listWords = {
  table: (title: string) => `Tabel: ${title}`,
  coverage: {
    title: 'Dækning pr. enhed',
    note: 'Alle valgte runder, uanset hvad tallene vises for',
    unit: 'Enhed',
    columns: { drawn: 'Trukket', started: 'Begyndt', closed: 'Lukket', missing: 'Mangler' },
    total: 'I alt',
  },
  critical: {
    title: 'Åbne kritiske handlinger',
    columns: { what: 'Handling', who: 'Ansvarlig', when: 'Frist', unit: 'Enhed', case: 'Sag' },
    late: (date: string) => `Over frist: ${date}`,
    noDue: 'ingen frist',
    noOwner: 'ingen ansvarlig',
    none: 'Ingen åbne kritiske handlinger.',
    toActions: 'Gå til Handlinger',
    all: (count: string) => `Vis alle ${count}`,
  },
  register: {
    title: 'Fejl i registrerede datoer',
    note: 'Hvor tit læseren fandt noget andet, end datoerne siger',
    columns: { question: 'Spørgsmål', errors: 'Et andet svar', of: 'Svar i alt' },
    none: 'Ingen svar er sammenlignet med datoer.',
  },
  quality: {
    title: 'Data, der mangler',
    note: 'I de udtræk, runderne er trukket af',
    columns: { unit: 'Enhed', what: 'Hvad', count: 'Antal', of: 'Af' },
    rejected: 'Linjer, der ikke kunne læses',
    none: 'Intet mangler i udtrækkene.',
  },
} as const;
