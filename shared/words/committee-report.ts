import { reportWords } from './report.ts';

const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;
const numerals = ['nul', 'en', 'to', 'tre', 'fire', 'fem', 'seks', 'syv', 'otte', 'ni', 'ti'];

/** The committee page and its method page. */
export const committeePageWords = {
  sheet: 'Udvalg',
  methodSheet: 'Metode',
  subject: 'Ledelsestilsyn til det politiske udvalg',
  classification: (municipality: string) =>
    ['Bilag til dagsorden', municipality, 'indeholder ingen personoplysninger'].filter(Boolean).join(' · '),
  title: 'Ledelsestilsyn med børnesager',
  howHeading: 'Sådan er der set efter',
  resultHeading: 'Resultat',
  worksHeading: 'Det virker',
  improveHeading: 'Det skal blive bedre',
  actionsHeading: 'Det gør vi',
  recommendationHeading: 'Indstilling',
  columns: {
    area: 'Område',
    dots: 'Læste sager',
    met: 'Opfyldt',
    all: 'Svarer i alle sager til',
    change: 'Siden sidst',
  },
  nothing: '–',
  changeLine: (question: string, answer: string) => `${question} ${answer}`,
  metOf: (met: number, n: number) => `${met} af ${n}`,
  bullet: '•  ',
  /** Under the text after the number; no-break spaces keep it there. */
  newLine: '\n\u00A0\u00A0\u00A0\u00A0\u00A0',
  number: (n: number) => `${n}.  `,
  dotMeans: (k: number) => `Én prik er ${k} sager. `,
  metMeans: 'Opfyldt: alle relevante lovkrav i området er opfyldt i sagen. ',
  rangeMeans: 'Spændet rummer det sande tal med 95 % sikkerhed. ',
  weightedMeans: 'Sagerne er trukket i grupper; sidste kolonne er vægtet, så hver gruppe tæller efter sin størrelse. ',
  noRangeMeans: 'Intet spænd: der er læst under to sager i en gruppe, så usikkerheden kan ikke beregnes. ',
  suppressedMeans: (threshold: number) =>
    `Et område vises ikke, når under ${threshold} sager står bag, eller når en lille gruppe kunne genkendes eller regnes ud. `,
  benchmark: (point: string, year: string, percent: string, warning: string) =>
    `Landstal for ${point} (${year}): ${percent}, ${warning}.`,
  noActions: 'Der er endnu ikke aftalt ændringer af praksis.',
  putRight: (n: number, read: number) => `I ${n} af de ${read} læste sager er der rettet op med det samme.`,
  owner: (role: string) => `Ansvarlig: ${role}.`,
  due: (date: string) => `Frist ${date}.`,
  done: (date: string) => `Gennemført ${date}.`,
};

