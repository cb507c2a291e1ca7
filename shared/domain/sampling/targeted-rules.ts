import type { LocalDate } from '../calendar/local-date.ts';
import type { CaseRecord } from '../population/case.ts';
import { assessmentOverdue } from '../review/rules/assessment.ts';
import { evaluateRule } from '../review/rules/evaluate-rule.ts';
import { SamplingFailure } from './sampling-failure.ts';

/** A case that a rule points at; `exceededBy` in whole days where the rule has a limit that was passed. */
export interface TargetedHit {
  readonly exceededBy?: number;
}

/** What a targeted part asks of each case, judged on the day `asOf`; null when the rule does not point at it. */
export type TargetedRule = (record: CaseRecord, asOf: LocalDate) => TargetedHit | null;

/**
 * The rules a targeted part may name. The first points at finished assessments only, as the published four-month
 * figures count them; the others at every case whose date rule answers "no" on the day.
 */
export const targetedRules: Readonly<Record<string, TargetedRule>> = {
  'bfu-over-4-maaneder': (record) => assessmentOverdue(record),
  'underretning-over-24-timer': brokenRule('R01'),
  'ingen-boernesamtale': brokenRule('R09'),
  'plan-mangler-eller-sen': brokenRule('R14'),
  'opfoelgning-overskredet': brokenRule('R15'),
  'faerre-end-to-tilsynsbesoeg': brokenRule('R19'),
  'ungestoette-for-sent': brokenRule('R24'),
};

/** Throws SamplingFailure `unknown-rule`; `Object.hasOwn`, so that `constructor` is no rule. */
export function targetedRule(name: string): TargetedRule {
  const rule = Object.hasOwn(targetedRules, name) ? targetedRules[name] : undefined;
  if (rule === undefined) {
    throw new SamplingFailure('unknown-rule', `no targeted rule "${name}"`, { rule: name });
  }
  return rule;
}

function brokenRule(ruleId: string): TargetedRule {
  return (record, asOf) => {
    const finding = evaluateRule(ruleId, record, asOf);
    if (finding?.verdict !== 'no') return null;
    return finding.exceededBy === undefined ? {} : { exceededBy: finding.exceededBy };
  };
}
