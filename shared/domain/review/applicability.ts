import { type LocalDate, toDate } from '../calendar/local-date.ts';
import type { FieldId } from '../importing/fields.ts';
import type { CaseRecord } from '../population/case.ts';
import { type Answers, answersByItem, type AnswerValue } from './answer.ts';
import { type ConditionContext, dayOf, judgeFact, type Truth, type UsedFact } from './condition-facts.ts';
import type { AnsweredCondition, Condition, FactCondition } from './conditions.ts';
import { knownOn } from './rules/known-record.ts';
import { lawAt, type LawVersion } from './rules/law.ts';
import type { LawReference, TemplateItem } from './template.ts';

/** One statement that decided, with what it says of the case and the facts it rests on. */
export interface Statement {
  readonly code: 'fact' | 'answered';
  readonly statement: FactCondition | AnsweredCondition;
  readonly truth: Truth;
  readonly facts: readonly UsedFact[];
}

/** No law that the item refers to was in force on the day of its event. */
export interface NotInForce {
  readonly code: 'not-in-force';
  readonly field: FieldId;
  readonly day: LocalDate;
}

/** Whether an item is relevant in a case, and why. `unknown`: the facts do not show it, so the item is shown. */
export interface Applicability {
  readonly applies: Truth;
  readonly because: readonly (Statement | NotInForce)[];
}

/** The law an item is judged by in a case. Without a known day of the event: every reference, and no version. */
export interface ItemLaw {
  readonly field: FieldId | null;
  readonly day: LocalDate | null;
  readonly version: LawVersion | null;
  readonly references: readonly LawReference[];
}

/**
 * Whether an item applies to a case on a day. Events dated after `asOf` have not happened. A condition on another
 * item's answer is unknown while that item is unanswered. Three-valued: what is unknown never makes an item irrelevant
 * by itself.
 */
export function applicability(
  item: TemplateItem,
  record: CaseRecord,
  asOf: LocalDate,
  answers: Answers = [],
): Applicability {
  const law = lawOfItem(item, record, asOf);
  if (law.field !== null && law.day !== null && law.references.length === 0 && (item.references ?? []).length > 0) {
    return { applies: 'no', because: [{ code: 'not-in-force', field: law.field, day: law.day }] };
  }
  if (item.condition === undefined) return { applies: 'yes', because: [] };
  const context = { record: knownOn(record, asOf).record, asOf, values: answersByItem(answers) };
  return judge(item.condition, context);
}

/** The law follows the day of the item's event: the first of its fields that holds a day not later than `asOf`. */
export function lawOfItem(item: TemplateItem, record: CaseRecord, asOf: LocalDate): ItemLaw {
  const references = item.references ?? [];
  const known = knownOn(record, asOf).record;
  for (const field of item.event ?? []) {
    const moment = dayOf(known, field);
    if (moment === undefined) continue;
    const day = toDate(moment);
    return { field, day, version: lawAt(day), references: references.filter((each) => inForce(each, day)) };
  }
  return { field: null, day: null, version: null, references };
}

/** Both days belong to the time in force. */
function inForce({ from, until }: LawReference, day: LocalDate): boolean {
  return (from === null || from <= day) && (until === null || day <= until);
}

interface Context extends ConditionContext {
  readonly values: ReadonlyMap<string, AnswerValue>;
}

function judge(condition: Condition, context: Context): Applicability {
  if ('all' in condition) return several(condition.all, context, 'no');
  if ('any' in condition) return several(condition.any, context, 'yes');
  if ('not' in condition) {
    const { applies, because } = judge(condition.not, context);
    return { applies: applies === 'yes' ? 'no' : applies === 'no' ? 'yes' : 'unknown', because };
  }
  if (!('fact' in condition)) return answered(condition, context);
  const { truth, facts } = judgeFact(condition, context);
  return { applies: truth, because: [{ code: 'fact', statement: condition, truth, facts }] };
}

/** One part that is `settles` decides; else what is unknown; else all parts together. */
function several(parts: readonly Condition[], context: Context, settles: 'yes' | 'no'): Applicability {
  const results = parts.map((part) => judge(part, context));
  const settled = results.find(({ applies }) => applies === settles);
  if (settled !== undefined) return settled;
  const open = results.filter(({ applies }) => applies === 'unknown');
  const deciding = open.length > 0 ? open : results;
  return {
    applies: open.length > 0 ? 'unknown' : settles === 'yes' ? 'no' : 'yes',
    because: deciding.flatMap(({ because }) => because),
  };
}

function answered(condition: AnsweredCondition, { values }: Context): Applicability {
  const value = values.get(condition.answered.item);
  const truth = value === undefined ? 'unknown' : condition.answered.values.includes(value) ? 'yes' : 'no';
  const facts: readonly UsedFact[] = value === undefined ? [] : [{ field: { column: 'answer' }, value }];
  return { applies: truth, because: [{ code: 'answered', statement: condition, truth, facts }] };
}
