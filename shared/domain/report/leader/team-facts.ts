import { type Action } from '../../review/action.ts';
import { type ItemAnswer, isClosed } from '../../review/answer.ts';
import { type TemplateItem, templateItems } from '../../review/template.ts';
import type { SamplePart } from '../figures.ts';
import { type CaseFinding, listFindings } from '../list-findings.ts';
import { reviewedCases } from '../round-facts.ts';
import { samplePartOf } from '../sample-part.ts';
import type { ReportCase, ReportReview, ReportSource } from '../source.ts';

/** A case that counts, with what was answered in it; `review` undefined where it was never opened. */
export interface TeamCase {
  readonly row: ReportCase;
  readonly part: SamplePart;
  readonly review: ReportReview | undefined;
  readonly answered: number;
  readonly state: 'closed' | 'begun' | 'untouched';
}

export interface Starred {
  readonly caseId: string;
  readonly item: TemplateItem;
  readonly line: string;
}

export const parts: readonly SamplePart[] = ['random', 'census', 'targeted'];

/** The cases that count, replaced ones left out, in the order of the draw. */
export function teamCases(source: ReportSource): readonly TeamCase[] {
  const reviews = new Map(source.reviews.map((review) => [review.caseId, review]));
  const partOf = samplePartOf(source.record.plan);
  return source.cases
    .filter(({ replacedBy }) => replacedBy === null)
    .map((row) => {
      const review = reviews.get(row.drawn.caseId);
      const answered = review?.answers.filter(({ value }) => value !== null).length ?? 0;
      const isDone = review !== undefined && isClosed(review.state);
      return {
        row,
        part: partOf(row.drawn),
        review,
        answered,
        state: isDone ? 'closed' : answered > 0 ? 'begun' : 'untouched',
      };
    });
}

/** The part whose answers are shown by area: the random one where the team has such cases. */
export function mainPart(cases: readonly TeamCase[]): SamplePart {
  return parts.find((part) => cases.some((each) => each.part === part)) ?? 'random';
}

/** Critical findings first, then by severity; else in the order of the draw. */
export function findingsInOrder(source: ReportSource): readonly CaseFinding[] {
  const severities = ['critical', 'significant', 'minor'] as const;
  return listFindings(source).toSorted(
    (a, b) =>
      Number(b.critical) - Number(a.critical) ||
      severities.indexOf(a.item.severity) - severities.indexOf(b.item.severity),
  );
}

/** Critical findings that nobody has agreed to do something about. */
export function withoutAction(source: ReportSource, found: readonly CaseFinding[]): readonly CaseFinding[] {
  return found.filter(
    ({ critical, row, item }) =>
      critical && !source.actions.some(({ caseId, itemId }) => caseId === row.drawn.caseId && itemId === item.id),
  );
}

/** Open ones first, then by deadline; those without one last. */
export function actionsInOrder(actions: readonly Action[]): readonly Action[] {
  const day = (iso: string | null) => iso ?? '9999-12-31';
  return actions.toSorted(
    (a, b) =>
      Number(a.done !== null) - Number(b.done !== null) ||
      (day(a.due) < day(b.due) ? -1 : Number(day(a.due) > day(b.due))),
  );
}

/** True where an open action should have been done before the day of the report. */
export function isOverdue({ due, done }: Action, today: string): boolean {
  return done === null && due !== null && due < today;
}

/** What the reader starred, in the order of the draw; those with a line on what worked first. */
export function starredIn(source: ReportSource): readonly Starred[] {
  const items = new Map(templateItems(source.template).map((item) => [item.id, item]));
  const starred = reviewedCases(source).flatMap(({ row, review }) =>
    review.answers.flatMap((answer): Starred[] => {
      const item = items.get(answer.itemId);
      const line = lineOf(answer);
      return item === undefined || line === null ? [] : [{ caseId: row.drawn.caseId, item, line }];
    }),
  );
  return starred.toSorted((a, b) => Number(a.line === '') - Number(b.line === ''));
}

function lineOf({ goodPractice }: ItemAnswer): string | null {
  return goodPractice === undefined ? null : goodPractice.trim();
}
