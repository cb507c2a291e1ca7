import type { QueueLine } from '#shared/contract/review.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { ChecklistTemplate, TemplateItem } from '#shared/domain/review/template.ts';

import type { RoundRow, SampleCaseRow, Tables } from '../store/tables.ts';
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

/** The round's cases in the order of the draw, with how far each review is. Replaced cases stay visible. */
export function queueOf(tables: Tables, shelf: TemplateShelf, roundId: string): readonly QueueLine[] {
  const items = templateOf(tables, shelf, roundId).sections.reduce((sum, section) => sum + section.items.length, 0);
  const reviews = new Map(tables.reviews.list(roundId).map((review) => [review.caseId, review]));
  const seconds = new Map(tables.reviews.list(roundId, 2).map((review) => [review.caseId, review.state]));
  const readTwice = new Set(tables.secondReadings.get(roundId)?.caseIds);
  return tables.sample.list(roundId).map(({ drawn, replacedBy }) => {
    const review = reviews.get(drawn.caseId);
    return {
      caseId: drawn.caseId,
      part: drawn.part,
      stratum: drawn.stratum,
      rank: drawn.rank,
      state: review?.state ?? 'not-started',
      answered: review?.answers.filter(({ value }) => value !== null).length ?? 0,
      items,
      replacedBy,
      second: readTwice.has(drawn.caseId) ? (seconds.get(drawn.caseId) ?? 'not-started') : null,
      minutes: Math.round((review?.seconds ?? 0) / 60),
    };
  });
}

/** Every item of a template, in the order of the page. */
export function itemsOf(template: ChecklistTemplate): readonly TemplateItem[] {
  return template.sections.flatMap(({ items }) => items);
}