/** "Sådan er der set efter". */
export const howWords = {
  drawn: (read: number, frame: string, how: string, who: string) =>
    `${read} af ${frame} sager er ${how} og læst${who}.`,
  all: (frame: string, who: string) => `Alle ${frame} sager er læst${who}.`,
  unfinished: (read: number, drawn: number, frame: string, how: string, who: string) =>
    `${drawn} af ${frame} sager er ${how}. Indtil videre er ${read} af dem læst${who}.`,
  nothingRead: (drawn: number, frame: string, how: string) =>
    `${drawn} af ${frame} sager er ${how}. Ingen af dem er læst endnu.`,
  noRandom: 'Der er ikke trukket tilfældige sager. Derfor er der ingen tal for alle sager.',
  period: (field: string, from: string | null, to: string | null) =>
    `Periode: sager med ${field}${from === null ? '' : ` fra ${from}`}${to === null ? '' : ` til og med ${to}`}. `,
  when: (asOf: string, drawn: string, read: string | null) =>
    read === null
      ? `Sagerne er opgjort pr. ${asOf} og trukket ${drawn}.`
      : `Sagerne er opgjort pr. ${asOf}, trukket ${drawn} og læst frem til ${read}.`,
  simple: 'trukket tilfældigt',
  stratified: (each: string) => `trukket tilfældigt fra ${each}`,
  mixed: 'trukket tilfældigt i flere grupper',
  readers: (n: number | null) =>
    n === null ? '' : ` af ${n === 1 ? 'én leder' : `${numerals[n] ?? String(n)} ledere`}`,
  readTwice: (n: number, tenths: number) =>
    ` ${n} af dem er læst af to hver for sig, og de gav samme svar i ${tenths} af 10 spørgsmål.`,
  readTwiceNearlyAll: (n: number) => ` ${n} af dem er læst af to hver for sig, og de gav næsten altid samme svar.`,
  readTwiceAll: (n: number) => ` ${n} af dem er læst af to hver for sig, og de gav samme svar i alle spørgsmål.`,
  census: (read: number, all: number) =>
    ` Derudover er ${read === all ? `alle ${count(all, 'sag', 'sager')}` : `${read} af ${count(all, 'sag', 'sager')}`} af en bestemt slags læst; de tælles for sig og er ikke med i tallene.`,
  targeted: (n: number) =>
    ` Derudover er ${count(n, 'sag', 'sager')} udvalgt med vilje; ${n === 1 ? 'den' : 'de'} er ikke med i tallene.`,
  replaced: (n: number) => ` ${count(n, 'trukket sag', 'trukne sager')} er erstattet af den næste i rækken.`,
  provisional: (closed: number, drawn: number) =>
    `${reportWords.provisional}: ${reportWords.progress(closed, drawn)}. Tallene kan ændre sig.`,
};

/** Proposed words; made from figures, and a person may change every line. */
export const proposalWords = {
  nothingRead: 'Der er endnu ikke læst sager nok til en konklusion.',
  oneArea: (area: string, met: number, n: number) =>
    `${area}: alle lovkrav er opfyldt i ${met} af ${n} læste sager, hvor de er relevante.`,
  same: (met: number, n: number, all: boolean) =>
    `${all ? 'Alle' : 'De viste'} områder står ens: alle lovkrav er opfyldt i ${met} af ${n} læste sager.`,
  bestAndWorst: (best: string, bestCount: string, worst: string, worstCount: string) =>
    `Bedst står ${best}, hvor alle lovkrav er opfyldt i ${bestCount} læste sager. Svagest står ${worst} med ${worstCount}.`,
  countOf: (met: number, n: number) => `${met} af ${n}`,
  item: (question: string, yes: number, n: number) => `${question} Ja i ${yes} af ${n} sager.`,
  noStrength: 'Ingen af de lovkrav, der er læst i mindst ti sager, er opfyldt i otte af ti af dem.',
  noWeakness: 'De lovkrav, der er læst i mindst ti sager, er opfyldt i mindst otte af ti af dem.',
  tooFew: 'Der er læst for få sager til at pege på enkelte lovkrav.',
  recommendation:
    'Forvaltningen indstiller, at udvalget tager orienteringen til efterretning og drøfter behovet for en handlingsplan.',
};

/** Roles that may stand as responsible on the committee page; anything else may be a name and is left out. */
export const committeeRoles: readonly string[] = [
  'afdelingsleder',
  'afdelingslederen',
  'afdelingsledere',
  'afdelingslederne',
  'teamleder',
  'teamlederen',
  'teamledere',
  'teamlederne',
  'børne- og familiechef',
  'familiechef',
  'familiechefen',
  'centerchef',
  'centerchefen',
  'afdelingschef',
  'afdelingschefen',
  'direktør',
  'direktøren',
  'leder',
  'lederen',
  'lederne',
  'ledelsen',
  'faglig leder',
  'faglige ledere',
  'faglig koordinator',
  'faglige koordinatorer',
  'kvalitetskonsulent',
  'kvalitetskonsulenten',
  'jurist',
  'juristen',
  'socialfaglig konsulent',
  'udviklingskonsulent',
  'rådgiver',
  'rådgivere',
  'rådgiverne',
  'myndighedsleder',
  'myndighedslederen',
  'forvaltningen',
];

