import type { Tables } from '../store/tables.ts';

/** Whether a round's answers count in this workspace: those of a round that was received count where it was drawn. */
export function countsHere({ origins }: Pick<Tables, 'origins'>, roundId: string): boolean {
  const role = origins.get(roundId)?.role;
  return role === undefined || role === 'collected';
}
