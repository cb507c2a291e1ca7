import type { FieldId } from '../domain/importing/fields.ts';
import type { ColumnNote } from '../domain/importing/mapping.ts';
import type { ImportProblem, ProblemCode } from '../domain/importing/problem.ts';

/** What a field is called on the page and in reports. */
export const fieldWords: Readonly<Record<FieldId, string>> = {
  case_id: 'sagsnummer',
  cpr: 'CPR-nummer',
  birth_date: 'fødselsdato',
  child_name: 'barnets navn',
  caseworker: 'rådgiver',
  team: 'team',
  case_type: 'sagstype',
  legal_basis: 'hjemmel',
  status: 'status',
  opened: 'sag oprettet',
  closed: 'sag afsluttet',
  report_received_at: 'underretning modtaget',
  report_assessed_at: '24-timers vurdering',
  report_receipt_sent: 'kvittering sendt',
  reporter_type: 'underretter',
  awareness_date: 'opmærksom på behov',
  screening_date: 'screening',
  bfu_start: 'børnefaglig undersøgelse startet',
  bfu_end: 'børnefaglig undersøgelse afsluttet',
  bfu_provisional: 'foreløbig vurdering',
  child_talk_dates: 'børnesamtaler',
  decision_date: 'afgørelse truffet',
  decision_sent: 'afgørelse sendt',
  consent_date: 'samtykke, dato',
  support_start: 'indsats start',
  support_end: 'indsats slut',
  plan_date: 'barnets plan',
  plan_revised: 'barnets plan revideret',
  youth_plan_date: 'ungeplan',
  followup_dates: 'opfølgninger',
  next_followup: 'næste opfølgning',
  placement_start: 'anbringelse start',
  placement_end: 'anbringelse slut',
  placement_form: 'anbringelsesform',
  consent_flag: 'samtykke, ja/nej',
  visit_dates: 'personrettede tilsyn',
  visit_child_talk: 'samtale med barnet ved tilsyn',
  home_date: 'hjemgivelse',
  home_end: 'hjemgivelsesperiode slut',
  youth_decision_date: 'afgørelse om ungestøtte',
  siblings: 'søskende (familie-ID)',
  abuse_flag: 'overgreb',
  protected_address: 'navne- og adressebeskyttelse',
};

/** The name of a kept column that has none in the file; `number` counts from 1. */
export function unnamedColumn(number: number): string {
  return `Kolonne ${number}`;
}

/** What a case is called whose number in the file is a CPR number; `number` counts from 1. */
export function runningCaseId(number: number): string {
  return `løbenr-${String(number).padStart(6, '0')}`;
}

/** A truth value of a workbook where a text is asked for. */
export const flagText = { true: 'Ja', false: 'Nej' } as const;

/** How exports write yes and no; lower case. */
export const yesWords = ['ja', 'j', 'x', '1', 'sand', 'sandt', 'true', 'yes', 'y', '✓', '✔', '☑', 'til'] as const;
export const noWords = ['nej', 'n', '0', 'falsk', 'false', 'no', 'fra', '☐'] as const;

/** What a line begins with that counts other lines, and what a page of a printed list begins or ends with. */
export const summaryWords =
  'i alt|ialt|total|totaler|totalt|sum|subtotal|sub-total|delsum|hovedtotal|grand total|gennemsnit|optalt|antal|' +
  'antal sager|antal rækker|antal linjer|samlet|samlet antal';
export const pageWords = 'udskrevet|udtrukket|udtræk|side|page|rapport|dannet|kørt|kørsel|genereret|sidst opdateret';

