import { formatDanish } from '../domain/calendar/format.ts';
import { parseIso } from '../domain/calendar/local-date.ts';
import type { FieldId } from '../domain/importing/fields.ts';
import type { AnswerValue } from '../domain/review/answer.ts';
import type { Applicability, ItemLaw, NotInForce, Statement } from '../domain/review/applicability.ts';
import type { UsedFact } from '../domain/review/condition-facts.ts';
import type { FactCondition } from '../domain/review/conditions.ts';
import type { LawReference } from '../domain/review/template.ts';
import { singleDateWords } from './date-rules.ts';
import { fieldWords } from './importing.ts';
import { applicabilityWords as words, conditionSentences, lawNames } from './review-conditions.ts';
import { fill } from './fill.ts';
import { answerLabels } from './review.ts';

/** Why an item applies, does not, or is shown all the same, as one Danish sentence. */
export function applicabilityReason(
  { applies, because }: Applicability,
  questionOf: (itemId: string) => string,
): string {
  if (because.length === 0) return words.always;
  const reasons = because.map((each) =>
    each.code === 'not-in-force' ? notInForce(each) : statement(each, questionOf),
  );
  const reason = [...new Set(reasons)].join(words.join).replace(/\.$/u, '');
  return fill(applies === 'unknown' ? words.shown : words.sentence, {
    reason: applies === 'unknown' ? lowerFirst(reason) : reason,
  });
}

/** The law of an item in a case: "barnets lov § 5, stk. 3 (afgørelse truffet 03-02-2025)". Empty without references. */
export function itemLawText({ references, field, day }: ItemLaw): string {
  const law = references.map(referenceText).join(words.join);
  if (law === '' || field === null || day === null) return law;
  return fill(words.lawOn, { law, field: nameOf(field), day: formatDanish(day) });
}

export function referenceText({ law, paragraph }: LawReference): string {
  return `${lawNames[law]} ${paragraph}`.trim();
}

function notInForce({ field, day }: NotInForce): string {
  return fill(words.notInForce, { day: formatDanish(day), field: nameOf(field) });
}

function statement({ statement: said, truth, facts }: Statement, questionOf: (itemId: string) => string): string {
  if (!('fact' in said)) {
    const question = questionOf(said.answered.item);
    const [given] = facts;
    if (given === undefined) return fill(words.unanswered, { question });
    return fill(words.answered, { question, value: answerLabels[given.value as AnswerValue] });
  }
  const sentence = conditionSentences[said.fact][truth];
  return fillAny(sentence, { ...parametersOf(said), facts: facts.map(factText).join(', ') });
}

function parametersOf(said: FactCondition): Readonly<Record<string, string>> {
  const months = 'months' in said ? said.months : 'withinMonths' in said ? said.withinMonths : undefined;
  return {
    ...('years' in said ? { years: String(said.years) } : {}),
    ...(months === undefined ? {} : { months: String(months) }),
    ...('field' in said ? { what: nameOf(said.field) } : {}),
    ...('what' in said ? { what: said.what } : {}),
    ...('name' in said ? { what: said.name } : {}),
    ...('law' in said ? { law: lawNames[said.law] } : {}),
    ...('rule' in said ? { rule: said.rule } : {}),
  };
}

function fillAny(sentence: string, values: Readonly<Record<string, string>>): string {
  return sentence.replace(/\{(\w+)\}/gu, (_, name: string) => values[name] ?? '').replace(/ \(\)/u, '');
}

function factText({ field, value }: UsedFact): string {
  const moment = typeof value === 'string' ? parseIso(value) : null;
  const text = moment === null ? String(value) : formatDanish(moment);
  return typeof field === 'string' ? `${nameOf(field)} ${text}` : text;
}

function nameOf(field: FieldId): string {
  const single: Partial<Record<FieldId, string>> = singleDateWords;
  return single[field] ?? fieldWords[field];
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
