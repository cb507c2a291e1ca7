import type { Action, ItemMeasure } from '../../review/action.ts';
import { practiceChange, type PracticeChange } from '../../review/practice-change.ts';
import type { CourseRound } from '../course/course.ts';
import { runChartText } from '../trend/run-chart-text.ts';
import { readRunChart, type RunChartReading } from '../trend/run-chart.ts';
import { ratedPoints, trendsOf, type TrendPoint } from '../trend/trend.ts';

/** A round as the calendar of the year shows it. */
export interface CalendarRound {
  readonly roundId: string;
  readonly name: string;
  /** Empty where the unit is not known. */
  readonly unit: string;
  /** The title of its checklist: what the round was about. */
  readonly theme: string;
  readonly asOf: string;
  readonly drawn: number;
  readonly closed: number;
  readonly example: boolean;
}

/** A change of practice on an item with what was measured before it and, where there is one, after it. */
export interface PracticeEffect {
  readonly action: Action;
  readonly question: string;
  readonly before: ItemMeasure;
  /** The sample that closed it, or the newest later one; null where none has the item answered. */
  readonly after: ItemMeasure | null;
  readonly afterName: string | null;
  /** Null without a later sample. */
  readonly change: PracticeChange | null;
}

export interface YearRunChart {
  readonly id: string;
  readonly name: string;
  readonly points: readonly TrendPoint[];
  /** Read over the points that can be compared with the latest. */
  readonly reading: RunChartReading;
  /** What the chart says, in words; no verdict before ten points. */
  readonly text: string;
}

export interface YearOverview {
  readonly year: number;
  /** Every year with a round, newest first. */
  readonly years: readonly number[];
  /** January to December, 1 to 12. */
  readonly months: readonly { readonly month: number; readonly rounds: readonly CalendarRound[] }[];
  /** The areas of the latest round of the year, over all rounds up to it. */
  readonly runCharts: readonly YearRunChart[];
  /** What was promised in a round of the year. */
  readonly practice: readonly PracticeEffect[];
  /** The round that the yearly report to the committee is written from: the latest of the year. */
  readonly committeeRoundId: string | null;
}

export interface YearInput {
  readonly year: number;
  /** Every round, oldest first; the calendar year is that of the day its deadlines were judged on. */
  readonly rounds: readonly CalendarRound[];
  /** Rounds of one unit up to the year's end with their figures, oldest first; the last one is of the year. */
  readonly measured: readonly CourseRound[];
  readonly practice: readonly Omit<PracticeEffect, 'change'>[];
}

/** The year as a calendar, the development of each area up to it, and what changes of practice led to. */
export function buildYearOverview({ year, rounds, measured, practice }: YearInput): YearOverview {
  const own = rounds.filter(({ asOf }) => yearOf(asOf) === year);
  return {
    year,
    years: yearsOf(rounds),
    months: Array.from({ length: 12 }, (_, index) => ({
      month: index + 1,
      rounds: own.filter(({ asOf }) => Number(asOf.slice(5, 7)) === index + 1),
    })),
    runCharts: runCharts(measured),
    practice: practice.map((effect) => ({
      ...effect,
      change: effect.after === null ? null : practiceChange(effect.before, effect.after),
    })),
    committeeRoundId: measured.at(-1)?.roundId ?? null,
  };
}

/** Newest first. */
export function yearsOf(rounds: readonly { readonly asOf: string }[]): readonly number[] {
  return [...new Set(rounds.map(({ asOf }) => yearOf(asOf)))].toSorted((a, b) => b - a);
}

export function yearOf(asOf: string): number {
  return Number(asOf.slice(0, 4));
}

function runCharts(measured: readonly CourseRound[]): readonly YearRunChart[] {
  const latest = measured.at(-1);
  if (latest === undefined) return [];
  const { name, example, record, template, figures } = latest;
  const trends = trendsOf({ earlier: measured.slice(0, -1), round: { name, example }, record, template }, figures);
  return trends
    .filter(({ kind }) => kind === 'area')
    .map((trend) => ({
      id: trend.id,
      name: trend.name,
      points: trend.points,
      reading: readRunChart(ratedPoints(trend).map(({ rate }) => rate)),
      text: runChartText(trend),
    }));
}
