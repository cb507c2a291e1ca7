import { type Answers, answersByItem } from './answer.ts';
import { areaFacts, rollUpLine } from './roll-up.ts';
import { type ChecklistTemplate, type Outcome, type RollUpLine, templateItems } from './template.ts';

/**
 * What the legal items of one area come to in one case, by the template's own roll-up rule. Professional items never
 * count. An area without legal items is "not relevant". Throws RangeError where the rule has no line for the answers.
 */
export function areaOutcome(template: ChecklistTemplate, areaId: string, answers: Answers): Outcome {
  return areaLine(template, areaId, answers).outcome;
}

/** The line of the roll-up rule that decided, with its words. */
export function areaLine(template: ChecklistTemplate, areaId: string, answers: Answers): RollUpLine {
  const values = answersByItem(answers);
  const legal = templateItems(template).filter((item) => item.area === areaId && item.type === 'legal');
  const facts = areaFacts(
    legal.map((item) => ({ critical: item.severity === 'critical', value: values.get(item.id) ?? null })),
  );
  return rollUpLine(template.rollUp, facts);
}