const problemSentences: Readonly<Record<ProblemCode, string>> = {
  'missing-case-id': 'Rækken har intet sagsnummer. Den er ikke taget med.',
  'summary-row': 'Rækken er en sum- eller overskriftslinje og ikke en sag. Den er ikke taget med.',
  'repeated-header': 'Rækken gentager overskrifterne. Den er ikke taget med.',
  'duplicate-row': 'Rækken er magen til en tidligere række. Den er ikke taget med.',
  'invalid-date': 'Cellen er ikke en dato, der findes i kalenderen. Datoen er udeladt; resten af rækken er med.',
  'ambiguous-date':
    'Kolonnen blander dag og måned, så datoen kan læses på to måder. Datoen er udeladt; resten af rækken er med.',
  'placeholder-date': 'Datoen betyder »ingen dato« i fagsystemet. Den er udeladt; resten af rækken er med.',
  'cpr-padded': 'CPR-nummeret havde mistet sit første nul. Nullet er sat på igen.',
  'cpr-invalid': 'Cellen er ikke et gyldigt CPR-nummer. Nummeret er udeladt; resten af rækken er med.',
  'case-id-is-cpr':
    'Sagsnummeret er et CPR-nummer. Sagen har fået et løbenummer i stedet, så CPR-nummeret ikke kommer med i lister og referater.',
  'text-too-long': 'Teksten er længere end 32.767 tegn. Den er afkortet.',
  'cell-error': 'Cellen indeholder en fejl fra regnearket. Den er udeladt; resten af rækken er med.',
};

/** What is wrong and what was done about it. */
export function problemWords({ code }: Pick<ImportProblem, 'code'>): string {
  return problemSentences[code];
}

/** Why a column is left out unless someone asks for it, or needs a look. */
export const columnNoteWords: Readonly<Record<ColumnNote, string>> = {
  cpr: 'Værdierne ligner CPR-numre. Kolonnen er udeladt, medmindre du vælger den.',
  phone: 'Værdierne ligner telefonnumre. Kolonnen er udeladt, medmindre du vælger den.',
  mail: 'Værdierne ligner mailadresser. Kolonnen er udeladt, medmindre du vælger den.',
  address: 'Værdierne ligner adresser. Kolonnen er udeladt, medmindre du vælger den.',
  name: 'Værdierne ligner navne på personer. Kolonnen er udeladt, medmindre du vælger den.',
  'long-text': 'Kolonnen har lange tekster. Den er udeladt, medmindre du vælger den.',
  header: 'Kolonnens navn tyder på personoplysninger. Den er udeladt, medmindre du vælger den.',
  'case-id-is-cpr': 'Sagsnumrene er CPR-numre. Hver sag får et løbenummer i stedet.',
};

/** The Excel file with everything that an import did not take as it stood. */
export const importProblemWords = {
  title: 'Rækker og celler, der blev ændret eller udeladt ved indlæsningen',
  classification: 'Fortroligt. Kun til internt brug i kommunen.',
  example: 'Eksempeldata. Ingen af sagerne findes.',
  overview: 'Overblik',
  file: 'Fil',
  rows: 'Linjer i filen',
  reconciliation: ([total = '', header = '', blank = '', accepted = '', rejected = '']: readonly string[]) =>
    `${total} i alt = ${header} overskrift + ${blank} tomme + ${accepted} rækker + ${rejected} afvist`,
  cases: 'Sager',
  headerRows: 'Linjer til og med overskriften',
  blankRows: 'Tomme linjer',
  none: 'Ingen',
  andMore: (parts: string, more: string) => `${parts} og ${more} steder mere`,
  kinds: 'Hvad der blev fundet',
  wholeRow: 'Hele rækken',
  cutShort: (listed: string, found: string) => `De første ${listed} af ${found} står på listen.`,
  problems: 'Rækker og celler',
  intro: 'Rækkens nummer er det, som Excel eller en teksteditor viser. CPR-numre er skjult.',
  nothing: 'Intet blev ændret eller udeladt.',
  row: 'Række',
  column: 'Kolonne',
  value: 'Der stod',
  wrong: 'Hvad er der galt, og hvad er der gjort',
  columns: 'Kolonner',
  columnsIntro: 'Sådan blev hver kolonne i filen læst.',
  readAs: 'Læst som',
  fact: 'oplysning, der vises på sagen',
  leftOut: 'udeladt',
} as const;
