import type { ImportSummary, Inspection } from '#shared/contract/importing.ts';
import type { CaseLine } from '#shared/contract/population.ts';
import type { ImportProblem } from '#shared/domain/importing/problem.ts';
import type { CaseRecord } from '#shared/domain/population/case.ts';
import type { Action } from '#shared/domain/review/action.ts';

const teams = ['Modtagelsen', 'Team Nord', 'Team Syd', 'Ungeteam'];
export const workers = ['Rosa Riis', 'Åse Bæk', 'Kim Østergaard', 'Inger-Margrethe Overgaard-Christensen', 'Bo Dahl'];
export const types = ['Underretning', 'Børnefaglig undersøgelse', 'Støttende indsats', 'Anbringelse', 'Ungestøtte'];

const pick = <T>(list: readonly T[], index: number): T => list[index % list.length]!;

export const demoLines: readonly CaseLine[] = Array.from({ length: 420 }, (_, index) => ({
  id: `2025-${String(index * 7 + 12).padStart(5, '0')}`,
  team: index % 41 === 0 ? null : pick(teams, index * 5 + (index % 3)),
  caseworker: pick(workers, index * 3),
  caseType: pick(types, index * 11),
  legalBasis: '§ 32, stk. 1, nr. 5',
  status: index % 5 === 0 ? 'Lukket' : 'Åben',
  opened: `2025-0${(index % 8) + 1}-1${index % 9}`,
  decided: index % 4 === 0 ? null : `2025-0${(index % 5) + 4}-2${index % 9}`,
}));

export function demoSummary(part: Partial<ImportSummary> = {}): ImportSummary {
  return {
    importId: 'import-2',
    fileName: 'DUBU sagsudtræk november 2025.xlsx',
    importedAt: '2025-11-21T09:14:00',
    sha256: 'a'.repeat(64),
    frameFingerprint: '8a1df02ec7de1071'.repeat(4),
    rows: { total: 437, header: 4, blank: 4, accepted: 420, rejected: 9 },
    cases: 420,
    columns: [],
    unit: 'case',
    mappingName: null,
    problemCount: 35,
    problemKinds: [
      { code: 'placeholder-date', column: 'Undersøgelse afsluttet', count: 20, listed: 20 },
      { code: 'repeated-header', count: 3, listed: 3 },
      { code: 'duplicate-row', count: 3, listed: 3 },
      { code: 'summary-row', count: 2, listed: 2 },
      { code: 'missing-case-id', count: 1, listed: 1 },
      { code: 'invalid-date', column: 'Modtaget', count: 1, listed: 1 },
      { code: 'cpr-padded', column: 'CPR', count: 1, listed: 1 },
    ],
    lines: {
      header: { ranges: [[1, 4]], more: 0 },
      blank: {
        ranges: [
          [5, 5],
          [433, 435],
        ],
        more: 0,
      },
    },
    example: false,
    ms: 340,
    ...part,
  };
}

export const problems: readonly ImportProblem[] = [
  { row: 17, code: 'missing-case-id' },
  { row: 96, code: 'repeated-header' },
  { row: 191, code: 'repeated-header' },
  { row: 286, code: 'repeated-header' },
  { row: 120, code: 'duplicate-row', value: '2025-00811' },
  { row: 121, code: 'duplicate-row', value: '2025-00818' },
  { row: 122, code: 'duplicate-row', value: '2025-00825' },
  { row: 436, code: 'summary-row', value: 'I alt' },
  { row: 437, code: 'summary-row', value: 'Udskrevet 21-11-2025' },
  ...Array.from({ length: 20 }, (_, index) => ({
    row: 30 + index * 13,
    column: 'Undersøgelse afsluttet',
    code: 'placeholder-date' as const,
    value: '01-01-1900',
  })),
  { row: 77, column: 'Modtaget', code: 'invalid-date', value: '31-02-2025' },
  { row: 82, column: 'CPR', code: 'cpr-padded', value: '010812-••••' },
];

