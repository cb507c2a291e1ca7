import type { FieldId } from '../domain/importing/fields.ts';
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
  'text-too-long': 'Teksten er længere end 32.767 tegn. Den er afkortet.',
  'cell-error': 'Cellen indeholder en fejl fra regnearket. Den er udeladt; resten af rækken er med.',
};

/** What is wrong and what was done about it. */
export function problemWords({ code }: Pick<ImportProblem, 'code'>): string {
  return problemSentences[code];
}
