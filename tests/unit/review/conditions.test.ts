import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { applicability } from '#shared/domain/review/applicability.ts';
import { judgeFact } from '#shared/domain/review/condition-facts.ts';
import { type Condition, type FactCondition, type FactName, factNames } from '#shared/domain/review/conditions.ts';
import type { TemplateItem } from '#shared/domain/review/template.ts';
import { applicabilityReason } from '#shared/words/review-applicability.ts';
import { conditionLabels } from '#shared/words/review-conditions.ts';

import { aCase, day, type PlainValues } from './a-case.ts';

const asOf = day('2025-11-03');

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
const lines: Readonly<Record<FactName, readonly Line[]>> = {
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

const anItem = (condition: Condition, part: Partial<TemplateItem> = {}): TemplateItem => ({
  id: 'x',
  question: 'Er det?',
  type: 'legal',
  law: 'lov',
  applies: 'altid',
  evidence: 'journal',
  rule: null,
  severity: 'minor',
  area: 'X',
  lawyerCheck: false,
  condition,
  ...part,
});

describe.each(factNames)('the condition %s', (name) => {
  it('is true, false and unknown where it should be, and says why in Danish', () => {
    expect(conditionLabels[name]).toMatch(/^[A-ZÆØÅ]/u);
    for (const { fact, ...truths } of lines[name]) {
      expect(fact.fact).toBe(name);
      for (const [truth, values] of Object.entries(truths) as [string, PlainValues | null][]) {
        if (values === null) continue;
        const found = applicability(anItem(fact), aCase(values), asOf);
        expect([truth, values, found.applies]).toEqual([truth, values, truth]);
        const reason = applicabilityReason(found, String);
        expect(reason).toMatch(/^[A-ZÆØÅ].*[^.]\.$/u);
        expect(reason).not.toMatch(/\{|undefined|\(\)/u);
        if (truth === 'unknown') expect(reason).toContain('Spørgsmålet vises');
      }
    }
  });
});

describe('conditions on several rows and own columns', () => {
  it('counts the reports of the rows within the months', () => {
    const reports = (first: string) =>
      aCase({ report_received_at: '2025-06-01' }, [
        { report_received_at: first },
        { report_received_at: '2025-06-01' },
      ]);
    const repeated: FactCondition = { fact: 'repeated-reports', withinMonths: 24 };
    expect(judgeFact(repeated, { record: reports('2023-06-01'), asOf }).truth).toBe('yes');
    expect(judgeFact(repeated, { record: reports('2023-05-31'), asOf }).truth).toBe('no');
  });

  it('reads a column that the municipality kept', () => {
    const fact: FactCondition = { fact: 'column', name: 'Distrikt', contains: ['nord'] };
    const record = (value: string) => ({ ...aCase({}), facts: { Distrikt: value } });
    expect(judgeFact(fact, { record: record('Nordbyen'), asOf }).truth).toBe('yes');
    expect(judgeFact(fact, { record: record('Syd'), asOf }).truth).toBe('no');
    expect(judgeFact({ ...fact, name: 'toString' }, { record: record('Nord'), asOf }).truth).toBe('unknown');
  });
});

describe('conditions on answers', () => {
  const item = anItem({ answered: { item: 'barnets-stemme', values: ['no', 'partly'] } });
  const answered = (value: 'yes' | 'no' | null) =>
    applicability(item, aCase({}), asOf, [{ itemId: 'barnets-stemme', value, note: '', evidence: '' }]);

  it('follow the answer, and are unknown until it is given', () => {
    expect([answered('no').applies, answered('yes').applies, answered(null).applies]).toEqual(['yes', 'no', 'unknown']);
    expect(applicabilityReason(answered('no'), () => 'Er barnet hørt?')).toBe(
      'Spørgsmålet "Er barnet hørt?" er besvaret Nej.',
    );
  });
});

describe('all, any and not', () => {
  const truth: Readonly<Record<'yes' | 'no' | 'unknown', Condition>> = {
    yes: { fact: 'always' },
    no: { not: { fact: 'always' } },
    unknown: { fact: 'read-in-file', what: 'tegn' },
  };
  const rank = { no: 0, unknown: 1, yes: 2 } as const;
  const judge = (condition: Condition) => applicability(anItem(condition), aCase({}), asOf).applies;
  const truths = fc.constantFrom('yes', 'no', 'unknown');

  it('take the least, the greatest and the opposite, in three values', () => {
    fc.assert(
      fc.property(fc.array(truths, { minLength: 1, maxLength: 6 }), (list) => {
        const ranks = list.map((each) => rank[each]);
        const parts = list.map((each) => truth[each]);
        expect(rank[judge({ all: parts })]).toBe(Math.min(...ranks));
        expect(rank[judge({ any: parts })]).toBe(Math.max(...ranks));
        // De Morgan
        expect(judge({ not: { all: parts } })).toBe(judge({ any: parts.map((part) => ({ not: part })) }));
      }),
    );
  });
});
