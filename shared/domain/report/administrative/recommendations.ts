import { recommendationLineWords as words } from '../../../words/administrative-front.ts';
import { recommendationWords } from '../../../words/recommendations.ts';
import { type Action, recommendations } from '../../review/action.ts';
import { danishDay } from '../round-facts.ts';
import type { ReportSource } from '../source.ts';
import type { Figures, ItemFigure } from '../figures.ts';
import { figureText, type PointedItem } from './strengths.ts';

/** A line of the front page: the figures that lead, and what they lead to. */
export interface FrontLine {
  readonly figures: string;
  readonly text: string;
}

const mostWritten = 8;
const mostProposed = 3;

/**
 * The open changes of practice of the round, in the order of the eight recommendations; then, for the weakest
 * requirements that no change of practice speaks of, a proposal marked as one.
 */
export function recommendationLines(
  { actions }: Pick<ReportSource, 'actions'>,
  { items }: Figures,
  challenges: readonly PointedItem[],
): readonly FrontLine[] {
  const random = new Map(items.filter(({ part }) => part === 'random').map((figure) => [figure.id, figure]));
  const practice = actions.filter(({ kind }) => kind === 'practice');
  const written = practice
    .filter(({ done }) => done === null)
    .toSorted((a, b) => orderOf(a) - orderOf(b) || (a.due ?? '9999').localeCompare(b.due ?? '9999'));
  const spokenOf = new Set(practice.map(({ itemId }) => itemId));
  const proposed = challenges.filter(({ item }) => !spokenOf.has(item.id)).slice(0, mostProposed);
  const left = written.length - mostWritten;
  return [
    ...written.slice(0, mostWritten).map((action) => ({ figures: leading(action, random), text: writtenText(action) })),
    ...(left > 0 ? [{ figures: '', text: words.more(left) }] : []),
    ...proposed.map(({ item, figure }) => ({ figures: figureText(figure), text: words.proposal(item.question) })),
  ];
}

/** Those without a category stand last. */
function orderOf({ category }: Action): number {
  return category === null ? recommendations.length : recommendations.indexOf(category);
}

function leading({ itemId }: Action, random: ReadonlyMap<string, ItemFigure>): string {
  const figure = itemId === null ? undefined : random.get(itemId);
  return figure === undefined || figure.n === 0 ? words.noFigure : figureText(figure);
}

function writtenText({ category, text, owner, due }: Action): string {
  const sentence = text.trim();
  const who = owner.trim() === '' ? words.noOwner : words.owner(owner.trim());
  const when = due === null ? words.noDue : words.due(danishDay(due));
  const what = words.inCategory(category === null ? null : recommendationWords[category], sentence);
  return `${what}${/[.!?]$/u.test(sentence) ? '' : '.'} ${who}, ${when}.`;
}
