import type { QueueLine } from '#shared/contract/review.ts';

/** The case `steps` places away in the queue, replaced cases left out. */
export function neighbour(queue: readonly QueueLine[], caseId: string, steps: 1 | -1): QueueLine | undefined {
  const current = queue.filter((line) => line.replacedBy === null);
  return current[current.findIndex((line) => line.caseId === caseId) + steps];
}
