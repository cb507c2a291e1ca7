import type { AnswerValue } from '#shared/domain/review/answer.ts';

import { answerAll, itemIds, type OpenRound, openRound } from './review-fixture.ts';

export const secondReader = 'Bo Anden';

export interface Picked extends OpenRound {
  /** The case that both read. */
  readonly caseId: string;
}

/** A round of the short checklist of reports, with one case picked for a second reading. */
export async function picked(): Promise<Picked> {
  const round = await openRound('underretninger');
  const { caseIds } = await round.app['review.drawSecond']({ roundId: round.roundId, count: 1 });
  return { ...round, caseId: caseIds[0]! };
}

export async function begin({ app, roundId, caseId }: Picked): Promise<void> {
  await app['review.startSecond']({ roundId, caseId, reader: secondReader });
}

export async function readSecond(round: Picked, value: AnswerValue, but: Readonly<Record<string, AnswerValue>> = {}) {
  const { app, roundId, caseId } = round;
  for (const itemId of await itemIds(app, roundId, caseId)) {
    await app['review.answer']({ roundId, caseId, reading: 2, itemId, value: but[itemId] ?? value, note: 'hemmelig' });
  }
}

export async function closeFirst(round: Picked): Promise<void> {
  await answerAll(round, round.caseId);
  await round.app['review.close']({ roundId: round.roundId, caseId: round.caseId, despiteWarnings: true });
}

export const closeSecond = ({ app, roundId, caseId }: Picked) =>
  app['review.close']({ roundId, caseId, reading: 2, despiteWarnings: true });

export async function bothClosed(but: Readonly<Record<string, AnswerValue>> = {}): Promise<Picked> {
  const round = await picked();
  await closeFirst(round);
  await begin(round);
  await readSecond(round, 'yes', but);
  await closeSecond(round);
  return round;
}
