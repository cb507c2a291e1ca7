import { AppError } from '#shared/contract/errors.ts';
import type { CaseRecord } from '#shared/domain/population/case.ts';

import type { Store } from '../store/store-port.ts';

/** The cases of one import, with a way to find one by its number. */
export interface Population {
  readonly importId: string;
  readonly cases: readonly CaseRecord[];
  readonly byId: ReadonlyMap<string, CaseRecord>;
}

/** Keeps the population used last, so that a page of the case list does not decrypt 100,000 cases. */
export interface PopulationCache {
  /** Rejects with `workspace-locked`, `import-not-found`, `population-deleted`. */
  load(importId: string): Promise<Population>;
  /** Drops what is kept: for locking, and when a population is deleted. */
  forget(): void;
}

export function createPopulationCache(store: Store): PopulationCache {
  let kept: { readonly importId: string; readonly population: Promise<Population> } | null = null;
  const load = async (importId: string): Promise<Population> => {
    if (store.status().state !== 'open') kept = null;
    if (store.read((tables) => tables.imports.get(importId)) === undefined) {
      throw new AppError('import-not-found', `no import ${importId}`);
    }
    if (kept?.importId === importId) return kept.population;
    const mine = { importId, population: readPopulation(store, importId) };
    kept = mine;
    try {
      return await mine.population;
    } catch (error) {
      if (kept === mine) kept = null;
      throw error;
    }
  };
  return {
    load,
    forget: () => {
      kept = null;
    },
  };
}

async function readPopulation(store: Store, importId: string): Promise<Population> {
  const { cases } = await store.readPopulation(importId);
  return { importId, cases, byId: new Map(cases.map((record) => [record.id, record])) };
}
