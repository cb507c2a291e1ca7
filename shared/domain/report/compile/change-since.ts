import { type ChecklistTemplate, templateItems } from '../../review/template.ts';
import type { AreaFigure, ItemFigure } from '../figures.ts';
import { areaBreak, itemBreak, type MeasuredBy } from '../trend/breaks.ts';
import { type Change, changeBetween } from '../trend/change.ts';
import { figurePoint } from '../trend/trend.ts';
import type { CaseGroup } from './case-group.ts';
import { type AreaCodesOf, compileFigures, type SetFigures } from './compile-figures.ts';
import { type CompileRound, inTime } from './compile-round.ts';

/** What the rounds of the set are compared with. */
export interface Compared {
  readonly roundIds: readonly string[];
  readonly names: readonly string[];
  /** The units that drew nothing before that can be compared: the change is without them. */
  readonly without: readonly string[];
}

export interface ChangeSince {
  readonly compared: Compared | null;
  /** Of the random part; null where there is nothing to compare. */
  of(figure: ItemFigure | AreaFigure): Change | null;
}

/** A unit with what it drew before. */
interface Pair {
  readonly unit: string;
  readonly before: CompileRound;
  readonly rounds: readonly CompileRound[];
}

export interface SinceInput {
  readonly rounds: readonly CompileRound[];
  /** By unit: see `roundsBefore`. */
  readonly before: ReadonlyMap<string, CompileRound>;
  readonly template: ChecklistTemplate;
  readonly group: CaseGroup;
  /** Of all the rounds. */
  readonly figures: SetFigures;
  readonly areaCodesOf: AreaCodesOf;
}

/**
 * The change since the same units' rounds before: the share of the units that drew before, now less then, with the
 * interval by MOVER. An item or area whose meaning changed for one of the units has none.
 */
export function changeSince(input: SinceInput): ChangeSince {
  const { rounds, before, template, group, figures, areaCodesOf } = input;
  const units = [...Map.groupBy(rounds, ({ unit }) => unit)];
  const pairs = units.flatMap(([unit, own]): Pair[] => {
    const earlier = before.get(unit);
    return earlier !== undefined && isAlike(earlier, own) ? [{ unit, before: earlier, rounds: own }] : [];
  });
  if (pairs.length === 0) return { compared: null, of: () => null };
  const then = pairs.map((pair) => pair.before);
  const held = new Set(pairs.flatMap((pair) => pair.rounds));
  const kept = rounds.filter((round) => held.has(round));
  const now = kept.length === rounds.length ? figures : compileFigures(kept, template, group, areaCodesOf);
  const was = compileFigures(then, template, group, areaCodesOf);
  const known = new Set(pairs.map(({ unit }) => unit));
  return {
    compared: {
      roundIds: then.map(({ roundId }) => roundId),
      names: then.map(({ name }) => name),
      without: units.flatMap(([unit]) => (known.has(unit) ? [] : [unit])),
    },
    of: (figure) => {
      if (figure.part !== 'random' || isBroken(pairs, figure)) return null;
      const [is, used] = [pointOf(now, kept, figure), pointOf(was, then, figure)];
      return is === null || used === null ? null : changeBetween(used, is);
    },
  };
}

/** Whether two rounds drew among cases of the same kind by editions of one checklist. */
function isAlike(before: CompileRound, rounds: readonly CompileRound[]): boolean {
  const [id = ''] = templateItems(before.template).map((item) => item.id);
  return rounds.every((round) => {
    const reason = itemBreak(measuredBy(before), measuredBy(round), id);
    return reason !== 'other-checklist' && reason !== 'other-cases';
  });
}

function isBroken(pairs: readonly Pair[], figure: ItemFigure | AreaFigure): boolean {
  const breakOf = 'met' in figure ? areaBreak : itemBreak;
  return pairs.some(({ before, rounds }) =>
    rounds.some((round) => breakOf(measuredBy(before), measuredBy(round), figure.id) !== null),
  );
}

function measuredBy({ template, record }: CompileRound): MeasuredBy {
  return { template, plan: record.plan };
}

function pointOf(figures: SetFigures, rounds: readonly CompileRound[], { id, ...like }: ItemFigure | AreaFigure) {
  const isIt = (each: ItemFigure | AreaFigure) => each.id === id && each.part === 'random';
  const area = figures.areas.find(isIt);
  const item = figures.items.find(isIt);
  const figure = 'met' in like ? area : item === undefined ? undefined : { ...item, met: item.yes };
  const last = rounds.toSorted(inTime).at(-1);
  if (figure === undefined || figure.n === 0 || last === undefined) return null;
  const name = rounds.map((round) => round.name).join(', ');
  return figurePoint({ name, asOf: last.asOf, template: last.template }, figure);
}
