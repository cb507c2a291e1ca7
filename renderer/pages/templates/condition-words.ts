import type { AnsweredCondition, Condition, FactCondition } from '#shared/domain/review/conditions.ts';
import { fieldWords } from '#shared/words/importing.ts';
import { conditionLabels } from '#shared/words/review-conditions.ts';
import { answerLabels } from '#shared/words/review.ts';

import { templateWords } from '../../words/templates.ts';
import { type ParameterName, parametersOf, parameterValue } from './condition-parts.ts';
import { ruleLabel } from './rule-label.ts';

const words = templateWords.condition;

/** A condition as a Danish clause: `barnet er anbragt og ikke (...)`. `questionOf` gives the words of an item. */
export function conditionWords(condition: Condition, questionOf: (id: string) => string): string {
  const say = (each: Condition): string => conditionWords(each, questionOf);
  const joined = (parts: readonly Condition[], between: string): string =>
    parts.map((each) => ('all' in each || 'any' in each ? `(${say(each)})` : say(each))).join(between);
  if ('all' in condition) return joined(condition.all, words.and);
  if ('any' in condition) return joined(condition.any, words.or);
  if ('not' in condition) return words.not(say(condition.not));
  return statementWords(condition, questionOf);
}

function statementWords(statement: FactCondition | AnsweredCondition, questionOf: (id: string) => string): string {
  if (!('fact' in statement)) {
    const { item, values } = statement.answered;
    return `"${questionOf(item)}" er besvaret ${values.map((value) => answerLabels[value].toLowerCase()).join(words.or)}`;
  }
  const label = conditionLabels[statement.fact];
  const told = (parametersOf[statement.fact] ?? []).map((each) =>
    parameterWords(each, parameterValue(statement, each)),
  );
  const filled = told.filter((each) => each !== '');
  const start = label.slice(0, 1).toLowerCase() + label.slice(1);
  return filled.length === 0 ? start : `${start} (${filled.join(', ')})`;
}

const known: Readonly<Partial<Record<ParameterName, Readonly<Record<string, string>>>>> = {
  field: fieldWords,
  at: words.days,
  kinds: words.decisions,
  law: words.laws,
  verdicts: words.verdicts,
};
const numbers: readonly ParameterName[] = ['withinMonths', 'months', 'years'];

function parameterWords(name: ParameterName, value: unknown): string {
  if (value === undefined) return '';
  const codes = (Array.isArray(value) ? value : [value]).map(String);
  if (numbers.includes(name)) return `${words.parameters[name].toLowerCase()}: ${codes.join(', ')}`;
  const said = codes.map((code) => (name === 'rule' ? ruleLabel(code) : (known[name]?.[code] ?? code)));
  return said.join(name === 'kinds' || name === 'verdicts' ? words.or : ', ');
}
