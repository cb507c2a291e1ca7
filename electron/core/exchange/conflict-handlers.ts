import { AppError } from '#shared/contract/errors.ts';
import type { ConflictContent, ExchangeConflict } from '#shared/contract/exchange.ts';
import {
  type AnswerContent,
  type Cell,
  type CellContent,
  parseCell,
  type ReviewContent,
} from '#shared/domain/exchange/cells.ts';
import { type Conflict, conflictsOf, decide } from '#shared/domain/exchange/round-versions.ts';
import { samplingNumber } from '#shared/domain/exchange/sampling-number.ts';

import { itemsOf, roundOf, templateOf } from '../review/queue.ts';
import type { ReviewRoom } from '../review/reading-case.ts';
import type { TemplateShelf } from '../review/template-shelf.ts';
import type { Tables } from '../store/tables.ts';
import { conflictCells } from './conflict-index.ts';
import { stampedRound, versionHash } from './kept-versions.ts';
import { changesTo, mergeIntoRound } from './merge-into-round.ts';

/** What several people wrote differently and nobody has decided, in the order of the round's cases and of the checklist. */
export function conflictsIn(tables: Tables, shelf: TemplateShelf, roundId: string): readonly ExchangeConflict[] {
  const round = roundOf(tables, roundId);
  const items = itemsOf(templateOf(tables, shelf, roundId));
  const places = tables.sample.places(roundId);
  const questions = new Map(items.map(({ id, question }) => [id, question]));
  const numbers = new Map(places.map(({ drawn }) => [drawn.caseId, samplingNumber(drawn, round.record.strata)]));
  const cells = conflictCells(tables, roundId);
  const caseIds = places
    .map(({ drawn }) => drawn.caseId)
    .filter((caseId) => cells.some((cell) => isOfCase(cell, caseId)));
  const { versions } = stampedRound(tables, roundId, caseIds);
  const orderOf = placeOf(
    places.map(({ drawn }) => drawn.caseId),
    items.map(({ id }) => id),
  );
  return conflictsOf(versions)
    .flatMap((conflict) => told(conflict, numbers, questions))
    .toSorted((a, b) => orderOf(a) - orderOf(b));
}

function isOfCase(cell: string, caseId: string): boolean {
  return cell.split('/')[1] === encodeURIComponent(caseId);
}

/** Cases in the order of the queue, actions on none last; in a case what is about no item first. */
function placeOf(caseIds: readonly string[], itemIds: readonly string[]): (conflict: ExchangeConflict) => number {
  const cases = new Map(caseIds.map((id, index) => [id, index]));
  const items = new Map(itemIds.map((id, index) => [id, index + 1]));
  return ({ caseId, cell }) => {
    const parsed = parseCell(cell);
    const item = parsed !== null && 'itemId' in parsed ? (items.get(parsed.itemId) ?? 0) : 0;
    return (cases.get(caseId ?? '') ?? caseIds.length) * (itemIds.length + 1) + item;
  };
}

function told(
  { cell, versions }: Conflict,
  numbers: ReadonlyMap<string, string>,
  questions: ReadonlyMap<string, string>,
): readonly ExchangeConflict[] {
  const parsed = parseCell(cell);
  if (parsed === null) return [];
  const caseId = caseOf(parsed, versions[0]?.content ?? null);
  const itemId = 'itemId' in parsed ? parsed.itemId : itemOf(versions[0]?.content ?? null);
  return [
    {
      cell,
      caseId,
      number: numbers.get(caseId ?? '') ?? '',
      reading: 'reading' in parsed ? parsed.reading : 1,
      what: parsed.kind,
      question: questions.get(itemId) ?? '',
      versions: versions.map(({ id, by, at, content }) => ({
        versionId: id,
        by,
        at,
        content: contentOf(parsed, content),
      })),
    },
  ];
}

function caseOf(cell: Cell, content: CellContent): string | null {
  if (cell.kind !== 'action') return cell.caseKey;
  return content !== null && 'caseKey' in content ? content.caseKey : null;
}

function itemOf(content: CellContent): string {
  return content !== null && 'caseKey' in content ? (content.itemId ?? '') : '';
}

/** The content is of the cell's kind: nothing else is merged into it. */
function contentOf(cell: Cell, content: CellContent): ConflictContent {
  switch (cell.kind) {
    case 'answer':
      return { what: 'answer', answer: { itemId: cell.itemId, ...(content as AnswerContent) } };
    case 'review': {
      const { state, reader } = content as ReviewContent;
      return { what: 'review', state, reader };
    }
    case 'conversation':
      return { what: 'conversation', conversation: content !== null && 'held' in content ? content : null };
    case 'comment':
      return { what: 'comment', comment: content !== null && 'stance' in content ? content : null };
    case 'action':
      return { what: 'action', action: actionOf(content) };
  }
}

function actionOf(content: CellContent): Extract<ConflictContent, { what: 'action' }>['action'] {
  if (content === null || !('owner' in content)) throw new TypeError('The content is no action');
  const { caseKey: caseId, ...action } = content;
  return { ...action, caseId };
}

/**
 * A person chooses one version of a cell; what the others say is in the change log. Gives the conflicts that are left.
 * Rejects with `round-not-found`, and with `conflict-gone` where there is nothing to choose any more.
 */
export async function decideConflict(
  { ports, store }: ReviewRoom,
  { roundId, cell, versionId }: { readonly roundId: string; readonly cell: string; readonly versionId: string },
): Promise<{ readonly conflicts: number }> {
  const decided = (tables: Tables) => {
    roundOf(tables, roundId);
    if (!conflictCells(tables, roundId).includes(cell)) throw gone();
    const here = stampedRound(tables, roundId, casesOf(tables, roundId, cell));
    const authored = { by: tables.profile.get().reviewer, at: ports.clock.now() };
    const versions = decide(here.versions, { cell, versionId }, authored, versionHash);
    if (versions === null) throw gone();
    return { authored, here, versions, changes: changesTo(here, versions), chosenFrom: here.versions.get(cell) };
  };
  const { chosenFrom } = store.read(decided);
  const entry = {
    kind: 'conflict.decided',
    target: roundId,
    before: { cell, versions: chosenFrom },
    after: { versionId },
  };
  await store.change(entry, (tables) => {
    const { authored, changes, here, versions } = decided(tables);
    mergeIntoRound(
      tables,
      roundId,
      { here, changes, versions, touched: [cell] },
      {
        kind: 'conflict.decided',
        who: authored.by,
        at: authored.at,
        after: { cell, versionId },
        isOwnCases: tables.origins.get(roundId) === undefined,
      },
    );
  });
  ports.announce({ name: 'stage-changed', stage: 'review' });
  return { conflicts: store.read((tables) => conflictCells(tables, roundId).length) };
}

function gone(): AppError {
  return new AppError('conflict-gone', 'The cell has no such versions to choose between');
}

function casesOf(tables: Tables, roundId: string, cell: string): readonly string[] {
  const parsed = parseCell(cell);
  if (parsed === null || parsed.kind === 'action') return [];
  return tables.sample.get(roundId, parsed.caseKey) === undefined ? [] : [parsed.caseKey];
}
