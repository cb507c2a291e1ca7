import { AppError } from '#shared/contract/errors.ts';
import { type Cell, type CellContent, cellKey, cellReader } from '#shared/domain/exchange/cells.ts';
import type { RoundVersions } from '#shared/domain/exchange/round-versions.ts';
import { isClosed, type ReviewState } from '#shared/domain/review/answer.ts';
import { isSameReader } from '#shared/domain/review/second-reading.ts';
import { type ChecklistTemplate, templateItems } from '#shared/domain/review/template.ts';

import type { Exchange } from '../store/exchange-rows.ts';
import type { Tables } from '../store/tables.ts';

/** What a package says of which round. Cases have their numbers here. */
export interface Claim {
  readonly roundId: string;
  readonly template: ChecklistTemplate;
  readonly kind: Exchange['kind'];
  readonly versions: RoundVersions;
  readonly caseIds: readonly string[];
}

/**
 * Whether every cell can be one of these cases, in this checklist, of what was sent. Throws `package-damaged` for what no
 * program writes, `package-outside-round`, and `same-reader` where a second reading has the first one's reader.
 */
export function checkCells(tables: Tables, claim: Claim): void {
  const items = new Set(templateItems(claim.template).map(({ id }) => id));
  const readers = readersHere(tables, claim);
  const cellOf = cellReader();
  const mayHold = whatItMayHold(claim);
  for (const [name, heads] of claim.versions) {
    const cell = cellOf(name);
    if (cell === null || !isOfCell(cell, items)) throw damaged('a cell of no item');
    if (!mayHold(cell)) throw new AppError('package-outside-round', 'The package holds what was not asked for');
    for (const { content } of heads) {
      if (!isSound(content, items)) throw damaged('a content that cannot be');
      checkReader(readers, cell, content);
    }
    if (cell.kind === 'action') checkAction(tables, claim, cell.actionId);
  }
}

function damaged(what: string): AppError {
  return new AppError('package-damaged', `The package's content is not in its form: ${what}`);
}

function isOfCell(cell: Cell, items: ReadonlySet<string>): boolean {
  return !('itemId' in cell) || items.has(cell.itemId);
}

/** A second reading holds the second reader's answers and nothing else; an answer belongs to a review that is begun. */
function whatItMayHold({ kind, versions }: Claim): (cell: Cell) => boolean {
  // The answers of a reading stand together: its review is looked for once.
  let begun: Pick<Extract<Cell, { kind: 'review' }>, 'caseKey' | 'reading'> | null = null;
  return (cell) => {
    if (kind === 'second-reading' && !('reading' in cell && cell.reading === 2)) return false;
    if (cell.kind !== 'answer') return true;
    const { caseKey, reading } = cell;
    if (begun?.caseKey === caseKey && begun.reading === reading) return true;
    const isBegun = versions.has(cellKey({ kind: 'review', caseKey, reading }));
    if (isBegun) begun = cell;
    return isBegun;
  };
}

/** What the schema cannot tell: a closed review has its instant, an action is about an item that there is. */
function isSound(content: CellContent, items: ReadonlySet<string>): boolean {
  if (content === null) return true;
  if ('state' in content) return isClosed(content.state) === (content.closedAt !== null);
  if ('owner' in content) return content.itemId === null || items.has(content.itemId);
  return true;
}

type ReadersHere = ReadonlyMap<string, { readonly reader: string; readonly state: ReviewState }>;

/** Who reads the cases here, by reading and case. */
function readersHere(tables: Tables, { roundId, caseIds }: Claim): ReadersHere {
  return new Map(tables.cells.readers(roundId, caseIds).map((each) => [`${each.reading}/${each.caseId}`, each]));
}

/** One person's two readings would measure memory, not agreement. */
function checkReader(readers: ReadersHere, cell: Cell, content: CellContent): void {
  if (cell.kind !== 'review' || content === null || !('reader' in content)) return;
  const other = readers.get(`${cell.reading === 1 ? 2 : 1}/${cell.caseKey}`);
  if (other === undefined || other.state === 'not-started') return;
  if (isSameReader(other.reader, content.reader)) {
    throw new AppError('same-reader', 'The package holds a reading by the reader of the other one');
  }
}

/** An action of another round keeps its round. */
function checkAction(tables: Tables, { roundId }: Claim, actionId: string): void {
  const known = tables.actions.get(actionId);
  if (known !== undefined && known.roundId !== roundId) {
    throw new AppError('package-outside-round', 'The package holds an action of another round');
  }
}
