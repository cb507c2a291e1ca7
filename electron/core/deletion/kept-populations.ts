import type { KeptPopulation } from '#shared/contract/deletion.ts';

import type { Tables } from '../store/tables.ts';
import { openCases } from './round-retention.ts';

/** The imports whose cases lie on the computer, newest first, and why; last, those that the workspace does not know. */
export function keptPopulations(tables: Tables, onDisk: readonly string[]): readonly KeptPopulation[] {
  const rounds = tables.rounds.list();
  const known = tables.imports.list().flatMap(({ importId, fileName, importedAt, cases }, index) => {
    if (!onDisk.includes(importId)) return [];
    const own = rounds
      .filter((round) => round.importId === importId)
      .map(({ id, name }) => ({ roundId: id, name, open: openCases(tables, id) }));
    return [{ importId, fileName, importedAt, cases, rounds: own, why: reason(own, index === 0) }];
  });
  const unknown = onDisk.filter((importId) => tables.imports.get(importId) === undefined).toSorted();
  return [...known, ...unknown.map(newerThanCopy)];
}

function newerThanCopy(importId: string): KeptPopulation {
  return { importId, fileName: '', importedAt: '', cases: 0, rounds: [], why: 'newer-than-copy' };
}

function reason(rounds: KeptPopulation['rounds'], isNewest: boolean): KeptPopulation['why'] {
  if (rounds.some(({ open }) => open > 0)) return 'open-round';
  if (rounds.length > 0) return 'rounds-closed';
  return isNewest ? 'newest' : 'no-round';
}
