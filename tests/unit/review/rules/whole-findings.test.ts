import { readFileSync } from 'node:fs';

import { expect, it } from 'vitest';

import type { DateFinding, DateVerdict } from '#shared/domain/review/date-finding.ts';
import { evaluateRule, ruleIds } from '#shared/domain/review/rules/evaluate-rule.ts';

import { aCase, day, type PlainValues } from '../a-case.ts';

/** A case at the edge of a rule, and all that the page shows of it. */
interface FindingLine {
  readonly rule: string;
  readonly what: string;
  readonly case: PlainValues;
  readonly rows?: readonly PlainValues[];
  readonly on?: string;
  readonly verdict: DateVerdict;
  readonly words: string;
  readonly dates: readonly (readonly [label: string, moment: string])[];
  readonly late?: number;
  readonly milder?: boolean;
  readonly deadline?: readonly [from: string, until: string];
}

/** Read against the law and a calendar, line by line; the days around each limit of law-and-practice 1 and 7.2. */
const lines = readFileSync(new URL('./findings.jsonl', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line) as FindingLine);

it.each(lines)('$rule: $what', ({ rule, case: values, rows, on, verdict, words, dates, late, milder, deadline }) => {
  const expected = {
    rule,
    verdict,
    words,
    dates: dates.map(([label, moment]) => ({ label, moment })),
    ...(late === undefined ? {} : { exceededBy: late }),
    ...(milder === undefined ? {} : { milder }),
    ...(deadline === undefined ? {} : { deadline: { from: deadline[0], until: deadline[1] } }),
  };
  const found: DateFinding | null = evaluateRule(rule, aCase(values, rows), day(on ?? '2025-11-03'));
  expect(found).toEqual(expected);
});

it('there is a line for every rule, and every sentence is whole', () => {
  expect([...new Set(lines.map(({ rule }) => rule))].toSorted()).toEqual(ruleIds);
  for (const { words } of lines) expect(words).not.toMatch(/[{}]| {2}|\( |, [,.)]|undefined/);
});

it('the paragraph of a decision is read by the law of its day: § 58 placed a child in 2023 only', () => {
  const verdict = (decided: string) =>
    evaluateRule('R06', aCase({ legal_basis: '§ 58', decision_date: decided }), day('2025-11-03'))?.verdict;
  expect([verdict('2023-12-31'), verdict('2024-01-01')]).toEqual(['no', 'unclear']);
});
