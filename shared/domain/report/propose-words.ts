import { proposalWords } from '../../words/committee-report.ts';
import type { ChecklistTemplate } from '../review/template.ts';
import { clipText } from './clip-text.ts';
import type { CommitteeWords } from './committee-words.ts';
import type { AreaFigure, Figures } from './figures.ts';
import { politicalFigures } from './political-figures.ts';
import { type ShownRequirement, shownRequirements } from './political-requirements.ts';
import type { SuppressionThreshold } from './suppression.ts';

/** A legal requirement kept in at least this share of the cases read is named under "Det virker"; the words say so. */
const worksFrom = 0.8;
const linesPerList = 2;

/**
 * First words for the committee page, made from nothing but the figures it may show. Names at most two legal
 * requirements that work and two that do not, ten relevant cases or more behind each; the rest is for a person to say.
 */
export function proposeWords(
  figures: Figures,
  template: ChecklistTemplate,
  threshold: SuppressionThreshold,
): CommitteeWords {
  const shown = politicalFigures(figures, threshold);
  const ranked = rankedRequirements(shown, template);
  const works = ranked.filter(({ rate }) => rate >= worksFrom).slice(0, linesPerList);
  const improve = ranked
    .filter(({ rate }) => rate < worksFrom)
    .toReversed()
    .slice(0, linesPerList);
  return {
    conclusion: conclude(shown.areas, template),
    works: linesOf(works, ranked.length === 0 ? proposalWords.tooFew : proposalWords.noStrength),
    improve: linesOf(improve, ranked.length === 0 ? proposalWords.tooFew : proposalWords.noWeakness),
    recommendation: proposalWords.recommendation,
  };
}

interface RankedItem extends ShownRequirement {
  readonly rate: number;
}

/** A line of the page holds 300 characters; the counts after the question need fewer than 60 of them. */
const longestQuestion = 240;

/** Highest rate first; equal rates in the order of the checklist. */
function rankedRequirements(figures: Figures, template: ChecklistTemplate): readonly RankedItem[] {
  return shownRequirements(figures, template)
    .map((requirement) => ({ ...requirement, rate: requirement.figure.rate ?? 0 }))
    .toSorted((a, b) => b.rate - a.rate);
}

function linesOf(items: readonly RankedItem[], otherwise: string): string[] {
  if (items.length === 0) return [otherwise];
  return items.map(({ question, figure }) =>
    proposalWords.item(clipText(question, longestQuestion), figure.yes, figure.n),
  );
}

/** The sentence speaks of the cases read, so their counts decide which area stands best, not the weighted rate. */
function conclude(areas: readonly AreaFigure[], template: ChecklistTemplate): string {
  const names = new Map(template.areas.map(({ id, short }) => [id, short]));
  const ranked = areas
    .filter(({ part, rate }) => part === 'random' && rate !== null)
    .toSorted((a, b) => b.met / b.n - a.met / a.n);
  const best = ranked.at(0);
  const worst = ranked.at(-1);
  if (best === undefined || worst === undefined) return proposalWords.nothingRead;
  const bestName = names.get(best.id) ?? best.id;
  if (best === worst) return proposalWords.oneArea(bestName, best.met, best.n);
  if (best.met === worst.met && best.n === worst.n)
    return proposalWords.same(best.met, best.n, ranked.length === areas.length);
  return proposalWords.bestAndWorst(
    lowerFirst(bestName),
    proposalWords.countOf(best.met, best.n),
    lowerFirst(names.get(worst.id) ?? worst.id),
    proposalWords.countOf(worst.met, worst.n),
  );
}

function lowerFirst(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
