import type { AreaFigure, Figures, ItemFigure } from './figures.ts';
import { type Hidden, hiddenAlone, hiddenBeside, smallGroup, type SuppressionThreshold } from './suppression.ts';

/**
 * The figures as the committee may see them, of this round or an earlier one: only the randomly drawn cases, no count,
 * rate or interval of a suppressed group, no percentage under ten relevant cases (design, section 5; method 4.2 and
 * 4.3). An interval in whole cases is no percentage and stays. What is hidden is not there to be printed, compared
 * with another round or added up: a hidden group stands with n = 0 and `suppressed`.
 */
export function politicalFigures(figures: Figures, threshold: SuppressionThreshold): Figures {
  const areas = figures.areas.filter(({ part }) => part === 'random');
  const hidden = hiddenBeside(
    areas.map(({ n, met }) => ({ n, positive: met })),
    threshold,
  );
  return {
    ...figures,
    items: figures.items.filter(({ part }) => part === 'random').map((item) => shownItem(item, threshold)),
    areas: areas.map((area, index) => shownArea(area, hidden[index] ?? null)),
  };
}

const nothingShown = { n: 0, rate: null, interval: null, noInterval: 'suppressed', weighted: false } as const;

function shownItem(item: ItemFigure, threshold: SuppressionThreshold): ItemFigure {
  if (hiddenAlone({ n: item.n, positive: item.yes }, threshold) === null) return { ...item, ...shownResult(item) };
  return { ...item, ...nothingShown, yes: 0, partly: 0, no: 0, na: 0, cannotTell: 0, unanswered: 0 };
}

function shownArea(area: AreaFigure, hidden: Hidden | null): AreaFigure {
  if (hidden === null) return { ...area, ...shownResult(area) };
  const outcomes = { met: 0, 'partly-met': 0, 'not-met': 0, 'not-relevant': 0, unfinished: 0 };
  return { ...area, ...nothingShown, met: 0, outcomes };
}

type Result = Pick<ItemFigure, 'rate' | 'interval' | 'noInterval'>;

function shownResult({ n, rate, interval, noInterval }: Result & { readonly n: number }): Result {
  if (n >= smallGroup) return { rate, interval, noInterval };
  if (interval?.unit === 'share') return { rate: null, interval: null, noInterval: 'too-few' };
  return { rate: null, interval, noInterval };
}
