/** The report for the administrative leadership. */
export const administrativeWords = {
  title: 'Ledelsestilsyn: rapport til ledelsen',
  subject: 'Ledelsestilsyn, til den administrative ledelse',
  classification: 'Fortroligt – indeholder sagsnumre',
  footer: (unit: string, period: string) => [unit, period].filter(Boolean).join(' · '),
  sheets: {
    front: 'Forside',
    overview: 'Overblik',
    areas: 'Områder',
    charts: 'Diagrammer',
    areaAnswers: 'Svar pr. område',
    teams: 'Pr. team',
    otherTeams: 'Pr. team, øvrige',
    census: 'Alle sager',
    targeted: 'Målrettede',
    cases: 'Sager',
    findings: 'Fund',
    actions: 'Handlinger',
    secondReading: 'Andenlæsning',
    register: 'Datoforslag',
    coverage: 'Dækning',
    quality: 'Datakvalitet',
    method: 'Metode',
    dictionary: 'Ordbog',
    data: 'Data',
  },
};

/** What the cells of a column hold. */
export const cellTypeWords = {
  text: 'tekst',
  number: 'tal',
  flag: 'ja/nej',
  date: 'dato',
  share: 'andel',
  or: ' eller ',
  empty: 'tom her',
};

export const tableWords = {
  overview: {
    title: 'Overblik: hvert spørgsmål, tilfældige sager',
    intro: 'Overholdt er ja ud af ja, delvist, nej og kan ikke ses. Spændet rummer det sande tal med 95 % sikkerhed.',
    nothing: 'Der er ikke trukket tilfældige sager.',
  },
  areas: {
    title: 'Områder: sager, hvor alle relevante lovkrav er opfyldt',
    intro: 'Tilfældige sager. Kun sager, hvor området er relevant og læst færdigt, tæller med i n.',
    nothing: 'Der er ikke trukket tilfældige sager.',
  },
  census: {
    title: 'Alle sager af en slags: svar',
    intro:
      'Her er alle sager taget med, så andelen er nøjagtig, når de er læst. De er ikke med i tallene for de tilfældige sager.',
    nothing: 'Der er ingen del, hvor alle sager er taget med.',
  },
  targeted: {
    title: 'Målrettede sager: svar',
    intro: 'Sagerne er udvalgt med vilje. Tallene gælder kun de læste sager og siger intet om andre sager.',
    nothing: 'Der er ingen målrettede sager.',
  },
  cases: {
    title: 'Sager i stikprøven',
    intro: 'I den rækkefølge, de er trukket. Erstattede sager bliver stående med grunden.',
    nothing: 'Der er ingen sager i stikprøven.',
  },
  findings: {
    title: 'Fund i sagerne',
    intro: 'Svar, der ikke er ja. De kritiske står først, derefter i trækningens rækkefølge.',
    nothing: 'Der er ingen fund i de sager, der er læst.',
  },
  actions: {
    title: 'Handlinger',
    intro: 'De åbne står først, med den nærmeste frist øverst.',
    nothing: 'Der er ikke aftalt handlinger.',
  },
};

export const secondReadingSheetWords = {
  title: 'Andenlæsning: hvor enige er to læsere?',
  intro: (both: number, picked: number, agreed: string) =>
    `${both} af de ${picked} tilfældigt trukne sager er lukket af begge læsere: ${agreed}. Ikke relevant og kan ikke ses er svar på lige fod med de andre.`,
  nothing: (picked: number) =>
    `${picked} ${picked === 1 ? 'sag er' : 'sager er'} trukket til andenlæsning; ingen er lukket af begge endnu.`,
  all: 'Alle spørgsmål',
  cannotCompute: 'kan ikke beregnes',
};

/** What the reader found beside what the registered dates suggest. */
export const registerWords = {
  title: 'Datoforslag: hvor tit pegede registreringen forkert?',
  count: (changed: number, suggested: number) => `${changed} af ${suggested} datoforslag blev ændret`,
  intro: (count: string) =>
    `${count}. Et ændret forslag betyder, at datoen i udtrækket eller reglen ikke passer til sagen.`,
  nothing: 'Der er ikke svaret på spørgsmål med et datoforslag.',
  reason: (label: string) => `Ændret, fordi: ${label.toLocaleLowerCase('da')}`,
};

