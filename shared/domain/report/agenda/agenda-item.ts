import { agendaItemWords as words } from '../../../words/agenda-item.ts';
import { committeePageWords } from '../../../words/committee-report.ts';
import type { Figures } from '../figures.ts';
import { politicalWorkbook } from '../political.ts';
import { periodOf, unitOf } from '../round-facts.ts';
import { textRow } from '../sheet-parts.ts';
import type { ReportSource } from '../source.ts';
import type { Sheet, SheetRow, Workbook } from '../workbook.ts';
import { yearWorkbook } from '../year/year.ts';
import { dotColumns, runningText, sectionsOf } from './page-sections.ts';

/**
 * The text of the agenda item that the committee's report is the annex of, under the headings of Danish agendas. Its
 * words and figures are those of the committee's page, taken from it, so that the two cannot differ. `figures`: those
 * the committee may see. What the program cannot know stands as a sentence in brackets.
 */
export function agendaItem(kind: 'political' | 'year', source: ReportSource, figures: Figures): Workbook {
  const annex = kind === 'year' ? yearWorkbook(source, figures, null) : politicalWorkbook(source, figures, null);
  const [page] = annex.sheets;
  const period = kind === 'year' ? source.record.asOf.slice(0, 4) : periodOf(source);
  return {
    title: annex.title,
    subject: words.subject,
    classification: words.classification(source.profile.municipality),
    footer: annex.footer,
    created: annex.created,
    sheets: page === undefined ? [] : [itemSheet(source, annex.title, period, page)],
  };
}

function itemSheet(source: ReportSource, title: string, period: string, page: Sheet): Sheet {
  const dots = dotColumns(page);
  const widths = page.widths.filter((_, index) => !dots.has(index));
  const text = (value: string, style: 'text' | 'muted' | 'heading' | 'strong' | 'title' = 'text') =>
    textRow(value, style, widths.length);
  const section = (heading: string, lines: readonly string[]) => [
    text(heading, 'heading'),
    ...lines.map((line) => text(line)),
  ];
  const { head, sections } = sectionsOf(page);
  const recommendation = sections.find(({ heading }) => heading === committeePageWords.recommendationHeading);
  const asked = (recommendation?.rows ?? []).flatMap((row) => runningText(row) ?? []);
  return {
    name: words.sheet,
    widths,
    orientation: 'portrait',
    rows: [
      text(words.classification(source.profile.municipality), 'muted'),
      text(title, 'title'),
      text(words.fillIn, 'muted'),
      ...warnings(head, widths.length),
      ...section(words.summaryHeading, [words.summary(unitOf(source), period), ...conclusion(head)]),
      text(words.caseHeading, 'heading'),
      text(words.backgroundHeading, 'strong'),
      text(words.background),
      text(words.checklist(source.template.title, source.template.edition)),
      ...sections
        .filter((each) => each !== recommendation)
        .map(({ heading, rows }) => ({ heading, kept: withoutDots(rows, dots, widths.length) }))
        .filter(({ kept }) => kept.length > 0)
        .flatMap(({ heading, kept }) => [text(heading, 'strong'), ...kept]),
      ...section(words.lawHeading, [...words.law, words.check]),
      ...section(words.economyHeading, [words.economy]),
      ...section(words.hearingHeading, [words.hearing]),
      ...section(words.recommendationHeading, asked.length === 0 ? [words.recommendationMissing] : asked),
      ...section(words.annexHeading, [words.annex(title, period)]),
    ],
  };
}

/** That the cases are examples, or the figures not final, is said here as on the page. */
function warnings(head: readonly SheetRow[], columns: number): readonly SheetRow[] {
  return head.flatMap((row) => {
    const style = row.cells[0]?.style ?? 'text';
    const value = runningText(row);
    return value !== null && style.startsWith('status-') ? [textRow(value, style, columns)] : [];
  });
}

function conclusion(head: readonly SheetRow[]): readonly string[] {
  return head.flatMap((row) => (row.cells[0]?.style === 'lead' ? (runningText(row) ?? []) : []));
}

/** The rows of a section for a text: no dots, no sentence about dots, no empty lines. */
function withoutDots(rows: readonly SheetRow[], dots: ReadonlySet<number>, columns: number): readonly SheetRow[] {
  return rows.flatMap((row) => {
    const value = runningText(row);
    if (value !== null) return [textRow(withoutDotSentence(value), row.cells[0]?.style ?? 'text', columns)];
    if (row.cells.length < 2) return [];
    return [{ ...row, cells: row.cells.filter((_, index) => !dots.has(index)) }];
  });
}

/** The small print begins with what a dot means, where one is more than a case. */
function withoutDotSentence(text: string): string {
  const [before = '', after = ''] = committeePageWords.dotMeans(0).split('0');
  const end = text.indexOf(after);
  return text.startsWith(before) && end > 0 ? text.slice(end + after.length) : text;
}
