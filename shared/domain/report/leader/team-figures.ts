import type { AreaFigure, Figures, ItemFigure } from '../figures.ts';
import { figuresOf } from '../round-facts.ts';
import type { ReportSource } from '../source.ts';
import { casesOfTeam, type TeamRound } from './of-team.ts';

/**
 * What was counted in the cases of the round's team. Rate and interval are null: a sample that was not drawn for the
 * team says nothing about all its cases, and so few are read of each that a percentage would mislead (method, 4.2).
 */
export function teamFigures(round: TeamRound & Pick<ReportSource, 'template' | 'record'>): Figures {
  const { template, record } = round;
  return countsOnly(figuresOf({ template, record, ...casesOfTeam(round) }));
}

/** The same counts without what was computed from them. */
function countsOnly({ items, areas, coverage }: Figures): Figures {
  return { items: items.map((item) => withoutRate(item)), areas: areas.map((area) => withoutRate(area)), coverage };
}

function withoutRate<F extends ItemFigure | AreaFigure>(figure: F): F {
  const noInterval = figure.part === 'targeted' ? 'targeted' : 'too-few';
  return { ...figure, rate: null, interval: null, noInterval, weighted: false };
}
