import { casePageWords as words, commentText } from '../../words/case-page.ts';
import { drawnBecause } from '../../words/sampling.ts';
import { answerWords } from '../../words/report.ts';
import { maskCpr } from '../importing/mask-cpr.ts';
import { isClosed } from '../review/answer.ts';
import { type CasePage, casePage, type PageFinding } from './case-page.ts';
import { provenanceLine } from './provenance.ts';
import { danishDay, dayOf } from './round-facts.ts';
import { exampleRows, textRow } from './sheet-parts.ts';
import type { ReportCase, ReportReview, ReportSource } from './source.ts';
import type { CellValue, Sheet, SheetRow } from './workbook.ts';

/** Together as wide as A4 in portrait at full size. */
const widths = [32, 12, 32, 18] as const;
/** For a case with much to say: printed at three quarters, which takes fewer pages than narrow columns at full size. */
const wideWidths = [44, 13, 44, 25] as const;
const columns = widths.length;
/** Excel shows no row higher than 409 points; longer texts go on in the next row. */
const longestCell = 500;
const longestParagraph = 1_200;
/** Points of white above the last line. */
const air = 8;
/** What is listed by name of what was answered yes; the rest is counted. */
const mostListed = 5;
/** A case with no more than this stands at full size. */
const little = { findings: 4, characters: 1_000 } as const;
/** A case with no more than this is scaled to one page; one with more flows on, with the names of its columns. */
const onOnePage = { findings: 10, characters: 3_000 } as const;

/** The page of one case: what is good, what was found with the caseworker's comment beside it, what is agreed. */
export function casePageSheet(source: ReportSource, row: ReportCase, review: ReportReview, name: string): Sheet {
  const { caseId } = row.drawn;
  const talk = source.talks?.[caseId] ?? { conversation: null, comments: {} };
  const actions = source.actions.filter((action) => action.caseId === caseId);
  const page = casePage({ template: source.template, answers: review.answers, actions, ...talk });
  return {
    name,
    widths: holdsAtMost(page, little) ? widths : wideWidths,
    orientation: 'portrait',
    frozen: false,
    onePage: holdsAtMost(page, onOnePage),
    rows: [
      textRow(words.title(caseId), 'title', columns),
      ...exampleRows(source.round.example, columns),
      textRow(words.classification, 'strong', columns),
      textRow(aboutCase(source, row, review, page), 'subtitle', columns),
      textRow(words.goodHeading, 'heading', columns),
      ...goodRows(page),
      textRow(words.findingsHeading, 'heading', columns),
      ...findingRows(page.findings),
      textRow(words.agreedHeading, 'heading', columns),
      ...agreedRows(page),
      textRow(words.actionsHeading, 'heading', columns),
      ...actionRows(page),
      { height: air, cells: [] },
      textRow(provenanceLine(source), 'muted', columns),
    ],
  };
}

function holdsAtMost(
  { findings, conversation, good, actions }: CasePage,
  most: { readonly findings: number; readonly characters: number },
): boolean {
  const texts = [
    ...findings.flatMap(({ note, evidence, comment }) => [note, evidence, comment?.text ?? '']),
    conversation.praise,
    conversation.agreement,
    ...good.starred.map(({ line }) => line),
    ...actions.map(({ text }) => text),
  ];
  const characters = texts.reduce((sum, text) => sum + text.length, 0);
  return findings.length <= most.findings && characters <= most.characters;
}

function aboutCase({ profile, record }: ReportSource, row: ReportCase, review: ReportReview, page: CasePage): string {
  const caseworker = row.case.values.caseworker ?? '';
  const draft = page.answered === 0 ? words.notBegun : words.draft(page.answered, page.items);
  const closed = isClosed(review.state) && review.closedAt !== null;
  return [
    caseworker === '' ? '' : words.caseworker(maskCpr(caseworker)),
    profile.reviewer === '' ? '' : words.reader(profile.reviewer),
    closed ? words.closedOn(danishDay(review.closedAt ?? '')) : draft,
    words.drawn(maskCpr(drawnBecause(row.drawn, record.plan)), record.drawNumber),
  ]
    .filter(Boolean)
    .join(' · ');
}

