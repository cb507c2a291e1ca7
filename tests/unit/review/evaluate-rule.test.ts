import { describe, expect, it } from 'vitest';

import { addDays, toDate } from '#shared/domain/calendar/local-date.ts';
import { type FieldId, fieldIds, fieldKinds } from '#shared/domain/importing/fields.ts';
import { evaluateRule, ruleIds } from '#shared/domain/review/rules/evaluate-rule.ts';
import { readLegalBasis } from '#shared/domain/review/rules/legal-basis.ts';
import { templateItems } from '#shared/domain/review/template.ts';

import { aCase, day } from './a-case.ts';
import { builtIn } from './templates.ts';
import { fc } from '../../support/fast-check.ts';

const asOf = day('2025-11-03');
const anyDay = fc.integer({ min: -4_000, max: 400 }).map((days) => addDays(asOf, days));
const anyMoment = fc.oneof(
  anyDay,
  fc.tuple(anyDay, fc.integer({ min: 10, max: 23 })).map(([date, hour]) => `${date}T${hour}:30`),
);

/** Values of every kind, also ones that make no sense together. */
function valueOf(field: FieldId): fc.Arbitrary<unknown> {
  switch (fieldKinds[field]) {
    case 'date':
      return anyDay;
    case 'moment':
      return anyMoment;
    case 'moments':
      return fc.array(anyMoment, { maxLength: 5 });
    case 'flag':
      return fc.boolean();
    case 'flags':
      return fc.array(fc.boolean(), { maxLength: 5 });
    case 'text':
    case 'cpr':
      return fc.constantFrom('§ 46', '§ 47', 'SEL § 52, stk. 3, nr. 7', '§ 32', 'Anonym', 'x');
  }
}
const anyValues = fc
  .record(Object.fromEntries(fieldIds.map((field) => [field, fc.option(valueOf(field), { nil: undefined })])))
  .map((values) => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)));
const anyCase = fc
  .tuple(anyValues, fc.array(anyValues, { maxLength: 3 }))
  .map(([values, rows]) => aCase(values as never, rows as never));

describe('the date rules', () => {
  it('are R00 to R26 and R01b', () => {
    const numbers = Array.from({ length: 27 }, (_, i) => `R${String(i).padStart(2, '0')}`);
    expect(ruleIds).toEqual([...numbers, 'R01b'].toSorted());
  });

  it('are all that the checklists name', () => {
    for (const id of ['barnets-lov', 'underretninger'] as const) {
      for (const { rule } of templateItems(builtIn(id))) if (rule !== null) expect(ruleIds).toContain(rule);
    }
  });

  it('say nothing of a rule that does not exist', () => {
    expect(evaluateRule('R99', aCase({}), asOf)).toBeNull();
    expect(evaluateRule('constructor', aCase({}), asOf)).toBeNull();
  });

  it('never say yes or no of a case without dates', () => {
    for (const id of ruleIds)
      expect(['missing', 'unclear', 'not-relevant']).toContain(evaluateRule(id, aCase({}), asOf)?.verdict);
  });

  it('speak in whole sentences about dates up to the day only, for any case', () => {
    const planned = ['fødselsdato', 'næste opfølgning', 'indsats slut', 'anbringelse slut', 'hjemgivelsesperiode slut'];
    fc.assert(
      fc.property(anyCase, (record) => {
        for (const id of ruleIds) {
          const finding = evaluateRule(id, record, asOf)!;
          expect(finding.words).toMatch(/^[A-ZÆØÅ0-9].*[.)]$/s);
          expect(finding.words).not.toMatch(/[{}]|undefined|NaN|null|-\d+ år/);
          if (finding.exceededBy !== undefined) {
            expect(finding.verdict).toBe('no');
            expect(Number.isInteger(finding.exceededBy) && finding.exceededBy >= 0).toBe(true);
          }
          for (const { label, moment } of finding.dates)
            if (!planned.includes(label)) expect(toDate(moment) <= asOf).toBe(true);
        }
      }),
      { numRuns: 120 },
    );
  });

  it('do not change the case', () => {
    const record = aCase({ bfu_end: '2026-01-01', child_talk_dates: ['2026-01-01', '2025-01-01'] });
    const before = structuredClone(record);
    for (const id of ruleIds) evaluateRule(id, record, asOf);
    expect(record).toEqual(before);
  });
});

describe('the paragraph of a decision', () => {
  it.each([
    ['§ 32, stk. 1, nr. 5', '2025-01-01', 'support'],
    ['BL § 46', '2025-01-01', 'placement-consent'],
    ['Barnets lov § 47', '2023-01-01', 'placement-no-consent'],
    ['§ 114', '2025-01-01', 'youth'],
    ['§ 52, stk. 3, nr. 7', '2023-01-01', 'placement-consent'],
    ['§ 52, stk. 3, nr. 7', '2024-06-01', 'placement-consent'],
    ['52.3.7', '2023-01-01', 'placement-consent'],
    ['§ 52, stk. 3, nr. 3', '2023-01-01', 'support'],
    ['SEL § 58', '2025-01-01', 'placement-no-consent'],
    ['Serviceloven § 76 a', '2023-01-01', 'youth'],
    ['LBK 282 § 46', '2025-01-01', 'placement-consent'],
    ['§ 46', '2023-01-01', 'placement-consent'],
    // In barnets lov § 52 is the choice of place and § 58 no placement either.
    ['§ 52', '2025-01-01', null],
    ['§ 58', '2025-01-01', null],
    ['SEL § 46', '2023-01-01', null],
    ['ukendt', '2025-01-01', null],
    [undefined, '2025-01-01', null],
  ])('%s on %s: %s', (text, on, kind) => {
    expect(readLegalBasis(text, day(on))).toBe(kind);
  });
});
