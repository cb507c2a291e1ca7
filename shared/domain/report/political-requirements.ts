import type { ChecklistTemplate } from '../review/template.ts';
import type { Figures, ItemFigure } from './figures.ts';

/** A legal requirement whose counts the committee may see. */
export interface ShownRequirement {
  readonly area: string;
  readonly question: string;
  /** At least ten relevant cases are behind it; `rate` is not null. */
  readonly figure: ItemFigure;
}

/**
 * The legal requirements of the checklist that may be printed with their counts, in its order: ten relevant cases or
 * more. Where an area is shown beside them, its cases that are not met less those that its printed requirements can
 * account for would be a count of a hidden requirement; the smallest printed one is then left out too.
 * `figures` are those that the committee may see.
 */
export function shownRequirements(figures: Figures, template: ChecklistTemplate): readonly ShownRequirement[] {
  const byId = new Map(figures.items.map((figure) => [figure.id, figure]));
  const legal = template.sections
    .flatMap(({ items }) => items)
    .filter(({ type }) => type === 'legal')
    .flatMap(({ id, area, question }): ShownRequirement[] => {
      const figure = byId.get(id);
      return figure === undefined ? [] : [{ area, question, figure }];
    });
  const left = new Set(template.areas.flatMap(({ id }) => leftOut(legal, figures, id)));
  return legal.filter((each) => isCounted(each) && !left.has(each));
}

function isCounted({ figure }: ShownRequirement): boolean {
  return figure.rate !== null;
}

function leftOut(legal: readonly ShownRequirement[], { areas }: Figures, areaId: string): readonly ShownRequirement[] {
  const ofArea = legal.filter(({ area }) => area === areaId);
  const whole = areas.find(({ id, part }) => id === areaId && part === 'random');
  const printed = ofArea.filter(isCounted);
  const isHidden = ofArea.some(({ figure }) => figure.noInterval === 'suppressed');
  if (whole === undefined || !isHidden) return [];
  const accounted = printed.reduce((sum, { figure }) => sum + figure.n - figure.yes, 0);
  if (whole.n - whole.met <= accounted) return [];
  return printed.toSorted((a, b) => a.figure.n - b.figure.n).slice(0, 1);
}
