import type { CellContent } from '#shared/domain/exchange/cells.ts';
import { isConflict, type Version } from '#shared/domain/exchange/version.ts';

import type { Tables } from '../store/tables.ts';

/** A cell as `kept-versions` remembers it: the versions themselves stand third wherever there is more than one. */
type KeptCell = readonly [cell: string, given: string, whole: readonly Version<CellContent>[] | string, ...unknown[]];

/** How many entries of a round two people wrote differently, and nobody has decided. */
export function countConflicts({ versions }: Tables, roundId: string): number {
  let count = 0;
  for (const kept of versions.of(roundId).values()) {
    for (const [, , whole] of kept as readonly KeptCell[]) {
      if (typeof whole !== 'string' && isConflict(whole)) count += 1;
    }
  }
  return count;
}
