import {
  type AnswerContent,
  type CellContent,
  type CellNow,
  type ConversationContent,
  parseCell,
  reviewOf,
  type ReviewContent,
} from '#shared/domain/exchange/cells.ts';
import { isClosed } from '#shared/domain/review/answer.ts';

import type { ReadingKey } from '../review/reading-case.ts';
import type { WrittenReading } from '../store/cell-rows.ts';
import type { Tables } from '../store/tables.ts';
import type { CellChange } from './round-content.ts';

/** Writes what others wrote into the tables, with the instants at which they wrote it. Within a change. */
export function giveContent(tables: Tables, roundId: string, changes: readonly CellChange[]): void {
  const [reviews, others] = [changes.filter(isReview), changes.filter((change) => !isReview(change))];
  const moments = momentsOf(others);
  // An answer needs its review to be there.
  for (const review of reviews) giveReview(tables, roundId, review, moments);
  giveAnswers(tables, roundId, others);
  for (const { cell, after } of others) {
    if (!cell.startsWith('answer/')) giveCell(tables, roundId, cell, after);
  }
}

function isReview({ cell }: CellChange): boolean {
  return cell.startsWith('review/');
}

function giveReview(
  tables: Tables,
  roundId: string,
  { cell: name, before, after }: CellChange,
  given: ReadonlyMap<string, readonly string[]>,
): void {
  const { content, at } = after;
  const cell = parseCell(name);
  if (cell?.kind !== 'review') return;
  const { reader, state, closedAt, seconds } = content as ReviewContent;
  const { caseKey: caseId, reading } = cell;
  const here = before === undefined ? [] : tables.cells.readings(roundId, [caseId]);
  const standing = here.find((row) => row.reading === reading);
  const moments = [at, ...(closedAt === null ? [] : [closedAt]), ...(given.get(name) ?? [])].toSorted();
  const [startedAt = at, lastAt = at] = [standing?.startedAt ?? moments[0], moments.at(-1)];
  tables.cells.putReading(roundId, { caseId, reading, reader, state, closedAt, seconds, startedAt, lastAt });
}

/** When the answers were given, by the cell of their review. */
function momentsOf(changes: readonly CellChange[]): ReadonlyMap<string, readonly string[]> {
  const moments = new Map<string, string[]>();
  for (const { cell, after } of changes) {
    if (!cell.startsWith('answer/')) continue;
    const review = reviewOf(cell);
    const ofReview = moments.get(review) ?? [];
    moments.set(review, ofReview);
    ofReview.push(after.at);
  }
  return moments;
}

/** The answers of a reading together. */
function giveAnswers(tables: Tables, roundId: string, changes: readonly CellChange[]): void {
  const readings = new Map<
    string,
    { readonly key: ReadingKey; readonly answers: WrittenReading['answers'][number][] }
  >();
  for (const { cell: name, after } of changes) {
    const cell = name.startsWith('answer/') ? parseCell(name) : null;
    if (cell?.kind !== 'answer') continue;
    const { caseKey: caseId, reading, itemId } = cell;
    const place = `${reading}/${caseId}`;
    const found = readings.get(place) ?? { key: { roundId, caseId, reading }, answers: [] };
    readings.set(place, found);
    found.answers.push({ answer: { itemId, ...(after.content as AnswerContent) }, at: after.at });
  }
  for (const { key, answers } of readings.values()) tables.cells.putAnswers(key, answers);
}

function giveCell(tables: Tables, roundId: string, name: string, { content }: CellNow): void {
  const cell = parseCell(name);
  if (cell === null) return;
  switch (cell.kind) {
    case 'conversation':
      tables.conversations.set(roundId, cell.caseKey, content as ConversationContent);
      break;
    case 'comment':
      if (content === null || 'stance' in content) {
        tables.conversations.setComment(roundId, cell.caseKey, cell.itemId, content);
      }
      break;
    case 'action':
      giveAction(tables, roundId, cell.actionId, content);
      break;
    case 'answer':
    case 'review':
  }
}

function giveAction(tables: Tables, roundId: string, id: string, content: CellContent): void {
  if (content === null || !('owner' in content)) return;
  const { caseKey: caseId, ...action } = content;
  tables.actions.put({ ...action, id, roundId, caseId });
}

/** The readings that are closed by these changes and were not before, with the instant. */
export function closedBy(changes: readonly CellChange[]): readonly { readonly caseId: string; readonly at: string }[] {
  return changes.filter(isReview).flatMap(({ cell, after }) => {
    const parsed = parseCell(cell);
    if (parsed?.kind !== 'review') return [];
    const { state, closedAt } = after.content as ReviewContent;
    return isClosed(state) && closedAt !== null ? [{ caseId: parsed.caseKey, at: closedAt }] : [];
  });
}
