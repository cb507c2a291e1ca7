import { columnWords } from './administrative-report.ts';

/** The sheet that the counts of the others are made from. */
export const dataWords = {
  table: {
    title: 'Data: alle svar, sag for sag',
    intro:
      'En række for hver sag, der ikke er erstattet. Kolonnerne er navngivne områder; tallene på de andre ark er talt op herfra.',
    nothing: 'Der er ingen sager i stikprøven.',
  },
  /** As the columns of the tables that count them are called. */
  answers: {
    yes: columnWords.yes.name,
    partly: columnWords.partly.name,
    no: columnWords.no.name,
    na: columnWords.na.name,
    'cannot-tell': columnWords.cannotTell.name,
    unanswered: columnWords.unanswered.name,
  },
  noTeam: 'Uden team',
  outcome: (area: string) => `Udfald: ${area}`,
  outcomeMeaning: (area: string) => `Udfaldet på ${area}, efter tjeklistens regel; uafsluttet, når intet er besvaret`,
};

export const sinceLastWords = {
  against: (verdict: string, met: number, n: number, round: string) => `${verdict}; ${met} af ${n} i ${round}`,
};

export const areaAnswersWords = {
  short: { name: 'Kort', meaning: 'Spørgsmålets begyndelse, som den står på diagrammet' },
  table: {
    title: 'Svar pr. område: tallene bag diagrammerne',
    intro: 'Tilfældige sager. Spørgsmål uden et relevant svar er udeladt. Antal sager, ikke procent.',
    nothing: 'Der er ikke svaret på noget endnu.',
  },
};

export const chartWords = {
  title: 'Diagrammer: svarene på hvert spørgsmål',
  intro: 'Tilfældige sager. Tallene på søjlerne er antal sager; de står også på arket Svar pr. område.',
  areas: 'Områder: hvordan sagerne faldt ud',
  area: (name: string) => `${name}: svar`,
};

export const teamWords = {
  table: {
    title: 'Pr. team: hvert spørgsmål, tilfældige sager',
    intro:
      'Teamene står i alfabetisk orden og må ikke rangordnes: et enkelt teams sager er for få til at sammenligne. Andel vises kun, hvor n er mindst 10.',
    nothing: 'Der er ikke trukket tilfældige sager.',
  },
  otherTable: {
    title: 'Pr. team: sager, der ikke er trukket tilfældigt',
    intro:
      'Tallene gælder kun de læste sager og siger intet om andre sager. Teamene må ikke rangordnes. Spørgsmål, som ikke var relevante i nogen af teamets sager, er udeladt.',
    nothing: 'Der er ingen sager uden for den tilfældige del.',
  },
  share: {
    name: 'Andel ja',
    meaning: 'Ja ud af n; tom, hvor n er under 10, og hvor teamets sager er trukket i flere grupper',
  },
};

export const coverageWords = {
  title: 'Dækning: hvor meget er læst?',
  intro: (readers: number | null, picked: number, both: number) =>
    [
      readers === null ? '' : `Sagerne er læst af ${readers} ${readers === 1 ? 'person' : 'personer'}.`,
      picked === 0
        ? 'Ingen sager er trukket til andenlæsning.'
        : `${picked} ${picked === 1 ? 'sag er' : 'sager er'} trukket til andenlæsning, ${both} er lukket af begge læsere.`,
      'Teamene står i alfabetisk orden.',
    ]
      .filter(Boolean)
      .join(' '),
  nothing: 'Der er ingen sager i stikprøven.',
  allTeams: 'Alle teams',
};

export const coverageColumnWords = {
  frame: { name: 'Ramme', meaning: 'Sager, der kunne trækkes; tom for et team, hvor der ikke er trukket i hvert team' },
  drawn: { name: 'Trukket', meaning: 'Sager i stikprøven uden de erstattede' },
  started: { name: 'Begyndt', meaning: 'Sager, hvor der er svaret på noget' },
  closed: { name: 'Afsluttet', meaning: 'Sager, der er læst færdig og lukket' },
  left: { name: 'Mangler', meaning: 'Trukne sager, der ikke er afsluttet' },
  replaced: { name: 'Erstattet', meaning: 'Trukne sager, der er erstattet af en anden' },
};

