import { AppError } from '#shared/contract/errors.ts';
import type { CoreHandlers } from '#shared/contract/operations.ts';
import type { ReadingComparison, RoundAgreement } from '#shared/contract/review.ts';
import { isClosed } from '#shared/domain/review/answer.ts';
import { pickSecondReading, readingAgreement, totalAgreement } from '#shared/domain/review/second-reading.ts';

import type { ReviewRow, Tables } from '../store/tables.ts';
import { makeSeed } from '../sampling/make-seed.ts';
import { currentCaseOf, itemsOf, roundOf, templateOf } from './queue.ts';
import type { ReviewRoom } from './reading-case.ts';
import type { TemplateShelf } from './template-shelf.ts';

type SecondReadingHandlers = Pick<
  CoreHandlers,
  'review.drawSecond' | 'review.startSecond' | 'review.compare' | 'review.agreement'
>;

/** A blind second reading of a random share of a round, and how far the two readers agree. */
export function createSecondReadingHandlers({ ports, store, shelf }: ReviewRoom): SecondReadingHandlers {
  return {
    'review.drawSecond': async ({ roundId, count }) => {
      const { seed, caseIds } = store.read((tables) => {
        const earlier = tables.secondReadings.get(roundId);
        roundOf(tables, roundId);
        const current = tables.sample.list(roundId).filter(({ replacedBy }) => replacedBy === null);
        const randomSeed = earlier?.seed ?? makeSeed(ports.random);
        const ids = current.map(({ drawn }) => drawn.caseId);
        const picked = pickSecondReading(ids, randomSeed, Math.max(count, earlier?.caseIds.length ?? 0));
        return { seed: randomSeed, caseIds: [...new Set([...(earlier?.caseIds ?? []), ...picked])] };
      });
      const draw = { seed, caseIds, drawnAt: ports.clock.now() };
      await store.change({ kind: 'second-reading.drawn', target: roundId, after: draw }, (tables) =>
        tables.secondReadings.set(roundId, draw),
      );
      ports.announce({ name: 'stage-changed', stage: 'review' });
      return { seed, caseIds };
    },
    'review.startSecond': async ({ roundId, caseId, reader }) => {
      store.read((tables) => checkReader(tables, roundId, caseId, reader));
      await store.change({ kind: 'second-reading.begun', target: `${roundId}/${caseId}#2` }, (tables) =>
        tables.reviews.start({ roundId, caseId, reading: 2, reader }, ports.clock.now()),
      );
      ports.announce({ name: 'stage-changed', stage: 'review' });
      return null;
    },
    'review.compare': ({ roundId, caseId }) =>
      Promise.resolve(store.read((tables) => compare(tables, shelf, roundId, caseId))),
    'review.agreement': ({ roundId }) => Promise.resolve(store.read((tables) => agree(tables, shelf, roundId))),
  };
}

/** The same person's second reading would measure memory, not agreement; names are compared without regard to case. */
function checkReader(tables: Tables, roundId: string, caseId: string, reader: string): void {
  currentCaseOf(tables, roundId, caseId);
  if (tables.secondReadings.get(roundId)?.caseIds.includes(caseId) !== true) {
    throw new AppError('not-second-read', 'the case is not picked for a second reading');
  }
  const begun = tables.reviews.get(roundId, caseId, 2);
  if (begun !== undefined && folded(begun.reader) !== folded(reader)) {
    throw new AppError('same-reader', 'the second reading was begun by another reader');
  }
  const first = tables.reviews.get(roundId, caseId)?.reader ?? tables.profile.get().reviewer;
  if (folded(first) === folded(reader)) {
    throw new AppError('same-reader', 'the first reader cannot be the second');
  }
}

function folded(name: string): string {
  return name.normalize('NFC').trim().toLocaleLowerCase('da');
}

interface ClosedPair {
  readonly first: ReviewRow;
  readonly second: ReviewRow;
}

function closedPair(tables: Tables, roundId: string, caseId: string): ClosedPair | null {
  const [first, second] = [tables.reviews.get(roundId, caseId), tables.reviews.get(roundId, caseId, 2)];
  const isWhole = first !== undefined && second !== undefined && isClosed(first.state) && isClosed(second.state);
  return isWhole ? { first, second } : null;
}

function compare(tables: Tables, shelf: TemplateShelf, roundId: string, caseId: string): ReadingComparison {
  currentCaseOf(tables, roundId, caseId);
  const pair = closedPair(tables, roundId, caseId);
  if (pair === null) {
    throw new AppError('second-reading-open', 'both readings must be closed first');
  }
  const { first, second } = pair;
  return {
    caseId,
    readers: [first.reader, second.reader],
    template: templateOf(tables, shelf, roundId),
    first: first.answers,
    second: second.answers,
  };
}

function agree(tables: Tables, shelf: TemplateShelf, roundId: string): RoundAgreement {
  const items = itemsOf(templateOf(tables, shelf, roundId));
  const questions = new Map(items.map(({ id, question }) => [id, question]));
  const picked = tables.secondReadings.get(roundId)?.caseIds ?? [];
  const closed = picked.flatMap((caseId) => {
    const pair = closedPair(tables, roundId, caseId);
    return pair === null ? [] : [{ caseId, first: pair.first.answers, second: pair.second.answers }];
  });
  const ids = items.map(({ id }) => id);
  return {
    picked: picked.length,
    bothClosed: closed.map(({ caseId }) => caseId),
    total: totalAgreement(ids, closed),
    items: readingAgreement(ids, closed).map((item) => ({ ...item, question: questions.get(item.itemId) ?? '' })),
  };
}
