import { frontWords } from '../../../words/administrative-front.ts';
import { noIntervalWords } from '../../../words/report.ts';
import { formatPercent } from '../../calendar/format.ts';
import { type ChecklistTemplate, type TemplateItem, templateItems } from '../../review/template.ts';
import type { Figures, ItemFigure } from '../figures.ts';
import { intervalText } from '../interval-text.ts';

/** An item of the random part with enough relevant answers to point at it. */
export interface PointedItem {
  readonly item: TemplateItem;
  readonly figure: ItemFigure;
  readonly rate: number;
}

/** A requirement kept in at least this share is among what works, any other among the challenges; the words say so. */
const worksFrom = 0.8;
/** Fewer relevant cases than this are too few to point at a question. */
const fewest = 10;
const linesPerList = 4;

/** What is kept most often, and what is kept least; items with ten relevant answers or more, four in each list. */
export function strengthsAndChallenges(template: ChecklistTemplate, { items }: Figures) {
  const byId = new Map(items.filter(({ part }) => part === 'random').map((figure) => [figure.id, figure]));
  const ranked = templateItems(template)
    .flatMap((item): PointedItem[] => {
      const figure = byId.get(item.id);
      return figure === undefined || figure.n < fewest || figure.rate === null
        ? []
        : [{ item, figure, rate: figure.rate }];
    })
    .toSorted((a, b) => b.rate - a.rate || b.figure.n - a.figure.n);
  return {
    enough: ranked.length > 0,
    works: ranked.filter(({ rate }) => rate >= worksFrom).slice(0, linesPerList),
    challenges: ranked
      .filter(({ rate }) => rate < worksFrom)
      .toReversed()
      .slice(0, linesPerList),
  };
}

/** Yes and n of the cases read, and what that says of all cases; the count first, as a count needs no weights. */
export function figureText({ yes, n, na, rate, weighted, interval, noInterval }: ItemFigure): string {
  const parts = [
    frontWords.count(yes, n),
    weighted && rate !== null ? frontWords.weighted(formatPercent(rate)) : '',
    interval === null ? '' : intervalText(interval, na > 0),
    interval === null && noInterval !== null ? noIntervalWords[noInterval] : '',
  ];
  return parts.filter(Boolean).join('; ');
}
