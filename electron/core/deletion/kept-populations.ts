import type { KeptPopulation } from '#shared/contract/deletion.ts';

import type { Tables } from '../store/tables.ts';
import { openCases } from './round-retention.ts';

/** The imports whose cases lie on the computer, newest first, and why. `onDisk`: their ids. */
export function keptPopulations(tables: Tables, onDisk: readonly string[]): readonly KeptPopulation[] {
  const rounds = tables.rounds.list();
  return tables.imports.list().flatMap(({ importId, fileName, importedAt, cases }, index) => {
    if (!onDisk.includes(importId)) return [];
    const own = rounds
      .filter((round) => round.importId === importId)
      .map(({ id, name }) => ({ roundId: id, name, open: openCases(tables, id) }));
    return [{ importId, fileName, importedAt, cases, rounds: own, why: reason(own, index === 0) }];
  });
}

function reason(rounds: KeptPopulation['rounds'], isNewest: boolean): KeptPopulation['why'] {
  if (rounds.some(({ open }) => open > 0)) return 'open-round';
  if (rounds.length > 0) return 'rounds-closed';
  return isNewest ? 'newest' : 'no-round';
}
