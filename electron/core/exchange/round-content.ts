import { type CellContent, cellKey, type CellNow, parseCell, unanswered } from '#shared/domain/exchange/cells.ts';
import { isLeftEmpty } from '#shared/domain/exchange/project-cell.ts';
import type { RoundContent } from '#shared/domain/exchange/round-versions.ts';
import type { Action } from '#shared/domain/review/action.ts';

import type { LastAuthor, WrittenBeside, WrittenReading } from '../store/cell-rows.ts';
import type { Tables } from '../store/tables.ts';

type Authors = ReadonlyMap<string, LastAuthor>;
type Entry = readonly [cell: string, now: CellNow];

/**
 * What people have written of some cases of a round, and its actions, as the tables hold it now. A case's key is its
 * number here. The author is the one who wrote it in this workspace, also in another reader's review. A review that
 * was only looked at is not begun.
 */
export function roundContent(
  tables: Tables,
  roundId: string,
  caseIds: readonly string[],
  authors: Authors,
): RoundContent {
  const readings = tables.cells.readings(roundId, caseIds).filter(isBegun);
  return new Map([
    ...readings.flatMap((reading) => readingCells(roundId, reading, authors)),
    ...tables.cells.beside(roundId, caseIds).flatMap((beside) => besideCells(roundId, beside, authors)),
    ...actionsOf(tables, roundId).map((action) => actionCell(action, authors)),
  ]);
}

function isBegun({ state, answers }: WrittenReading): boolean {
  return state !== 'not-started' || answers.length > 0;
}

function readingCells(roundId: string, row: WrittenReading, authors: Authors): readonly Entry[] {
  const { caseId, reading, reader, state, closedAt, seconds } = row;
  const end = reading === 2 ? '#2' : '';
  const by = (target: string): string => authors.get(target)?.by ?? reader;
  const cell = cellKey({ kind: 'review', caseKey: caseId, reading });
  // The instant must be the same whenever it is asked for: looking at the case moves `lastAt`.
  const at =
    closedAt ??
    row.answers
      .map((answer) => answer.at)
      .toSorted()
      .at(-1) ??
    row.startedAt;
  const review: Entry = [
    cell,
    { content: { reader, state, closedAt, seconds }, by: by(`${roundId}/${caseId}${end}`), at },
  ];
  return [
    review,
    ...row.answers.map(({ answer: { itemId, ...content }, at }): Entry => {
      const name = cellKey({ kind: 'answer', caseKey: caseId, reading, itemId });
      return [name, { content, by: by(`${roundId}/${caseId}/${itemId}${end}`), at }];
    }),
  ];
}

function besideCells(
  roundId: string,
  { caseId, conversation, comments }: WrittenBeside,
  authors: Authors,
): readonly Entry[] {
  const talk: readonly Entry[] =
    conversation === null
      ? []
      : [
          [
            cellKey({ kind: 'conversation', caseKey: caseId }),
            { content: conversation, ...authorOf(authors, `${roundId}/${caseId}:conversation`) },
          ],
        ];
  const said = Object.entries(comments).map(([itemId, comment]): Entry => [
    cellKey({ kind: 'comment', caseKey: caseId, itemId }),
    { content: comment, ...authorOf(authors, `${roundId}/${caseId}/${itemId}:comment`) },
  ]);
  return [...talk, ...said];
}

function actionCell(action: Action, authors: Authors): Entry {
  const { id, roundId: _, caseId, ...rest } = action;
  const { by, at } = authors.get(id) ?? { by: '', at: action.created };
  return [cellKey({ kind: 'action', actionId: id }), { content: { ...rest, caseKey: caseId }, by, at }];
}

function actionsOf(tables: Tables, roundId: string): readonly Action[] {
  return tables.actions.list().filter((action) => action.roundId === roundId);
}

function authorOf(authors: Authors, target: string): LastAuthor {
  return authors.get(target) ?? { by: '', at: '1970-01-01T00:00:00.000Z' };
}

/** What a cell holds whose row is gone from the tables, and who took it away; null for one whose row stays. */
export function emptied(tables: Tables, roundId: string, cell: string, authors: Authors): CellNow | null {
  const parsed = parseCell(cell);
  if (parsed?.kind === 'answer') {
    const { caseKey, itemId, reading } = parsed;
    const end = reading === 2 ? '#2' : '';
    return { content: unanswered, ...authorHere(tables, authors, `${roundId}/${caseKey}/${itemId}${end}`) };
  }
  if (parsed?.kind === 'comment') {
    return { content: null, ...authorHere(tables, authors, `${roundId}/${parsed.caseKey}/${parsed.itemId}:comment`) };
  }
  return null;
}

function authorHere(tables: Tables, authors: Authors, target: string): LastAuthor {
  return authors.get(target) ?? { by: tables.profile.get().reviewer, at: '1970-01-01T00:00:00.000Z' };
}

/** A cell whose tables hold something else than they should, with both. */
export interface CellChange {
  readonly cell: string;
  readonly before: CellContent | undefined;
  readonly after: CellNow;
}

/** What has to be written so that the tables hold `wanted`. The time that a review took is no difference by itself. */
export function changesBetween(
  content: RoundContent,
  wanted: RoundContent,
  isSame: (one: CellContent, other: CellContent) => boolean,
): readonly CellChange[] {
  const changes: CellChange[] = [];
  for (const [cell, after] of wanted) {
    const before = content.get(cell)?.content;
    const holds = before === undefined ? isLeftEmpty(cell, after.content) : isSame(before, after.content);
    if (!holds) changes.push({ cell, before, after });
  }
  return changes;
}
