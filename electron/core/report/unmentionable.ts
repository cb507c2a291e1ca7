import { AppError } from '#shared/contract/errors.ts';

import { roundOf } from '../review/queue.ts';
import type { Store } from '../store/tables.ts';
import { peopleOf, type Unmentionable } from './refuse-person-data.ts';

/**
 * Every caseworker of the round's import, also those without a case in the sample (none where the import is deleted),
 * and everyone and every case of the other rounds: a line that is written once is easily used again.
 */
export async function unmentionable(store: Store, roundId: string): Promise<Unmentionable> {
  const others = store.read((tables) =>
    tables.rounds.list().flatMap(({ id }) => (id === roundId ? [] : tables.sample.list(id))),
  );
  const { importId } = store.read((tables) => roundOf(tables, roundId));
  return {
    names: [...(await caseworkersOf(store, importId)), ...new Set(others.flatMap((row) => peopleOf(row.case)))],
    caseIds: others.map(({ drawn }) => drawn.caseId),
  };
}

async function caseworkersOf(store: Store, importId: string): Promise<readonly string[]> {
  try {
    const { cases } = await store.readPopulation(importId);
    return [...new Set(cases.flatMap(({ values }) => values.caseworker ?? []))];
  } catch (error) {
    if (error instanceof AppError && error.code === 'population-deleted') return [];
    throw error;
  }
}
