import type { LocalDate } from '#shared/domain/calendar/local-date.ts';
import type { CaseRecord } from '#shared/domain/population/case.ts';
import { dateCheckRules, type DateCheckTally } from '#shared/domain/population/date-check.ts';
import type { DateCheckCase } from '#shared/domain/population/date-check-workbook.ts';
import { evaluateRule } from '#shared/domain/review/rules/evaluate-rule.ts';

/** A sheet that a person reads, and that Excel opens at once. */
export const mostListedCases = 20_000;

/** The cases to look at, one line for each rule: broken before missing, then by rule, in the order of the population. */
export function casesToLookAt(
  cases: readonly CaseRecord[],
  tally: DateCheckTally,
  asOf: LocalDate,
): { readonly listed: readonly DateCheckCase[]; readonly toLookAt: number } {
  const listed: DateCheckCase[] = [];
  let toLookAt = 0;
  for (const verdict of ['broken', 'missing'] as const) {
    for (const rule of dateCheckRules) {
      for (const [index, record] of cases.entries()) {
        if (tally.verdict(rule, index) !== verdict) continue;
        toLookAt += 1;
        if (listed.length >= mostListedCases) continue;
        const finding = evaluateRule(rule, record, asOf);
        if (finding === null) continue;
        listed.push({ caseId: record.id, team: record.values.team ?? null, rule, verdict, finding });
      }
    }
  }
  return { listed, toLookAt };
}
