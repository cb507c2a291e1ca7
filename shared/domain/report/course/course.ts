import { addMonths, type LocalDate } from '../../calendar/local-date.ts';
import { type Action, type Recommendation, recommendations } from '../../review/action.ts';
import type { DrawRecord } from '../../sampling/draw-record.ts';
import { type PointedItem, strengthsAndChallenges } from '../administrative/strengths.ts';
import type { EarlierRound } from '../source.ts';
import { type Change, changeBetween, type NoChange } from '../trend/change.ts';
import { comparablePoints, isRead, type Trend, trendsOf, type TrendPoint } from '../trend/trend.ts';

/** A measurement of the course: a round with the figures of its own report. */
export type CourseRound = EarlierRound & { readonly record: DrawRecord; readonly example: boolean };

export interface CourseInput {
  readonly name: string;
  readonly start: LocalDate;
  readonly today: LocalDate;
  readonly baseline: CourseRound;
  /** Rounds of the same unit after the baseline, oldest first. */
  readonly later: readonly CourseRound[];
  /** Every change of practice that was written after one of these rounds. */
  readonly actions: readonly Action[];
}

/** What the development plan holds under one of the eight recommendations; `null`: written without one. */
export interface PlanLine {
  readonly recommendation: Recommendation | null;
  readonly actions: readonly Action[];
  readonly open: number;
  readonly done: number;
}

/** An area or item as it stood at the baseline and in each status measurement. */
export interface StatusLine {
  readonly kind: Trend['kind'];
  readonly id: string;
  readonly name: string;
  /** Null where the baseline's checklist did not ask. */
  readonly baseline: TrendPoint | null;
  /** One to each status measurement, oldest first. */
  readonly points: readonly TrendPoint[];
  /** The latest measurement with something read against the baseline; null where `missing` says why. */
  readonly change: Change | null;
  readonly missing: NoChange | null;
}

/** A strength or a challenge of the baseline, led by its figure. */
export interface CoursePoint extends Pick<PointedItem, 'figure' | 'rate'> {
  readonly question: string;
}

/** Two years in the form of the national Task Force: analysis, plan, development, status on the same questions. */
export interface Course {
  readonly name: string;
  readonly start: LocalDate;
  readonly analysisEnds: LocalDate;
  readonly ends: LocalDate;
  readonly phase: 'before' | 'analysis' | 'development' | 'over';
  readonly baseline: {
    readonly roundId: string;
    readonly name: string;
    readonly asOf: string;
    /** Cases of the random part that were read. */
    readonly read: number;
    readonly drawn: number;
    readonly example: boolean;
    readonly enough: boolean;
    readonly works: readonly CoursePoint[];
    readonly challenges: readonly CoursePoint[];
  };
  /** All eight recommendations, also those without an action; last those without one, where there are any. */
  readonly plan: readonly PlanLine[];
  readonly measurements: readonly { readonly roundId: string; readonly name: string; readonly asOf: string }[];
  readonly areas: readonly StatusLine[];
  readonly items: readonly StatusLine[];
}

/** About six months of analysis, then eighteen of development: two years in all (law and practice, section 3.4). */
const analysisMonths = 6;
const courseMonths = 24;

/** The course on one page: every figure is of the random part, and a change has its interval (see `changeBetween`). */
export function buildCourse(input: CourseInput): Course {
  const { name, start, today, baseline, later, actions } = input;
  const [analysisEnds, ends] = [addMonths(start, analysisMonths), addMonths(start, courseMonths)];
  const { random } = baseline.figures.coverage;
  const { enough, works, challenges } = strengthsAndChallenges(baseline.template, baseline.figures);
  const lines = statusLines(baseline, later);
  return {
    name,
    start,
    analysisEnds,
    ends,
    phase: phaseOf(today, {
      start,
      analysisEnds,
      ends,
    }),
    baseline: {
      roundId: baseline.roundId,
      name: baseline.name,
      asOf: baseline.asOf,
      example: baseline.example,
      read: random.started,
      drawn: random.drawn,
      enough,
      works: works.map(pointOf),
      challenges: challenges.map(pointOf),
    },
    plan: planOf(actions),
    measurements: later.map(({ roundId, name: round, asOf }) => ({
      roundId,
      name: round,
      asOf,
    })),
    areas: lines.filter(({ kind }) => kind === 'area'),
    items: lines.filter(({ kind }) => kind === 'item'),
  };
}

function phaseOf(today: LocalDate, { start, analysisEnds, ends }: Pick<Course, 'start' | 'analysisEnds' | 'ends'>) {
  if (today < start) return 'before';
  if (today < analysisEnds) return 'analysis';
  return today < ends ? 'development' : 'over';
}

function pointOf({ item, figure, rate }: PointedItem): CoursePoint {
  return { question: item.question, figure, rate };
}

function planOf(actions: readonly Action[]): readonly PlanLine[] {
  const practice = actions.filter(({ kind }) => kind === 'practice');
  const lines = [...recommendations, null].map((recommendation): PlanLine => {
    const own = practice
      .filter(({ category }) => category === recommendation)
      .toSorted((a, b) => Number(a.done !== null) - Number(b.done !== null) || dueOf(a).localeCompare(dueOf(b)));
    const open = own.filter(({ done }) => done === null).length;
    return { recommendation, actions: own, open, done: own.length - open };
  });
  return lines.filter((line) => line.recommendation !== null || line.actions.length > 0);
}

/** Those without a day stand last. */
function dueOf({ due }: Action): string {
  return due ?? '9999';
}

/** In the order and the words of the latest checklist. */
function statusLines(baseline: CourseRound, later: readonly CourseRound[]): readonly StatusLine[] {
  const latest = later.at(-1) ?? baseline;
  const earlier = [baseline, ...later].slice(0, -1);
  const { record, template, figures } = latest;
  const round = { name: latest.name, example: latest.example };
  return trendsOf({ earlier, round, record, template }, figures).map((trend) => statusLine(trend, later.length === 0));
}

function statusLine({ kind, id, name, points }: Trend, isAlone: boolean): StatusLine {
  const [first, ...rest] = points;
  const baseline = first?.asked === true ? first : null;
  const said = { kind, id, name, baseline, points: isAlone ? [] : rest };
  const last = rest.findLast(isRead);
  if (last === undefined) return { ...said, change: null, missing: isAlone ? 'first-round' : 'nothing-read' };
  if (baseline === null || !isRead(baseline)) return { ...said, change: null, missing: 'nothing-read-before' };
  const upToLast = { points: points.slice(0, points.indexOf(last) + 1) };
  const isComparable = comparablePoints(upToLast).includes(baseline);
  if (!isComparable) return { ...said, change: null, missing: 'not-comparable' };
  return { ...said, change: changeBetween(baseline, last), missing: null };
}
