import { describe, expect, it } from 'vitest';

import { addDays, addMonths } from '#shared/domain/calendar/local-date.ts';
import { assessmentOverdue } from '#shared/domain/review/rules/assessment.ts';
import { evaluateRule } from '#shared/domain/review/rules/evaluate-rule.ts';

import { aCase, day, expectedOf, outcomeOf, type PlainValues, type RuleLine } from './a-case.ts';
import { fc } from '../../support/fast-check.ts';

const aware = { awareness_date: '2025-02-03' };
const begun = { ...aware, bfu_start: '2025-02-10' };

const tables: Record<string, readonly RuleLine[]> = {
  R06: [
    {
      what: 'begun',
      case: { bfu_start: '2025-02-03', abuse_flag: true },
      verdict: 'yes',
      says: 'barnets lov § 20, stk. 1',
    },
    { what: 'only its end known', case: { bfu_end: '2023-02-03' }, verdict: 'yes', says: 'serviceloven § 50' },
    { what: 'abuse, none begun', case: { abuse_flag: true }, verdict: 'no', says: 'overgreb' },
    { what: 'placed, none begun', case: { placement_start: '2025-01-01' }, verdict: 'no', says: 'anbringelse' },
    { what: 'placed by its paragraph', case: { legal_basis: '§ 46', decision_date: '2025-01-01' }, verdict: 'no' },
    {
      what: 'placed by a decision under the law of before 2024',
      case: { legal_basis: '§ 52, stk. 3, nr. 7', decision_date: '2023-11-30' },
      verdict: 'no',
      says: 'serviceloven § 50',
    },
    {
      what: 'abuse, and an older decision on something else',
      case: { abuse_flag: true, legal_basis: '§ 11', decision_date: '2023-11-30' },
      verdict: 'no',
      says: 'barnets lov § 20, stk. 1',
    },
    { what: 'nothing says that it is required', case: { abuse_flag: false, legal_basis: '§ 32' }, verdict: 'unclear' },
    {
      what: 'begins later',
      case: { abuse_flag: true, bfu_start: '2025-12-01' },
      verdict: 'no',
      says: 'ikke sket endnu',
    },
  ],
  R07: [
    { what: 'before the limit', case: { ...aware, bfu_end: '2025-06-02' }, verdict: 'yes' },
    { what: 'on the limit', case: { ...aware, bfu_end: '2025-06-03' }, verdict: 'yes', says: '4 måneder (frist' },
    { what: 'the day after', case: { ...aware, bfu_end: '2025-06-04' }, verdict: 'no', late: 1 },
    {
      what: 'as the page shows it',
      case: { ...aware, bfu_end: '2025-07-20' },
      verdict: 'no',
      late: 47,
      says: 'Opmærksom 03-02-2025, afsluttet 20-07-2025: 5 måneder og 17 dage (frist 4 måneder, barnets lov § 20, stk. 3)',
    },
    {
      what: 'from the last day of October',
      case: { awareness_date: '2024-10-31', bfu_end: '2025-02-28' },
      verdict: 'yes',
    },
    {
      what: 'from the last day of October, late',
      case: { awareness_date: '2024-10-31', bfu_end: '2025-03-01' },
      verdict: 'no',
      late: 1,
    },
    {
      what: 'serviceloven',
      case: { awareness_date: '2023-12-31', bfu_end: '2024-05-01' },
      verdict: 'no',
      late: 1,
      says: 'serviceloven § 50, stk. 7',
    },
    {
      what: 'first day of barnets lov',
      case: { awareness_date: '2024-01-01', bfu_end: '2024-05-01' },
      verdict: 'yes',
      says: 'barnets lov',
    },
    { what: 'unfinished, limit passed', case: begun, verdict: 'no', late: 153, says: 'Registreringen kan mangle' },
    {
      what: 'unfinished on the limit',
      case: begun,
      on: '2025-06-03',
      verdict: 'unclear',
      says: 'fristen er 03-06-2025',
    },
    { what: 'unfinished a day after it', case: begun, on: '2025-06-04', verdict: 'no', late: 1 },
    {
      what: 'ends in the future',
      case: { ...begun, bfu_end: '2025-07-20' },
      on: '2025-06-01',
      verdict: 'unclear',
      says: '20-07-2025 ligger efter 01-06-2025',
    },
    {
      what: 'from the earliest report',
      case: { report_received_at: '2025-02-03T09:00', bfu_start: '2025-03-01', bfu_end: '2025-06-04' },
      verdict: 'no',
      late: 1,
      says: 'Regnet fra underretningen',
    },
    {
      what: 'not from a report after it began',
      case: { report_received_at: '2025-09-01', bfu_start: '2025-03-01', bfu_end: '2025-07-01' },
      rows: [{ report_received_at: '2025-09-01', bfu_start: '2025-03-01', bfu_end: '2025-07-01' }],
      verdict: 'yes',
      says: 'Mildere mål',
    },
    {
      what: 'from its own start',
      case: { bfu_start: '2025-03-01', bfu_end: '2025-07-02' },
      verdict: 'no',
      late: 1,
      says: 'Mildere mål',
    },
    {
      what: 'awareness without an assessment',
      case: aware,
      verdict: 'missing',
      says: 'Opmærksom 03-02-2025, men hverken',
    },
    { what: 'the same with a mark of abuse', case: { ...aware, abuse_flag: true }, verdict: 'no', late: 153 },
    {
      what: 'a report without an assessment',
      case: { report_received_at: '2025-02-03' },
      verdict: 'missing',
      says: 'gælder kun, hvis',
    },
    {
      what: 'the same of a placed child',
      case: { report_received_at: '2025-02-03', placement_start: '2025-03-01' },
      verdict: 'no',
      late: 153,
    },
    {
      what: 'ended before it began',
      case: { ...aware, bfu_end: '2025-02-02' },
      verdict: 'unclear',
      says: 'passer ikke sammen',
    },
    { what: 'only its end', case: { bfu_end: '2025-02-02' }, verdict: 'missing' },
    { what: 'nothing', case: {}, verdict: 'missing', says: 'opmærksom på behov' },
  ],
  R08: [
    { what: 'not needed', case: { ...aware, bfu_end: '2025-06-03' }, verdict: 'not-relevant' },
    { what: 'on the limit', case: { ...begun, bfu_provisional: '2025-06-03' }, verdict: 'yes' },
    { what: 'after the limit', case: { ...begun, bfu_provisional: '2025-06-05' }, verdict: 'no', late: 2 },
    {
      what: 'none',
      case: { ...aware, bfu_end: '2025-07-20' },
      verdict: 'missing',
      says: 'Frist 03-06-2025 overskredet',
    },
    { what: 'still in time', case: begun, on: '2025-06-03', verdict: 'not-relevant' },
    { what: 'nothing', case: {}, verdict: 'missing' },
    {
      what: 'serviceloven',
      case: { awareness_date: '2023-02-03', bfu_start: '2023-02-05', bfu_provisional: '2023-06-03' },
      verdict: 'yes',
      says: 'serviceloven',
    },
  ],
  R18: [
    {
      what: 'before',
      case: { placement_start: '2025-05-01', decision_date: '2025-04-20', bfu_end: '2025-04-20' },
      verdict: 'yes',
    },
    {
      what: 'after',
      case: { placement_start: '2025-05-01', decision_date: '2025-04-20', bfu_end: '2025-04-21' },
      verdict: 'unclear',
      says: 'akut eller foreløbig',
    },
    {
      what: 'none',
      case: { placement_start: '2025-05-01', decision_date: '2025-04-20' },
      verdict: 'no',
      says: 'Registreringen kan mangle',
    },
    {
      what: 'without a decision date',
      case: { placement_start: '2023-05-01', bfu_end: '2023-04-21' },
      verdict: 'yes',
      says: 'serviceloven',
    },
    { what: 'no dates of a placement', case: { legal_basis: 'BL § 47' }, verdict: 'missing' },
    {
      what: 'not placed',
      case: { legal_basis: '§ 32, stk. 1, nr. 5', decision_date: '2025-04-20' },
      verdict: 'not-relevant',
    },
  ],
};

