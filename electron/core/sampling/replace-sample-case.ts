import { AppError } from '#shared/contract/errors.ts';
import type { Input } from '#shared/contract/operations.ts';
import { isLocalDate } from '#shared/domain/calendar/local-date.ts';
import type { DrawRecord } from '#shared/domain/sampling/draw-record.ts';
import { buildFrame } from '#shared/domain/sampling/frame.ts';
import { replaceCase } from '#shared/domain/sampling/replace-case.ts';

import type { Population } from '../population/load-population.ts';
import type { Store } from '../store/store-port.ts';
import type { RoundRow } from '../store/tables.ts';
import { asAppError } from './as-app-error.ts';

/** Replaces a case of a round by the next rank, and stores the record and the case that came in as one change. */
export async function replaceSampleCase(
  store: Store,
  round: RoundRow,
  population: Population,
  { caseId, reason }: Omit<Input<'sampling.replace'>, 'roundId'>,
  at: string,
): Promise<void> {
  const frame = asAppError(() => rebuildFrame(round.record, population));
  const { record, drawn, case: found } = asAppError(() => replaceCase(round.record, frame, { caseId, reason, at }));
  const entry = {
    kind: 'sample.replaced',
    target: `${round.id}/${caseId}`,
    after: { replacedBy: drawn.caseId, reason },
  };
  const incoming = { roundId: round.id, drawn, replacedBy: null, case: { ...found, id: drawn.caseId } };
  await store.change(entry, (tables) => {
    tables.sample.replace(round.id, caseId, incoming);
    tables.rounds.setRecord(round.id, record);
  });
}

/** The frame of a draw, rebuilt from its record; the population must be the one that was drawn from. */
export function rebuildFrame(record: DrawRecord, population: Population): ReturnType<typeof buildFrame> {
  const { plan, asOf, excluded, populationFingerprint } = record;
  if (!isLocalDate(asOf)) throw new AppError('record-invalid', `no calendar date "${asOf}"`);
  const frame = buildFrame({ cases: population.cases, plan, asOf, heldOut: excluded });
  if (frame.populationFingerprint !== populationFingerprint) {
    throw new AppError('record-other-file', 'the population is not the one that was drawn from');
  }
  return frame;
}
