import { describe, expect, it } from 'vitest';

import { expectedOf, outcomeOf, type RuleLine } from './a-case.ts';

const received = '2025-10-06T10:00';

const tables: Record<string, readonly RuleLine[]> = {
  R00: [
    { what: 'date and time', case: { report_received_at: received }, verdict: 'yes' },
    { what: 'no time', case: { report_received_at: '2025-10-06' }, verdict: 'missing', says: 'klokkeslættet mangler' },
    { what: 'no report', case: {}, verdict: 'missing', says: 'Mangler dato: underretning modtaget.' },
  ],
  R01: [
    {
      what: 'before the limit',
      case: { report_received_at: received, report_assessed_at: '2025-10-07T05:00' },
      verdict: 'yes',
      says: 'Modtaget 06-10-2025 kl. 10.00, vurderet 07-10-2025 kl. 05.00: 19 timer (frist 24 timer, barnets lov §§ 136-137).',
    },
    {
      what: 'on the limit',
      case: { report_received_at: received, report_assessed_at: '2025-10-07T10:00' },
      verdict: 'yes',
    },
    {
      what: 'a minute late',
      case: { report_received_at: received, report_assessed_at: '2025-10-07T10:01' },
      verdict: 'no',
      late: 0,
      says: '24 timer og 1 minut',
    },
    {
      what: 'three days late',
      case: { report_received_at: received, report_assessed_at: '2025-10-10T11:00' },
      verdict: 'no',
      late: 3,
    },
    {
      what: 'the long night of October: 25 hours by the clock of the sun',
      case: { report_received_at: '2025-10-25T12:00', report_assessed_at: '2025-10-26T12:00' },
      verdict: 'no',
      late: 0,
      says: '25 timer',
    },
    {
      what: 'the short night of March',
      case: { report_received_at: '2025-03-29T12:00', report_assessed_at: '2025-03-30T13:00' },
      verdict: 'yes',
      says: '24 timer',
    },
    {
      what: 'in the hour that comes twice',
      case: { report_received_at: '2025-10-25T02:30', report_assessed_at: '2025-10-26T02:30' },
      verdict: 'unclear',
      says: 'uret blev stillet tilbage',
    },
    {
      what: 'days only, same day',
      case: { report_received_at: '2025-10-06', report_assessed_at: '2025-10-06' },
      verdict: 'yes',
    },
    {
      what: 'days only, next day',
      case: { report_received_at: '2025-10-06', report_assessed_at: '2025-10-07T08:00' },
      verdict: 'unclear',
    },
    {
      what: 'days only, later',
      case: { report_received_at: received, report_assessed_at: '2025-10-08' },
      verdict: 'no',
      late: 1,
    },
    {
      what: 'assessed before it came',
      case: { report_received_at: received, report_assessed_at: '2025-10-05' },
      verdict: 'unclear',
      says: 'passer ikke sammen',
    },
    {
      what: 'not assessed, long ago',
      case: { report_received_at: received },
      verdict: 'no',
      late: 27,
      says: 'Registreringen kan mangle',
    },
    { what: 'not assessed, two days ago', case: { report_received_at: '2025-11-01T23:00' }, verdict: 'no', late: 1 },
    { what: 'not assessed, yesterday', case: { report_received_at: '2025-11-02T10:00' }, verdict: 'unclear' },
    {
      what: 'assessed after the day asked about',
      case: { report_received_at: '2025-11-02T10:00', report_assessed_at: '2025-11-04T09:00' },
      verdict: 'unclear',
      says: '24-timers vurdering 04-11-2025 kl. 09.00 ligger efter 03-11-2025 og regnes som ikke sket endnu.',
    },
    { what: 'no report', case: { report_assessed_at: received }, verdict: 'missing' },
    {
      what: 'serviceloven',
      case: { report_received_at: '2023-12-31T10:00', report_assessed_at: '2024-01-01T09:00' },
      verdict: 'yes',
      says: 'serviceloven § 155, stk. 2',
    },
    { what: 'before the rule', case: { report_received_at: '2013-09-30T10:00' }, verdict: 'not-relevant' },
    {
      what: 'first day of the rule',
      case: { report_received_at: '2013-10-01T10:00', report_assessed_at: '2013-10-03' },
      verdict: 'no',
      late: 1,
    },
    {
      what: 'the newest of several reports, each with its own assessment',
      case: { report_received_at: received, report_assessed_at: '2024-05-02T09:00' },
      rows: [
        { report_received_at: '2024-05-01T10:00', report_assessed_at: '2024-05-02T09:00' },
        { report_received_at: received, report_assessed_at: '2025-10-09T10:00' },
      ],
      verdict: 'no',
      late: 2,
    },
  ],
  R01b: [
    {
      what: 'placed the same day',
      case: { report_received_at: received, placement_start: '2025-10-06' },
      verdict: 'yes',
      says: 'anbragt 06-10-2025',
    },
    { what: 'decided next day', case: { report_received_at: received, decision_date: '2025-10-07' }, verdict: 'yes' },
    { what: 'decided later', case: { report_received_at: received, decision_date: '2025-10-08' }, verdict: 'unclear' },
    { what: 'decided before', case: { report_received_at: received, decision_date: '2025-10-05' }, verdict: 'unclear' },
    { what: 'no report', case: {}, verdict: 'missing' },
  ],
  // Monday 6 October 2025: six working days later is Tuesday the 14th, counting Saturdays Monday the 13th.
  R02: [
    {
      what: 'before',
      case: { report_received_at: received, report_receipt_sent: '2025-10-13' },
      verdict: 'yes',
      says: 'frist 6 hverdage: 14-10-2025',
    },
    {
      what: 'between the two countings',
      case: { report_received_at: received, report_receipt_sent: '2025-10-14' },
      verdict: 'unclear',
      says: 'lørdag',
    },
    {
      what: 'after',
      case: { report_received_at: received, report_receipt_sent: '2025-10-15' },
      verdict: 'no',
      late: 1,
    },
    {
      what: 'over Easter',
      case: { report_received_at: '2025-04-14', report_receipt_sent: '2025-04-24' },
      verdict: 'yes',
    },
    {
      what: 'after Easter',
      case: { report_received_at: '2025-04-14', report_receipt_sent: '2025-04-28' },
      verdict: 'no',
      late: 3,
    },
    { what: 'none', case: { report_received_at: received }, verdict: 'missing' },
    { what: 'none yet', case: { report_received_at: '2025-10-30' }, verdict: 'unclear', says: '07-11-2025' },
    {
      what: 'anonymous',
      case: { report_received_at: received, reporter_type: 'Anonym borger' },
      verdict: 'not-relevant',
    },
    {
      what: 'before the report, of an earlier one',
      case: { report_received_at: received, report_receipt_sent: '2025-10-01' },
      verdict: 'unclear',
    },
    { what: 'no report', case: {}, verdict: 'missing' },
    {
      what: 'serviceloven',
      case: { report_received_at: '2023-10-02', report_receipt_sent: '2023-10-20' },
      verdict: 'no',
      late: 10,
      says: 'serviceloven § 155 b',
    },
  ],
  R03: [
    {
      what: 'on the local limit',
      case: { report_received_at: received, screening_date: '2025-10-20' },
      verdict: 'yes',
    },
    { what: 'after it', case: { report_received_at: received, screening_date: '2025-10-21' }, verdict: 'unclear' },
    { what: 'none', case: { report_received_at: received }, verdict: 'missing' },
    {
      what: 'of an earlier report',
      case: { report_received_at: received, screening_date: '2025-10-05' },
      verdict: 'missing',
    },
    { what: 'no report', case: { screening_date: '2025-10-05' }, verdict: 'yes' },
    {
      what: 'serviceloven',
      case: { report_received_at: '2023-10-06', screening_date: '2023-10-07' },
      verdict: 'not-relevant',
    },
  ],
  R04: [
    {
      what: 'during support',
      case: { report_received_at: received, support_start: '2025-01-01' },
      verdict: 'unclear',
      says: 'spørgsmålet er relevant',
    },
    {
      what: 'on its last day',
      case: { report_received_at: received, support_start: '2025-01-01', support_end: '2025-10-06' },
      verdict: 'unclear',
    },
    {
      what: 'after it',
      case: { report_received_at: received, support_start: '2025-01-01', support_end: '2025-10-05' },
      verdict: 'not-relevant',
    },
    { what: 'before it', case: { report_received_at: received, support_start: '2025-10-07' }, verdict: 'not-relevant' },
    {
      what: 'during placement',
      case: { report_received_at: '2023-05-01', placement_start: '2022-01-01' },
      verdict: 'unclear',
      says: 'serviceloven § 155',
    },
    { what: 'nothing known', case: { report_received_at: received }, verdict: 'missing' },
    { what: 'no report', case: { support_start: '2025-01-01' }, verdict: 'missing' },
    {
      what: 'any row',
      case: { report_received_at: received, support_start: '2025-10-20' },
      rows: [
        { report_received_at: received, support_start: '2025-10-20' },
        { support_start: '2025-02-01', support_end: '2025-12-31' },
      ],
      verdict: 'unclear',
      says: '01-02-2025',
    },
  ],
  R05: [
    { what: 'one', case: { report_received_at: received }, verdict: 'not-relevant' },
    {
      what: 'two in 24 months to the day',
      case: { report_received_at: received },
      rows: [{ report_received_at: received }, { report_received_at: '2023-10-06' }],
      verdict: 'unclear',
      says: '2 underretninger inden for 24 måneder (06-10-2023, 06-10-2025)',
    },
    {
      what: 'the other a day too old',
      case: { report_received_at: received },
      rows: [{ report_received_at: received }, { report_received_at: '2023-10-05' }],
      verdict: 'not-relevant',
    },
    {
      what: 'the same report on two rows',
      case: { report_received_at: received },
      rows: [{ report_received_at: received }, { report_received_at: received }],
      verdict: 'not-relevant',
    },
    { what: 'none', case: {}, verdict: 'missing' },
  ],
  R26: [
    {
      what: 'a talk in time',
      case: { report_received_at: received, child_talk_dates: ['2024-01-01', '2025-10-20'] },
      verdict: 'yes',
      says: '14 dage',
    },
    { what: 'late', case: { report_received_at: received, decision_date: '2025-10-21' }, verdict: 'unclear' },
    {
      what: 'nothing after it',
      case: { report_received_at: received, decision_date: '2025-10-01' },
      verdict: 'unclear',
      says: 'intet senere skridt',
    },
    { what: 'no report', case: {}, verdict: 'missing' },
  ],
};

describe.each(Object.entries(tables))('%s', (rule, lines) => {
  it.each(lines)('$what', (line) => {
    expect(outcomeOf(rule, line)).toEqual(expectedOf(line));
  });
});
