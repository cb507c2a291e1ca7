import { administrativeWords, caseworkWords as words } from '../../words/administrative-report.ts';
import { isClosed } from '../review/answer.ts';
import { answerWords, severityWords } from '../../words/report.ts';
import type { AnswerValue } from '../review/answer.ts';
import { type TemplateItem, templateItems } from '../review/template.ts';
import { type CaseFinding, findingsByCase } from './list-findings.ts';
import { danishDay, periodOf, reviewedCases, unitOf } from './round-facts.ts';
import { exampleRows, sheetNames, textRow } from './sheet-parts.ts';
import type { ReportCase, ReportReview, ReportSource } from './source.ts';
import type { Sheet, SheetRow, Workbook } from './workbook.ts';

const widths = [25, 69] as const;
const columns = widths.length;
/** Excel shows no row higher than 409 points; longer texts go on in the next row. */
const longestParagraph = 1_200;

/** One sheet for each case that is begun or closed, for the talk with its caseworker: what is good comes first. */
export function caseworkWorkbook(source: ReportSource): Workbook {
  const cases = reviewedCases(source).filter(
    ({ review }) => isClosed(review.state) || review.answers.some(({ value }) => value !== null),
  );
  const names = sheetNames(cases.map(({ row }) => words.sheet(row.drawn.caseId)));
  const findings = findingsByCase(source);
  const sheets = cases.map(({ row, review }, index) =>
    caseSheet(source, names[index] ?? '', row, review, findings.get(row.drawn.caseId) ?? []),
  );
  return {
    title: words.workbookTitle,
    subject: words.subject,
    classification: words.classification,
    footer: administrativeWords.footer(unitOf(source), periodOf(source)),
    created: source.created,
    sheets: sheets.length > 0 ? sheets : [nothingRead(source)],
  };
}

function nothingRead(source: ReportSource): Sheet {
  return sheetOf(words.noneSheet, [
    textRow(words.workbookTitle, 'title', columns),
    ...exampleRows(source.round.example, columns),
    textRow(words.none, 'text', columns),
  ]);
}

function caseSheet(
  source: ReportSource,
  name: string,
  row: ReportCase,
  review: ReportReview,
  findings: readonly CaseFinding[],
): Sheet {
  const { caseId } = row.drawn;
  return sheetOf(name, [
    textRow(words.title(caseId), 'title', columns),
    ...exampleRows(source.round.example, columns),
    textRow(words.classification, 'muted', columns),
    textRow(aboutCase(source, row, review), 'subtitle', columns),
    textRow(words.goodHeading, 'heading', columns),
    ...goodRows(source, review),
    textRow(words.findingsHeading, 'heading', columns),
    ...(findings.length === 0 ? [textRow(words.noFindings, 'text', columns)] : findings.flatMap(findingRows)),
    textRow(words.agreedHeading, 'heading', columns),
    ...source.actions
      .filter((action) => action.caseId === caseId)
      .flatMap(({ text, owner, due }) =>
        paragraphs(words.agreed(text, owner, due === null ? '' : danishDay(due)), 'text'),
      ),
    ...[words.agreement, words.owner, words.deadline, words.talked].map(lineToWriteOn),
  ]);
}

function sheetOf(name: string, rows: readonly SheetRow[]): Sheet {
  return { name, widths, orientation: 'portrait', rows };
}

function aboutCase({ template }: ReportSource, { case: record }: ReportCase, review: ReportReview): string {
  const items = templateItems(template).length;
  const answered = review.answers.filter(({ value }) => value !== null).length;
  const { caseworker } = record.values;
  return [
    caseworker === undefined ? '' : words.caseworker(caseworker),
    review.closedAt === null ? words.draft(answered, items) : words.closedOn(danishDay(review.closedAt)),
  ]
    .filter(Boolean)
    .join(' · ');
}

/** The questions answered yes, under the section they belong to. */
function goodRows({ template }: ReportSource, { answers }: ReportReview): readonly SheetRow[] {
  const values = new Map(answers.map(({ itemId, value }) => [itemId, value]));
  const items = templateItems(template);
  const good = items.filter(({ id }) => values.get(id) === 'yes');
  if (good.length === 0) return [textRow(words.noGood, 'text', columns)];
  const relevant = items.filter(({ id }) => isRelevant(values.get(id)));
  return [
    textRow(words.goodCount(good.length, relevant.length), 'text', columns),
    ...template.sections.flatMap((section): readonly SheetRow[] => {
      const lines = section.items.filter((item) => good.includes(item)).map(({ question }) => words.good(question));
      if (lines.length === 0) return [];
      const cells = [section.title, lines.join('\n')].map((value) => ({ value, style: 'cell-wrap' as const }));
      return [{ cells }];
    }),
  ];
}

function isRelevant(value: AnswerValue | null | undefined): boolean {
  return value !== null && value !== undefined && value !== 'na';
}

function findingRows({ item, value, answer }: CaseFinding): readonly SheetRow[] {
  return [
    textRow(item.question, 'strong', columns),
    textRow(words.about(answerWords[value], severityWords[item.severity], lawOf(item)), 'muted', columns),
    ...(answer.note === '' ? [] : paragraphs(words.note(answer.note), 'text')),
    ...(answer.evidence === '' ? [] : paragraphs(words.evidence(answer.evidence), 'text')),
  ];
}

function lawOf({ law, lawyerCheck }: TemplateItem): string {
  return lawyerCheck ? `${law}. ${words.lawyerCheck}` : law;
}

/** A long text in as many rows as it needs, broken between words. */
function paragraphs(text: string, style: 'text'): readonly SheetRow[] {
  const pieces =
    text.match(new RegExp(`[\\s\\S]{1,${longestParagraph}}(?:\\s|$)|\\S{1,${longestParagraph}}`, 'g')) ?? [];
  return pieces.map((piece) => textRow(piece.trim(), style, columns));
}

function lineToWriteOn(label: string): SheetRow {
  return {
    height: 24,
    cells: [
      { value: label, style: 'cell' },
      { value: null, style: 'cell' },
    ],
  };
}
