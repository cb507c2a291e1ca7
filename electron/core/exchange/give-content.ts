import {
  type AnswerContent,
  type CellContent,
  type CellNow,
  type ConversationContent,
  parseCell,
  type ReviewContent,
} from '#shared/domain/exchange/cells.ts';
import { isClosed, type Reading } from '#shared/domain/review/answer.ts';

import type { Tables } from '../store/tables.ts';
import type { CellChange } from './round-content.ts';

/** Writes what others wrote into the tables, with the instants at which they wrote it. Within a change. */
export function giveContent(tables: Tables, roundId: string, changes: readonly CellChange[]): void {
  const [reviews, others] = [changes.filter(isReview), changes.filter((change) => !isReview(change))];
  // An answer needs its review to be there.
  for (const { cell, after } of reviews) giveReview(tables, roundId, cell, after, others);
  for (const { cell, after } of others) giveCell(tables, roundId, cell, after);
}

function isReview({ cell }: CellChange): boolean {
  return cell.startsWith('review/');
}

function giveReview(
  tables: Tables,
  roundId: string,
  name: string,
  { content, at }: CellNow,
  others: readonly CellChange[],
): void {
  const cell = parseCell(name);
  if (cell?.kind !== 'review') return;
  const { reader, state, closedAt, seconds } = content as ReviewContent;
  const { caseKey: caseId, reading } = cell;
  const standing = tables.cells.readings(roundId, [caseId]).find((row) => row.reading === reading);
  const moments = [at, ...(closedAt === null ? [] : [closedAt]), ...momentsOf(others, caseId, reading)].toSorted();
  const [startedAt = at, lastAt = at] = [standing?.startedAt ?? moments[0], moments.at(-1)];
  tables.cells.putReading(roundId, { caseId, reading, reader, state, closedAt, seconds, startedAt, lastAt });
}

function momentsOf(changes: readonly CellChange[], caseId: string, reading: Reading): readonly string[] {
  return changes.flatMap(({ cell, after }) => {
    const parsed = parseCell(cell);
    return parsed?.kind === 'answer' && parsed.caseKey === caseId && parsed.reading === reading ? [after.at] : [];
  });
}

function giveCell(tables: Tables, roundId: string, name: string, { content, at }: CellNow): void {
  const cell = parseCell(name);
  switch (cell?.kind) {
    case 'answer': {
      const { caseKey: caseId, reading, itemId } = cell;
      tables.cells.putAnswer({ roundId, caseId, reading }, { itemId, ...(content as AnswerContent) }, at);
      break;
    }
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
    default:
  }
}

function giveAction(tables: Tables, roundId: string, id: string, content: CellContent): void {
  if (content === null || !('owner' in content)) return;
  const { caseKey: caseId, ...action } = content;
  tables.actions.put({ ...action, id, roundId, caseId });
}

/** The readings that are closed by these changes and were not before, with the instant. */
export function closedBy(changes: readonly CellChange[]): readonly { readonly caseId: string; readonly at: string }[] {
  return changes.flatMap(({ cell, after }) => {
    const parsed = parseCell(cell);
    if (parsed?.kind !== 'review') return [];
    const { state, closedAt } = after.content as ReviewContent;
    return isClosed(state) && closedAt !== null ? [{ caseId: parsed.caseKey, at: closedAt }] : [];
  });
}
