import type { ImportSummary } from '#shared/contract/importing.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { Call, CoreHandlers, Input } from '#shared/contract/operations.ts';
import type { CaseLine, PopulationComparison } from '#shared/contract/population.ts';
import { dateCheckRules } from '#shared/domain/population/date-check.ts';
import { dateCheckWorkbook } from '#shared/domain/population/date-check-workbook.ts';
import { normaliseText } from '#shared/domain/population/normalise-text.ts';
import { danishOrder, summarise } from '#shared/domain/population/summarise.ts';
import { evaluateRule } from '#shared/domain/review/rules/evaluate-rule.ts';
import { notStated } from '#shared/words/population.ts';

import type { Ports } from '../ports.ts';
import { writeWorkbook } from '../report/write-workbook.ts';
import type { Store } from '../store/tables.ts';
import type { FoundComparison } from './compare-populations.ts';
import { casesToLookAt } from './date-check-cases.ts';
import { searchLines } from './list-cases.ts';
import { createPopulationCache, type Population, type PopulationCache } from './load-population.ts';
import { createPopulationView, type PopulationView } from './population-view.ts';
import { reviewedBefore } from './reviewed-before.ts';
import type { StepCall } from './shared-run.ts';

type PopulationHandlers = Pick<CoreHandlers, Extract<keyof CoreHandlers, `population.${string}`>>;

/** So many numbers of compared cases are sent; the list shows all of them. */
const mostNumbers = 1_000;

interface Room {
  readonly ports: Ports;
  readonly store: Store;
  /** The population with what was worked out about it. */
  readonly load: (importId: string) => Promise<{ readonly population: Population; readonly view: PopulationView }>;
}

/** Who is in an import, what the dates already say, and what is new. `cache` may be shared with sampling. */
export function createPopulationHandlers(
  ports: Ports,
  store: Store,
  cache: PopulationCache = createPopulationCache(store),
): PopulationHandlers {
  const views = new WeakMap<Population, PopulationView>();
  const room: Room = {
    ports,
    store,
    load: async (importId) => {
      const population = await cache.load(importId);
      const view = views.get(population) ?? createPopulationView(store, population);
      views.set(population, view);
      return { population, view };
    },
  };
  return {
    'population.summary': async ({ importId }) => {
      const { cases } = await cache.load(importId);
      return { importId, cases: cases.length, ...summarise(cases) };
    },
    'population.dateCheck': async ({ importId }, call) => {
      const { population, view } = await room.load(importId);
      const asOf = ports.clock.today();
      const tally = await view.dateCheck(asOf, call);
      return { importId, asOf, cases: population.cases.length, lines: tally.lines() };
    },
    'population.saveDateCheck': (input, call) => saveDateCheck(room, input, call),
    'population.compare': (input, call) => compare(room, input, call),
    'population.list': async (input, call) => {
      const lines = await selectLines(room, input, quietly(call));
      const shown = lines.slice(input.offset, input.offset + input.limit);
      return { total: lines.length, lines: await withFindings(room, input, shown) };
    },
    'population.case': async ({ importId, caseId }) => {
      const record = (await cache.load(importId)).byId.get(caseId);
      if (record === undefined) {
        throw new AppError('invalid-input', 'the import has no such case', { caseId });
      }
      const asOf = ports.clock.today();
      return { ...record, asOf, findings: dateCheckRules.flatMap((rule) => evaluateRule(rule, record, asOf) ?? []) };
    },
  };
}

async function saveDateCheck(
  { ports, store, load }: Room,
  { importId, target }: Input<'population.saveDateCheck'>,
  call: StepCall,
): Promise<{ readonly name: string }> {
  const { population, view } = await load(importId);
  const { cases } = population;
  const asOf = ports.clock.today();
  const tally = await view.dateCheck(asOf, call);
  const workbook = dateCheckWorkbook({
    imported: summaryOf(store, importId),
    asOf,
    cases: cases.length,
    lines: tally.lines(),
    ...casesToLookAt(cases, tally, asOf),
    created: ports.clock.now(),
    programVersion: ports.programVersion,
  });
  const bytes = await writeWorkbook(workbook);
  call.signal.throwIfAborted();
  await ports.files.write(target, bytes);
  return { name: target.name };
}

function summaryOf(store: Store, importId: string): ImportSummary {
  const row = store.read((tables) => tables.imports.get(importId));
  if (row === undefined) throw new AppError('import-not-found', `no import ${importId}`);
  return row.summary;
}