function goodRows({ good, conversation }: CasePage): readonly SheetRow[] {
  const listed = good.important.slice(0, mostListed);
  const others = good.others + good.important.length - listed.length;
  return [
    textRow(good.yes === 0 ? words.noGood : words.goodCount(good.yes, good.relevant), 'text', columns),
    ...good.starred.map(({ item, line }) => textRow(words.starred(item.question, line), 'strong', columns)),
    ...(conversation.praise === '' ? [] : paragraphs(`${words.praise}: ${conversation.praise}`)),
    ...listed.map(({ question }) => textRow(words.good(question), 'text', columns)),
    ...(others > 0 && good.yes > others ? [textRow(words.others(others), 'muted', columns)] : []),
  ];
}

function findingRows(findings: readonly PageFinding[]): readonly SheetRow[] {
  if (findings.length === 0) return [textRow(words.noFindings, 'text', columns)];
  const names = [words.columns.question, words.columns.answer, words.columns.note, words.columns.comment];
  return [headerRow(names, true), ...findings.flatMap(oneFinding)];
}

/** One row, or as many as the longest of its texts needs. */
function oneFinding({ item, value, critical, note, evidence, comment }: PageFinding): readonly SheetRow[] {
  const law = item.lawyerCheck ? `${item.law}. ${words.lawyerCheck}` : item.law;
  const notes = [note === '' ? '' : words.note(note), evidence === '' ? '' : words.evidence(evidence)];
  const texts = [
    `${critical ? words.criticalFinding(item.question) : item.question}\n${law}`,
    answerWords[value],
    notes.filter(Boolean).join('\n'),
    comment === null ? '' : commentText(comment.stance, comment.text),
  ].map((text) => pieces(text, longestCell));
  const rows = Math.max(...texts.map(({ length }) => length));
  return Array.from({ length: rows }, (_, index) => cells(texts.map((text) => text[index] ?? null)));
}

function agreedRows({ conversation: { agreement, due, held } }: CasePage): readonly SheetRow[] {
  return [
    ...(agreement === '' ? [fact(words.agreement, null)] : paragraphs(agreement)),
    fact(words.due, dateCell(due)),
    fact(words.held, dateCell(held)),
  ];
}

function actionRows({ actions }: CasePage): readonly SheetRow[] {
  if (actions.length === 0) return [textRow(words.noActions, 'text', columns)];
  const { text, due, owner, state } = words.actionColumns;
  return [
    headerRow([text, due, owner, state], false),
    ...actions.flatMap((action) => {
      const [first = '', ...more] = pieces(action.text, longestCell);
      const done = action.done === null ? null : danishDay(action.done);
      const stands = [dateCell(action.due), action.owner || null, words.actionState(done, action.critical)];
      return [cells([first, ...stands]), ...more.map((piece) => cells([piece, null, null, null]))];
    }),
  ];
}

function headerRow(names: readonly string[], isHeader: boolean): SheetRow {
  return { isHeader, cells: names.map((value) => ({ value, style: 'header' })) };
}

function cells(values: readonly CellValue[]): SheetRow {
  return { cells: values.map((value) => ({ value, style: 'cell-wrap' })) };
}

/** A name with a value; without one it is a line to write on. */
function fact(label: string, value: CellValue): SheetRow {
  return {
    ...(value === null ? { height: 24 } : {}),
    cells: [
      { value: label, style: 'cell' },
      { value, style: 'cell-wrap' },
    ],
  };
}

function dateCell(iso: string | null): CellValue {
  const date = iso === null ? null : dayOf(iso);
  return date === null ? iso : { date };
}

function paragraphs(text: string): readonly SheetRow[] {
  return pieces(text, longestParagraph).map((piece) => textRow(piece, 'text', columns));
}

/** A long text in pieces that a row can show, broken between words. */
function pieces(text: string, longest: number): readonly string[] {
  const found = text.match(new RegExp(`[\\s\\S]{1,${longest}}(?:\\s|$)|\\S{1,${longest}}`, 'g')) ?? [];
  return found.map((piece) => piece.trim()).filter((piece) => piece !== '');
}
