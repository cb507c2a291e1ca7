const count = (size: number, one: string, many: string) => `${size} ${size === 1 ? one : many}`;
const cases = (size: number) => count(size, 'sag', 'sager');

/** The words of the report for the leader of a team. */
export const leaderWords = {
  title: 'Ledelsestilsyn: mit team',
  titleOf: (team: string) => `Ledelsestilsyn: ${team}`,
  titleAll: 'Ledelsestilsyn: alle teams',
  subject: 'Status for lederen: læst, mangler, fund og aftaler',
  classification: 'Fortroligt: kun til lederen. Indeholder sagsnumre.',
  sheets: {
    overview: 'Overblik',
    remaining: 'Mangler',
    findings: 'Fund',
    actions: 'Handlinger',
    good: 'Gode eksempler',
    since: 'Siden sidst',
    about: 'Om rapporten',
  },
  about: (unit: string, period: string, day: string) => [unit, period, `Data pr. ${day}`].filter(Boolean).join(' · '),
};

/** The one page that the leader reads first. */
export const leaderOverviewWords = {
  progressHeading: 'Hvor langt er vi',
  part: { random: 'Tilfældige sager', census: 'Alle sager af en slags', targeted: 'Målrettede sager' },
  progress: (drawn: number, closed: number, begun: number, untouched: number) =>
    `${closed} af ${drawn} afsluttet · ${begun} begyndt · ${untouched} ikke begyndt`,
  remaining: 'Mangler',
  remainingText: (open: number, unanswered: number) =>
    `${cases(open)} er ikke afsluttet; ${unanswered} spørgsmål mangler svar. Se arket Mangler.`,
  nothingRemains: 'Intet. Alle sager er afsluttet.',
  noCases: 'Teamet har ingen sager i runden.',
  goodHeading: 'Det virker',
  good: (line: string, question: string, caseId: string) =>
    line === '' ? `★ ${question} (sag ${caseId})` : `★ ${line} (sag ${caseId})`,
  moreGood: (more: number) => `… og ${count(more, 'godt eksempel', 'gode eksempler')} til. Se arket Gode eksempler.`,
  allYes: (question: string, yes: number, n: number) => `• ${question} Ja i ${yes} af ${n}.`,
  noGood: 'Intet er markeret som godt eksempel, og intet kritisk spørgsmål er ja i alle læste sager.',
  findingsHeading: 'Fund',
  findings: (all: number, critical: number, inCases: number, read: number) =>
    `${critical === 0 ? 'Ingen kritiske' : count(critical, 'kritisk', 'kritiske')} af ${count(all, 'fund', 'fund')}, i ${inCases} af ${read} læste sager`,
  noFindings: (read: number) => `Ingen fund i ${read === 1 ? 'den læste sag' : `de ${read} læste sager`}`,
  nothingRead: 'Ingen sager er læst endnu',
  unanswered: 'Kritisk uden handling',
  unansweredText: (total: number, caseIds: readonly string[]) =>
    `${count(total, 'kritisk fund', 'kritiske fund')} har ingen handling: ${caseIds.join(', ')}`,
  actionsHeading: 'Åbne handlinger',
  overdue: (day: string) => `Frist overskredet ${day}`,
  due: (day: string) => `Frist ${day}`,
  noDue: 'Ingen frist',
  action: (text: string, caseId: string | null, owner: string) => {
    const about = [caseId === null ? '' : `sag ${caseId}`, owner].filter(Boolean).join(', ');
    return about === '' ? text : `${text} (${about})`;
  },
  moreActions: (more: number) => `… og ${more} til. Se arket Handlinger.`,
  noActions: 'Der er ingen åbne handlinger.',
  talkHeading: 'Tag op på næste teammøde',
  talk: (question: string, findings: number, n: number, critical: number) =>
    `• ${question} Ikke ja i ${findings} af ${n}${critical === 0 ? '' : `, heraf ${critical} kritisk nej`}.`,
  nothingToTalkAbout: 'Intet spørgsmål har fund i flere sager.',
  areasHeading: (part: string, read: number) => `Svar på hvert område: ${part.toLocaleLowerCase('da')} (${read} læst)`,
  chartTitle: 'Svar på hvert område (antal svar)',
  columns: {
    area: 'Område',
    yes: 'Ja',
    partly: 'Delvist',
    no: 'Nej',
    cannotTell: 'Kan ikke ses',
    n: 'n',
    findings: 'Fund',
    critical: 'Kritiske',
  },
  columnMeanings: {
    'Ja, delvist, nej, kan ikke ses': 'Antal svar på områdets spørgsmål i de sager, der er læst',
    n: 'Ja + delvist + nej + kan ikke ses på områdets spørgsmål',
    Fund: 'Delvist + nej + kan ikke ses',
    Kritiske: 'Kritiske spørgsmål, der er besvaret nej',
  },
  sampleNotes: {
    whole: 'Tallene er antal i de læste sager, ikke andele.',
    team: 'Tallene er antal i teamets læste sager. Stikprøven er trukket i hele afdelingen, ikke for hvert team; den siger ikke noget om alle teamets sager.',
    perTeam:
      'Tallene er antal i teamets læste sager. Stikprøven er trukket for hvert team; hvad den siger om alle sager, er regnet ud samlet i rapporten til ledelsen.',
    targeted: 'Tallene gælder kun de læste sager (udvalgt med vilje).',
  },
};