async function compare(
  { store, load }: Room,
  { importId, earlierId }: Input<'population.compare'>,
  call: StepCall,
): Promise<PopulationComparison> {
  const { population, view } = await load(importId);
  const found = await view.comparison(earlierId ?? null, call);
  const reviewed = store.read((tables) => reviewedBefore(tables, population.cases));
  const closed = [...reviewed].map(([caseId, closedAt]) => ({ caseId, closedAt }));
  return {
    importId,
    ...sinceEarlier(found),
    reviewed: {
      count: reviewed.size,
      cases: closed.toSorted((a, b) => danishOrder.compare(a.caseId, b.caseId)).slice(0, mostNumbers),
    },
  };
}

function sinceEarlier(found: FoundComparison | null): Omit<PopulationComparison, 'importId' | 'reviewed'> {
  const none = { count: 0, caseIds: [] };
  if (found === null) return { earlier: null, fresh: none, gone: none, changed: none, changedFields: null };
  const { importId, fileName, importedAt } = found.earlier;
  const { fresh, gone, goneIds, changed, fields } = found.comparison;
  const counted = fields === null ? null : [...fields].map(([field, count]) => ({ field, count }));
  return {
    earlier: { importId, fileName, importedAt },
    fresh: { count: fresh.size, caseIds: firstNumbers(fresh) },
    gone: { count: gone, caseIds: firstNumbers(goneIds) },
    changed: { count: changed.size, caseIds: firstNumbers(changed) },
    changedFields: counted?.toSorted((a, b) => b.count - a.count) ?? null,
  };
}

function firstNumbers(caseIds: Iterable<string>): readonly string[] {
  return [...caseIds].sort(danishOrder.compare).slice(0, mostNumbers);
}

/** The rule that a list is narrowed to, with its verdict; null where it is not. */
function ruleOf({ rule, brokenRule, verdict }: Input<'population.list'>) {
  if (typeof rule === 'string') return { rule, verdict };
  return typeof brokenRule === 'string' ? { rule: brokenRule, verdict: 'broken' as const } : null;
}

async function selectLines(room: Room, input: Input<'population.list'>, call: StepCall): Promise<readonly CaseLine[]> {
  const { search, team, sort, descending } = input;
  const { view } = await room.load(input.importId);
  const wanted = typeof team === 'string' ? normaliseText(team) : null;
  const found = searchLines(view.sorted(sort, descending), search).filter(
    (line) => wanted === null || (normaliseText(line.team ?? '') || notStated) === wanted,
  );
  const narrowed = ruleOf(input);
  const today = room.ports.clock.today();
  const ofRule = narrowed === null ? null : await view.casesWith(narrowed.rule, narrowed.verdict, today, call);
  const since = await casesSince(room, input, call);
  return found.filter(({ id }) => (ofRule?.has(id) ?? true) && (since?.has(id) ?? true));
}

async function casesSince(
  { store, load }: Room,
  { importId, since, earlierId }: Input<'population.list'>,
  call: StepCall,
): Promise<{ has(caseId: string): boolean } | null> {
  if (since === null || since === undefined) return null;
  const { population, view } = await load(importId);
  if (since === 'reviewed') return store.read((tables) => reviewedBefore(tables, population.cases));
  const found = await view.comparison(earlierId ?? null, call);
  return found?.comparison[since] ?? new Set<string>();
}

/** The lines that are shown, with what the list was narrowed to said of each. */
async function withFindings(
  { ports, store, load }: Room,
  input: Input<'population.list'>,
  lines: readonly CaseLine[],
): Promise<readonly CaseLine[]> {
  const narrowed = ruleOf(input);
  if (narrowed === null && input.since !== 'reviewed') return lines;
  const { byId } = (await load(input.importId)).population;
  const records = lines.flatMap(({ id }) => byId.get(id) ?? []);
  const reviewed = input.since === 'reviewed' ? store.read((tables) => reviewedBefore(tables, records)) : null;
  return lines.map((line) => {
    const record = byId.get(line.id);
    const finding = narrowed && record ? evaluateRule(narrowed.rule, record, ports.clock.today()) : null;
    const reviewedAt = reviewed?.get(line.id);
    return { ...line, ...(finding === null ? {} : { finding }), ...(reviewedAt === undefined ? {} : { reviewedAt }) };
  });
}

/** A call whose progress nobody asked for. */
function quietly({ signal }: Call<never>): StepCall {
  return { signal, report: () => undefined };
}
