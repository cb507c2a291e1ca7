import type { QueueLine } from '#shared/contract/review.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { LocalDate } from '#shared/domain/calendar/local-date.ts';
import type { CaseRecord } from '#shared/domain/population/case.ts';
import { isClosed, type ReviewState } from '#shared/domain/review/answer.ts';
import { applicability } from '#shared/domain/review/applicability.ts';
import { askedItems } from '#shared/domain/review/asked-items.ts';
import type { ChecklistTemplate, TemplateItem } from '#shared/domain/review/template.ts';

import type { ReviewRow, RoundRow, SampleCaseRow, Tables } from '../store/tables.ts';
import type { TemplateShelf } from './template-shelf.ts';

/** The round, or `round-not-found`. */
export function roundOf(tables: Tables, roundId: string): RoundRow {
  const round = tables.rounds.get(roundId);
  if (round === undefined) {
    throw new AppError('round-not-found', `no round ${roundId}`);
  }
  return round;
}

/** The case as it stands in the round, or `case-not-in-round`. */
export function sampleCaseOf(tables: Tables, roundId: string, caseId: string): SampleCaseRow {
  const row = tables.sample.get(roundId, caseId);
  if (row === undefined) {
    throw new AppError('case-not-in-round', `case is not in round ${roundId}`);
  }
  return row;
}

/** The case, if it is still to be reviewed: `case-not-in-round` also for one that was replaced. */
export function currentCaseOf(tables: Tables, roundId: string, caseId: string): SampleCaseRow {
  const row = sampleCaseOf(tables, roundId, caseId);
  if (row.replacedBy !== null) {
    throw new AppError('case-not-in-round', 'the case was replaced');
  }
  return row;
}

/** The checklist edition that the round's reviews are made in. */
export function templateOf(tables: Tables, shelf: TemplateShelf, roundId: string): ChecklistTemplate {
  const round = roundOf(tables, roundId);
  return shelf.edition(tables, round.templateId, round.templateEdition);
}

/**
 * The round's cases in the order of the draw, with how far each review is. Replaced cases stay visible. Only the reviews
 * that are under way are read whole: the page asks after every answer, and a round may hold hundreds.
 */
export function queueOf(tables: Tables, shelf: TemplateShelf, roundId: string): readonly QueueLine[] {
  const template = templateOf(tables, shelf, roundId);
  const asOf = roundOf(tables, roundId).record.asOf as LocalDate;
  const reviews = new Map(tables.reviews.standings(roundId).map((review) => [review.caseId, review]));
  const seconds = new Map(tables.reviews.standings(roundId, 2).map((review) => [review.caseId, review.state]));
  const readTwice = new Set(tables.secondReadings.get(roundId)?.caseIds);
  const progressAt = (caseId: string): Pick<QueueLine, 'answered' | 'items'> => {
    const { state = 'not-started', answered = 0 } = reviews.get(caseId) ?? {};
    if (!isUnderWay(state, answered)) return restingProgress(template, answered);
    const review = tables.reviews.get(roundId, caseId);
    return progressOf(template, review, sampleCaseOf(tables, roundId, caseId).case, asOf);
  };
  return tables.sample.places(roundId).map(({ drawn, replacedBy }) => {
    const review = reviews.get(drawn.caseId);
    return {
      caseId: drawn.caseId,
      part: drawn.part,
      stratum: drawn.stratum,
      rank: drawn.rank,
      state: review?.state ?? 'not-started',
      ...progressAt(drawn.caseId),
      replacedBy,
      second: readTwice.has(drawn.caseId) ? (seconds.get(drawn.caseId) ?? 'not-started') : null,
      minutes: Math.round((review?.seconds ?? 0) / 60),
    };
  });
}

/** Of the items that are asked in the case. Nothing is judged before a first answer stands, nor after closing. */
export function progressOf(
  template: ChecklistTemplate,
  review: ReviewRow | undefined,
  record: CaseRecord,
  asOf: LocalDate,
): Pick<QueueLine, 'answered' | 'items'> {
  const answers = review?.answers ?? [];
  const answered = answers.filter(({ value, byFacts }) => value !== null && byFacts !== true).length;
  if (review === undefined || !isUnderWay(review.state, answered)) return restingProgress(template, answered);
  const byId = new Map(itemsOf(template).map((item) => [item.id, item]));
  const asked = askedItems(template, answers, (id) => {
    const item = byId.get(id);
    return item === undefined ? 'no' : applicability(item, record, asOf, answers).applies;
  });
  return { answered, items: asked.length };
}

/** Before the first answer every item counts; after closing those that were answered. */
function restingProgress(template: ChecklistTemplate, answered: number): Pick<QueueLine, 'answered' | 'items'> {
  return { answered, items: answered === 0 ? itemsOf(template).length : answered };
}

function isUnderWay(state: ReviewState, answered: number): boolean {
  return answered > 0 && !isClosed(state);
}

/** Every item of a template, in the order of the page. */
export function itemsOf(template: ChecklistTemplate): readonly TemplateItem[] {
  return template.sections.flatMap(({ items }) => items);
}
