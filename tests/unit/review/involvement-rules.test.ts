import { describe, expect, it } from 'vitest';

import { expectedOf, outcomeOf, type RuleLine } from './a-case.ts';

const decision = { decision_date: '2025-07-20' };
const consented = { consent_date: '2025-05-01' };

const tables: Record<string, readonly RuleLine[]> = {
  R09: [
    {
      what: 'on the day',
      case: { ...decision, child_talk_dates: ['2025-07-20'] },
      verdict: 'yes',
      says: 'barnets lov § 5, stk. 3',
    },
    { what: 'six months before, to the day', case: { ...decision, child_talk_dates: ['2025-01-20'] }, verdict: 'yes' },
    {
      what: 'a day too early',
      case: { ...decision, child_talk_dates: ['2025-01-19', '2024-11-12'] },
      verdict: 'no',
      says: 'Ingen samtale registreret i de 6 måneder før afgørelsen 20-07-2025 (barnets lov § 5, stk. 3). Seneste samtale 19-01-2025. Registreringen kan mangle: se efter i journalen.',
    },
    {
      what: 'only after it',
      case: { ...decision, child_talk_dates: ['2025-07-21'] },
      verdict: 'no',
      says: 'Seneste samtale 21-07-2025',
    },
    { what: 'none', case: decision, verdict: 'no', says: 'Registreringen kan mangle' },
    { what: 'with a time of day', case: { ...decision, child_talk_dates: ['2025-07-20T14:00'] }, verdict: 'yes' },
    {
      what: 'serviceloven',
      case: { decision_date: '2023-12-31', child_talk_dates: ['2023-12-01'] },
      verdict: 'yes',
      says: 'serviceloven § 48',
    },
    { what: 'no decision, a talk within a year', case: { child_talk_dates: ['2024-11-03'] }, verdict: 'yes' },
    { what: 'no decision, an older talk', case: { child_talk_dates: ['2024-11-02'] }, verdict: 'missing' },
    { what: 'no decision, no talk', case: {}, verdict: 'missing', says: 'afgørelse truffet' },
    {
      what: 'decision to come',
      case: { decision_date: '2025-12-01', child_talk_dates: ['2025-10-01'] },
      verdict: 'yes',
      says: 'ikke sket endnu',
    },
  ],
  R10: [
    {
      what: 'ten that day',
      case: { ...decision, birth_date: '2015-07-20' },
      verdict: 'unclear',
      says: 'part fra 10 år',
    },
    { what: 'nine', case: { ...decision, birth_date: '2015-07-21' }, verdict: 'not-relevant' },
    {
      what: 'eleven under serviceloven',
      case: { decision_date: '2023-12-31', birth_date: '2012-01-01' },
      verdict: 'not-relevant',
      says: 'under 12 år',
    },
    {
      what: 'eleven the day after',
      case: { decision_date: '2024-01-01', birth_date: '2012-06-01' },
      verdict: 'unclear',
    },
    { what: 'no birth date', case: decision, verdict: 'missing', says: 'Mangler dato: fødselsdato.' },
    { what: 'neither', case: {}, verdict: 'missing', says: 'fødselsdato, afgørelse truffet' },
  ],
  R11: [
    {
      what: 'known',
      case: { legal_basis: '§ 32, stk. 1, nr. 5', ...decision },
      verdict: 'unclear',
      says: 'rigtige bestemmelse',
    },
    { what: 'unknown', case: { legal_basis: '§ 999', ...decision }, verdict: 'unclear', says: 'ikke genkendt' },
    { what: 'none', case: {}, verdict: 'missing' },
  ],
  R12: [
    {
      what: 'the same day',
      case: { ...consented, support_start: '2025-05-01' },
      verdict: 'yes',
      says: 'indsats start 01-05-2025',
    },
    {
      what: 'a day late',
      case: { ...consented, support_start: '2025-04-30' },
      verdict: 'no',
      late: 1,
      says: '1 dag efter',
    },
    { what: 'none', case: { support_start: '2025-05-01' }, verdict: 'missing', says: 'samtykke' },
    { what: 'nothing begun', case: consented, verdict: 'missing' },
    {
      what: 'placement of a fifteen-year-old',
      case: { ...consented, placement_start: '2025-05-02', birth_date: '2010-05-02' },
      verdict: 'unclear',
      says: 'den unges eget samtykke',
    },
    {
      what: 'placement of a younger child',
      case: { ...consented, placement_start: '2025-05-02', birth_date: '2010-05-03' },
      verdict: 'yes',
    },
    {
      what: 'placement without consent',
      case: { legal_basis: '§ 47', placement_start: '2025-05-02' },
      verdict: 'not-relevant',
      says: '§ 47',
    },
    { what: 'consent denied', case: { consent_flag: false, placement_start: '2025-05-02' }, verdict: 'not-relevant' },
    {
      what: 'serviceloven',
      case: { consent_date: '2023-05-01', support_start: '2023-05-01' },
      verdict: 'yes',
      says: 'serviceloven § 52',
    },
  ],
};

describe.each(Object.entries(tables))('%s', (rule, lines) => {
  it.each(lines)('$what', (line) => {
    expect(outcomeOf(rule, line)).toEqual(expectedOf(line));
  });
});
