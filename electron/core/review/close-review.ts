import { AppError } from '#shared/contract/errors.ts';
import type { Output } from '#shared/contract/operations.ts';
import type { ItemAnswer } from '#shared/domain/review/answer.ts';
import { isClosed } from '#shared/domain/review/answer.ts';
import { type ClosingWarning, closingWarnings } from '#shared/domain/review/closing-warnings.ts';
import { isCritical } from '#shared/domain/review/findings.ts';
import { isSameReader } from '#shared/domain/review/second-reading.ts';

import { markReviewed } from '../population/reviewed-before.ts';
import type { Tables } from '../store/tables.ts';
import { itemsOf, queueOf } from './queue.ts';
import {
  applicabilityOf,
  irrelevantItems,
  openReadingOf,
  type ReadingCase,
  type ReadingKey,
  type ReviewRoom,
  unansweredItems,
} from './reading-case.ts';
import type { TemplateShelf } from './template-shelf.ts';

/**
 * Why a review cannot be closed, or null. A critical "no" of the first reading needs an action with an owner and a
 * date; a second reading measures agreement and opens no actions.
 */
export function closingProblem(tables: Tables, key: ReadingKey, reading: ReadingCase): AppError | null {
  const unanswered = unansweredItems(reading).length;
  if (unanswered > 0) {
    return new AppError('review-incomplete', 'items are unanswered', { unanswered });
  }
  const [itemId] = opensActions(tables, key) ? withoutAction(tables, key, reading) : [];
  return itemId === undefined
    ? null
    : new AppError('critical-action-missing', 'a critical finding lacks an action', { itemId });
}

/** Answers that go back as a second reading are one, also where the reader sees them as the first. */
function opensActions(tables: Tables, { roundId, reading }: ReadingKey): boolean {
  return reading === 1 && tables.origins.get(roundId)?.role !== 'second-reading';
}

function withoutAction(tables: Tables, { roundId, caseId }: ReadingKey, reading: ReadingCase): readonly string[] {
  const values = new Map((reading.review?.answers ?? []).map(({ itemId, value }) => [itemId, value]));
  const promised = new Set(
    tables.actions
      .list()
      .filter((action) => action.roundId === roundId && action.caseId === caseId)
      .filter(({ kind, owner, due }) => kind === 'case' && owner !== '' && due !== null)
      .map(({ itemId }) => itemId),
  );
  return itemsOf(reading.template)
    .filter((item) => isCritical(item, values.get(item.id) ?? null) && !promised.has(item.id))
    .map(({ id }) => id);
}

/** Closes the review in the tables: what the facts say is irrelevant is answered so, and marked as not a person's. */
export function closeInTables(tables: Tables, key: ReadingKey, reading: ReadingCase, at: string): void {
  const { roundId, caseId } = key;
  for (const itemId of irrelevantItems(reading)) {
    const stands = reading.review?.answers.find((answer) => answer.itemId === itemId);
    const byFacts: ItemAnswer = { itemId, note: '', evidence: '', ...stands, value: 'na', byFacts: true };
    tables.reviews.setAnswer(roundId, caseId, byFacts, at, key.reading);
  }
  tables.reviews.setState(roundId, caseId, 'done', at, key.reading);
  markReviewed(tables, caseId, at);
}

function warningsOf(reading: ReadingCase): readonly ClosingWarning[] {
  const applies = applicabilityOf(reading);
  const relevant = [...applies].filter(([, { applies: truth, because }]) => truth === 'yes' && because.length > 0);
  return closingWarnings(reading.review?.answers ?? [], {
    relevantByFacts: new Set(relevant.map(([id]) => id)),
    contradictions: reading.template.contradictions ?? [],
  });
}

/** Closes a reading, or says why not; warnings stop it only until the reviewer has seen them. */
export async function closeReview(
  { ports, store, shelf }: ReviewRoom,
  key: ReadingKey,
  despiteWarnings: boolean,
): Promise<Output<'review.close'>> {
  const { reading, state, warnings } = store.read((tables) => {
    const open = openReadingOf(tables, shelf, key);
    const problem = closingProblem(tables, key, open);
    if (problem !== null) throw problem;
    return { reading: open, state: open.review?.state ?? 'draft', warnings: warningsOf(open) };
  });
  if (warnings.length > 0 && !despiteWarnings) {
    return { state, nextCaseId: null, warnings };
  }
  const target = `${key.roundId}/${key.caseId}${key.reading === 2 ? '#2' : ''}`;
  await store.change({ kind: 'review.closed', target }, (tables) =>
    closeInTables(tables, key, reading, ports.clock.now()),
  );
  return { state: 'done', nextCaseId: store.read((tables) => nextCase(tables, shelf, key)), warnings };
}

/** The first case of the round that still waits for this reading; in a second one, what this reader may read. */
function nextCase(tables: Tables, shelf: TemplateShelf, { roundId, caseId, reading }: ReadingKey): string | null {
  const reader = tables.reviews.get(roundId, caseId, reading)?.reader ?? '';
  const open = queueOf(tables, shelf, roundId).find((line) => {
    const state = reading === 1 ? line.state : line.second;
    const mayRead = reading === 1 || isForSecond(tables, roundId, line.caseId, reader);
    return line.replacedBy === null && state !== null && !isClosed(state) && mayRead;
  });
  return open?.caseId ?? null;
}

/** True unless the reader read the case first, or another one reads it second. */
function isForSecond(tables: Tables, roundId: string, caseId: string, reader: string): boolean {
  const [first, second] = [tables.reviews.get(roundId, caseId), tables.reviews.get(roundId, caseId, 2)];
  const isFirst = first !== undefined && isSameReader(first.reader, reader);
  return !isFirst && (second === undefined || isSameReader(second.reader, reader));
}
