import { AppError } from '#shared/contract/errors.ts';
import type { CoreHandlers, Input } from '#shared/contract/operations.ts';
import type { CaseLine } from '#shared/contract/population.ts';
import type { LocalDate } from '#shared/domain/calendar/local-date.ts';
import { normaliseText } from '#shared/domain/population/normalise-text.ts';
import { summarise } from '#shared/domain/population/summarise.ts';
import { evaluateRule } from '#shared/domain/review/rules/evaluate-rule.ts';
import { notStated } from '#shared/words/population.ts';

import type { Ports } from '../ports.ts';
import type { Store } from '../store/tables.ts';
import { countSignals, type RuleSignals } from './date-signals.ts';
import { inNumberOrder, type PopulationSort, searchLines, sortLines, toLine } from './list-cases.ts';
import { createPopulationCache, type Population, type PopulationCache } from './load-population.ts';

type PopulationHandlers = Pick<CoreHandlers, 'population.summary' | 'population.list' | 'population.case'>;

/** Who is in an import, and what the dates already say. `cache` may be shared with sampling. */
export function createPopulationHandlers(
  ports: Ports,
  store: Store,
  cache: PopulationCache = createPopulationCache(store),
): PopulationHandlers {
  const views = new WeakMap<Population, PopulationView>();
  const viewOf = (population: Population): PopulationView => {
    const view = views.get(population) ?? createView(population);
    views.set(population, view);
    return view;
  };
  return {
    'population.summary': async ({ importId }) => {
      const population = await cache.load(importId);
      const { signals } = await viewOf(population).signals(ports.clock.today());
      return { importId, cases: population.cases.length, ...summarise(population.cases), signals };
    },
    'population.list': async (input) => {
      const view = viewOf(await cache.load(input.importId));
      const lines = await selectLines(view, input, ports.clock.today());
      return { total: lines.length, lines: lines.slice(input.offset, input.offset + input.limit) };
    },
    'population.case': async ({ importId, caseId }) => {
      const record = (await cache.load(importId)).byId.get(caseId);
      if (record === undefined) {
        throw new AppError('invalid-input', 'the import has no such case', { caseId });
      }
      return record;
    },
  };
}

/** What was worked out about a population; forgotten with it. */
interface PopulationView {
  sorted(sort: PopulationSort, descending: boolean): readonly CaseLine[];
  signals(today: LocalDate): Promise<RuleSignals>;
  broken(rule: string, today: LocalDate): Promise<ReadonlySet<string>>;
}

function createView({ cases }: Population): PopulationView {
  const lines = inNumberOrder(cases.map(toLine));
  const orders = new Map<string, readonly CaseLine[]>();
  let judged: { readonly today: LocalDate; readonly signals: Promise<RuleSignals> } | null = null;
  const signals = (today: LocalDate): Promise<RuleSignals> => {
    judged = judged?.today === today ? judged : { today, signals: countSignals(cases, today) };
    return judged.signals;
  };
  return {
    sorted: (sort, descending) => {
      const key = `${sort} ${descending}`;
      const order = orders.get(key) ?? sortLines(lines, sort, descending);
      orders.set(key, order);
      return order;
    },
    signals,
    broken: async (rule, today) => {
      const known = (await signals(today)).broken.get(rule);
      if (known !== undefined) return known;
      const broken = cases.filter((record) => evaluateRule(rule, record, today)?.verdict === 'no');
      return new Set(broken.map(({ id }) => id));
    },
  };
}

async function selectLines(
  view: PopulationView,
  { search, team, brokenRule, sort, descending }: Input<'population.list'>,
  today: LocalDate,
): Promise<readonly CaseLine[]> {
  const found = searchLines(view.sorted(sort, descending), search);
  const wanted = typeof team === 'string' ? normaliseText(team) : null;
  const ofTeam =
    wanted === null ? found : found.filter((line) => (normaliseText(line.team ?? '') || notStated) === wanted);
  if (typeof brokenRule !== 'string') return ofTeam;
  const broken = await view.broken(brokenRule, today);
  return ofTeam.filter(({ id }) => broken.has(id));
}