/** The names of columns with what they mean; the data dictionary is made from these. */
export const columnWords = {
  section: { name: 'Afsnit', meaning: 'Afsnittet i tjeklisten' },
  question: { name: 'Spørgsmål', meaning: 'Spørgsmålet, som det står i tjeklisten' },
  type: { name: 'Krav', meaning: 'Lovkrav eller faglig kvalitet' },
  severity: { name: 'Alvor', meaning: 'Kritisk, væsentlig eller mindre, som tjeklisten siger' },
  n: { name: 'n', meaning: 'Relevante svar: ja, delvist, nej og kan ikke ses' },
  yes: { name: 'Ja', meaning: 'Antal sager med svaret ja' },
  partly: { name: 'Delvist', meaning: 'Antal sager med svaret delvist' },
  no: { name: 'Nej', meaning: 'Antal sager med svaret nej' },
  na: { name: 'Ikke relevant', meaning: 'Antal sager, hvor spørgsmålet ikke er relevant; ikke med i n' },
  cannotTell: { name: 'Kan ikke ses', meaning: 'Antal sager, hvor svaret ikke kan læses i sagen; med i n' },
  unanswered: { name: 'Ubesvaret', meaning: 'Antal trukne sager, hvor spørgsmålet endnu ikke er besvaret' },
  rate: { name: 'Overholdt', meaning: 'Ja ud af n; vægtet, hvor der er trukket i grupper' },
  low: { name: 'Fra', meaning: 'Spændets nederste ende, 95 %' },
  high: { name: 'Til', meaning: 'Spændets øverste ende, 95 %' },
  unit: {
    name: 'Spændet gælder',
    meaning: 'Sager af hele udtrækket, eller andel af de relevante; ellers hvorfor der intet spænd er',
  },
  since: { name: 'Siden sidst', meaning: 'Ændringen siden den nærmeste tidligere runde, der kan sammenlignes med' },
  weighted: {
    name: 'Vægtet',
    meaning: 'Ja, hvor hver gruppe tæller efter sin størrelse; andelen er da beregnet i programmet og er ingen formel',
  },
  area: { name: 'Område', meaning: 'Området, som spørgsmålet hører til' },
  areaN: { name: 'n', meaning: 'Sager, hvor området er relevant og læst færdigt' },
  met: { name: 'Opfyldt', meaning: 'Sager, hvor alle relevante lovkrav i området er besvaret ja' },
  partlyMet: { name: 'Delvist', meaning: 'Sager mellem opfyldt og ikke opfyldt' },
  notMet: {
    name: 'Ikke opfyldt',
    meaning: 'Sager, hvor et kritisk lovkrav er besvaret nej, eller intet er besvaret ja',
  },
  notRelevant: { name: 'Ikke relevant', meaning: 'Sager, hvor intet lovkrav i området er relevant' },
  unfinished: { name: 'Uafsluttet', meaning: 'Sager, hvor et lovkrav i området mangler svar' },
  areaRate: { name: 'Opfyldt %', meaning: 'Opfyldt ud af n; vægtet, hvor der er trukket i grupper' },
  number: { name: 'Nr.', meaning: 'Sagens nummer i stikprøven' },
  caseId: { name: 'Sagsnr.', meaning: 'Sagens nummer i fagsystemet' },
  team: { name: 'Team', meaning: 'Sagens team, som udtrækket har det' },
  part: { name: 'Del', meaning: 'Tilfældig, alle sager eller målrettet' },
  stratum: { name: 'Gruppe', meaning: 'Den gruppe, sagen er trukket i; for målrettede sager reglen' },
  rank: { name: 'Rang', meaning: 'Pladsen i gruppens rækkefølge' },
  state: { name: 'Tilstand', meaning: 'Ikke begyndt, kladde, gennemgået eller erstattet' },
  findingCount: { name: 'Fund', meaning: 'Antal svar, der er nej, delvist eller kan ikke ses' },
  criticalCount: { name: 'Kritiske', meaning: 'Antal kritiske spørgsmål, der er besvaret nej' },
  remark: { name: 'Bemærkning', meaning: 'Hvorfor sagen er erstattet, og hvilken sag der kom i stedet' },
  law: { name: 'Lov', meaning: 'Lovgrundlaget, som tjeklisten angiver det' },
  answer: { name: 'Svar', meaning: 'Svaret i sagen' },
  note: { name: 'Note', meaning: 'Læserens note' },
  evidence: { name: 'Bilag', meaning: 'Hvor i sagen det ses' },
  action: { name: 'Handling', meaning: 'Hvad der er aftalt' },
  category: { name: 'Anbefaling', meaning: 'Hvilken af Task Forcens otte anbefalinger en ændret praksis svarer på' },
  kind: { name: 'Slags', meaning: 'Ret sagen, eller ret praksis' },
  owner: { name: 'Ansvarlig', meaning: 'Hvem der gør det' },
  due: { name: 'Frist', meaning: 'Hvornår det skal være gjort' },
  done: { name: 'Udført', meaning: 'Hvornår det blev gjort; tom, når den er åben' },
  critical: { name: 'Kritisk', meaning: 'Ja, hvor handlingen hører til et kritisk fund' },
  pairs: { name: 'Par', meaning: 'Sager, hvor begge læsere har svaret på spørgsmålet' },
  agreed: { name: 'Enige', meaning: 'Par, hvor de to gav samme svar' },
  agreedShare: { name: 'Enighed', meaning: 'Enige ud af par' },
  agreedLow: { name: 'Enighed fra', meaning: 'Nederste ende af spændet om enigheden, 95 %, Clopper-Pearson' },
  agreedHigh: { name: 'Enighed til', meaning: 'Øverste ende af spændet om enigheden, 95 %, Clopper-Pearson' },
  ac1: { name: 'AC1', meaning: 'Gwets AC1: enighed ud over det tilfældige; 1 er fuld enighed' },
  suggested: { name: 'Forslag', meaning: 'Svar, hvor datoerne i udtrækket foreslog et svar' },
  changed: { name: 'Ændret', meaning: 'Forslag, hvor læseren svarede noget andet' },
  unexplained: { name: 'Uden grund', meaning: 'Ændrede forslag, hvor der ikke er skrevet en grund' },
  created: { name: 'Oprettet', meaning: 'Hvornår handlingen blev skrevet' },
};