export const qualityWords = {
  table: {
    title: 'Datakvalitet: hvad var der galt med udtrækket?',
    intro: 'Udtrækkets fejl gælder hele filen. Datoforslag og manglende datoer gælder sagerne i stikprøven.',
    nothing: 'Der er ikke fundet fejl i data.',
  },
  import: 'Udtrækket',
  rejected: 'Linjer, der ikke er taget med',
  register: 'Datoforslag',
  changed: 'Forslag, hvor læseren svarede noget andet',
  because: (label: string) => `Ændret, fordi: ${label.toLocaleLowerCase('da')}`,
  unexplained: 'Ændret uden grund',
  dates: 'Manglende dato',
};

export const qualityColumnWords = {
  about: { name: 'Hvor', meaning: 'Udtrækket, datoforslagene eller de datoer, som reglerne mangler' },
  what: { name: 'Hvad', meaning: 'Fejlen, eller det spørgsmål, hvis dato mangler' },
  count: { name: 'Antal', meaning: 'Linjer, celler, svar eller sager' },
  of: { name: 'Ud af', meaning: 'Hvor mange der er talt blandt; tom, hvor det ikke er talt' },
  share: { name: 'Andel', meaning: 'Antal ud af dem, der er talt blandt' },
};

export const dictionaryWords = {
  table: {
    title: 'Ordbog: kolonner, svar og navngivne områder',
    intro: 'Alle tabellers kolonner med deres betydning og type, de ord, som data består af, og områdernes navne.',
    nothing: 'Der er ingen tabeller.',
  },
  text: 'tekst',
  column: 'Kolonne',
  answer: 'Svar',
  outcome: 'Udfald',
  part: 'Del',
  state: 'Tilstand',
  range: 'Navngivet område',
  rangeMeaning: (column: string, first: number, last: number) => `Kolonnen ${column}, række ${first} til ${last}`,
  answers: {
    yes: 'Kravet er opfyldt i sagen; tæller i n',
    partly: 'Kravet er delvist opfyldt; tæller i n',
    no: 'Kravet er ikke opfyldt; tæller i n',
    na: 'Spørgsmålet er ikke relevant i sagen; tæller ikke i n',
    'cannot-tell': 'Sagen viser det ikke; tæller i n',
    unanswered: 'Der er ikke svaret endnu; tæller ikke i n',
  },
  outcomes: {
    met: 'Alle relevante lovkrav i området er besvaret ja',
    'partly-met': 'Mellem opfyldt og ikke opfyldt',
    'not-met': 'Et kritisk lovkrav er besvaret nej, eller intet er besvaret ja',
    'not-relevant': 'Intet lovkrav i området er relevant',
    unfinished: 'Et lovkrav i området mangler svar',
  },
  parts: {
    random: 'Trukket tilfældigt; kan sige noget om alle sager',
    census: 'Alle sager af en slags er taget med; tælles for sig',
    targeted: 'Udvalgt med vilje; siger intet om andre sager',
  },
  states: {
    'not-started': 'Ingen har svaret endnu',
    draft: 'Der er svaret, men sagen er ikke lukket',
    done: 'Læst færdig og lukket',
    locked: 'Læst færdig, og runden er rapporteret',
    reopened: 'Lukket og åbnet igen med en grund',
  },
};

export const dictionaryColumnWords = {
  kind: { name: 'Slags', meaning: 'Kolonne, ord i data eller navngivet område' },
  sheet: { name: 'Ark', meaning: 'Arket, som det findes på; tom for ord, der er fælles' },
  name: { name: 'Navn', meaning: 'Navnet, som det står i arket' },
  type: { name: 'Type', meaning: 'Hvad cellerne holder: tekst, tal, andel, dato' },
  meaning: { name: 'Betydning', meaning: 'Hvad det betyder' },
};
