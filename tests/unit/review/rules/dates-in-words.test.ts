import { describe, expect, it } from 'vitest';

import { formatDanish } from '#shared/domain/calendar/format.ts';
import { addDays, type Moment, toDate } from '#shared/domain/calendar/local-date.ts';
import { type FieldId, fieldIds, fieldKinds } from '#shared/domain/importing/fields.ts';
import type { CaseRecord } from '#shared/domain/population/case.ts';
import { evaluateRule, judgeRules, ruleIds } from '#shared/domain/review/rules/evaluate-rule.ts';
import { fieldName } from '#shared/domain/review/rules/judgement.ts';

import { aCase, day } from '../a-case.ts';
import { fc } from '../../../support/fast-check.ts';

const asOf = day('2025-11-03');
// Close together, so that before and after, equal and a little late all happen.
const anyDay = fc.oneof(
  fc.integer({ min: -400, max: 30 }).map((days) => addDays(asOf, days)),
  fc.constantFrom('2025-06-02', '2025-06-03', '2025-10-02', '2024-06-03', '2023-12-31').map(day),
);
const anyMoment = fc.oneof(
  anyDay,
  fc.tuple(anyDay, fc.integer({ min: 10, max: 23 })).map(([date, hour]) => `${date}T${hour}:30` as Moment),
);

function valueOf(field: FieldId): fc.Arbitrary<unknown> {
  if (field === 'birth_date') return fc.constantFrom('2007-12-01', '2008-01-15', '2015-06-10').map(day);
  switch (fieldKinds[field]) {
    case 'date':
      return anyDay;
    case 'moment':
      return anyMoment;
    case 'moments':
      return fc.array(anyMoment, { maxLength: 4 });
    case 'flag':
      return fc.boolean();
    case 'flags':
      return fc.array(fc.boolean(), { maxLength: 3 });
    case 'text':
    case 'cpr':
      return fc.constantFrom('§ 46', '§ 47', '§ 32', 'BL § 20', 'Anonym', 'Skole');
  }
}

const anyValues = fc
  .record(Object.fromEntries(fieldIds.map((field) => [field, fc.option(valueOf(field), { nil: undefined, freq: 3 })])))
  .map((values) => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)));
const anyCase = fc
  .tuple(anyValues, fc.array(anyValues, { maxLength: 2 }))
  .map(([values, rows]) => aCase(values as never, rows as never));

/** Every date that the case holds, with the names of the fields that hold it. */
function heldBy(record: CaseRecord): ReadonlyMap<Moment, ReadonlySet<string>> {
  const held = new Map<Moment, Set<string>>();
  for (const values of [record.values, ...record.activities.map((row) => row.values)]) {
    for (const field of fieldIds) {
      if (!['date', 'moment', 'moments'].includes(fieldKinds[field])) continue;
      for (const moment of [values[field] ?? []].flat() as Moment[]) {
        for (const as of [moment, toDate(moment)]) held.set(as, (held.get(as) ?? new Set()).add(fieldName(field)));
      }
    }
  }
  return held;
}

/** These count visits, or say a limit or a birthday for what it is counted from: not every date is in the words. */
const counting = new Set(['R08', 'R17', 'R18', 'R19', 'R20', 'R24']);
const samples = fc.sample(anyCase, { seed: 20_251_103, numRuns: 120 });

describe.each(ruleIds)('the dates that %s used', (rule) => {
  it('are dates of the case, each under the name of the field that holds it', () => {
    for (const record of samples) {
      const held = heldBy(record);
      for (const { label, moment } of evaluateRule(rule, record, asOf)!.dates) {
        expect([...(held.get(moment) ?? [])]).toContain(label);
      }
    }
  });

  it('stand in its words, and a verdict that counts days has at least one', () => {
    for (const record of samples) {
      const { words, dates, verdict, exceededBy } = evaluateRule(rule, record, asOf)!;
      for (const { moment } of dates) {
        if (!counting.has(rule) && (verdict === 'yes' || verdict === 'no'))
          expect(words).toContain(formatDanish(toDate(moment)));
      }
      if (exceededBy !== undefined) expect(dates.length).toBeGreaterThan(0);
    }
  });

  it('are the same, with the same verdict, where no sentence is made', () => {
    for (const record of samples) {
      const { words, rule: id, dates, ...verdict } = evaluateRule(rule, record, asOf)!;
      const [judged] = judgeRules([id], record, asOf);
      expect(words.length).toBeGreaterThan(0);
      const { dates: judgedDates, ...rest } = judged!;
      expect(judgedDates.map(([field, moment]) => ({ label: fieldName(field), moment }))).toEqual(dates);
      expect(
        Object.keys(rest)
          .filter((key) => key !== 'words')
          .toSorted(),
      ).toEqual(Object.keys(verdict).toSorted());
    }
  });
});

it('a rule that does not exist is null, among others that do', () => {
  const record = aCase({ report_received_at: '2025-10-06T10:00' });
  expect(judgeRules(['R00', 'R99', 'toString'], record, asOf).map((judged) => judged?.verdict ?? null)).toEqual([
    'yes',
    null,
    null,
  ]);
  expect(evaluateRule('toString', record, asOf)).toBeNull();
});