export const caseListWords = {
  replacedState: 'Erstattet',
  replaced: (by: string, reason: string) => `Erstattet af ${by}: sagen ${reason}.`,
  replaces: (caseId: string) => `I stedet for ${caseId}.`,
  allCases: 'alle',
  outcomeOf: (area: string) =>
    `Udfaldet på ${area}: opfyldt, delvist, ikke opfyldt, ikke relevant eller uafsluttet; tom, når intet er besvaret`,
};

export const actionKindWords = { case: 'Sagen', practice: 'Praksis' };

export const methodWords = {
  title: 'Metode: trækningen, så den kan gentages',
  importHeading: 'Udtrækket',
  file: 'Fil',
  sha: 'Filens aftryk (SHA-256)',
  rows: 'Linjer',
  reconciliation: (total: string, header: string, blank: string, accepted: string, rejected: string) =>
    `${total} linjer = ${header} overskrift + ${blank} tomme + ${accepted} læst + ${rejected} afvist`,
  rowsToCases: (accepted: string, cases: string) => `De ${accepted} læste linjer er ${cases} sager.`,
  importGone: 'Importen er ikke længere i arbejdsmappen.',
  population: 'Sager i udtrækket',
  drawHeading: 'Trækningen',
  method: 'Metode',
  methodTexts: {
    LT1: 'LT1: hver sags lod er SHA-256 af LT1|startværdi|gruppe|sagsnummer. Inden for hver gruppe sorteres efter lod; de første er stikprøven, en erstatning er den næste i rækken.',
    'LT1-S':
      'LT1-S: en systematisk del tages med fast afstand ned ad sagsnumrene fra et begyndelsessted, der er beregnet (SHA-256) af startværdien og gruppen. Andre dele trækkes efter lod: SHA-256 af LT1|startværdi|gruppe|sagsnummer, laveste først.',
  },
  enlarged: 'Udvidet',
  enlargedLine: (added: string, day: string, reason: string | null) =>
    [`${added} sager til, ${day}`, reason].filter(Boolean).join(': '),
  seed: 'Frø (startværdi)',
  fingerprint: 'Udtrækkets aftryk',
  drawNumber: 'Trækning nr.',
  redraw: 'Grund til ny trækning',
  drawnAt: 'Trukket',
  asOf: 'Frister er opgjort pr.',
  unit: 'Der er trukket blandt',
  excluded: 'Holdt uden for',
  excludedLine: (count: string, reason: string) => `${count}: ${reason}`,
  framesHeading: 'Rammer og grupper',
  frame: (part: string, number: number) => `Del ${number}, ${part}`,
  frameText: (size: string, fingerprint: string) => `${size} sager i rammen, aftryk ${fingerprint}`,
  conditions: 'Betingelser',
  stratum: (name: string) => `Gruppe: ${name}`,
  stratumText: (drawn: string, size: string) => `${drawn} trukket af ${size}`,
  wholeFrame: 'hele rammen',
  replacedHeading: 'Erstattede sager',
  noneReplaced: 'Ingen sager er erstattet.',
  replacedText: (by: string, reason: string, at: string) => `erstattet af ${by} den ${at}: sagen ${reason}`,
  countingHeading: 'Sådan er der talt',
  counting: [
    'n er ja + delvist + nej + kan ikke ses. Ikke relevant og ubesvaret er ikke med i n, men har egne kolonner.',
    'Er alle læste sager relevante, er spændet eksakt hypergeometrisk, i hele sager af rammen. Ellers er det Clopper-Pearson på de relevante svar. Er alle sager læst, er der intet spænd.',
    'Er der trukket i grupper, er andelen vægtet efter gruppernes størrelse, og spændet bygger på den vægtede varians. Er der læst under to sager i en gruppe, kan usikkerheden ikke beregnes.',
    'Er en trukket sag erstattet, fordi den ikke hørte til rammen, er rammen talt for stor; spændet gives da som andel.',
    'Målrettede sager indgår aldrig i andele om alle sager.',
  ],
  programHeading: 'Rapporten kan laves igen',
  logged: 'Handlingsloggen',
  loggedLine: (number: string, hash: string) =>
    `Da runden sidst blev ændret, var linje ${number} skrevet, med kontrolværdien ${hash}. Står den sådan i loggen (Sikkerhed, Log, Gem loggen som Excel), er intet før den rettet siden.`,
};

/** One sheet a case, for the talk with the caseworker; the words of the sheets are in case-page.ts. */
export const caseworkWords = {
  workbookTitle: 'Ledelsestilsyn: samtaleark',
  subject: 'Ledelsestilsyn, én sag på hvert ark',
  noneSheet: 'Samtaleark',
  none: 'Der er endnu ikke læst sager i runden.',
};
