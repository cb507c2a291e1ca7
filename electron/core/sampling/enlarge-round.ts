import type { Input } from '#shared/contract/operations.ts';
import { enlargeSample } from '#shared/domain/sampling/enlarge-sample.ts';

import type { Population } from '../population/load-population.ts';
import type { Store } from '../store/store-port.ts';
import type { RoundRow } from '../store/tables.ts';
import { asAppError } from './as-app-error.ts';
import { rebuildFrame } from './replace-sample-case.ts';

/** Draws more cases into a round, and stores the record and the cases that came in as one change. */
export async function enlargeRound(
  store: Store,
  round: RoundRow,
  population: Population,
  { partIndex, size, reason }: Omit<Input<'sampling.enlarge'>, 'roundId'>,
  at: string,
): Promise<void> {
  const frame = asAppError(() => rebuildFrame(round.record, population));
  const step = { partIndex, size, reason: reason ?? null, at };
  const { record, added } = asAppError(() => enlargeSample(round.record, frame, step));
  const after = { partIndex, size, added: added.length, reason: step.reason };
  await store.change({ kind: 'sample.enlarged', target: round.id, after }, (tables) => {
    for (const { drawn, case: found } of added) {
      tables.sample.put({ roundId: round.id, drawn, replacedBy: null, case: { ...found, id: drawn.caseId } });
    }
    tables.rounds.setRecord(round.id, record);
  });
}
