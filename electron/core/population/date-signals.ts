import { setImmediate } from 'node:timers/promises';

import type { DateSignal } from '#shared/contract/population.ts';
import type { LocalDate } from '#shared/domain/calendar/local-date.ts';
import type { CaseRecord } from '#shared/domain/population/case.ts';
import type { DateVerdict } from '#shared/domain/review/date-finding.ts';
import { evaluateRule } from '#shared/domain/review/rules/evaluate-rule.ts';

/** The rules whose answers the dates of an export can give for a whole population. */
const signalRules = ['R01', 'R02', 'R07', 'R09', 'R14', 'R15', 'R19'] as const;

/** So many cases are judged before other work gets its turn. */
const casesAtATime = 2_000;

export interface RuleSignals {
  readonly signals: readonly DateSignal[];
  /** Per rule, the numbers of the cases whose deadline is broken. */
  readonly broken: ReadonlyMap<string, ReadonlySet<string>>;
}

/** What the date rules say over every case on the day `asOf`. "Partly" counts as unclear. */
export async function countSignals(cases: readonly CaseRecord[], asOf: LocalDate): Promise<RuleSignals> {
  const tallies = signalRules.map((rule) => ({
    rule,
    verdicts: new Map<DateVerdict, number>(),
    broken: new Set<string>(),
  }));
  for (const [index, record] of cases.entries()) {
    if (index > 0 && index % casesAtATime === 0) await setImmediate();
    for (const { rule, verdicts, broken } of tallies) {
      const verdict = evaluateRule(rule, record, asOf)?.verdict ?? 'not-relevant';
      verdicts.set(verdict, (verdicts.get(verdict) ?? 0) + 1);
      if (verdict === 'no') broken.add(record.id);
    }
  }
  return {
    signals: tallies.map(({ rule, verdicts }) => toSignal(rule, verdicts)),
    broken: new Map(tallies.map(({ rule, broken }) => [rule, broken])),
  };
}

function toSignal(rule: string, verdicts: ReadonlyMap<DateVerdict, number>): DateSignal {
  const count = (verdict: DateVerdict): number => verdicts.get(verdict) ?? 0;
  return {
    rule,
    kept: count('yes'),
    broken: count('no'),
    unclear: count('unclear') + count('partly'),
    missing: count('missing'),
    notRelevant: count('not-relevant'),
  };
}
