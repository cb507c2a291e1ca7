import { AppError } from '#shared/contract/errors.ts';
import type { LocalDate } from '#shared/domain/calendar/local-date.ts';
import { isClosed, type Reading } from '#shared/domain/review/answer.ts';
import { applicability, type Applicability } from '#shared/domain/review/applicability.ts';
import type { DateFinding } from '#shared/domain/review/date-finding.ts';
import { evaluateRule } from '#shared/domain/review/rules/evaluate-rule.ts';
import { isSameReader } from '#shared/domain/review/second-reading.ts';
import type { ChecklistTemplate, TemplateItem } from '#shared/domain/review/template.ts';

import type { Ports } from '../ports.ts';
import type { Store } from '../store/store-port.ts';
import type { ReviewRow, SampleCaseRow, Tables } from '../store/tables.ts';
import { currentCaseOf, itemsOf, roundOf, templateOf } from './queue.ts';
import type { TemplateShelf } from './template-shelf.ts';

/** What every use case of the room works with. */
export interface ReviewRoom {
  readonly ports: Ports;
  readonly store: Store;
  readonly shelf: TemplateShelf;
}

/** Which reading of which case an operation is about. */
export interface ReadingKey {
  readonly roundId: string;
  readonly caseId: string;
  readonly reading: Reading;
}

/** A case under review: what the draw says of it, the checklist, and what stands. */
export interface ReadingCase {
  readonly row: SampleCaseRow;
  readonly template: ChecklistTemplate;
  readonly asOf: LocalDate;
  readonly review: ReviewRow | undefined;
}

/** Rejects with `round-not-found`, `case-not-in-round`, for a replaced case too, and with `not-second-read` where nobody reads it twice. */
export function readingCaseOf(tables: Tables, shelf: TemplateShelf, key: ReadingKey): ReadingCase {
  const asOf = roundOf(tables, key.roundId).record.asOf as LocalDate;
  const row = currentCaseOf(tables, key.roundId, key.caseId);
  const review = tables.reviews.get(key.roundId, key.caseId, key.reading);
  if (key.reading === 2 && review === undefined) {
    throw new AppError('not-second-read', 'the second reading of the case is not begun');
  }
  return { row, template: templateOf(tables, shelf, key.roundId), asOf, review };
}

/**
 * As `readingCaseOf`; rejects with `review-closed` where the answers stand, and with `same-reader` where the one who
 * would begin the first reading reads the case the other time.
 */
export function openReadingOf(tables: Tables, shelf: TemplateShelf, key: ReadingKey): ReadingCase {
  const reading = readingCaseOf(tables, shelf, key);
  if (reading.review !== undefined && isClosed(reading.review.state)) {
    throw new AppError('review-closed', 'the review is closed');
  }
  if (isOtherReader(tables, key, reading)) {
    throw new AppError('same-reader', 'the reader of the other reading cannot begin this one');
  }
  return reading;
}

/**
 * True where the reading is not begun and the workspace's reviewer reads the case the other time: here, or where a case
 * came from that is to be read blind.
 */
export function isOtherReader(
  tables: Tables,
  { roundId, caseId, reading }: ReadingKey,
  { review }: ReadingCase,
): boolean {
  if (reading !== 1 || review !== undefined) return false;
  const readers = [tables.reviews.get(roundId, caseId, 2)?.reader, tables.origins.get(roundId)?.firstReaders[caseId]];
  const { reviewer } = tables.profile.get();
  return readers.some((reader) => reader !== undefined && isSameReader(reader, reviewer));
}

/** What the date rule of an item says of the case on the day of the draw; null without a rule. */
export function findingOf({ rule }: TemplateItem, { row, asOf }: ReadingCase): DateFinding | null {
  return rule === null ? null : evaluateRule(rule, row.case, asOf);
}

/** Whether each item is relevant, by the facts of the case and the answers so far. */
export function applicabilityOf(reading: ReadingCase): ReadonlyMap<string, Applicability> {
  const { row, template, asOf, review } = reading;
  const answers = review?.answers ?? [];
  return new Map(itemsOf(template).map((item) => [item.id, applicability(item, row.case, asOf, answers)]));
}

/** The items without an answer that nothing says are irrelevant: they must be answered before the review is closed. */
export function unansweredItems(reading: ReadingCase): readonly string[] {
  const applies = applicabilityOf(reading);
  return withoutAnswer(reading).filter((id) => applies.get(id)?.applies !== 'no');
}

/** The items without an answer that the facts say are irrelevant: closing answers them "not relevant" by the facts. */
export function irrelevantItems(reading: ReadingCase): readonly string[] {
  const applies = applicabilityOf(reading);
  return withoutAnswer(reading).filter((id) => applies.get(id)?.applies === 'no');
}

function withoutAnswer({ template, review }: ReadingCase): readonly string[] {
  const answers = review?.answers ?? [];
  const answered = new Set(answers.flatMap(({ itemId, value }) => (value === null ? [] : [itemId])));
  return itemsOf(template).flatMap(({ id }) => (answered.has(id) ? [] : [id]));
}
