import type { LocalDate, Moment } from '../calendar/local-date.ts';

/** How the cells of a canonical field are read. `moment`: a date with or without a time of day. */
export type FieldKind = 'text' | 'cpr' | 'date' | 'moment' | 'moments' | 'flag' | 'flags';

/** The canonical fields of a case export. Source: the project's field list (law and practice, section 5.3). */
export const fieldKinds = {
  case_id: 'text',
  cpr: 'cpr',
  birth_date: 'date',
  child_name: 'text',
  caseworker: 'text',
  team: 'text',
  case_type: 'text',
  legal_basis: 'text',
  status: 'text',
  opened: 'date',
  closed: 'date',
  report_received_at: 'moment',
  report_assessed_at: 'moment',
  report_receipt_sent: 'date',
  reporter_type: 'text',
  awareness_date: 'date',
  screening_date: 'date',
  bfu_start: 'date',
  bfu_end: 'date',
  bfu_provisional: 'date',
  child_talk_dates: 'moments',
  decision_date: 'date',
  decision_sent: 'date',
  consent_date: 'date',
  support_start: 'date',
  support_end: 'date',
  plan_date: 'date',
  plan_revised: 'date',
  youth_plan_date: 'date',
  followup_dates: 'moments',
  next_followup: 'date',
  placement_start: 'date',
  placement_end: 'date',
  placement_form: 'text',
  consent_flag: 'flag',
  visit_dates: 'moments',
  visit_child_talk: 'flags',
  home_date: 'date',
  home_end: 'date',
  youth_decision_date: 'date',
  siblings: 'text',
  abuse_flag: 'flag',
  protected_address: 'flag',
} as const satisfies Record<string, FieldKind>;

export type FieldId = keyof typeof fieldKinds;

interface KindValues {
  text: string;
  cpr: string;
  date: LocalDate;
  moment: Moment;
  moments: readonly Moment[];
  flag: boolean;
  flags: readonly boolean[];
}

export type FieldValue<F extends FieldId> = KindValues[(typeof fieldKinds)[F]];

/** The values of one case (or one row), by canonical field. A missing value is an absent key, never an empty string. */
export type FieldValues = { readonly [F in FieldId]?: FieldValue<F> };

export const fieldIds = Object.keys(fieldKinds) as readonly FieldId[];

export function isFieldId(value: string): value is FieldId {
  return Object.hasOwn(fieldKinds, value);
}

/** Fields of text that never need a CPR number; one that stands in them is masked before it is kept. */
export const categoryFields: ReadonlySet<FieldId> = new Set([
  'child_name',
  'caseworker',
  'team',
  'case_type',
  'legal_basis',
  'status',
  'reporter_type',
  'placement_form',
]);
