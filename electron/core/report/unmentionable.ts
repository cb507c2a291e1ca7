import { AppError } from '#shared/contract/errors.ts';

import { roundOf } from '../review/queue.ts';
import type { Store } from '../store/store-port.ts';
import type { Tables } from '../store/tables.ts';
import { peopleOf, type Unmentionable } from './refuse-person-data.ts';

/**
 * Every caseworker of the round's import, also those without a case in the sample (none where the import is deleted),
 * everyone and every case of the other rounds (a line that is written once is easily used again), and everyone who
 * read a case of this round, or a case of another one a second time.
 */
export async function unmentionable(store: Store, roundId: string): Promise<Unmentionable> {
  const others = store.read((tables) =>
    tables.rounds.list().flatMap(({ id }) => (id === roundId ? [] : tables.sample.list(id))),
  );
  const readers = store.read((tables) => readersOf(tables, roundId));
  const { importId } = store.read((tables) => roundOf(tables, roundId));
  return {
    names: [
      ...(await caseworkersOf(store, importId)),
      ...new Set(others.flatMap((row) => peopleOf(row.case))),
      ...readers.filter((name) => name.trim() !== ''),
    ],
    caseIds: others.map(({ drawn }) => drawn.caseId),
  };
}

function readersOf({ rounds, reviews }: Tables, roundId: string): readonly string[] {
  const all = [reviews.list(roundId), ...rounds.list().map(({ id }) => reviews.list(id, 2))];
  return [...new Set(all.flat().map(({ reader }) => reader))];
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
