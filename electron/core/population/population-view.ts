import type { CaseLine } from '#shared/contract/population.ts';
import type { LocalDate } from '#shared/domain/calendar/local-date.ts';
import {
  checkedVerdict,
  createDateCheckTally,
  dateCheckRules,
  type DateCheckTally,
  type DateCheckVerdict,
} from '#shared/domain/population/date-check.ts';
import { evaluateRule } from '#shared/domain/review/rules/evaluate-rule.ts';

import type { Store } from '../store/tables.ts';
import { compareWithEarlier, type FoundComparison } from './compare-populations.ts';
import { inSlices } from './in-slices.ts';
import { inNumberOrder, type PopulationSort, sortLines, toLine } from './list-cases.ts';
import type { Population } from './load-population.ts';
import { type SharedRun, startSharedRun, type StepCall } from './shared-run.ts';

/** What was worked out about a population; forgotten with it. */
export interface PopulationView {
  sorted(sort: PopulationSort, descending: boolean): readonly CaseLine[];
  /** The date rules over every case; worked out once for each day. */
  dateCheck(today: LocalDate, call: StepCall): Promise<DateCheckTally>;
  /** The numbers of the cases of which a rule gives a verdict; none for a rule that does not exist. */
  casesWith(rule: string, verdict: DateCheckVerdict, today: LocalDate, call: StepCall): Promise<ReadonlySet<string>>;
  /** What has happened since an earlier list; worked out once for each. */
  comparison(earlierId: string | null, call: StepCall): Promise<FoundComparison | null>;
}

export function createPopulationView(store: Store, population: Population): PopulationView {
  const { cases } = population;
  let lines: readonly CaseLine[] | null = null;
  const orders = new Map<string, readonly CaseLine[]>();
  const checks = keepRuns((today: string, call) => checkDates(population, today as LocalDate, call));
  const comparisons = keepRuns((earlierId: string, call) =>
    compareWithEarlier(store, population, earlierId === '' ? null : earlierId, call),
  );
  return {
    sorted: (sort, descending) => {
      const key = `${sort} ${descending}`;
      lines ??= inNumberOrder(cases.map(toLine));
      const order = orders.get(key) ?? sortLines(lines, sort, descending);
      orders.set(key, order);
      return order;
    },
    dateCheck: checks,
    casesWith: async (rule, verdict, today, call) => {
      const checked = dateCheckRules.find((each) => each === rule);
      if (checked === undefined) return judgedAlone(population, rule, verdict, today);
      const tally = await checks(today, call);
      return new Set(cases.flatMap(({ id }, index) => (tally.verdict(checked, index) === verdict ? [id] : [])));
    },
    comparison: (earlierId, call) => comparisons(earlierId ?? '', call),
  };
}

async function checkDates({ cases }: Population, today: LocalDate, call: StepCall): Promise<DateCheckTally> {
  const tally = createDateCheckTally(cases.length, today);
  await inSlices(cases, call, 'checking', (record) => tally.add(record));
  return tally;
}

/** A rule that the check over all cases leaves out. */
function judgedAlone(
  { cases }: Population,
  rule: string,
  verdict: DateCheckVerdict,
  today: LocalDate,
): ReadonlySet<string> {
  const found = cases.filter((record) => {
    const finding = evaluateRule(rule, record, today);
    return finding !== null && checkedVerdict(finding) === verdict;
  });
  return new Set(found.map(({ id }) => id));
}

/** One run at a time for the newest key; another key, or a run that failed, begins anew. */
function keepRuns<T>(work: (key: string, call: StepCall) => Promise<T>) {
  let kept: { readonly key: string; readonly run: SharedRun<T> } | null = null;
  return (key: string, call: StepCall): Promise<T> => {
    if (kept?.key !== key || kept.run.ended()) {
      kept = { key, run: startSharedRun((step) => work(key, step)) };
    }
    return kept.run.join(call);
  };
}
