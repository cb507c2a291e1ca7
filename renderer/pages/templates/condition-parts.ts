import {
  type AnsweredCondition,
  type Condition,
  type FactCondition,
  type FactName,
  isFactName,
} from '#shared/domain/review/conditions.ts';

export type Joint = 'all' | 'any';
export type StatementName = FactName | 'answered';

/** One part of a condition as the page shows it. `kept`: nested in a way the page does not show; it stands in words. */
export type ConditionPart =
  | { readonly kind: 'statement'; readonly negated: boolean; readonly statement: FactCondition | AnsweredCondition }
  | { readonly kind: 'group'; readonly negated: boolean; readonly joint: Joint; readonly parts: readonly Condition[] }
  | { readonly kind: 'kept'; readonly condition: Condition };

/** Groups inside groups that the page shows; what lies deeper is kept and told in words. */
export const mostDepth = 3;

export function readPart(condition: Condition, depth: number): ConditionPart {
  if ('not' in condition) {
    const inner = readPart(condition.not, depth);
    return inner.kind === 'kept' || inner.negated ? { kind: 'kept', condition } : { ...inner, negated: true };
  }
  const group = groupOf(condition);
  if (group === null)
    return { kind: 'statement', negated: false, statement: condition as FactCondition | AnsweredCondition };
  return depth >= mostDepth ? { kind: 'kept', condition } : { kind: 'group', negated: false, ...group };
}

export function writePart(part: ConditionPart): Condition {
  if (part.kind === 'kept') return part.condition;
  const inner = part.kind === 'statement' ? part.statement : writeGroup(part.joint, part.parts);
  return part.negated ? { not: inner } : inner;
}

/** The whole condition as one group. */
export function topGroup(condition: Condition): { readonly joint: Joint; readonly parts: readonly Condition[] } {
  return groupOf(condition) ?? { joint: 'all', parts: [condition] };
}

/** One group as a condition; nothing where it has no parts, and no group around a single part that must hold. */
export function writeTop(joint: Joint, parts: readonly Condition[]): Condition | undefined {
  const [first] = parts;
  if (first === undefined) return undefined;
  return joint === 'all' && parts.length === 1 ? first : writeGroup(joint, parts);
}

function writeGroup(joint: Joint, parts: readonly Condition[]): Condition {
  return joint === 'all' ? { all: parts } : { any: parts };
}

function groupOf(condition: Condition): { readonly joint: Joint; readonly parts: readonly Condition[] } | null {
  if ('all' in condition) return { joint: 'all', parts: condition.all };
  return 'any' in condition ? { joint: 'any', parts: condition.any } : null;
}

export type ParameterName =
  | 'what'
  | 'field'
  | 'withinMonths'
  | 'months'
  | 'years'
  | 'at'
  | 'kinds'
  | 'contains'
  | 'law'
  | 'rule'
  | 'verdicts'
  | 'name';

/** The parameters of each condition, in the order in which they are asked for. */
export const parametersOf: Readonly<Partial<Record<FactName, readonly ParameterName[]>>> = {
  'read-in-file': ['what'],
  registered: ['field'],
  'report-received': ['withinMonths'],
  'repeated-reports': ['withinMonths'],
  'age-at-least': ['years', 'at'],
  'age-under': ['years', 'at'],
  'turns-within': ['years', 'months'],
  'decision-made': ['withinMonths'],
  'decision-kind': ['kinds'],
  'placed-months': ['months'],
  'placement-form': ['contains'],
  'supported-months': ['months'],
  'law-at': ['law', 'field'],
  'rule-says': ['rule', 'verdicts'],
  'case-type': ['contains'],
  column: ['name', 'contains'],
};

/** Parameters that may be left out. */
const optional: readonly FactName[] = ['report-received', 'decision-made'];

export function isOptional(fact: FactName, parameter: ParameterName): boolean {
  return parameter === 'withinMonths' && optional.includes(fact);
}

const usual: Readonly<Record<ParameterName, unknown>> = {
  what: '',
  field: 'decision_date',
  withinMonths: 24,
  months: 3,
  years: 12,
  at: 'decision',
  kinds: ['support'],
  contains: [],
  law: 'barnets-lov',
  rule: 'R07',
  verdicts: ['no'],
  name: '',
};

/** A statement with its usual parameters; what must be written is empty, and saving asks for it. */
export function newStatement(name: StatementName, firstItem: string): FactCondition | AnsweredCondition {
  if (!isFactName(name)) return { answered: { item: firstItem, values: ['no', 'partly'] } };
  const parameters = (parametersOf[name] ?? []).filter((parameter) => !isOptional(name, parameter));
  return { fact: name, ...Object.fromEntries(parameters.map((each) => [each, usual[each]])) } as FactCondition;
}

/** A statement with one parameter set; `undefined` takes an optional one away. */
export function withParameter(statement: FactCondition, parameter: ParameterName, value: unknown): FactCondition {
  const entries = Object.entries({ ...statement, [parameter]: value }).filter(([, each]) => each !== undefined);
  return Object.fromEntries(entries) as unknown as FactCondition;
}

export function parameterValue(statement: FactCondition, parameter: ParameterName): unknown {
  return (statement as unknown as Readonly<Record<string, unknown>>)[parameter];
}
