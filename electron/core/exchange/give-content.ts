import {
  type AnswerContent,
  type CellContent,
  type CellNow,
  cellReader,
  type ConversationContent,
  parseCell,
  reviewOf,
  type ReviewContent,
} from '#shared/domain/exchange/cells.ts';
import { isClosed, type Reading } from '#shared/domain/review/answer.ts';

import type { WrittenReading } from '../store/cell-rows.ts';
import type { Tables } from '../store/tables.ts';
import type { CellChange } from './round-content.ts';

/** Writes what others wrote into the tables, with the instants at which they wrote it. Within a change. */
export function giveContent(tables: Tables, roundId: string, changes: readonly CellChange[]): void {
  const given = answersByReview(changes);
  // An answer needs its review to be there.
  for (const change of changes) {
    if (isReview(change)) giveReview(tables, roundId, change, given.get(change.cell)?.answers ?? []);
  }
  for (const { caseId, reading, answers } of given.values()) {
    tables.cells.putAnswers({ roundId, caseId, reading }, answers);
  }
  for (const { cell, after } of changes) {
    if (!cell.startsWith('answer/') && !cell.startsWith('review/')) giveCell(tables, roundId, cell, after);
  }
}

function isReview({ cell }: CellChange): boolean {
  return cell.startsWith('review/');
}

interface GivenAnswers {
  readonly caseId: string;
  readonly reading: Reading;
  readonly answers: WrittenReading['answers'][number][];
}

/** The answers of a reading together, by the cell of their review. */
function answersByReview(changes: readonly CellChange[]): ReadonlyMap<string, GivenAnswers> {
  const given = new Map<string, GivenAnswers>();
  const cellOf = cellReader();
  // No case is called nothing.
  let last: GivenAnswers = { caseId: '', reading: 1, answers: [] };
  for (const { cell: name, after } of changes) {
    const cell = name.startsWith('answer/') ? cellOf(name) : null;
    if (cell?.kind !== 'answer') continue;
    const { caseKey: caseId, reading, itemId } = cell;
    if (last.caseId !== caseId || last.reading !== reading) {
      const review = reviewOf(name);
      last = given.get(review) ?? { caseId, reading, answers: [] };
      given.set(review, last);
    }
    last.answers.push({ answer: { itemId, ...(after.content as AnswerContent) }, at: after.at });
  }
  return given;
}

function giveReview(
  tables: Tables,
  roundId: string,
  { cell: name, before, after }: CellChange,
  answers: WrittenReading['answers'],
): void {
  const { content, at } = after;
  const cell = parseCell(name);
  if (cell?.kind !== 'review') return;
  const { reader, state, closedAt, seconds } = content as ReviewContent;
  const { caseKey: caseId, reading } = cell;
  const here = before === undefined ? [] : tables.cells.readings(roundId, [caseId]);
  const standing = here.find((row) => row.reading === reading);
  const moments = [at, ...(closedAt === null ? [] : [closedAt]), ...answers.map((answer) => answer.at)].toSorted();
  const [startedAt = at, lastAt = at] = [standing?.startedAt ?? moments[0], moments.at(-1)];
  tables.cells.putReading(roundId, { caseId, reading, reader, state, closedAt, seconds, startedAt, lastAt });
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
