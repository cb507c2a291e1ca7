import { z } from 'zod';

import { answerValue } from './answer.ts';
import { factConditions, isFactName } from './conditions.ts';
import type { Path } from './json-lines.ts';
import { ruleIds } from './rules/evaluate-rule.ts';
import type { ReportProblem as Report } from './template-problem.ts';

const answered = z.strictObject({ item: z.string().min(1), values: z.array(answerValue).min(1) });

/** What is wrong with a condition as it was read, each at the place where it stands. */
export function checkCondition(raw: unknown, path: Path, itemIds: ReadonlySet<unknown>, report: Report): void {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
    report(path, 'wrong-parameters', JSON.stringify(raw));
    return;
  }
  const names = Object.keys(raw);
  if ('fact' in raw) {
    checkFact(raw, path, report);
    return;
  }
  const [name] = names;
  const value: unknown = Object.values(raw)[0];
  if (names.length !== 1 || name === undefined) report(path, 'unknown-condition', names.join(', '));
  else if (name === 'all' || name === 'any') checkList(value, [...path, name], itemIds, report);
  else if (name === 'not') checkCondition(value, [...path, name], itemIds, report);
  else if (name === 'answered') checkAnswered(value, [...path, name], itemIds, report);
  else report(path, 'unknown-condition', name);
}

function checkList(value: unknown, path: Path, itemIds: ReadonlySet<unknown>, report: Report): void {
  if (!Array.isArray(value) || value.length === 0 || value.length > 20) report(path, 'wrong-parameters');
  else value.forEach((each, index) => checkCondition(each, [...path, index], itemIds, report));
}

function checkFact(raw: object, path: Path, report: Report): void {
  const { fact, ...parameters } = raw as { readonly fact: unknown };
  if (!isFactName(fact)) {
    report([...path, 'fact'], 'unknown-condition', String(fact));
    return;
  }
  const checked = factConditions[fact].safeParse(parameters);
  if (!checked.success) report(path, 'wrong-parameters', fact);
  const rule = (parameters as { readonly rule?: unknown }).rule;
  if (fact === 'rule-says' && typeof rule === 'string' && !ruleIds.includes(rule)) {
    report([...path, 'rule'], 'unknown-rule', rule);
  }
}

function checkAnswered(value: unknown, path: Path, itemIds: ReadonlySet<unknown>, report: Report): void {
  const parsed = answered.safeParse(value);
  if (!parsed.success) report(path, 'wrong-parameters', 'answered');
  else if (!itemIds.has(parsed.data.item)) report([...path, 'item'], 'unknown-item', parsed.data.item);
}
