import { assessmentOverdue } from '../review/rules/assessment.ts';
import { evaluateRule } from '../review/rules/evaluate-rule.ts';
import type { TargetedRule } from './targeted-hit.ts';
import { SamplingFailure } from './sampling-failure.ts';
import {
  assessmentLateOrMissing,
  placedUnderSix,
  planLateOrMissing,
  repeatedReportsWithoutMeasure,
  youthDecisionMissing,
} from './task-force-rules.ts';

const single = {
  'bfu-over-4-maaneder': (record) => assessmentOverdue(record),
  'bfu-mangler-eller-over-4-maaneder': assessmentLateOrMissing,
  'underretning-over-24-timer': brokenRule('R01'),
  'gentagne-underretninger-uden-indsats': repeatedReportsWithoutMeasure,
  'ingen-boernesamtale': brokenRule('R09'),
  'plan-mangler-eller-sen': planLateOrMissing,
  'opfoelgning-overskredet': brokenRule('R15'),
  'naeste-opfoelgning-overskredet': brokenRule('R17'),
  'anbragt-under-6-aar': placedUnderSix,
  'faerre-end-to-tilsynsbesoeg': brokenRule('R19'),
  'ungestoette-for-sent': brokenRule('R24'),
  'ungestoette-mangler': youthDecisionMissing,
} as const satisfies Readonly<Record<string, TargetedRule>>;

/**
 * The rules a targeted part may name. `bfu-over-4-maaneder` points at finished assessments only, as the published
 * four-month figures count them; the others at every case whose date rule answers "no" on the day, and those with
 * "mangler" in the name also at cases where the date is missing in the export. A theme is one of the five problem areas
 * of the Task Force: it points at what any of its rules points at, by the limit that is exceeded most.
 */
export const targetedRules: Readonly<Record<string, TargetedRule>> = {
  ...single,
  'tema-undersoegelse': anyOf(single['bfu-mangler-eller-over-4-maaneder'], brokenRule('R18')),
  'tema-inddragelse': anyOf(single['ingen-boernesamtale'], brokenRule('R12'), brokenRule('R20')),
  'tema-plan': anyOf(
    single['plan-mangler-eller-sen'],
    brokenRule('R22'),
    single['ungestoette-for-sent'],
    single['ungestoette-mangler'],
  ),
  'tema-frister': anyOf(...['R01', 'R02', 'R07', 'R14', 'R15', 'R17', 'R24'].map(brokenRule)),
  'tema-underretning': anyOf(
    single['underretning-over-24-timer'],
    brokenRule('R02'),
    single['gentagne-underretninger-uden-indsats'],
  ),
};

export function isTargetedRule(name: string): boolean {
  return Object.hasOwn(targetedRules, name);
}

/** Throws SamplingFailure `unknown-rule`; `Object.hasOwn`, so that `constructor` is no rule. */
export function targetedRule(name: string): TargetedRule {
  const rule = isTargetedRule(name) ? targetedRules[name] : undefined;
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

function anyOf(...rules: readonly TargetedRule[]): TargetedRule {
  return (record, asOf) => {
    const hits = rules.flatMap((rule) => rule(record, asOf) ?? []);
    if (hits.length === 0) return null;
    const exceeded = hits.flatMap(({ exceededBy }) => exceededBy ?? []);
    return exceeded.length === 0 ? {} : { exceededBy: Math.max(...exceeded) };
  };
}
