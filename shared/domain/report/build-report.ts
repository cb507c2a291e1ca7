import { administrativeWorkbook } from './administrative.ts';
import { caseworkWorkbook, caseWorkbook } from './casework.ts';
import type { Figures } from './figures.ts';
import { findPersonData } from './person-data.ts';
import { politicalWorkbook } from './political.ts';
import { politicalFigures } from './political-figures.ts';
import { figuresOf } from './round-facts.ts';
import type { ReportSource } from './source.ts';
import { defaultThreshold, type SuppressionThreshold } from './suppression.ts';
import type { Workbook } from './workbook.ts';

export interface Report {
  readonly workbook: Workbook;
  /** As its reader may see them: rate and interval null where the report may not show them. */
  readonly figures: Figures;
}

/** One of the three reports as data: what the preview shows and what the file holds. */
export function buildReport(
  kind: 'administrative' | 'political' | 'casework',
  source: ReportSource,
  threshold: SuppressionThreshold = defaultThreshold,
): Report {
  const figures = figuresOf(source);
  if (kind === 'administrative') return { workbook: administrativeWorkbook(source, figures), figures };
  if (kind === 'casework') return { workbook: caseworkWorkbook(source), figures };
  const shown = politicalFigures(figures, threshold);
  return { workbook: politicalWorkbook(source, shown, threshold, printableSeed(source)), figures: shown };
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
