import { activeTemplate, templateItems } from '../../review/template.ts';
import type { AreaFigure, Figures, ItemFigure, NoInterval } from '../figures.ts';
import type { ReportSource } from '../source.ts';
import { areaBreak, type BreakReason, itemBreak, type MeasuredBy } from './breaks.ts';

/** One round of one measuring point. `low` and `high`: its own 95 per cent interval, as shares from 0 to 1. */
export interface TrendPoint {
  readonly round: string;
  /** The day its deadlines were judged on, ISO 8601. */
  readonly asOf: string;
  /** False where the round's checklist did not ask. */
  readonly asked: boolean;
  readonly n: number;
  /** Yes, or met. */
  readonly met: number;
  readonly rate: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly noInterval: NoInterval | null;
  /** True where the interval is of a known number of cases, every one of them relevant. */
  readonly finite: boolean;
  readonly weighted: boolean;
  readonly checklist: { readonly title: string; readonly edition: number };
  /** Why the line does not go on from the point before; null where it does, and for the first one. */
  readonly breakBefore: BreakReason | null;
}

/** One area or item over the rounds, oldest first; this round is the last. A point with n = 0 is a gap. */
export interface Trend {
  readonly kind: 'area' | 'item';
  readonly id: string;
  readonly name: string;
  readonly short: string;
  readonly points: readonly TrendPoint[];
}

interface Round extends MeasuredBy {
  readonly items: ReadonlySet<string>;
  readonly name: string;
  readonly asOf: string;
  readonly figures: Figures;
}

type Figure = Pick<ItemFigure, 'n' | 'rate' | 'interval' | 'noInterval' | 'weighted'> & { readonly met: number };

/**
 * The development of every area and item of this round's checklist, random part only: areas first, both in the order of
 * the checklist. A round of which every case was taken counts like any other. `figures` are this round's; `limit` is
 * what the reader may see of a round's figures.
 */
export function trendsOf(
  source: Pick<ReportSource, 'earlier' | 'round' | 'record' | 'template'>,
  figures: Figures,
  limit: (figures: Figures) => Figures = (all) => all,
): readonly Trend[] {
  const { round, record, template, earlier } = source;
  const rounds: readonly Round[] = [
    ...earlier.map((each) => ({ ...each, figures: limit(each.figures), items: itemIds(each.template) })),
    {
      name: round.name,
      asOf: record.asOf,
      template,
      plan: record.plan,
      figures: limit(figures),
      items: itemIds(template),
    },
  ];
  const areas = template.areas.map(({ id, name, short }): Trend => ({
    kind: 'area',
    id,
    name,
    short,
    points: pointsOf(rounds, areaMeasure(id)),
  }));
  const items = templateItems(activeTemplate(template)).map(({ id, question }): Trend => ({
    kind: 'item',
    id,
    name: question,
    short: question,
    points: pointsOf(rounds, itemMeasure(id)),
  }));
  return [...areas, ...items];
}

/** The points cut before every break, oldest part first: points of one part can be compared, and share a line. */
export function segmentsOf({ points }: Pick<Trend, 'points'>): readonly (readonly TrendPoint[])[] {
  const segments: TrendPoint[][] = [[]];
  for (const point of points) {
    if (point.breakBefore !== null) segments.push([]);
    segments.at(-1)?.push(point);
  }
  return segments;
}

/** The points that can be compared with this round, itself included: after the last break, with something read. */
export function comparablePoints(trend: Pick<Trend, 'points'>): readonly TrendPoint[] {
  return (segmentsOf(trend).at(-1) ?? []).filter(isRead);
}

/** The comparable points that have a rate: what a run chart is read from. */
export function ratedPoints(trend: Pick<Trend, 'points'>): readonly (TrendPoint & { readonly rate: number })[] {
  return comparablePoints(trend).flatMap((point) => (point.rate === null ? [] : [{ ...point, rate: point.rate }]));
}

/** True where something was read, also where the reader may not see what. */
export function isRead({ n, noInterval }: TrendPoint): boolean {
  return n > 0 || noInterval === 'suppressed';
}

function itemIds(template: MeasuredBy['template']): ReadonlySet<string> {
  return new Set(templateItems(activeTemplate(template)).map(({ id }) => id));
}

interface Measure {
  asks(round: Round): boolean;
  figure(figures: Figures): Figure | undefined;
  breakBetween(before: Round, after: Round): BreakReason | null;
}

function areaMeasure(id: string): Measure {
  return {
    asks: ({ template }) => template.areas.some((area) => area.id === id),
    figure: ({ areas }) => areas.find((each: AreaFigure) => each.id === id && each.part === 'random'),
    breakBetween: (before, after) => areaBreak(before, after, id),
  };
}

function itemMeasure(id: string): Measure {
  return {
    asks: ({ items }) => items.has(id),
    figure: ({ items }) => {
      const found = items.find((each) => each.id === id && each.part === 'random');
      return found === undefined ? undefined : { ...found, met: found.yes };
    },
    breakBetween: (before, after) => itemBreak(before, after, id),
  };
}

/**
 * Each round is held against the nearest one before it that asked and drew at random: a round of targeted cases only
 * has nothing to compare, and is a gap, not a break.
 */
function pointsOf(rounds: readonly Round[], measure: Measure): readonly TrendPoint[] {
  let before: Round | null = null;
  return rounds.map((round) => {
    const asked = measure.asks(round);
    const measured = asked && drawsAtRandom(round);
    const breakBefore = !measured || before === null ? null : measure.breakBetween(before, round);
    if (measured) before = round;
    return pointOf(round, asked, asked ? measure.figure(round.figures) : undefined, breakBefore);
  });
}

function drawsAtRandom({ plan }: Round): boolean {
  return plan === undefined || plan.parts.some(({ kind }) => kind === 'random');
}

/** A figure of rounds that stand together as one point. */
export function figurePoint(
  round: Pick<Round, 'name' | 'asOf' | 'template'>,
  figure: Pick<ItemFigure, 'n' | 'rate' | 'interval' | 'noInterval' | 'weighted'> & { readonly met: number },
): TrendPoint {
  return pointOf(round, true, figure, null);
}

function pointOf(
  { name, asOf, template }: Pick<Round, 'name' | 'asOf' | 'template'>,
  asked: boolean,
  figure: Figure | undefined,
  breakBefore: BreakReason | null,
): TrendPoint {
  const { n, met, rate, interval, noInterval, weighted } = figure ?? nothing;
  const unit = interval?.unit === 'cases' ? interval.of : 1;
  return {
    round: name,
    asOf,
    asked,
    n,
    met,
    rate,
    low: interval === null ? null : interval.low / unit,
    high: interval === null ? null : interval.high / unit,
    noInterval,
    finite: interval?.unit === 'cases',
    weighted,
    checklist: { title: template.title, edition: template.edition },
    breakBefore,
  };
}

const nothing: Figure = { n: 0, met: 0, rate: null, interval: null, noInterval: 'nothing-read', weighted: false };
