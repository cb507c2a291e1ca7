import { AppError } from '#shared/contract/errors.ts';
import { isClosed } from '#shared/domain/review/answer.ts';
import type { CoreHandlers } from '#shared/contract/operations.ts';
import type { RoundSummary } from '#shared/contract/sampling.ts';
import { buildFrame } from '#shared/domain/sampling/frame.ts';
import { hideNames } from '#shared/domain/sampling/hidden-names.ts';
import { verificationSheet } from '#shared/domain/sampling/verification-sheet.ts';

import { createPopulationCache, type PopulationCache } from '../population/load-population.ts';
import type { Ports } from '../ports.ts';
import { writeWorkbook } from '../report/write-workbook.ts';
import type { Store } from '../store/store-port.ts';
import type { ImportRow, RoundRow, Tables } from '../store/tables.ts';
import { asAppError } from './as-app-error.ts';
import { casePlaces } from './case-places.ts';
import { type CurrentTemplate, drawRound, heldOutBy, judgedOn } from './draw-round.ts';
import { enlargeRound } from './enlarge-round.ts';
import { readingPace } from './pace.ts';
import { previewPlan } from './preview-plan.ts';
import { replaceSampleCase } from './replace-sample-case.ts';
import { type ImportCases, verifyRecord } from './verify-record.ts';
import { planYear } from './year-plan.ts';

type SamplingHandlers = Pick<CoreHandlers, Extract<keyof CoreHandlers, `sampling.${string}`>>;

/** What sampling needs from other rooms. `cache` may be shared with the population's handlers. */
export interface SamplingNeeds {
  readonly currentTemplate: CurrentTemplate;
  readonly importCases: ImportCases;
  readonly cache?: PopulationCache;
}

/** Sampling: what a plan would draw, the draw, replacements, the record and its check. */
export function createSamplingHandlers(ports: Ports, store: Store, needs: SamplingNeeds): SamplingHandlers {
  const cache = needs.cache ?? createPopulationCache(store);
  const announce = (): void => ports.announce({ name: 'stage-changed', stage: 'sampling' });
  return {
    'sampling.preview': async ({ importId, plan }) => {
      const { cases } = await cache.load(importId);
      const asOf = judgedOn(plan, ports);
      return asAppError(() => {
        const frame = buildFrame({ cases, plan, asOf, heldOut: heldOutBy(plan, asOf, cases, store) });
        const draws = store.read((tables) => tables.rounds.countDraws(frame.populationFingerprint));
        return previewPlan(frame, plan.unit, draws + 1);
      });
    },
    'sampling.draw': async (input) => {
      const population = await cache.load(input.importId);
      const row = store.read((tables) => importOf(tables, input.importId));
      const template = needs.currentTemplate(input.templateId);
      const { round, cases } = drawRound(ports, store, row, population, input, template);
      const { method, seed, drawNumber, populationFingerprint, redrawReason } = round.record;
      const after = { method, seed, drawNumber, populationFingerprint, redrawReason, cases: cases.length };
      await store.change({ kind: 'sample.drawn', target: round.id, after }, (tables) => {
        template.keep?.(tables);
        tables.rounds.add(round, cases);
      });
      announce();
      return store.read((tables) => summaryOf(tables, round));
    },
    'sampling.rounds': () =>
      Promise.resolve(store.read((tables) => tables.rounds.list().map((round) => summaryOf(tables, round)))),
    'sampling.places': ({ roundId }) => placesOf(store, cache, roundId),
    'sampling.replace': async ({ roundId, caseId, reason }) => {
      const round = store.read((tables) => ownRoundOf(tables, roundId));
      const population = await cache.load(round.importId);
      await replaceSampleCase(store, round, population, { caseId, reason }, ports.clock.now());
      announce();
      return store.read((tables) => summaryOf(tables, roundOf(tables, roundId)));
    },
    'sampling.enlarge': async ({ roundId, ...wanted }) => {
      const round = store.read((tables) => ownRoundOf(tables, roundId));
      const population = await cache.load(round.importId);
      await enlargeRound(store, round, population, wanted, ports.clock.now());
      announce();
      return store.read((tables) => summaryOf(tables, roundOf(tables, roundId)));
    },
    'sampling.yearPlan': async (wanted) => {
      const population = await cache.load(wanted.importId);
      return store.read((tables) => planYear(tables, population, wanted, ports.clock.today()));
    },
    'sampling.pace': () => Promise.resolve(store.read(readingPace)),
    ...createPaperHandlers(ports, store, needs.importCases),
  };
}

/** The dots of the picture; null when the population is deleted or in another workspace. */
async function placesOf(
  store: Store,
  cache: PopulationCache,
  roundId: string,
): Promise<ReturnType<typeof casePlaces> | null> {
  const round = store.read((tables) => roundOf(tables, roundId));
  if (store.read((tables) => tables.origins.get(roundId)) !== undefined) return null;
  try {
    const population = await cache.load(round.importId);
    return asAppError(() => casePlaces(round.record, population));
  } catch (error) {
    if (error instanceof AppError && error.code === 'population-deleted') return null;
    throw error;
  }
}

type PaperHandlers = Pick<SamplingHandlers, 'sampling.saveRecord' | 'sampling.saveSheet' | 'sampling.verify'>;

/** What is written of a draw and checked against it. */
function createPaperHandlers(ports: Ports, store: Store, importCases: ImportCases): PaperHandlers {
  return {
    'sampling.saveRecord': async ({ roundId, target }) => {
      const { record } = store.read((tables) => roundOf(tables, roundId));
      await ports.files.write(target, new TextEncoder().encode(`${JSON.stringify(hideNames(record), null, 2)}\n`));
      return { name: target.name };
    },
    'sampling.saveSheet': async ({ roundId, target }) => {
      const { record, name, example } = store.read((tables) => roundOf(tables, roundId));
      const sheet = verificationSheet({ record, roundName: name, example, created: ports.clock.now() });
      await ports.files.write(target, await writeWorkbook(sheet));
      return { name: target.name };
    },
    'sampling.verify': ({ record, file }) => verifyRecord(record, file, importCases),
  };
}

function summaryOf(tables: Tables, { id, name, importId, createdAt, record, example }: RoundRow): RoundSummary {
  const standing = tables.sample.places(id).filter(({ replacedBy }) => replacedBy === null);
  const done = tables.reviews.standings(id).filter(({ state }) => isClosed(state));
  const closed = new Set(done.map(({ caseId }) => caseId));
  const { role = 'own', unit = '' } = tables.origins.get(id) ?? {};
  return {
    roundId: id,
    name,
    importId,
    createdAt,
    record,
    example,
    closed: standing.filter(({ drawn }) => closed.has(drawn.caseId)).length,
    drawn: standing.length,
    role,
    unit,
  };
}

function importOf(tables: Tables, importId: string): ImportRow {
  const row = tables.imports.get(importId);
  if (row === undefined) throw new AppError('import-not-found', `no import ${importId}`);
  return row;
}

/** A round whose population is, or was, here. Throws `population-needed` for one that came in a package. */
function ownRoundOf(tables: Tables, roundId: string): RoundRow {
  const round = roundOf(tables, roundId);
  if (tables.origins.get(roundId) !== undefined) {
    throw new AppError('population-needed', 'the round was drawn in another workspace', { reason: 'elsewhere' });
  }
  return round;
}

function roundOf(tables: Tables, roundId: string): RoundRow {
  const round = tables.rounds.get(roundId);
  if (round === undefined) throw new AppError('round-not-found', `no round ${roundId}`);
  return round;
}
