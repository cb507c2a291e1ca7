import type { LocalDate } from '#shared/domain/calendar/local-date.ts';
import type { CaseRecord } from '#shared/domain/population/case.ts';
import { type DateCheckRule, dateCheckRules, type DateCheckTally } from '#shared/domain/population/date-check.ts';
import type { DateCheckCase } from '#shared/domain/population/date-check-workbook.ts';
import { evaluateRule } from '#shared/domain/review/rules/evaluate-rule.ts';

import { inSlices } from './in-slices.ts';
import type { StepCall } from './shared-run.ts';

/** A sheet that a person reads, and that Excel opens at once. */
export const mostListedCases = 20_000;

interface Spot {
  readonly record: CaseRecord;
  readonly rule: DateCheckRule;
  readonly verdict: DateCheckCase['verdict'];
}

/** The cases to look at, one line for each rule: broken before missing, then by rule, in the order of the population. */
export async function casesToLookAt(
  cases: readonly CaseRecord[],
  tally: DateCheckTally,
  asOf: LocalDate,
  call: StepCall,
): Promise<{ readonly listed: readonly DateCheckCase[]; readonly toLookAt: number }> {
  const spots = spotsToLookAt(cases, tally);
  const listed: DateCheckCase[] = [];
  await inSlices(spots, call, 'listing', ({ record, rule, verdict }) => {
    const finding = evaluateRule(rule, record, asOf);
    if (finding !== null) listed.push({ caseId: record.id, team: record.values.team ?? null, rule, verdict, finding });
  });
  return { listed, toLookAt: tally.lines().reduce((sum, { broken, missing }) => sum + broken + missing, 0) };
}

function spotsToLookAt(cases: readonly CaseRecord[], tally: DateCheckTally): readonly Spot[] {
  const spots: Spot[] = [];
  for (const verdict of ['broken', 'missing'] as const) {
    for (const rule of dateCheckRules) {
      for (const [index, record] of cases.entries()) {
        if (spots.length === mostListedCases) return spots;
        if (tally.verdict(rule, index) === verdict) spots.push({ record, rule, verdict });
      }
    }
  }
  return spots;
}
