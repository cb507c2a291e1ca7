import { z } from 'zod';

import { fieldIds, type FieldId, fieldKinds } from '../importing/fields.ts';
import { answerValue, type AnswerValue } from './answer.ts';

/** The fields that hold days, which a condition may ask about. */
export const dateFieldIds: readonly FieldId[] = fieldIds.filter((field) =>
  ['date', 'moment', 'moments'].includes(fieldKinds[field]),
);
const dateField = z.custom<FieldId>((value) => dateFieldIds.some((field) => field === value));

/** On which day something about the child is judged. */
export const conditionDays = ['as-of', 'decision', 'report', 'support', 'placement'] as const;
export type ConditionDay = (typeof conditionDays)[number];

const years = z.int().min(0).max(30);
const months = z.int().min(1).max(240);
const texts = z.array(z.string().trim().min(1).max(100)).min(1).max(20);
const verdicts = ['yes', 'partly', 'no', 'unclear', 'not-relevant'] as const;

/**
 * The conditions there are, with their parameters. A condition speaks of facts of the case; what it cannot see is
 * unknown, never false.
 */
export const factConditions = {
  /** Every case. */
  always: z.strictObject({}),
  /** A matter that no export shows: only the reader of the file can say. Never true or false by itself. */
  'read-in-file': z.strictObject({ what: z.string().trim().min(1).max(300) }),
  /** A field holds a day that is not later than the day asked about. A missing date may be missing in the export only. */
  registered: z.strictObject({ field: dateField }),
  'report-received': z.strictObject({ withinMonths: months.optional() }),
  'report-during-support': z.strictObject({}),
  'repeated-reports': z.strictObject({ withinMonths: months }),
  'opened-after-report': z.strictObject({}),
  'reporter-anonymous': z.strictObject({}),
  'reporter-professional': z.strictObject({}),
  'abuse-suspected': z.strictObject({}),
  'protected-address': z.strictObject({}),
  'has-siblings': z.strictObject({}),
  unborn: z.strictObject({}),
  'age-at-least': z.strictObject({ years, at: z.enum(conditionDays) }),
  'age-under': z.strictObject({ years, at: z.enum(conditionDays) }),
  /** Turns this old before the months from the day asked about have passed, or is so already. */
  'turns-within': z.strictObject({ years, months }),
  'decision-made': z.strictObject({ withinMonths: months.optional() }),
  'decision-kind': z.strictObject({
    kinds: z.array(z.enum(['support', 'placement-consent', 'placement-no-consent', 'youth'])).min(1),
  }),
  placed: z.strictObject({}),
  'placed-months': z.strictObject({ months }),
  'placement-form': z.strictObject({ contains: texts }),
  'supported-months': z.strictObject({ months }),
  /** The law that the day of an event belongs to. */
  'law-at': z.strictObject({ law: z.enum(['barnets-lov', 'serviceloven']), field: dateField }),
  'rule-says': z.strictObject({ rule: z.string().min(1), verdicts: z.array(z.enum(verdicts)).min(1) }),
  'case-type': z.strictObject({ contains: texts }),
  /** A column of the municipality's own, kept as a fact of the case. */
  column: z.strictObject({ name: z.string().min(1).max(200), contains: texts }),
} as const;

export type FactName = keyof typeof factConditions;
export const factNames = Object.keys(factConditions) as readonly FactName[];

/** Zod's type of an object without fields forbids every field, `fact` too; such a condition has no parameters. */
type Parameters<T> = string extends keyof T ? unknown : Readonly<T>;

/** One named condition with its parameters. */
export type FactCondition = {
  readonly [N in FactName]: { readonly fact: N } & Parameters<z.output<(typeof factConditions)[N]>>;
}[FactName];

/** What another item was answered. */
export interface AnsweredCondition {
  readonly answered: { readonly item: string; readonly values: readonly AnswerValue[] };
}

/** When an item is relevant, as data. */
export type Condition =
  | FactCondition
  | AnsweredCondition
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition };

export function isFactName(name: unknown): name is FactName {
  return typeof name === 'string' && Object.hasOwn(factConditions, name);
}

function isFactCondition(value: unknown): value is FactCondition {
  if (typeof value !== 'object' || value === null || !('fact' in value)) return false;
  const { fact, ...parameters } = value;
  return isFactName(fact) && factConditions[fact].safeParse(parameters).success;
}

const several = z
  .array(z.lazy(() => condition))
  .min(1)
  .max(20);

export const condition: z.ZodType<Condition> = z.union([
  z.custom<FactCondition>(isFactCondition),
  z.strictObject({
    answered: z.strictObject({ item: z.string().min(1), values: z.array(answerValue).min(1) }),
  }),
  z.strictObject({ all: several }),
  z.strictObject({ any: several }),
  z.strictObject({ not: z.lazy(() => condition) }),
]);

/** The single statements of a condition, in its order. */
export function statementsOf(value: Condition): readonly (FactCondition | AnsweredCondition)[] {
  if ('all' in value) return value.all.flatMap(statementsOf);
  if ('any' in value) return value.any.flatMap(statementsOf);
  return 'not' in value ? statementsOf(value.not) : [value];
}

/** The items whose answers a condition asks for. */
export function askedItems(value: Condition | undefined): readonly string[] {
  if (value === undefined) return [];
  return statementsOf(value).flatMap((each) => ('answered' in each ? [each.answered.item] : []));
}

/**
 * The items that wait for each other: each condition asks for another's answer, round in a ring. Empty where there is
 * none. Every item of a ring is named; items that only lead into one are not.
 */
export function conditionCycle(
  items: readonly { readonly id: string; readonly condition?: Condition | undefined }[],
): readonly string[] {
  const asks = new Map(items.map((item) => [item.id, askedItems(item.condition)]));
  const reaches = (from: string, goal: string, seen: Set<string>): boolean =>
    (asks.get(from) ?? []).some((next) => {
      if (next === goal) return true;
      if (seen.has(next)) return false;
      seen.add(next);
      return reaches(next, goal, seen);
    });
  return [...asks.keys()].filter((id) => reaches(id, id, new Set()));
}