export const inspection: Inspection = {
  fileName: 'DUBU sagsudtræk november 2025.xlsx',
  format: 'xlsx',
  encoding: null,
  delimiter: null,
  sheets: [
    { name: 'Sager', hidden: false },
    { name: 'Opslag', hidden: true },
  ],
  sheet: 'Sager',
  headerRow: 4,
  columns: [
    ['Sagsnr.', 'case_id', 1, ['2025-00012', '2025-00019', '2025-00026', '2025-00033', '2025-00040']],
    ['Barnets navn', 'child_name', 0.95, ['Ida Holm', 'Noah Lund', 'Freja Dam']],
    ['CPR', 'cpr', 0.95, ['010812-1234', '120314-2345', '230909-3456']],
    ['Ansv. sagsbehandler', 'caseworker', 0.97, ['Rosa Riis', 'Åse Bæk', 'Kim Østergaard']],
    ['Enhed', 'team', 0.82, ['Modtagelsen', 'Team Nord', 'Team Syd']],
    ['Modt. dato', 'report_received_at', 0.62, ['03-02-2025 14:05', '11-02-2025 09:30']],
    ['Undersøgelse afsluttet', 'bfu_end', 0.98, ['20-07-2025', '14-06-2025', '01-01-1900']],
    ['Indsats', 'fact', 0, ['Familiebehandling', 'Kontaktperson', 'Aflastning']],
    ['Intern bemærkning', 'ignore', 0, ['ring torsdag', 'afventer skole, se journal af 3/9']],
    ['', 'ignore', 0, []],
  ].map(([header, field, confidence, examples], index) => ({
    index,
    header,
    field,
    confidence,
    because: confidence === 0 ? 'none' : 'both',
    dateOrder: null,
    note: header === 'Intern bemærkning' ? 'long-text' : null,
    examples,
  })) as Inspection['columns'],
  mapping: { sheet: 'Sager', headerRow: 4, columns: [] },
  headersKey: '0'.repeat(32),
  remembered: null,
  unit: 'case',
};

const action = (part: Partial<Action>): Action => ({
  id: String(part.text),
  roundId: 'round-11',
  caseId: '2025-00092',
  itemId: 'barnets-stemme',
  kind: 'case',
  text: '',
  owner: 'Rosa Riis',
  due: null,
  critical: true,
  created: '2025-11-12',
  done: null,
  category: null,
  measured: null,
  ...part,
});

export const actions: readonly Action[] = [
  action({ text: 'Tal med barnet om den konkrete støtte, og skriv barnets egne ord', due: '2025-11-18' }),
  action({ text: 'Afslut undersøgelsen, eller lav en foreløbig vurdering', caseId: '2024-00377', due: '2025-11-21' }),
  action({ text: 'Find ud af, om samtykket dækker indsatsen', caseId: '2023-00411', owner: '', due: '2025-12-01' }),
  action({
    text: 'Fast skabelon for samtale før afgørelse',
    critical: false,
    kind: 'practice',
    caseId: null,
    category: 'workflows',
  }),
];

export const record = (caseId: string): CaseRecord => ({
  id: caseId,
  values: {
    case_id: caseId,
    child_name: 'Ida Holm',
    cpr: '010812-1234',
    birth_date: '2012-08-01',
    team: 'Team Nord',
    caseworker: 'Rosa Riis',
    case_type: 'Støttende indsats',
    legal_basis: '§ 32, stk. 1, nr. 5',
    status: 'Åben',
    protected_address: true,
    report_received_at: '2025-02-03T14:05',
    report_assessed_at: '2025-02-04T09:00',
    bfu_start: '2025-02-10',
    bfu_end: '2025-07-20',
    decision_date: '2025-07-20',
    child_talk_dates: ['2024-11-12', '2025-07-03'],
    followup_dates: ['2025-11-12'],
  } as unknown as CaseRecord['values'],
  facts: { Indsats: 'Familiebehandling', Skole: 'Nordskolen' },
  activities: [
    { row: 5, values: {} },
    { row: 6, values: {} },
  ],
});
