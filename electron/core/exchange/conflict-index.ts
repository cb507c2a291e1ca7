import { type Conflict, conflictsOf, type RoundVersions } from '#shared/domain/exchange/round-versions.ts';

import type { Tables } from '../store/tables.ts';

const scope = 'conflicts';

/** The cells of a round that wait for a person's decision. */
export function conflictCells(tables: Tables, roundId: string): readonly string[] {
  return (tables.versions.get(roundId, scope) as readonly string[] | undefined) ?? [];
}

/** Remembers which of the cells of `versions` are in conflict now; what is known of other cells stays. Within a change. */
export function keepConflicts(tables: Tables, roundId: string, versions: RoundVersions): readonly Conflict[] {
  const before = conflictCells(tables, roundId);
  const conflicts = conflictsOf(versions);
  const now = [...before.filter((cell) => !versions.has(cell)), ...conflicts.map(({ cell }) => cell)].toSorted();
  if (JSON.stringify(now) !== JSON.stringify(before.toSorted())) tables.versions.put(roundId, scope, now);
  return conflicts;
}
