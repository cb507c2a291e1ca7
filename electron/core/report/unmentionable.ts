import { AppError } from '#shared/contract/errors.ts';

import { roundOf } from '../review/queue.ts';
import type { Store } from '../store/store-port.ts';
import type { Tables } from '../store/tables.ts';
import { peopleOf, type Unmentionable } from './refuse-person-data.ts';

/**
 * Every caseworker of the rounds' imports, also those without a case in a sample (none where the import is deleted),
 * everyone and every case of every round (a line that is written once is easily used again), and everyone who read a
 * case of these rounds, or a case of another one a second time.
 */
export async function unmentionable(store: Store, roundIds: readonly string[]): Promise<Unmentionable> {
  const rows = store.read((tables) => tables.rounds.list().flatMap(({ id }) => tables.sample.list(id)));
  const readers = store.read((tables) => readersOf(tables, roundIds));
  const imports = new Set(store.read((tables) => roundIds.map((roundId) => roundOf(tables, roundId).importId)));
  const caseworkers = await Promise.all([...imports].map((importId) => caseworkersOf(store, importId)));
  return {
    names: [
      ...caseworkers.flat(),
      ...new Set(rows.flatMap((row) => peopleOf(row.case))),
      ...readers.filter((name) => name.trim() !== ''),
    ],
    caseIds: rows.map(({ drawn }) => drawn.caseId),
  };
}

function readersOf({ rounds, reviews }: Tables, roundIds: readonly string[]): readonly string[] {
  const all = [
    ...roundIds.map((roundId) => reviews.list(roundId)),
    ...rounds.list().map(({ id }) => reviews.list(id, 2)),
  ];
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
