import type { CoreHandlers } from '#shared/contract/operations.ts';
import { isClosed } from '#shared/domain/review/answer.ts';

import type { Ports } from '../ports.ts';
import { createQueue } from '../store/queue.ts';
import type { Store } from '../store/store-port.ts';
import { createActionHandlers } from './action-handlers.ts';
import { answerFromFile } from './answer-file.ts';
import { changeAnswer, stepBack } from './answers.ts';
import { closeReview } from './close-review.ts';
import { createConversationHandlers } from './conversation-handlers.ts';
import { openCase } from './open-case.ts';
import { createPracticeHandlers } from './practice-handlers.ts';
import { queueOf, roundOf, sampleCaseOf } from './queue.ts';
import { isOtherReader, readingCaseOf, type ReadingKey, type ReviewRoom } from './reading-case.ts';
import { createSecondReadingHandlers } from './second-reading-handlers.ts';
import { createTemplateHandlers } from './template-handlers.ts';
import type { TemplateShelf } from './template-shelf.ts';

type ReviewHandlers = Pick<CoreHandlers, Extract<keyof CoreHandlers, `review.${string}`>>;

/** Reviewing: the queue, one case, every answer saved at once. */
export function createReviewHandlers(ports: Ports, store: Store, shelf: TemplateShelf): ReviewHandlers {
  const room: ReviewRoom = { ports, store, shelf };
  // Each change is made to what the one before it left: a note and an answer to one item may be on their way together.
  const inTurn = createQueue();
  const announced = async <T>(work: () => Promise<T>): Promise<T> => {
    const result = await inTurn(work);
    ports.announce({ name: 'stage-changed', stage: 'review' });
    return result;
  };
  return {
    ...createActionHandlers(ports, store, shelf),
    ...createTemplateHandlers(ports, store, shelf),
    ...createConversationHandlers(room),
    ...createSecondReadingHandlers(room),
    ...createPracticeHandlers(room),
    'review.queue': ({ roundId }) => Promise.resolve(store.read((tables) => queueOf(tables, shelf, roundId))),
    'review.open': (key) => Promise.resolve(store.read((tables) => openCase(tables, shelf, key))),
    'review.viewed': (key) => viewed(room, key),
    'review.answer': ({ roundId, caseId, reading, ...patch }) =>
      announced(() => changeAnswer(room, { roundId, caseId, reading }, patch)),
    'review.undo': (key) => announced(() => stepBack(room, key, 'undo')),
    'review.redo': (key) => announced(() => stepBack(room, key, 'redo')),
    'review.close': ({ despiteWarnings, ...key }) => announced(() => closeReview(room, key, despiteWarnings)),
    'review.reopen': ({ reason, ...key }) => announced(() => reopen(room, key, reason)),
    'review.lock': ({ roundId }) => announced(() => lock(room, roundId)),
    'review.answerFile': ({ roundId, answers }) => announced(() => answerFromFile(room, roundId, answers)),
  };
}

/** Looking is logged; the time spent on an open review runs from it. */
async function viewed({ ports, store, shelf }: ReviewRoom, key: ReadingKey): Promise<null> {
  const { roundId, caseId, reading } = key;
  const isOpen = store.read((tables) => {
    if (sampleCaseOf(tables, roundId, caseId).replacedBy !== null) return false;
    const reading = readingCaseOf(tables, shelf, key);
    const { review } = reading;
    return review === undefined ? !isOtherReader(tables, key, reading) : !isClosed(review.state);
  });
  await store.change({ kind: 'case.viewed', target: `${roundId}/${caseId}` }, (tables) => {
    if (isOpen) tables.reviews.start({ roundId, caseId, reading, reader: null }, ports.clock.now());
  });
  return null;
}

async function reopen({ ports, store, shelf }: ReviewRoom, key: ReadingKey, reason: string) {
  const { roundId, caseId, reading } = key;
  const state = store.read((tables) => readingCaseOf(tables, shelf, key).review?.state ?? 'not-started');
  if (!isClosed(state)) {
    return { state };
  }
  const target = `${roundId}/${caseId}${reading === 2 ? '#2' : ''}`;
  const entry = { kind: 'review.reopened', target, before: { state }, after: { reason } };
  await store.change(entry, (tables) =>
    tables.reviews.setState(roundId, caseId, 'reopened', ports.clock.now(), reading),
  );
  return { state: 'reopened' as const };
}

async function lock({ ports, store }: ReviewRoom, roundId: string) {
  const closed = store.read((tables) => {
    roundOf(tables, roundId);
    return ([1, 2] as const).flatMap((reading) =>
      tables.reviews.list(roundId, reading).filter(({ state }) => state === 'done'),
    );
  });
  await store.change({ kind: 'round.locked', target: roundId, after: { reviews: closed.length } }, (tables) => {
    for (const { caseId, reading } of closed) {
      tables.reviews.setState(roundId, caseId, 'locked', ports.clock.now(), reading);
    }
  });
  return { locked: closed.length };
}
