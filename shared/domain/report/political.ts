import { committeeFooterWords, committeePageWords as words } from '../../words/committee-report.ts';
import type { AreaFigure, Figures } from './figures.ts';
import { actionRows } from './political-actions.ts';
import { howItWasDone, provisionalText } from './political-how.ts';
import { politicalMethodSheet } from './political-method.ts';
import { resultRows } from './political-result.ts';
import { periodOf, shortFingerprint, unitOf } from './round-facts.ts';
import { exampleRows, textRow } from './sheet-parts.ts';
import type { ReportSource } from './source.ts';
import type { Sheet, SheetRow, Workbook } from './workbook.ts';

const widths = [29, 28, 10, 27] as const;
const columns = widths.length;

/**
 * The committee's annex: one A4 page and one page on method. No names, no case numbers, no caseworkers, no team, no
 * targeted case, and nothing of a group too small to be shown. `figures` are already those the committee may see.
 */
export function politicalWorkbook(source: ReportSource, figures: Figures, seed: string | null): Workbook {
  const { profile, record, template, created } = source;
  const template_ = `${template.title}, udgave ${template.edition}`;
  return {
    title: words.title,
    subject: words.subject,
    classification: words.classification(profile.municipality),
    footer: committeeFooterWords(
      periodOf(source),
      record.drawNumber,
      shortFingerprint(record.populationFingerprint),
      template_,
    ),
    created,
    sheets: [page(source, figures), politicalMethodSheet(source, figures, seed)],
  };
}

function page(source: ReportSource, figures: Figures): Sheet {
  const provisional = provisionalText(figures);
  const areas = figures.areas.filter(({ part }): boolean => part === 'random');
  return {
    name: words.sheet,
    widths,
    orientation: 'portrait',
    onePage: true,
    rows: [
      textRow(words.classification(source.profile.municipality), 'muted', columns),
      ...exampleRows(source.round.example, columns),
      textRow(words.title, 'title', columns),
      textRow([unitOf(source), periodOf(source)].filter(Boolean).join(', '), 'subtitle', columns),
      ...(provisional === null ? [] : [textRow(provisional, 'status-attention', columns)]),
      textRow(source.words.conclusion, 'lead', columns),
      ...section(words.howHeading, howItWasDone(source, figures)),
      ...(areas.length === 0 ? [] : result(source, areas, figures)),
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
    ],
  };
}

function result(source: ReportSource, areas: readonly AreaFigure[], figures: Figures): readonly SheetRow[] {
  return [textRow(words.resultHeading, 'heading', columns), ...resultRows(source, areas, figures)];
}

function section(heading: string, lines: readonly string[]): readonly SheetRow[] {
  const filled = lines.filter((line) => line.trim() !== '');
  if (filled.length === 0) return [];
  return [textRow(heading, 'heading', columns), ...filled.map((line) => textRow(line, 'text', columns))];
}
