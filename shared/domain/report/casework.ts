import { administrativeWords, caseworkWords as words } from '../../words/administrative-report.ts';
import { casePageWords } from '../../words/case-page.ts';
import { isClosed, type ReviewState } from '../review/answer.ts';
import { casePageSheet } from './case-page-sheet.ts';
import { periodOf, reviewedCases, unitOf } from './round-facts.ts';
import { exampleRows, sheetNames, textRow } from './sheet-parts.ts';
import type { ReportReview, ReportSource } from './source.ts';
import { withoutNames } from './without-names.ts';
import type { Sheet, Workbook } from './workbook.ts';

/**
 * One sheet for each case that is begun or closed, for the talk with its caseworker: what is good comes first. It names
 * the caseworker, and the case by its number; a child's name that somebody wrote is hidden.
 */
export function caseworkWorkbook(round: ReportSource): Workbook {
  const hidden = withoutNames(round, 'children');
  const sources = hidden.together?.map(({ source }) => source) ?? [hidden];
  const pages = sources.flatMap((source) => casesToTalkAbout(source).map((each) => ({ ...each, source })));
  const names = sheetNames(pages.map(({ row }) => casePageWords.title(row.drawn.caseId)));
  const sheets = pages.map(({ source, row, review }, index) => casePageSheet(source, row, review, names[index] ?? ''));
  return {
    ...frame(round),
    title: words.workbookTitle,
    subject: words.subject,
    sheets: sheets.length > 0 ? sheets : [nothingRead(round)],
  };
}

function casesToTalkAbout(source: ReportSource): ReturnType<typeof reviewedCases> {
  return reviewedCases(source).filter(
    ({ review }) => isClosed(review.state) || review.answers.some(({ value }) => value !== null),
  );
}

/** The workbook of one case; undefined where the case is not in the round, or was replaced. */
export function caseWorkbook(round: ReportSource, caseId: string): Workbook | undefined {
  const source = withoutNames(round, 'children');
  const row = source.cases.find(({ drawn, replacedBy }) => drawn.caseId === caseId && replacedBy === null);
  if (row === undefined) return undefined;
  const review = source.reviews.find((each) => each.caseId === caseId) ?? notBegun(caseId);
  const [name = ''] = sheetNames([casePageWords.title(caseId)]);
  return {
    ...frame(source),
    title: casePageWords.workbookTitle(caseId),
    subject: casePageWords.subject,
    sheets: [casePageSheet(source, row, review, name)],
  };
}

function frame(source: ReportSource): Pick<Workbook, 'classification' | 'footer' | 'created'> {
  const footer = administrativeWords.footer(unitOf(source), periodOf(source));
  return { classification: casePageWords.classification, footer, created: source.created };
}

function notBegun(caseId: string): ReportReview {
  const state: ReviewState = 'not-started';
  return { caseId, state, answers: [], closedAt: null };
}

function nothingRead(source: ReportSource): Sheet {
  const rows = [
    textRow(words.workbookTitle, 'title', 1),
    ...exampleRows(source.round.example, 1),
    textRow(words.none, 'text', 1),
  ];
  return { name: words.noneSheet, widths: [94], orientation: 'portrait', rows };
}
