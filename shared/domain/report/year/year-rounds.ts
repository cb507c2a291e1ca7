import { yearReportWords as words } from '../../../words/year-report.ts';
import type { Action } from '../../review/action.ts';
import type { ChecklistTemplate } from '../../review/template.ts';
import type { Figures } from '../figures.ts';
import { politicalFigures } from '../political-figures.ts';
import { clipText } from '../clip-text.ts';
import { danishDay } from '../round-facts.ts';
import type { ReportSource } from '../source.ts';

/** A round as the yearly report shows it; its figures are those that the committee may see. */
export interface YearRound {
  readonly name: string;
  readonly asOf: string;
  readonly template: ChecklistTemplate;
  readonly figures: Figures;
  readonly actions: readonly Action[];
}

/** A column of the table holds no more. */
const longestName = 28;

/** The calendar year that the report is about: the one its round was judged in. */
export function yearOf({ record }: ReportSource): string {
  return record.asOf.slice(0, 4);
}

/** Every round up to and with this one, oldest first, of any year. `figures`: this round's, as the committee sees them. */
export function allRounds(source: ReportSource, figures: Figures): readonly YearRound[] {
  const { earlier, threshold, round, record, template, actions } = source;
  return [
    ...earlier.map((each) => ({ ...each, figures: politicalFigures(each.figures, threshold) })),
    { name: round.name, asOf: record.asOf, template, figures, actions },
  ];
}

/** The rounds that have figures to show: those with random cases, and the latest one whatever it has. */
export function drawnAtRandom(rounds: readonly YearRound[]): readonly YearRound[] {
  return rounds.filter(({ figures }, index) => index === rounds.length - 1 || figures.coverage.random.drawn > 0);
}

export function ofYear(rounds: readonly YearRound[], year: string): readonly YearRound[] {
  return rounds.filter(({ asOf }) => asOf.startsWith(year));
}

export function roundName({ name, asOf }: Pick<YearRound, 'name' | 'asOf'>): string {
  return name.trim() === '' ? words.unnamed(danishDay(asOf)) : clipText(name, longestName);
}
