import { describe, expect, it } from 'vitest';

import { expectedOf, outcomeOf, type RuleLine } from './a-case.ts';

const withConsent = { legal_basis: '§ 46', decision_date: '2025-03-31' };
const without = { legal_basis: '§ 47', decision_date: '2025-03-31' };
const support = { legal_basis: '§ 32, stk. 1, nr. 2', decision_date: '2025-03-31' };
const old = { legal_basis: '§ 52, stk. 3, nr. 7', decision_date: '2023-12-31' };
const placed = { birth_date: '2008-01-31', placement_start: '2020-01-01' };

const tables: Record<string, readonly RuleLine[]> = {
  R13: [
    { what: 'a plan', case: { ...support, plan_date: '2025-05-01' }, verdict: 'yes', says: 'barnets lov § 91, stk. 1' },
    { what: 'support, no plan', case: support, verdict: 'unclear', says: 'at en plan er overvejet' },
    { what: 'placement, no plan', case: withConsent, verdict: 'not-relevant' },
    { what: 'no paragraph, no plan', case: { decision_date: '2025-03-31' }, verdict: 'missing' },
    {
      what: 'serviceloven, no plan',
      case: { ...support, decision_date: '2023-03-31' },
      verdict: 'missing',
      says: 'serviceloven § 140',
    },
  ],
  R14: [
    { what: '§ 46 before', case: { ...withConsent, plan_date: '2025-06-29' }, verdict: 'yes' },
    {
      what: '§ 46 on the limit',
      case: { ...withConsent, plan_date: '2025-06-30' },
      verdict: 'yes',
      says: 'frist 30-06-2025: senest 3 måneder',
    },
    { what: '§ 46 after', case: { ...withConsent, plan_date: '2025-07-01' }, verdict: 'no', late: 1 },
    { what: '§ 47 on the day', case: { ...without, plan_date: '2025-03-31' }, verdict: 'yes' },
    {
      what: '§ 47 the day after',
      case: { ...without, plan_date: '2025-04-01' },
      verdict: 'no',
      late: 1,
      says: 'før afgørelsen',
    },
    { what: '§ 32 on the limit', case: { ...support, plan_date: '2025-06-30' }, verdict: 'yes' },
    {
      what: '§ 32 after',
      case: { ...support, plan_date: '2025-07-15' },
      verdict: 'no',
      late: 15,
      says: '15 dage efter fristen 30-06-2025',
    },
    { what: '§ 32 without a plan', case: support, verdict: 'missing', says: 'kun, hvis en plan er besluttet' },
    { what: '§ 46 without a plan', case: withConsent, verdict: 'missing', says: 'fristen var 30-06-2025' },
    {
      what: '§ 46 without a plan, on the limit',
      case: withConsent,
      on: '2025-06-30',
      verdict: 'unclear',
      says: 'fristen er 30-06-2025',
    },
    { what: '§ 46 without a plan, the day after', case: withConsent, on: '2025-07-01', verdict: 'missing' },
    {
      what: 'a plan to come',
      case: { ...withConsent, plan_date: '2025-06-20' },
      on: '2025-06-01',
      verdict: 'unclear',
      says: 'Barnets plan 20-06-2025 ligger efter',
    },
    {
      what: 'consent by the flag',
      case: {
        decision_date: '2025-03-31',
        placement_start: '2025-04-01',
        consent_flag: false,
        plan_date: '2025-04-01',
      },
      verdict: 'no',
      late: 1,
    },
    {
      what: 'consent unknown, before',
      case: { decision_date: '2025-03-31', placement_start: '2025-04-01', plan_date: '2025-03-31' },
      verdict: 'yes',
    },
    {
      what: 'consent unknown, between',
      case: { decision_date: '2025-03-31', placement_start: '2025-04-01', plan_date: '2025-06-30' },
      verdict: 'unclear',
      says: 'for sent uden samtykke',
    },
    {
      what: 'consent unknown, after',
      case: { decision_date: '2025-03-31', placement_start: '2025-04-01', plan_date: '2025-07-01' },
      verdict: 'no',
      late: 1,
    },
    {
      what: 'serviceloven, on the day',
      case: { ...old, plan_date: '2023-12-31' },
      verdict: 'yes',
      says: 'serviceloven § 140',
    },
    {
      what: 'serviceloven, within four months',
      case: { ...old, plan_date: '2024-04-30' },
      verdict: 'unclear',
      says: 'Hasteundtagelse?',
    },
    { what: 'serviceloven, later', case: { ...old, plan_date: '2024-05-01' }, verdict: 'no', late: 1 },
    {
      what: 'serviceloven, support without a plan',
      case: { ...old, legal_basis: 'SEL § 52, stk. 3, nr. 3' },
      verdict: 'missing',
      says: 'fristen var 30-04-2024',
    },
    { what: 'no decision', case: { plan_date: '2025-07-01' }, verdict: 'missing', says: 'afgørelse truffet' },
  ],
  R22: [
    { what: 'no return', case: {}, verdict: 'not-relevant' },
    {
      what: 'six months to the day',
      case: { home_date: '2025-02-28', home_end: '2025-08-28', plan_revised: '2025-02-28' },
      verdict: 'yes',
    },
    {
      what: 'a day longer',
      case: { home_date: '2025-02-28', home_end: '2025-08-29', plan_revised: '2025-02-01' },
      verdict: 'no',
      late: 1,
    },
    {
      what: 'plan revised after',
      case: { home_date: '2025-02-28', home_end: '2025-08-01', plan_revised: '2025-03-02' },
      verdict: 'no',
      late: 2,
      says: '2 dage efter',
    },
    {
      what: 'no end and no revision',
      case: { home_date: '2025-02-28' },
      verdict: 'missing',
      says: 'hjemgivelsesperiode slut, barnets plan revideret',
    },
    {
      what: 'serviceloven',
      case: { home_date: '2023-02-28', home_end: '2023-08-28', plan_revised: '2023-02-28' },
      verdict: 'yes',
      says: 'serviceloven § 68',
    },
    { what: 'a return to come', case: { home_date: '2025-12-01' }, verdict: 'not-relevant', says: 'ikke sket endnu' },
  ],
  R23: [
    {
      what: 'a plan',
      case: { birth_date: '2008-01-31', youth_plan_date: '2025-01-01' },
      verdict: 'yes',
      says: 'barnets lov § 108',
    },
    {
      what: 'sixteen that day, supported',
      case: { birth_date: '2009-11-03', support_start: '2025-01-01' },
      verdict: 'unclear',
      says: '16 år',
    },
    { what: 'fifteen', case: { birth_date: '2009-11-04', support_start: '2025-01-01' }, verdict: 'not-relevant' },
    {
      what: 'sixteen, support ended',
      case: { birth_date: '2009-01-01', support_start: '2025-01-01', support_end: '2025-06-01' },
      verdict: 'not-relevant',
    },
    { what: 'no birth date', case: { support_start: '2025-01-01' }, verdict: 'missing' },
  ],
  // Born 31 January 2008: 18 on 31 January 2026, the limit is 31 July 2025.
  R24: [
    {
      what: 'on the limit',
      case: { ...placed, youth_decision_date: '2025-07-31' },
      verdict: 'yes',
      says: 'frist 31-07-2025',
    },
    { what: 'the day after', case: { ...placed, youth_decision_date: '2025-08-01' }, verdict: 'no', late: 1 },
    { what: 'none, limit passed', case: placed, verdict: 'missing', says: 'fristen var 31-07-2025' },
    {
      what: 'none, on the limit',
      case: placed,
      on: '2025-07-31',
      verdict: 'not-relevant',
      says: 'fristen for afgørelse om ungestøtte er 31-07-2025',
    },
    { what: 'none, a day after', case: placed, on: '2025-08-01', verdict: 'missing' },
    { what: 'placed at the limit, home since', case: { ...placed, placement_end: '2025-08-15' }, verdict: 'missing' },
    { what: 'home before the limit', case: { ...placed, placement_end: '2025-07-30' }, verdict: 'not-relevant' },
    { what: 'not placed', case: { birth_date: '2008-01-31', support_start: '2020-01-01' }, verdict: 'not-relevant' },
    {
      what: 'a young child',
      case: { birth_date: '2019-01-31', placement_start: '2020-01-01' },
      verdict: 'not-relevant',
      says: '31-07-2036',
    },
    { what: 'no birth date', case: { placement_start: '2020-01-01' }, verdict: 'missing' },
    {
      what: 'a decision to come',
      case: { ...placed, youth_decision_date: '2025-12-01' },
      verdict: 'missing',
      says: 'ikke sket endnu',
    },
    {
      what: 'serviceloven',
      case: { birth_date: '2006-01-31', placement_start: '2020-01-01', youth_decision_date: '2023-07-31' },
      verdict: 'yes',
      says: 'serviceloven § 68, stk. 11',
    },
  ],
};

describe.each(Object.entries(tables))('%s', (rule, lines) => {
  it.each(lines)('$what', (line) => {
    expect(outcomeOf(rule, line)).toEqual(expectedOf(line));
  });
});
