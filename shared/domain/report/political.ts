import { committeePageWords as words } from '../../words/committee-report.ts';
import type { Figures } from './figures.ts';
import { sectionOf, spreadPage } from './committee-rows.ts';
import { actionRows } from './political-actions.ts';
import { howItWasDone, provisionalText } from './political-how.ts';
import { politicalMethodSheet } from './political-method.ts';
import { resultRows, resultWidths } from './political-result.ts';
import { committeeFooter, periodOf, unitOf } from './round-facts.ts';
import { exampleRows, textRow } from './sheet-parts.ts';
import type { ReportSource } from './source.ts';
import type { Sheet, Workbook } from './workbook.ts';

/**
 * The committee's annex: one A4 page and one page on method. No names, no case numbers, no caseworkers, no team, no
 * targeted case, and nothing of a group too small to be shown. `figures` are already those the committee may see.
 */
export function politicalWorkbook(source: ReportSource, figures: Figures, seed: string | null): Workbook {
  const { profile, created } = source;
  return {
    title: words.title,
    subject: words.subject,
    classification: words.classification(profile.municipality),
    footer: committeeFooter(source, periodOf(source)),
    created,
    sheets: [page(source, figures), politicalMethodSheet(source, figures, seed)],
  };
}

function page(source: ReportSource, figures: Figures): Sheet {
  const provisional = provisionalText(figures);
  const areas = figures.areas.filter(({ part }): boolean => part === 'random');
  const widths = source.earlier.length === 0 ? resultWidths.alone : resultWidths.changed;
  const columns = widths.length;
  const section = sectionOf(columns);
  const rows = [
    textRow(words.classification(source.profile.municipality), 'muted', columns),
    ...exampleRows(source.round.example, columns),
    textRow(words.title, 'title', columns),
    textRow([unitOf(source), periodOf(source)].filter(Boolean).join(', '), 'subtitle', columns),
    ...(provisional === null ? [] : [textRow(provisional, 'status-attention', columns)]),
    textRow(source.words.conclusion, 'lead', columns),
    ...section(words.howHeading, howItWasDone(source, figures)),
    ...(areas.length === 0
      ? []
      : [textRow(words.resultHeading, 'heading', columns), ...resultRows(source, areas, figures)]),
    ...section(
      words.worksHeading,
      source.words.works.map((line) => words.bullet + line),
    ),
    ...section(
      words.improveHeading,
      source.words.improve.map((line) => words.bullet + line),
    ),
    ...section(words.actionsHeading, actionRows(source, figures)),
    ...section(words.recommendationHeading, [source.words.recommendation]),
  ];
  return {
    name: words.sheet,
    ...spreadPage(widths, rows),
    orientation: 'portrait',
    onePage: true,
  };
}
