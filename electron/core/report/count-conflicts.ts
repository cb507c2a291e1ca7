import { conflictCells } from '../exchange/conflict-index.ts';
import type { Tables } from '../store/tables.ts';

/** How many entries of a round two people wrote differently, and nobody has decided. */
export function countConflicts(tables: Tables, roundId: string): number {
  return conflictCells(tables, roundId).length;
}
