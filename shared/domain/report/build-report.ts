import { administrativeWorkbook } from './administrative.ts';
import { agendaItem } from './agenda/agenda-item.ts';
import { caseworkWorkbook, caseWorkbook } from './casework.ts';
import type { Figures } from './figures.ts';
import { findPersonData } from './person-data.ts';
import { leaderWorkbook } from './leader/leader.ts';
import { teamFigures } from './leader/team-figures.ts';
import { politicalWorkbook } from './political.ts';
import { politicalFigures } from './political-figures.ts';
import { figuresOf } from './round-facts.ts';
import type { ReportSource } from './source.ts';
import { withoutNames } from './without-names.ts';
import type { Workbook } from './workbook.ts';
import { yearWorkbook } from './year/year.ts';

export interface Report {
  readonly workbook: Workbook;
  /** As its reader may see them: rate and interval null where the report may not show them. */
  readonly figures: Figures;
}

/** A report of a round as data: what the preview shows and what the file holds. */
export function buildReport(
  kind: 'leader' | 'administrative' | 'political' | 'year' | 'casework',
  source: ReportSource,
): Report {
  if (kind === 'leader') return leaderReport(source);
  const figures = figuresOf(source);
  if (kind === 'administrative')
    return { workbook: administrativeWorkbook(withoutNames(source, 'people'), figures), figures };
  if (kind === 'casework') return { workbook: caseworkWorkbook(source), figures };
  const shown = politicalFigures(figures, source.threshold);
  const seed = printableSeed(source);
  const workbook = kind === 'year' ? yearWorkbook(source, shown, seed) : politicalWorkbook(source, shown, seed);
  return { workbook, figures: shown };
}

/** A leader sees counts of the team's own cases: a sample of all says nothing about all cases of one team. */
function leaderReport(source: ReportSource): Report {
  const figures = teamFigures(source);
  return { workbook: leaderWorkbook(source, figures), figures };
}

/** The committee's report as a text for its agenda item: the same figures, in the order of such an item. */
export function buildAgendaItem(kind: 'political' | 'year', source: ReportSource): Report {
  const figures = politicalFigures(figuresOf(source), source.threshold);
  return { workbook: agendaItem(kind, source, figures), figures };
}

/** The page of one case as a report; undefined where the case is not in the round, or was replaced. */
export function buildCaseReport(source: ReportSource, caseId: string): Report | undefined {
  const workbook = caseWorkbook(source, caseId);
  return workbook === undefined ? undefined : { workbook, figures: figuresOf(source) };
}

/** A seed that someone typed may be a CPR number or a case number; the committee's page then does without it. */
function printableSeed({ record, cases }: ReportSource): string | null {
  const nothing = { title: record.seed, subject: '', classification: '', footer: '', created: '', sheets: [] };
  const ids = cases.map(({ drawn }) => drawn.caseId);
  return findPersonData(nothing, [], ids).length === 0 ? record.seed : null;
}