/** A table of the report: what its sheet says above the table, or in place of it. */
export const leaderTableWords = {
  remaining: {
    title: 'Sager, der ikke er afsluttet',
    intro: 'De sager, der er begyndt, står først; derefter i den rækkefølge, de er trukket.',
    nothing: 'Alle sager er gennemgået og afsluttet.',
  },
  findings: {
    title: 'Fund i sagerne',
    intro: 'Svar, der ikke er ja. De kritiske står først, derefter efter alvor og i trækningens rækkefølge.',
    nothing: 'Der er ingen fund i de sager, der er læst.',
  },
  actions: {
    title: 'Handlinger',
    intro: (day: string) =>
      `De åbne står først, med den nærmeste frist øverst. Fristerne er holdt op mod ${day}, hvor data sidst er ændret.`,
    nothing: 'Der er ikke aftalt handlinger.',
  },
  good: {
    title: 'Gode eksempler',
    intro: 'Svar, som læseren har markeret med en stjerne: del dem på teammødet.',
    nothing: 'Ingen svar er markeret som gode eksempler endnu.',
  },
  since: {
    title: (round: string) => `Siden sidst: ${round}`,
    intro:
      'Antal ja af de relevante svar i de tilfældige sager. Så få sager svinger af sig selv: forskellen er ikke i sig selv en ændring.',
    noTitle: 'Siden sidst',
    first: 'Der er ingen tidligere runde at se tilbage på.',
    noEarlierCases: 'Teamet havde ingen tilfældige sager, der blev læst, i den forrige runde.',
    nothingRead: 'Ingen tilfældige sager er læst i denne runde endnu.',
  },
};

/** What remains in a case that is not closed. */
export const remainingWords = {
  notBegun: 'Sagen skal læses',
  unanswered: (size: number) => `${size} spørgsmål mangler svar`,
  noAction: (size: number) => `${count(size, 'kritisk fund', 'kritiske fund')} mangler handling`,
  close: 'Alt er besvaret: skal afsluttes',
};

export const leaderActionStates = { overdue: 'Frist overskredet', open: 'Åben', done: 'Udført' };

/** The names of columns with what they mean. */
export const leaderColumns = {
  caseId: { name: 'Sagsnr.', meaning: 'Sagens nummer i fagsystemet' },
  part: { name: 'Del', meaning: 'Tilfældig, alle sager af en slags, eller målrettet (udvalgt med vilje)' },
  state: { name: 'Tilstand', meaning: 'Ikke begyndt, kladde eller genåbnet' },
  answered: { name: 'Besvaret', meaning: 'Antal spørgsmål, der har et svar' },
  missing: { name: 'Ubesvaret', meaning: 'Antal spørgsmål, der mangler svar' },
  remains: { name: 'Hvad mangler', meaning: 'Hvad der skal til, før sagen kan afsluttes' },
  area: { name: 'Område', meaning: 'Området, som spørgsmålet hører til' },
  question: { name: 'Spørgsmål', meaning: 'Spørgsmålet, som det står i tjeklisten' },
  answer: { name: 'Svar', meaning: 'Svaret i sagen' },
  severity: {
    name: 'Alvor',
    meaning: 'Kritisk nej, eller hvad tjeklisten kalder spørgsmålet: kritisk, væsentlig eller mindre',
  },
  note: { name: 'Note og bilag', meaning: 'Læserens note, og hvor i sagen det ses; navne er skjult' },
  agreed: { name: 'Handling', meaning: 'Hvad der er aftalt om fundet, og fristen' },
  stands: { name: 'Tilstand', meaning: 'Frist overskredet, åben eller udført' },
  due: { name: 'Frist', meaning: 'Hvornår det skal være gjort' },
  action: { name: 'Handling', meaning: 'Hvad der er aftalt' },
  about: { name: 'Gælder', meaning: 'Sagens nummer; praksis, hvor handlingen gælder hele afdelingen' },
  owner: { name: 'Ansvarlig', meaning: 'Hvem der gør det; navne på rådgivere er skjult' },
  done: { name: 'Udført', meaning: 'Hvornår det blev gjort; tom, når handlingen er åben' },
  worked: { name: 'Hvad virkede', meaning: 'Læserens ord om, hvad der er gjort godt' },
  yesBefore: { name: 'Ja sidst', meaning: 'Svar ja i den forrige runde' },
  nBefore: { name: 'n sidst', meaning: 'Relevante svar i den forrige runde' },
  yesNow: { name: 'Ja nu', meaning: 'Svar ja i denne runde' },
  nNow: { name: 'n nu', meaning: 'Relevante svar i denne runde' },
  remark: { name: 'Bemærkning', meaning: 'Hvorfor de to tal ikke kan stilles ved siden af hinanden' },
};
export const practiceWord = 'Praksis';
export const noGoodLine = 'Ingen bemærkning';
export const criticalNo = 'Kritisk nej';

export const leaderAboutWords = {
  title: 'Om rapporten',
  provenanceHeading: 'Lavet med',
  countingHeading: 'Sådan er der talt',
  counting: [
    'n er ja + delvist + nej + kan ikke ses. Ikke relevant og ubesvaret tælles ikke med i n.',
    'Et fund er et svar, der er delvist, nej eller kan ikke ses. Det er kritisk, når et kritisk spørgsmål er besvaret nej.',
    'Alle svar, der er givet indtil nu, er talt med, også i sager, der ikke er afsluttet.',
    'Tilfældige og målrettede sager er talt hver for sig. Der er ingen procenter og ingen rangordning af teams eller medarbejdere.',
    'Navne på børn og rådgivere og personnumre er skjult i alt, hvad læserne har skrevet.',
  ],
  dictionaryHeading: 'Hvad kolonnerne betyder',
  columnOf: (sheet: string, name: string) => `${sheet}: ${name}`,
};