describe.each(Object.entries(tables))('%s', (rule, lines) => {
  it.each(lines)('$what', (line) => {
    expect(outcomeOf(rule, line)).toEqual(expectedOf(line));
  });
});

describe('R07 in detail', () => {
  it('names the dates it used, and marks a fallback as milder', () => {
    const finding = (values: PlainValues) => evaluateRule('R07', aCase(values), day('2025-11-03'));
    expect(finding({ ...aware, bfu_end: '2025-07-20' })).toEqual({
      rule: 'R07',
      verdict: 'no',
      words:
        'Opmærksom 03-02-2025, afsluttet 20-07-2025: 5 måneder og 17 dage (frist 4 måneder, barnets lov § 20, stk. 3).',
      dates: [
        { label: 'opmærksom på behov', moment: '2025-02-03' },
        { label: 'børnefaglig undersøgelse afsluttet', moment: '2025-07-20' },
      ],
      exceededBy: 47,
      deadline: { from: '2025-02-03', until: '2025-06-03' },
    });
    expect(finding({ report_received_at: '2025-02-03', bfu_end: '2025-07-20' })?.milder).toBe(true);
    expect(finding({ bfu_start: '2025-02-03', bfu_end: '2025-03-20' })?.milder).toBe(true);
  });
});

describe('the targeted rule for the four months', () => {
  it('finds finished assessments only, whatever day it is', () => {
    expect(assessmentOverdue(aCase({ ...aware, bfu_end: '2025-06-04' }))).toEqual({
      start: '2025-02-03',
      end: '2025-06-04',
      exceededBy: 1,
    });
    expect(assessmentOverdue(aCase({ ...aware, bfu_end: '2025-06-03' }))).toBeNull();
    expect(assessmentOverdue(aCase(aware))).toBeNull();
    expect(assessmentOverdue(aCase({ bfu_end: '2025-06-03' }))).toBeNull();
    expect(assessmentOverdue(aCase({ bfu_start: '2031-01-01', bfu_end: '2031-06-01' }))?.exceededBy).toBe(31);
  });

  it('agrees with R07 on every finished assessment', () => {
    const offset = fc.option(fc.integer({ min: -200, max: 300 }), { nil: undefined });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 900 }), offset, offset, offset, (base, report, begun, length) => {
        const start = addDays(day('2023-01-01'), base);
        const values: PlainValues = {
          ...(report === undefined ? {} : { report_received_at: addDays(start, report) }),
          ...(begun === undefined ? {} : { bfu_start: addDays(start, begun) }),
          ...(length === undefined ? { awareness_date: start } : {}),
          bfu_end: addDays(addMonths(start, 4), length ?? 3),
        };
        const record = aCase(values);
        const finding = evaluateRule('R07', record, day('2030-01-01'));
        expect(assessmentOverdue(record)?.exceededBy).toBe(finding?.exceededBy);
      }),
    );
  });
});
