import type { CaseReview } from '#shared/contract/review.ts';
import type { DateFinding } from '#shared/domain/review/date-finding.ts';
import { drawnBecause } from '#shared/words/sampling.ts';

import type { Tables } from '../store/tables.ts';
import { stepsOf } from './answers.ts';
import { applicableItems } from './applicable-items.ts';
import { itemsOf, roundOf, sampleCaseOf, templateOf } from './queue.ts';
import { findingOf, type ReadingCase, readingCaseOf, type ReadingKey } from './reading-case.ts';
import type { TemplateShelf } from './template-shelf.ts';

/** Everything the page shows of one reading of a case. A reading shows nothing of the other one. */
export function openCase(tables: Tables, shelf: TemplateShelf, key: ReadingKey): CaseReview {
  const { roundId, caseId } = key;
  const round = roundOf(tables, roundId);
  const row = sampleCaseOf(tables, roundId, caseId);
  const reading = row.replacedBy === null ? readingCaseOf(tables, shelf, key) : replaced(tables, shelf, key);
  const { template, asOf, review } = reading;
  const steps = stepsOf(tables, key, reading);
  const answers = review?.answers ?? [];
  return {
    ...key,
    reader: review?.reader ?? '',
    state: review?.state ?? 'not-started',
    record: row.case,
    drawnBecause: drawnBecause(row.drawn, round.record.plan),
    asOf,
    template,
    answers,
    suggestions: suggestionsFor(reading),
    applicability: applicableItems(template, row.case, asOf, answers),
    canUndo: steps.undo !== null,
    canRedo: steps.redo !== null,
    ...besides(tables, key),
    minutes: Math.round((review?.seconds ?? 0) / 60),
  };
}

/** What stands beside the answers of the first reading; a second one is blind to it. */
function besides(
  tables: Tables,
  { roundId, caseId, reading }: ReadingKey,
): Pick<CaseReview, 'actions' | 'conversation' | 'comments'> {
  if (reading === 2) return { actions: [], conversation: null, comments: {} };
  return {
    actions: tables.actions.list().filter((action) => action.roundId === roundId && action.caseId === caseId),
    conversation: tables.conversations.get(roundId, caseId) ?? null,
    comments: tables.conversations.comments(roundId, caseId),
  };
}

/** A replaced case can be looked at, but not be read any more. */
function replaced(tables: Tables, shelf: TemplateShelf, { roundId, caseId, reading }: ReadingKey): ReadingCase {
  return {
    row: sampleCaseOf(tables, roundId, caseId),
    template: templateOf(tables, shelf, roundId),
    asOf: roundOf(tables, roundId).record.asOf as ReadingCase['asOf'],
    review: tables.reviews.get(roundId, caseId, reading),
  };
}

/** What the date rules say of each item that has one; the day deadlines are judged on is the day of the draw. */
function suggestionsFor(reading: ReadingCase): Record<string, DateFinding> {
  const suggestions: Record<string, DateFinding> = {};
  for (const item of itemsOf(reading.template)) {
    const finding = findingOf(item, reading);
    if (finding !== null) {
      suggestions[item.id] = finding;
    }
  }
  return suggestions;
}
