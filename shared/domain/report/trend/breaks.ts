import { proposeChange } from '../../review/template-changes.ts';
import { activeTemplate, type ChecklistTemplate, type TemplateItem, templateItems } from '../../review/template.ts';
import type { PlanPart, SamplingPlan } from '../../sampling/plan.ts';

/** Why a point cannot be compared with those before it. */
export type BreakReason = 'other-checklist' | 'other-cases' | 'other-rule' | 'other-words' | 'other-items';

/** What decides whether two rounds measure the same. Without a plan the cases are taken to be of the same kind. */
export interface MeasuredBy {
  readonly template: ChecklistTemplate;
  readonly plan?: Pick<SamplingPlan, 'unit' | 'parts'>;
}

/**
 * Why an item's figures before and after cannot be one line; null where they can. A person who made the later edition
 * from the earlier one and said of the item that it is the same, reworded or a new rule, is believed. Otherwise any
 * change of type, law, rule, scale, condition or words is a break; a change of severity, area or place is none, because
 * it changes no answer (decisions, "Review").
 */
export function itemBreak(before: MeasuredBy, after: MeasuredBy, id: string): BreakReason | null {
  const ofRound = roundBreak(before, after);
  if (ofRound !== null || before.template === after.template) return ofRound;
  const was = itemOf(before.template, id);
  const is = itemOf(after.template, id);
  if (is === undefined) return null;
  const said = isBasedOn(after.template, before.template) ? is.change : undefined;
  const change = was === undefined ? 'new-rule' : (said ?? proposeChange(was, is));
  if (change === 'new-rule') return 'other-rule';
  return change === 'reworded' && said === undefined ? 'other-words' : null;
}

/**
 * Why an area's figures before and after cannot be one line: another set of legal items, one of them with a break of
 * its own, or another rule for what they come to.
 */
export function areaBreak(before: MeasuredBy, after: MeasuredBy, areaId: string): BreakReason | null {
  const ofRound = roundBreak(before, after);
  if (ofRound !== null || before.template === after.template) return ofRound;
  const was = legalIds(before.template, areaId);
  const is = legalIds(after.template, areaId);
  if (was.length !== is.length || was.some((id) => !is.includes(id))) return 'other-items';
  if (JSON.stringify(before.template.rollUp) !== JSON.stringify(after.template.rollUp)) return 'other-rule';
  return is.map((id) => itemBreak(before, after, id)).find((reason) => reason !== null) ?? null;
}

/** Another checklist altogether, or cases of another kind: no figure of the two rounds can be compared. */
function roundBreak(before: MeasuredBy, after: MeasuredBy): BreakReason | null {
  if (!isRelated(before.template, after.template)) return 'other-checklist';
  if (before.plan === undefined || after.plan === undefined) return null;
  return kindOfCases(before.plan) === kindOfCases(after.plan) ? null : 'other-cases';
}

/** Editions of one checklist, and a municipality's own copy of one: the items keep their ids. */
function isRelated(a: ChecklistTemplate, b: ChecklistTemplate): boolean {
  const families = (template: ChecklistTemplate) => [template.id, template.basedOn?.id ?? template.id];
  return families(a).some((family) => families(b).includes(family));
}

function isBasedOn(later: ChecklistTemplate, { id, edition }: ChecklistTemplate): boolean {
  return later.basedOn?.id === id && later.basedOn.edition === edition;
}

function itemOf(template: ChecklistTemplate, id: string): TemplateItem | undefined {
  return templateItems(activeTemplate(template)).find((item) => item.id === id);
}

function legalIds(template: ChecklistTemplate, areaId: string): readonly string[] {
  return templateItems(activeTemplate(template))
    .filter(({ area, type }) => area === areaId && type === 'legal')
    .map(({ id }) => id);
}

/**
 * What the random parts draw among, apart from the period: a condition on dates moves from round to round, and the
 * number of cases and how they are drawn do not change what a figure speaks about.
 */
function kindOfCases({ unit, parts }: Pick<SamplingPlan, 'unit' | 'parts'>): string {
  const conditions = (part: PlanPart) =>
    part.where
      .filter((condition) => !('from' in condition || 'to' in condition))
      .map((condition) => JSON.stringify(condition))
      .toSorted();
  const random = parts.filter(({ kind }) => kind === 'random').map(conditions);
  return JSON.stringify([unit, [...new Set(random.map((each) => JSON.stringify(each)))].toSorted()]);
}
