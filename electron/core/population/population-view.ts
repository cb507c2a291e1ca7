import type { CaseLine, populationListSorts } from '#shared/contract/population.ts';
import type { LocalDate } from '#shared/domain/calendar/local-date.ts';
import {
  checkedVerdict,
  createDateCheckTally,
  dateCheckRules,
  type DateCheckTally,
  type DateCheckVerdict,
} from '#shared/domain/population/date-check.ts';
import { judgeRules } from '#shared/domain/review/rules/evaluate-rule.ts';

import type { Store } from '../store/store-port.ts';
import { compareWithEarlier, type FoundComparison } from './compare-populations.ts';
import { inSlices } from './in-slices.ts';
import { inNumberOrder, sortByNumber, sortLines, toLine } from './list-cases.ts';
import type { Population } from './load-population.ts';
import { casesByMark } from './reviewed-before.ts';
import { type SharedRun, startSharedRun, type StepCall } from './shared-run.ts';

/** In what order the lines are wanted; the days are those of a rule, on a day. */
export interface LineOrder {
  readonly sort: (typeof populationListSorts)[number];
  readonly descending: boolean;
  readonly rule: string | null;
  readonly today: LocalDate;
}

/** What was worked out about a population; forgotten with it. All of it in slices. */
export interface PopulationView {
  sorted(order: LineOrder, call: StepCall): Promise<readonly CaseLine[]>;
  /** The lines in the order of their numbers. */
  inOrder(call: StepCall): Promise<readonly CaseLine[]>;
  /** The date rules over every case; worked out once for each day. */
  dateCheck(today: LocalDate, call: StepCall): Promise<DateCheckTally>;
  /** The numbers of the cases of which a rule gives a verdict; none for a rule that does not exist. */
  casesWith(rule: string, verdict: DateCheckVerdict, today: LocalDate, call: StepCall): Promise<ReadonlySet<string>>;
  /** What has happened since an earlier list; worked out once for each. */
  comparison(earlierId: string | null, call: StepCall): Promise<FoundComparison | null>;
  /** The cases with a review closed earlier, with the instant of the last one. */
  reviewed(call: StepCall): Promise<ReadonlyMap<string, string>>;
}

export function createPopulationView(store: Store, population: Population): PopulationView {
  const { cases } = population;
  const base = keepRuns(async (_, call) => {
    const lines: CaseLine[] = [];
    await inSlices(cases, call, 'listing', (record) => lines.push(toLine(record)));
    return inNumberOrder(lines, call.signal);
  });
  const orders = keepRuns(async (key: string, call) => {
    const order = JSON.parse(key) as LineOrder;
    return orderLines(population, await base('', call), order, call);
  });
  const checks = keepRuns((today: string, call) => checkDates(population, today as LocalDate, call));
  const comparisons = keepRuns((earlierId: string, call) =>
    compareWithEarlier(store, population, earlierId === '' ? null : earlierId, call),
  );
  const marked = keepRuns((_, call) => casesByMark(store, cases, call));
  return {
    sorted: (order, call) => orders(JSON.stringify(order), call),
    inOrder: (call) => base('', call),
    dateCheck: checks,
    casesWith: async (rule, verdict, today, call) => {
      const checked = dateCheckRules.find((each) => each === rule);
      if (checked === undefined) return judgedAlone(population, rule, verdict, today, call);
      const tally = await checks(today, call);
      return new Set(cases.flatMap(({ id }, index) => (tally.verdict(checked, index) === verdict ? [id] : [])));
    },
    comparison: (earlierId, call) => comparisons(earlierId ?? '', call),
    reviewed: async (call) => {
      const marks = store.read((tables) => tables.marks.reviewed());
      if (marks.size === 0) return new Map();
      const byMark = await marked('', call);
      return new Map(
        [...marks].flatMap(([mark, closedAt]) => {
          const id = byMark.get(mark);
          return id === undefined ? [] : [[id, closedAt] as const];
        }),
      );
    },
  };
}

async function orderLines(
  { cases }: Population,
  lines: readonly CaseLine[],
  { sort, descending, rule, today }: LineOrder,
  call: StepCall,
): Promise<readonly CaseLine[]> {
  if (sort !== 'days') return sortLines(lines, sort, descending, call.signal);
  if (rule === null) return lines;
  const days = new Map<string, number>();
  await inSlices(cases, call, 'checking', (record) => {
    const exceededBy = judgeRules([rule], record, today)[0]?.exceededBy;
    if (exceededBy !== undefined) days.set(record.id, exceededBy);
  });
  return sortByNumber(lines, ({ id }) => days.get(id), descending, call.signal);
}

async function checkDates({ cases }: Population, today: LocalDate, call: StepCall): Promise<DateCheckTally> {
  const tally = createDateCheckTally(cases.length, today);
  await inSlices(cases, call, 'checking', (record) => tally.add(record));
  return tally;
}

/** A rule that the check over all cases leaves out. */
async function judgedAlone(
  { cases }: Population,
  rule: string,
  verdict: DateCheckVerdict,
  today: LocalDate,
  call: StepCall,
): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  await inSlices(cases, call, 'checking', (record) => {
    const judged = judgeRules([rule], record, today)[0] ?? null;
    if (judged !== null && checkedVerdict(judged) === verdict) found.add(record.id);
  });
  return found;
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
