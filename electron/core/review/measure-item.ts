import type { ActionMeasures } from '#shared/contract/review.ts';
import { type Action, isMeasured, type ItemMeasure } from '#shared/domain/review/action.ts';
import { isClosed } from '#shared/domain/review/answer.ts';

import type { Tables } from '../store/tables.ts';
import { itemsOf, roundOf, templateOf } from './queue.ts';
import type { TemplateShelf } from './template-shelf.ts';

/**
 * How an item came out over the closed reviews of a round's random part: yes of the relevant answers (design, section
 * 5). Targeted cases were chosen for their faults, and say nothing of the practice.
 */
export function measureItem(tables: Tables, roundId: string, itemId: string): ItemMeasure {
  const random = new Set(
    tables.sample
      .list(roundId)
      .filter(({ drawn, replacedBy }) => drawn.part === 'random' && replacedBy === null)
      .map(({ drawn }) => drawn.caseId),
  );
  const values = tables.reviews
    .list(roundId)
    .filter(({ caseId, state }) => random.has(caseId) && isClosed(state))
    .flatMap(({ answers }) => answers.filter((answer) => answer.itemId === itemId).map(({ value }) => value))
    .filter((value) => value !== null && value !== 'na');
  return { roundId, yes: values.filter((value) => value === 'yes').length, n: values.length };
}

/**
 * What a change of practice on an item can be measured by, newest round first; null for an action that a person says
 * is done. A later sample has the item answered in a closed review of its random part.
 */
export function measuresOf(
  tables: Tables,
  shelf: TemplateShelf,
  { kind, itemId, roundId }: Action,
): ActionMeasures | null {
  if (!isMeasured({ kind, itemId }) || itemId === null) return null;
  const { createdAt } = roundOf(tables, roundId);
  const later = tables.rounds
    .list()
    .filter((round) => round.createdAt > createdAt)
    .map(({ id, name, record }) => ({ name, asOf: record.asOf, measure: measureItem(tables, id, itemId) }))
    .filter(({ measure }) => measure.n > 0);
  const question = itemsOf(templateOf(tables, shelf, roundId)).find(({ id }) => id === itemId)?.question ?? itemId;
  return { question, before: measureItem(tables, roundId, itemId), later };
}
