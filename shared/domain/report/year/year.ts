import { committeePageWords, howWords } from '../../../words/committee-report.ts';
import { yearReportWords as words } from '../../../words/year-report.ts';
import { formatCount } from '../../calendar/format.ts';
import type { Figures } from '../figures.ts';
import { provisionalText } from '../political-how.ts';
import { politicalMethodSheet } from '../political-method.ts';
import { resultRows, resultWidths } from '../political-result.ts';
import { committeeFooter, periodOf, unitOf } from '../round-facts.ts';
import { sectionOf, spreadPage } from '../committee-rows.ts';
import { exampleRows, textRow } from '../sheet-parts.ts';
import type { ReportSource } from '../source.ts';
import type { Sheet, SheetRow, Workbook } from '../workbook.ts';
import { doneRows, remainingRows } from './year-actions.ts';
import { allRounds, drawnAtRandom, ofYear, roundName, type YearRound, yearOf } from './year-rounds.ts';
import { hasBreak, shownArea, tableWidths, yearTable } from './year-table.ts';

/**
 * The committee's yearly report, one page and a method page: the rounds of the calendar year of this round up to and
 * with it, area by area; what was done, with what a later sample shows; what remains. Rounds are never added up.
 * `figures` are already those of this round that the committee may see.
 */
export function yearWorkbook(source: ReportSource, figures: Figures, seed: string | null): Workbook {
  const { profile, created } = source;
  const year = yearOf(source);
  return {
    title: words.title(year),
    subject: words.subject,
    classification: committeePageWords.classification(profile.municipality),
    footer: committeeFooter(source, words.footer(year)),
    created,
    sheets: [
      page(source, figures, year),
      politicalMethodSheet(source, figures, seed, [words.methodLabel, words.methodText]),
    ],
  };
}

function page(source: ReportSource, figures: Figures, year: string): Sheet {
  const every = allRounds(source, figures);
  const all = ofYear(every, year);
  const rounds = drawnAtRandom(all);
  const isOne = rounds.length === 1;
  const widths = isOne ? resultWidths.alone : tableWidths(rounds.length);
  const columns = widths.length;
  const section = sectionOf(columns);
  const { conclusion, improve, recommendation } = source.words;
  const rows = [
    textRow(committeePageWords.classification(source.profile.municipality), 'muted', columns),
    ...exampleRows(source.round.example, columns),
    textRow(words.title(year), 'title', columns),
    textRow([unitOf(source), isOne ? periodOf(source) : ''].filter(Boolean).join(', '), 'subtitle', columns),
    textRow(leadText(rounds), 'lead', columns),
    textRow(howText(source, all.length - rounds.length), 'text', columns),
    ...(conclusion.trim() === '' ? [] : [textRow(words.latest(conclusion), 'text', columns)]),
    textRow(words.resultHeading, 'heading', columns),
    ...(isOne
      ? oneRound(source, figures, columns)
      : [...yearTable(source, rounds), smallPrint(source, rounds, columns)]),
    ...section(words.doneHeading, doneRows(source, every, year)),
    ...section(
      committeePageWords.improveHeading,
      improve.map((line) => committeePageWords.bullet + line),
    ),
    ...section(words.remainsHeading, remainingRows(source, every)),
    ...section(committeePageWords.recommendationHeading, [recommendation]),
  ];
  return {
    name: committeePageWords.sheet,
    ...spreadPage(widths, rows),
    orientation: 'portrait',
    onePage: true,
  };
}

/** One round is shown as its own page shows it; without a round before it in the year there is no change to tell. */
function oneRound(source: ReportSource, figures: Figures, columns: number): readonly SheetRow[] {
  const provisional = provisionalText(figures);
  const areas = figures.areas.filter(({ part }) => part === 'random');
  return [
    ...(provisional === null ? [] : [textRow(provisional, 'status-attention', columns)]),
    ...(areas.length === 0 ? [] : resultRows({ ...source, earlier: [] }, areas, figures)),
  ];
}

function leadText(rounds: readonly YearRound[]): string {
  const read = rounds.reduce((sum, { figures }) => sum + figures.coverage.random.started, 0);
  return words.lead(rounds.length, formatCount(read, 0));
}

function howText({ readers }: ReportSource, left: number): string {
  const leftOut = left === 0 ? [] : [words.leftOut(left)];
  return [words.howEach(howWords.readers(readers)), words.howApart, ...leftOut].join(' ');
}

function smallPrint(source: ReportSource, rounds: readonly YearRound[], columns: number): SheetRow {
  const unfinished = rounds.filter(({ figures: { coverage } }) => coverage.random.closed < coverage.random.drawn);
  const hidden = rounds.some(({ figures, template }) => template.areas.some(({ id }) => !shownArea(figures, id)));
  const text = [
    words.metMeans,
    words.separate,
    words.again,
    hasBreak(rounds) ? words.breakMeans : '',
    hidden ? words.suppressed(source.threshold) : '',
    unfinished.length === 0 ? '' : words.provisional(unfinished.map((round) => roundName(round)).join(', ')),
  ];
  return textRow(text.join('').trim(), 'muted', columns);
}