/** The method page. */
export const committeeMethodWords = {
  title: 'Metode og forbehold',
  requirementsHeading: (shown: number, all: number) =>
    shown === all
      ? 'Lovkravene hver for sig'
      : `De ${shown} af ${all} lovkrav, der er opfyldt i den mindste del af de læste sager`,
  requirementColumns: { requirement: 'Lovkrav', yes: 'Ja', all: 'Svarer i alle sager til' },
  drawHeading: 'Trækningen',
  method: 'Metode',
  methodTexts: {
    LT1: 'LT1: sagerne sorteres efter et tal, der er beregnet (SHA-256) af startværdien og sagens nummer. De første i rækken er stikprøven. Alle med udtrækket og startværdien får de samme sager.',
    'LT1-S':
      'LT1-S: sagerne står efter nummer, og hver sag med en fast afstand tages fra et begyndelsessted, der er beregnet (SHA-256) af startværdien. Alle med udtrækket og startværdien får de samme sager.',
  },
  unit: 'Der er trukket blandt',
  frame: (size: string, unit: string) => `${size} ${unit}`,
  noFrame: 'ingen; runden har kun sager, der er udvalgt med vilje',
  groups: 'Fordeling',
  seed: 'Frø (startværdi)',
  seedHidden: 'står i den administrative rapport',
  fingerprint: 'Udtrækkets aftryk (begyndelsen)',
  drawNumber: 'Trækning',
  drawNumberText: (n: number) => `nr. ${n} på dette udtræk`,
  drawnAt: 'Trukket',
  excluded: 'Holdt uden for trækningen',
  replaced: 'Erstattede sager',
  census: 'Alle sager af en slags',
  censusText: (n: number) => `${n}; tælles for sig`,
  targeted: 'Udvalgt med vilje',
  targetedText: (drawn: number, read: number) =>
    `${drawn}${read === drawn ? '' : `, heraf ${read} læst`}; indgår ikke i tallene`,
  countingHeading: 'Sådan er der talt',
  answers: 'Svar',
  answersText:
    'Hvert spørgsmål er besvaret med ja, delvist, nej, ikke relevant eller kan ikke ses af sagen. Kan ikke ses tæller som ikke opfyldt, for kravet skal kunne læses i sagen.',
  areaRule: 'Område opfyldt',
  areaRuleText:
    'Alle relevante lovkrav i området er besvaret med ja. Områder, hvor intet er relevant i sagen, og områder, der ikke er færdiglæst, tæller ikke med.',
  range: 'Spændet',
  rangeText:
    'Hvor alle læste sager er relevante, er spændet beregnet eksakt for netop dette antal sager (hypergeometrisk, 95 %). Hvor det ikke vides, hvor mange sager der er relevante, er det en andel af de relevante (Clopper-Pearson, 95 %). Er der trukket i grupper, er tallene vægtet; er der læst under to sager i en gruppe, er der intet spænd.',
  suppression: 'Små tal',
  suppressionText: (threshold: number) =>
    `Et område vises ikke, når under ${threshold} sager står bag, eller når alle eller ingen af under 10 sager opfylder det. Hvor det tal, der mangler, ellers kunne regnes ud, vises et mere ikke. Der vises ingen procent under 10 sager, ingen opdeling på team eller rådgiver og ingen enkeltsager.`,
  agreement: 'To læsere',
  agreementText: (n: number, agreed: string, pairs: string, share: string) =>
    `${n} sager er læst af to hver for sig. De gav samme svar i ${agreed} af ${pairs} svar (${share})`,
  stop: '.',
  agreementAc1: (ac1: string) => `; når der tages højde for tilfældige sammenfald, er enigheden ${ac1} af 1 (AC1).`,
  programHeading: 'Program og skabelon',
  template: 'Tjekliste',
  templateText: (title: string, edition: number) => `${title}, udgave ${edition}`,
  program: 'Program',
  programText: (version: string) => `Ledelsestilsyn ${version}`,
  nationalHeading: 'Landstal til sammenligning',
  nationalText: (percent: string, year: string, n: string) => `${percent} (${year}${n})`,
  nationalN: (n: string) => `, ${n} sager`,
};

export const committeeFooterWords = (name: string, drawNumber: number, fingerprint: string, template: string) =>
  [name, `trækning nr. ${drawNumber}`, `aftryk ${fingerprint}`, template].filter(Boolean).join(', ');
