import type { FactCondition, FactName } from '#shared/domain/review/conditions.ts';

import type { PlainValues } from './a-case.ts';

interface Line {
  readonly fact: FactCondition;
  /** The values that make it true, false and unknown; null where it can never be so. */
  readonly yes: PlainValues | null;
  readonly no: PlainValues | null;
  readonly unknown: PlainValues | null;
}

const placed = { placement_start: '2025-01-01' };
const reported = { report_received_at: '2025-06-01T10:00' };
const never = null;

/** Every condition by name: the compiler asks for a new one here. */
export const conditionLines: Readonly<Record<FactName, readonly Line[]>> = {
  always: [{ fact: { fact: 'always' }, yes: {}, no: never, unknown: never }],
  'read-in-file': [{ fact: { fact: 'read-in-file', what: 'tegn' }, yes: never, no: never, unknown: placed }],
  registered: [
    // A missing date may be missing in the export only, and a later one has not happened.
    {
      fact: { fact: 'registered', field: 'plan_date' },
      yes: { plan_date: '2025-11-03' },
      no: never,
      unknown: { plan_date: '2025-11-04' },
    },
    {
      fact: { fact: 'registered', field: 'followup_dates' },
      yes: { followup_dates: ['2025-03-01'] },
      no: never,
      unknown: {},
    },
  ],
  'report-received': [
    { fact: { fact: 'report-received' }, yes: { report_received_at: '2011-01-01' }, no: never, unknown: {} },
    {
      fact: { fact: 'report-received', withinMonths: 12 },
      yes: { report_received_at: '2024-11-03' },
      no: { report_received_at: '2024-11-02' },
      unknown: {},
    },
  ],
  'report-during-support': [
    {
      fact: { fact: 'report-during-support' },
      yes: { ...reported, support_start: '2025-06-01' },
      no: { ...reported, support_start: '2025-06-02' },
      unknown: reported,
    },
  ],
  'repeated-reports': [{ fact: { fact: 'repeated-reports', withinMonths: 24 }, yes: never, no: reported, unknown: {} }],
  'opened-after-report': [
    {
      fact: { fact: 'opened-after-report' },
      yes: { ...reported, opened: '2025-06-01' },
      no: { ...reported, opened: '2025-05-31' },
      unknown: { opened: '2025-05-31' },
    },
  ],
  'reporter-anonymous': [
    {
      fact: { fact: 'reporter-anonymous' },
      yes: { reporter_type: 'Anonym borger' },
      no: { reporter_type: 'Skole' },
      unknown: { reporter_type: ' ' },
    },
  ],
  'reporter-professional': [
    {
      fact: { fact: 'reporter-professional' },
      yes: { reporter_type: 'SUNDHEDSPLEJE' },
      no: { reporter_type: 'Nabo' },
      unknown: { reporter_type: 'Andet' },
    },
  ],
  'abuse-suspected': [
    { fact: { fact: 'abuse-suspected' }, yes: { abuse_flag: true }, no: { abuse_flag: false }, unknown: {} },
  ],
  'protected-address': [
    {
      fact: { fact: 'protected-address' },
      yes: { protected_address: true },
      no: { protected_address: false },
      unknown: {},
    },
  ],
  'has-siblings': [
    { fact: { fact: 'has-siblings' }, yes: { siblings: 'F-12' }, no: { siblings: 'Ingen' }, unknown: {} },
  ],
  unborn: [
    {
      fact: { fact: 'unborn' },
      yes: { birth_date: '2025-11-04' },
      no: { birth_date: '2025-11-03' },
      unknown: {},
    },
  ],
  'age-at-least': [
    {
      fact: { fact: 'age-at-least', years: 10, at: 'decision' },
      yes: { birth_date: '2015-02-28', decision_date: '2025-02-28' },
      no: { birth_date: '2015-03-01', decision_date: '2025-02-28' },
      unknown: { birth_date: '2015-03-01' },
    },
    // Where the day is not known, a child who is too young today was so before.
    {
      fact: { fact: 'age-at-least', years: 10, at: 'decision' },
      yes: never,
      no: { birth_date: '2015-11-04' },
      unknown: { decision_date: '2025-02-28' },
    },
  ],
  'age-under': [
    {
      fact: { fact: 'age-under', years: 15, at: 'as-of' },
      yes: { birth_date: '2010-11-04' },
      no: { birth_date: '2010-11-03' },
      unknown: {},
    },
  ],
  'turns-within': [
    {
      fact: { fact: 'turns-within', years: 18, months: 6 },
      yes: { birth_date: '2008-05-03' },
      no: { birth_date: '2008-05-04' },
      unknown: {},
    },
  ],
  'decision-made': [
    {
      fact: { fact: 'decision-made', withinMonths: 12 },
      yes: { decision_date: '2025-01-01' },
      no: { decision_date: '2023-01-01' },
      unknown: {},
    },
  ],
  'decision-kind': [
    {
      fact: { fact: 'decision-kind', kinds: ['support'] },
      yes: { decision_date: '2025-01-01', legal_basis: '§ 32, stk. 1, nr. 5' },
      no: { decision_date: '2025-01-01', legal_basis: '§ 46' },
      unknown: { decision_date: '2025-01-01' },
    },
    {
      fact: { fact: 'decision-kind', kinds: ['placement-no-consent'] },
      yes: { decision_date: '2020-01-01', legal_basis: '§ 58' },
      no: { ...placed, consent_flag: true },
      unknown: placed,
    },
  ],
  placed: [
    { fact: { fact: 'placed' }, yes: placed, no: { legal_basis: '§ 32' }, unknown: { legal_basis: 'ukendt' } },
    { fact: { fact: 'placed' }, yes: { case_type: 'Anbringelse' }, no: { case_type: 'Forebyggende' }, unknown: {} },
  ],
  'placed-months': [
    {
      fact: { fact: 'placed-months', months: 6 },
      yes: { placement_start: '2025-05-03' },
      no: { placement_start: '2025-05-04' },
      unknown: { legal_basis: '§ 46' },
    },
  ],
  'placement-form': [
    {
      fact: { fact: 'placement-form', contains: ['pleje'] },
      yes: { placement_form: 'Netværksplejefamilie' },
      no: { placement_form: 'Opholdssted' },
      unknown: {},
    },
  ],
  'supported-months': [
    {
      fact: { fact: 'supported-months', months: 3 },
      yes: { support_start: '2025-08-03' },
      no: { support_start: '2025-08-04' },
      unknown: {},
    },
  ],
  'law-at': [
    {
      fact: { fact: 'law-at', law: 'serviceloven', field: 'decision_date' },
      yes: { decision_date: '2023-12-31' },
      no: { decision_date: '2024-01-01' },
      unknown: {},
    },
  ],
  'rule-says': [
    {
      fact: { fact: 'rule-says', rule: 'R07', verdicts: ['no'] },
      yes: { awareness_date: '2025-01-01', bfu_end: '2025-05-02' },
      no: { awareness_date: '2025-01-01', bfu_end: '2025-05-01' },
      unknown: {},
    },
  ],
  'case-type': [
    {
      fact: { fact: 'case-type', contains: ['handicap'] },
      yes: { case_type: 'Handicap § 86' },
      no: { case_type: 'Forebyggende' },
      unknown: {},
    },
  ],
  column: [{ fact: { fact: 'column', name: 'Distrikt', contains: ['nord'] }, yes: never, no: never, unknown: {} }],
};
