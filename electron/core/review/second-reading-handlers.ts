import { AppError } from '#shared/contract/errors.ts';
import type { LocalDate } from '#shared/domain/calendar/local-date.ts';
import type { CoreHandlers } from '#shared/contract/operations.ts';
import type { ReadingComparison } from '#shared/contract/review.ts';
import type { SecondReadingLine, SecondReadings } from '#shared/contract/second-reading.ts';
import { isSameReader, pickSecondReading, type SecondReadingDraw } from '#shared/domain/review/second-reading.ts';

import type { Tables } from '../store/tables.ts';
import { makeSeed } from '../sampling/make-seed.ts';
import { currentCaseOf, progressOf, roundOf, sampleCaseOf, templateOf } from './queue.ts';
import type { ReviewRoom } from './reading-case.ts';
import { closedPair, currentIds, pickedIds, roundAgreement } from './round-agreement.ts';
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
    'review.agreement': ({ roundId }) =>
      Promise.resolve(store.read((tables) => roundAgreement(tables, shelf, roundId))),
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

function secondReadings(tables: Tables, shelf: TemplateShelf, roundId: string): SecondReadings {
  const template = templateOf(tables, shelf, roundId);
  const asOf = roundOf(tables, roundId).record.asOf as LocalDate;
  const lines = pickedIds(tables, roundId).map((caseId): SecondReadingLine => {
    const [first, second] = [tables.reviews.get(roundId, caseId), tables.reviews.get(roundId, caseId, 2)];
    return {
      caseId,
      firstReader: first?.reader ?? '',
      firstState: first?.state ?? 'not-started',
      secondReader: second?.reader ?? '',
      secondState: second?.state ?? 'not-started',
      ...progressOf(template, second, sampleCaseOf(tables, roundId, caseId).case, asOf),
      minutes: Math.round((second?.seconds ?? 0) / 60),
    };
  });
  return { cases: currentIds(tables, roundId).length, lines };
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
