import type { AreaFigure, Figures, ItemFigure } from './figures.ts';
import { hiddenAlone, smallGroup, type SuppressionThreshold } from './suppression.ts';

/**
 * The figures as the committee may see them: no rate or interval for a suppressed group, no percentage under ten
 * relevant cases (design, section 5; method 4.2 and 4.3). An interval in whole cases is no percentage and stays.
 * Items and areas are not parts of a whole, so no total gives a hidden one away. Counts are left as they are: it is the
 * page that decides what it prints of them.
 */
export function politicalFigures(figures: Figures, threshold: SuppressionThreshold): Figures {
  return {
    ...figures,
    items: figures.items.map((item): ItemFigure => ({ ...item, ...shown(item, item.yes, threshold) })),
    areas: figures.areas.map((area): AreaFigure => ({ ...area, ...shown(area, area.met, threshold) })),
  };
}

type Result = Pick<ItemFigure, 'n' | 'rate' | 'interval' | 'noInterval'>;

function shown(figure: Result, positive: number, threshold: SuppressionThreshold): Omit<Result, 'n'> {
  const { n, rate, interval, noInterval } = figure;
  if (noInterval === 'targeted') return { rate, interval, noInterval };
  if (hiddenAlone({ n, positive }, threshold) !== null) {
    return { rate: null, interval: null, noInterval: 'suppressed' };
  }
  if (n >= smallGroup) return { rate, interval, noInterval };
  if (interval?.unit === 'share') return { rate: null, interval: null, noInterval: 'too-few' };
  return { rate: null, interval, noInterval };
}
