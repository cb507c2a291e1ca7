import { AppError } from '#shared/contract/errors.ts';
import type { CoreHandlers } from '#shared/contract/operations.ts';
import type { ReadingComparison, RoundAgreement } from '#shared/contract/review.ts';
import type { SecondReadingLine, SecondReadings } from '#shared/contract/second-reading.ts';
import { isClosed } from '#shared/domain/review/answer.ts';
import {
  isSameReader,
  pickSecondReading,
  readingAgreement,
  type SecondReadingDraw,
  totalAgreement,
} from '#shared/domain/review/second-reading.ts';

import type { ReviewRow, Tables } from '../store/tables.ts';
import { makeSeed } from '../sampling/make-seed.ts';
import { currentCaseOf, itemsOf, roundOf, templateOf } from './queue.ts';
import type { ReviewRoom } from './reading-case.ts';
import type { TemplateShelf } from './template-shelf.ts';

type SecondReadingHandlers = Pick<
  CoreHandlers,
  'review.secondReadings' | 'review.drawSecond' | 'review.startSecond' | 'review.compare' | 'review.agreement'
>;

/** A blind second reading of a random share of a round, and how far the two readers agree. */
export function createSecondReadingHandlers({ ports, store, shelf }: ReviewRoom): SecondReadingHandlers {
  return {
    'review.secondReadings': ({ roundId }) =>
      Promise.resolve(store.read((tables) => secondReadings(tables, shelf, roundId))),
    'review.drawSecond': async ({ roundId, count }) => {
      const { earlier, draw } = store.read((tables) => drawMore(tables, roundId, count, ports));
      if (draw !== earlier) {
        const entry = { kind: 'second-reading.drawn', target: roundId, before: earlier, after: draw };
        await store.change(entry, (tables) => tables.secondReadings.set(roundId, draw));
        ports.announce({ name: 'stage-changed', stage: 'review' });
      }
      return { seed: draw.seed, caseIds: draw.caseIds };
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

/** The draw with `count` cases still to be read: earlier ones stay, replaced ones make room. The earlier draw itself where nothing is added. */
function drawMore(tables: Tables, roundId: string, count: number, { clock, random }: ReviewRoom['ports']) {
  const ids = currentIds(tables, roundId);
  const earlier = tables.secondReadings.get(roundId);
  const seed = earlier?.seed ?? makeSeed(random);
  const kept = earlier?.caseIds ?? [];
  const missing = count - kept.filter((id) => ids.includes(id)).length;
  const others = ids.filter((id) => !kept.includes(id));
  const added = missing > 0 ? pickSecondReading(others, seed, missing) : [];
  const draw: SecondReadingDraw =
    earlier !== undefined && added.length === 0
      ? earlier
      : { seed, caseIds: [...kept, ...added], drawnAt: clock.now() };
  return { earlier, draw };
}

/** The cases of the round that were not replaced, in the order of the draw. */
function currentIds(tables: Tables, roundId: string): readonly string[] {
  roundOf(tables, roundId);
  return tables.sample.list(roundId).flatMap(({ drawn, replacedBy }) => (replacedBy === null ? [drawn.caseId] : []));
}

/** The picked cases that are still in the round, in the order of the draw. */
function pickedIds(tables: Tables, roundId: string): readonly string[] {
  const picked = new Set(tables.secondReadings.get(roundId)?.caseIds);
  return currentIds(tables, roundId).filter((id) => picked.has(id));
}

function secondReadings(tables: Tables, shelf: TemplateShelf, roundId: string): SecondReadings {
  const lines = pickedIds(tables, roundId).map((caseId): SecondReadingLine => {
    const [first, second] = [tables.reviews.get(roundId, caseId), tables.reviews.get(roundId, caseId, 2)];
    return {
      caseId,
      firstReader: first?.reader ?? '',
      firstState: first?.state ?? 'not-started',
      secondReader: second?.reader ?? '',
      secondState: second?.state ?? 'not-started',
      answered: second?.answers.filter(({ value }) => value !== null).length ?? 0,
      minutes: Math.round((second?.seconds ?? 0) / 60),
    };
  });
  const items = itemsOf(templateOf(tables, shelf, roundId)).length;
  return { cases: currentIds(tables, roundId).length, items, lines };
}

/** The same person's second reading would measure memory, not agreement. */
function checkReader(tables: Tables, roundId: string, caseId: string, reader: string): void {
  currentCaseOf(tables, roundId, caseId);
  if (tables.secondReadings.get(roundId)?.caseIds.includes(caseId) !== true) {
    throw new AppError('not-second-read', 'the case is not picked for a second reading');
  }
  const begun = tables.reviews.get(roundId, caseId, 2);
  if (begun !== undefined && !isSameReader(begun.reader, reader)) {
    throw new AppError('same-reader', 'the second reading was begun by another reader');
  }
  const first = tables.reviews.get(roundId, caseId)?.reader ?? tables.profile.get().reviewer;
  if (isSameReader(first, reader)) {
    throw new AppError('same-reader', 'the first reader cannot be the second');
  }
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
  const picked = pickedIds(tables, roundId);
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
