import type { ImportSummary } from '#shared/contract/importing.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { CoreHandlers, Input } from '#shared/contract/operations.ts';
import { dateCheckRules } from '#shared/domain/population/date-check.ts';
import { dateCheckWorkbook } from '#shared/domain/population/date-check-workbook.ts';
import { summarise } from '#shared/domain/population/summarise.ts';
import { evaluateRule } from '#shared/domain/review/rules/evaluate-rule.ts';

import { refuseInternalExport } from '../files/refuse-internal-export.ts';
import type { Ports } from '../ports.ts';
import { writeWorkbook } from '../report/write-workbook.ts';
import type { Store } from '../store/store-port.ts';
import { casesToLookAt } from './date-check-cases.ts';
import { describeComparison } from './describe-comparison.ts';
import { createPopulationCache, type Population, type PopulationCache } from './load-population.ts';
import { createPopulationView, type PopulationView } from './population-view.ts';
import { selectLines } from './select-lines.ts';
import type { StepCall } from './shared-run.ts';

type PopulationHandlers = Pick<CoreHandlers, Extract<keyof CoreHandlers, `population.${string}`>>;

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
    'population.compare': async ({ importId, earlierId }, call) =>
      describeComparison(importId, (await room.load(importId)).view, earlierId ?? null, call),
    'population.list': async (input, { signal }) => {
      const { population, view } = await room.load(input.importId);
      const call = { signal, report: () => undefined };
      return selectLines(view, population.byId, input, ports.clock.today(), call);
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
  refuseInternalExport(ports.policy);
  const { population, view } = await load(importId);
  const { cases } = population;
  const asOf = ports.clock.today();
  const tally = await view.dateCheck(asOf, call);
  const workbook = dateCheckWorkbook({
    imported: summaryOf(store, importId),
    asOf,
    cases: cases.length,
    lines: tally.lines(),
    ...(await casesToLookAt(cases, tally, asOf, call)),
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
