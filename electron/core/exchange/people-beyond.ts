import { AppError } from '#shared/contract/errors.ts';
import type { CaseRecord } from '#shared/domain/population/case.ts';

import { roundOf } from '../review/queue.ts';
import type { Store } from '../store/store-port.ts';

/** Whom a note in a round may name besides the people of its own cases, as far as this workspace knows them. */
export interface PeopleBeyond {
  readonly children: readonly string[];
  readonly caseworkers: readonly string[];
  /** Lower case. Short ones are left out: there may be thousands, and a note says years and amounts. */
  readonly caseIds: ReadonlySet<string>;
}

export const nobody: PeopleBeyond = { children: [], caseworkers: [], caseIds: new Set() };

const shortestNumber = 6;

/** Of the export that the round was drawn on (none where it is deleted or lies elsewhere) and of all rounds with names. */
export async function peopleBeyond(store: Store, roundId: string): Promise<PeopleBeyond> {
  const { importId, drawn } = store.read((tables) => ({
    importId: roundOf(tables, roundId).importId,
    drawn: tables.rounds
      .list()
      .filter(({ id }) => tables.origins.get(id)?.role !== 'collected')
      .flatMap(({ id }) => tables.sample.list(id).map((row) => row.case)),
  }));
  const cases = [...drawn, ...(await populationOf(store, importId))];
  const named = cases.flatMap(({ values, activities }) => [values, ...activities.map((each) => each.values)]);
  return {
    children: different(named.map(({ child_name }) => child_name)),
    caseworkers: different(named.map(({ caseworker }) => caseworker)),
    caseIds: new Set(
      cases.map(({ id }) => id.trim().toLowerCase()).filter((caseId) => caseId.length >= shortestNumber),
    ),
  };
}

async function populationOf(store: Store, importId: string): Promise<readonly CaseRecord[]> {
  try {
    return (await store.readPopulation(importId)).cases;
  } catch (error) {
    if (error instanceof AppError && error.code === 'population-deleted') return [];
    throw error;
  }
}

function different(names: readonly (string | undefined)[]): readonly string[] {
  return [...new Set(names.map((name) => name?.trim() ?? ''))].filter((name) => name !== '');
}
