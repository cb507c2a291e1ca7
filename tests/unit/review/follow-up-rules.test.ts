import { describe, expect, it } from 'vitest';

import { expectedOf, outcomeOf, type RuleLine } from './a-case.ts';

const support = { support_start: '2025-03-31' };
const old = { support_start: '2023-09-30' };
const placed = { placement_start: '2024-01-01' };

const tables: Record<string, readonly RuleLine[]> = {
  R15: [
    { what: 'before', case: { ...support, followup_dates: ['2025-06-29'] }, verdict: 'yes' },
    {
      what: 'on the limit',
      case: { ...support, followup_dates: ['2025-09-01', '2025-06-30'] },
      verdict: 'yes',
      says: 'frist 30-06-2025: 3 måneder, barnets lov § 95, stk. 2',
    },
    { what: 'the day after', case: { ...support, followup_dates: ['2025-07-01'] }, verdict: 'no', late: 1 },
    {
      what: 'earlier, when the assessment ended',
      case: { ...support, bfu_end: '2025-05-15', followup_dates: ['2025-05-16'] },
      verdict: 'no',
      late: 1,
      says: 'undersøgelsen blev afsluttet',
    },
    {
      what: 'on the day the assessment ended',
      case: { ...support, bfu_end: '2025-05-15', followup_dates: ['2025-05-15'] },
      verdict: 'yes',
    },
    {
      what: 'an assessment from before the start',
      case: { ...support, bfu_end: '2025-03-31', followup_dates: ['2025-06-30'] },
      verdict: 'yes',
    },
    {
      what: 'an assessment after three months',
      case: { ...support, bfu_end: '2025-08-01', followup_dates: ['2025-07-01'] },
      verdict: 'no',
      late: 1,
    },
    { what: 'none, limit passed', case: support, verdict: 'no', late: 126, says: 'Registreringen kan mangle' },
    { what: 'none, on the limit', case: support, on: '2025-06-30', verdict: 'not-relevant', says: 'senest 30-06-2025' },
    { what: 'none, a day after', case: support, on: '2025-07-01', verdict: 'no', late: 1 },
    {
      what: 'only to come',
      case: { ...support, followup_dates: ['2025-06-20'] },
      on: '2025-06-10',
      verdict: 'not-relevant',
      says: 'ikke sket endnu',
    },
    { what: 'only before the start', case: { ...support, followup_dates: ['2025-03-30'] }, verdict: 'no', late: 126 },
    { what: 'ended before the limit', case: { ...support, support_end: '2025-06-01' }, verdict: 'not-relevant' },
    {
      what: 'a placement',
      case: { placement_start: '2025-03-31', followup_dates: ['2025-06-30'] },
      verdict: 'yes',
      says: 'Anbringelse begyndt',
    },
    {
      what: 'serviceloven ignores the assessment',
      case: { ...old, bfu_end: '2023-11-01', followup_dates: ['2023-12-30'] },
      verdict: 'yes',
      says: 'serviceloven § 70, stk. 1',
    },
    { what: 'serviceloven, late', case: { ...old, followup_dates: ['2023-12-31'] }, verdict: 'no', late: 1 },
    { what: 'begins later', case: { support_start: '2025-12-01' }, verdict: 'missing', says: 'ikke sket endnu' },
    {
      what: 'a new measure to come, the running one is followed up',
      case: { support_start: '2025-12-01', followup_dates: ['2025-06-30'] },
      rows: [{ support_start: '2025-12-01' }, { support_start: '2025-03-31' }],
      verdict: 'yes',
    },
    { what: 'nothing', case: {}, verdict: 'missing', says: 'indsats start' },
  ],
  R16: [
    {
      what: 'agreed',
      case: { ...support, followup_dates: ['2025-06-30'], next_followup: '2026-01-15' },
      verdict: 'yes',
      says: 'næste aftalt 15-01-2026',
    },
    { what: 'not agreed', case: { ...support, followup_dates: ['2025-06-30'] }, verdict: 'unclear' },
    { what: 'none done', case: { ...support, next_followup: '2026-01-15' }, verdict: 'not-relevant' },
    { what: 'serviceloven', case: { ...old, followup_dates: ['2023-12-20'] }, verdict: 'not-relevant' },
  ],
  R17: [
    {
      what: 'on the agreed day',
      case: { ...support, followup_dates: ['2025-06-30', '2025-09-30'], next_followup: '2025-09-30' },
      verdict: 'yes',
    },
    {
      what: 'a day late',
      case: { ...support, followup_dates: ['2025-06-30', '2025-10-01'], next_followup: '2025-09-30' },
      verdict: 'no',
      late: 1,
    },
    {
      what: 'missed',
      case: { ...support, followup_dates: ['2025-06-30'], next_followup: '2025-11-02' },
      verdict: 'no',
      late: 1,
      says: 'Registreringen kan mangle',
    },
    {
      what: 'agreed, but the support ended before it',
      case: { ...support, support_end: '2025-08-01', followup_dates: ['2025-06-30'], next_followup: '2025-09-30' },
      verdict: 'not-relevant',
    },
    {
      what: 'agreed, but the case was closed before it',
      case: { ...support, closed: '2025-08-01', followup_dates: ['2025-06-30'], next_followup: '2025-09-30' },
      verdict: 'not-relevant',
    },
    {
      what: 'agreed for today',
      case: { ...support, followup_dates: ['2025-06-30'], next_followup: '2025-11-03' },
      verdict: 'not-relevant',
    },
    {
      what: 'agreed and to come',
      case: { ...support, followup_dates: ['2025-06-30', '2025-09-30'], next_followup: '2026-01-01' },
      verdict: 'yes',
      says: 'længste afstand 3 måneder',
    },
    {
      what: 'serviceloven, six months',
      case: { ...old, followup_dates: ['2023-10-31', '2024-04-30'], support_end: '2024-05-01' },
      verdict: 'yes',
    },
    {
      what: 'serviceloven, a day more',
      case: { ...old, followup_dates: ['2023-10-31', '2024-05-01'], support_end: '2024-05-01' },
      verdict: 'no',
      late: 1,
      says: 'serviceloven § 70, stk. 2',
    },
    {
      what: 'barnets lov, twelve months',
      case: { support_start: '2024-01-01', followup_dates: ['2024-03-01', '2025-03-01'] },
      verdict: 'yes',
    },
    {
      what: 'barnets lov, more',
      case: { support_start: '2024-01-01', followup_dates: ['2024-03-01', '2025-03-02'] },
      verdict: 'unclear',
      says: 'kontrolleres af jurist',
    },
    {
      what: 'nothing since, over a year',
      case: { support_start: '2024-01-01', followup_dates: ['2024-03-01'] },
      verdict: 'unclear',
    },
    {
      what: 'nothing since, ended',
      case: { support_start: '2024-01-01', support_end: '2024-06-01', followup_dates: ['2024-03-01'] },
      verdict: 'not-relevant',
    },
    { what: 'none', case: support, verdict: 'not-relevant' },
  ],
  R19: [
    {
      what: 'two',
      case: { ...placed, visit_dates: ['2025-01-10', '2025-06-10'] },
      verdict: 'yes',
      says: '2 tilsynsbesøg fra 03-11-2024 til 03-11-2025 (krav: 2, barnets lov § 156, stk. 5)',
    },
    {
      what: 'two, the first a year ago to the day',
      case: { ...placed, visit_dates: ['2024-11-03', '2025-06-10'] },
      verdict: 'yes',
    },
    {
      what: 'two, the first a day too early',
      case: { ...placed, visit_dates: ['2024-11-02', '2025-06-10'] },
      verdict: 'no',
      says: 'Besøg: 10-06-2025.',
    },
    {
      what: 'the second to come',
      case: { ...placed, visit_dates: ['2025-06-10', '2025-11-20'] },
      verdict: 'no',
      says: 'ikke sket endnu',
    },
    { what: 'none', case: placed, verdict: 'no', says: '0 tilsynsbesøg' },
    { what: 'twelve months, one', case: { placement_start: '2024-11-03', visit_dates: ['2025-06-10'] }, verdict: 'no' },
    {
      what: 'a day under twelve months, one',
      case: { placement_start: '2024-11-04', visit_dates: ['2025-06-10'] },
      verdict: 'yes',
      says: 'krav: 1',
    },
    { what: 'six months, none', case: { placement_start: '2025-05-03' }, verdict: 'no' },
    { what: 'under six months', case: { placement_start: '2025-05-04' }, verdict: 'not-relevant' },
    {
      what: 'ended, two in its last year',
      case: { ...placed, placement_end: '2025-02-01', visit_dates: ['2024-03-01', '2024-10-01'] },
      verdict: 'yes',
    },
    { what: 'ended long ago', case: { ...placed, placement_end: '2024-11-03' }, verdict: 'not-relevant' },
    {
      what: 'serviceloven',
      case: { placement_start: '2021-01-01', placement_end: '2023-08-01', visit_dates: ['2023-01-01'] },
      on: '2023-12-01',
      verdict: 'no',
      says: 'serviceloven § 148',
    },
    { what: 'placed by its paragraph only', case: { legal_basis: '§ 46' }, verdict: 'missing' },
    { what: 'not placed', case: { legal_basis: '§ 32' }, verdict: 'not-relevant' },
  ],
  R20: [
    {
      what: 'at all',
      case: { ...placed, visit_dates: ['2025-01-10', '2025-06-10'], visit_child_talk: [true, true] },
      verdict: 'yes',
    },
    {
      what: 'at some',
      case: { ...placed, visit_dates: ['2025-01-10', '2025-06-10'], visit_child_talk: [true, false] },
      verdict: 'partly',
      says: 'ved 1 af 2',
    },
    { what: 'at none', case: { ...placed, visit_dates: ['2025-01-10'], visit_child_talk: [false] }, verdict: 'no' },
    { what: 'not registered', case: { ...placed, visit_dates: ['2025-01-10'] }, verdict: 'missing' },
    { what: 'no visits', case: placed, verdict: 'missing' },
    { what: 'not placed', case: {}, verdict: 'not-relevant' },
  ],
  R21: [
    { what: 'placed', case: placed, verdict: 'missing', says: '8 uger' },
    { what: 'not placed', case: {}, verdict: 'not-relevant' },
  ],
  R25: [{ what: 'always', case: {}, verdict: 'missing', says: 'Offentlighedsloven § 13' }],
};

describe.each(Object.entries(tables))('%s', (rule, lines) => {
  it.each(lines)('$what', (line) => {
    expect(outcomeOf(rule, line)).toEqual(expectedOf(line));
  });
});
