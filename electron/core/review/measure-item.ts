import type { ItemMeasure } from '#shared/domain/review/action.ts';
import { isClosed } from '#shared/domain/review/answer.ts';

import type { Tables } from '../store/tables.ts';

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
