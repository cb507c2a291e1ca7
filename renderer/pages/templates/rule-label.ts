import { ruleIds } from '#shared/domain/review/rules/evaluate-rule.ts';
import { dateRuleName } from '#shared/words/population.ts';

import { otherRuleNames } from '../../words/templates.ts';

/** `R07 Undersøgelse afsluttet inden for 4 måneder`. */
export function ruleLabel(rule: string): string {
  const name = otherRuleNames[rule] ?? dateRuleName(rule);
  return name === rule ? rule : `${rule} ${name}`;
}

/** Every date rule as a choice. */
export const ruleChoices = ruleIds.map((rule) => ({ value: rule, label: ruleLabel(rule) }));
