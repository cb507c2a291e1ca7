import { describe, expect, it } from 'vitest';

import { applicability } from '#shared/domain/review/applicability.ts';
import { judgeFact } from '#shared/domain/review/condition-facts.ts';
import { type Condition, type FactCondition, factNames } from '#shared/domain/review/conditions.ts';
import type { TemplateItem } from '#shared/domain/review/template.ts';
import { applicabilityReason } from '#shared/words/review-applicability.ts';
import { conditionLabels } from '#shared/words/review-conditions.ts';

import { aCase, day, type PlainValues } from './a-case.ts';
import { conditionLines } from './condition-lines.ts';
import { fc } from '../../support/fast-check.ts';

const asOf = day('2025-11-03');

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
    for (const { fact, ...truths } of conditionLines[name]) {
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
