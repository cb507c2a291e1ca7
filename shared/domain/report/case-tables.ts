import {
  actionKindWords,
  administrativeWords as words,
  caseListWords,
  columnWords as names,
  tableWords,
} from '../../words/administrative-report.ts';
import {
  answerWords,
  outcomeWords,
  partWords,
  replacementWords,
  reportWords,
  severityWords,
  stateWords,
} from '../../words/report.ts';
import { targetedRuleWords } from '../../words/targeted-rules.ts';
import type { Action } from '../review/action.ts';
import { answersByItem, type AnswerValue } from '../review/answer.ts';
import { areaOutcome } from '../review/outcome.ts';
import type { TemplateArea } from '../review/template.ts';
import { type CaseFinding, findingsByCase, listFindings } from './list-findings.ts';
import { danishDay, dayOf } from './round-facts.ts';
import { samplePartOf } from './sample-part.ts';
import { type Column, tableSheet } from './sheet-parts.ts';
import type { ReportCase, ReportReview, ReportSource } from './source.ts';
import type { CellValue, Sheet } from './workbook.ts';

interface CaseLine {
  readonly number: number;
  readonly row: ReportCase;
  readonly review: ReportReview | undefined;
  readonly answers: ReadonlyMap<string, AnswerValue>;
  readonly findings: readonly CaseFinding[];
}

/** Every case of the sample, replaced ones with their reason, and how it came out on each area. */
export function casesSheet(source: ReportSource): Sheet {
  const reviews = new Map(source.reviews.map((review) => [review.caseId, review]));
  const findings = findingsByCase(source);
  return tableSheet({
    name: words.sheets.cases,
    ...tableWords.cases,
    columns: caseColumns(source),
    rows: source.cases.map((row, index) => {
      const review = reviews.get(row.drawn.caseId);
      return {
        number: index + 1,
        row,
        review,
        answers: answersByItem(review?.answers ?? []),
        findings: findings.get(row.drawn.caseId) ?? [],
      };
    }),
    example: source.round.example,
  });
}

function caseColumns(source: ReportSource): readonly Column<CaseLine>[] {
  const partOf = samplePartOf(source.record.plan);
  return [
    { header: names.number.name, width: 6, numeric: true, value: ({ number }) => number },
    { header: names.caseId.name, width: 15, value: ({ row }) => row.drawn.caseId },
    { header: names.part.name, width: 10, value: ({ row }) => partWords[partOf(row.drawn)] },
    { header: names.stratum.name, width: 15, value: ({ row }) => stratumText(row.drawn.stratum) },
    { header: names.rank.name, width: 8, numeric: true, value: ({ row }) => row.drawn.rank },
    { header: names.state.name, width: 14, value: stateOf },
    ...source.template.areas.map((area): Column<CaseLine> => areaColumn(source, area)),
    {
      header: names.findingCount.name,
      width: 8,
      numeric: true,
      value: ({ row, findings }) => (row.replacedBy === null ? findings.length : null),
    },
    {
      header: names.criticalCount.name,
      width: 10,
      numeric: true,
      value: ({ row, findings }) =>
        row.replacedBy === null ? findings.filter(({ critical }) => critical).length : null,
    },
    { header: names.remark.name, width: 22, value: ({ row }) => remarkOf(source, row.drawn.caseId) },
  ];
}

function areaColumn({ template }: ReportSource, { id, short }: TemplateArea): Column<CaseLine> {
  return {
    header: short,
    width: Math.max(13, ...short.split(' ').map((word) => word.length + 2)),
    value: ({ row, answers }) =>
      row.replacedBy !== null || answers.size === 0 ? null : outcomeWords[areaOutcome(template, id, answers)],
  };
}

function stratumText(stratum: string): string {
  if (stratum === '') return caseListWords.allCases;
  const rules: Readonly<Record<string, string>> = targetedRuleWords;
  return rules[stratum] ?? stratum;
}

function stateOf({ row, review }: CaseLine): string {
  return row.replacedBy === null ? stateWords[review?.state ?? 'not-started'] : caseListWords.replacedState;
}

function remarkOf({ record }: ReportSource, caseId: string): string | null {
  const out = record.replaced.find((replaced) => replaced.caseId === caseId);
  const came = record.replaced.find((replaced) => replaced.replacedBy === caseId);
  const texts = [
    came === undefined ? '' : caseListWords.replaces(came.caseId),
    out === undefined ? '' : caseListWords.replaced(out.replacedBy, replacementWords[out.reason]),
  ].filter(Boolean);
  return texts.length === 0 ? null : texts.join(' ');
}

/** Every finding with its note, its evidence and what was agreed about it; critical ones first. */
export function findingsSheet(source: ReportSource): Sheet {
  const partOf = samplePartOf(source.record.plan);
  const columns: readonly Column<CaseFinding>[] = [
    { header: names.caseId.name, width: 16, value: ({ row }) => row.drawn.caseId },
    { header: names.part.name, width: 11, value: ({ row }) => partWords[partOf(row.drawn)] },
    { header: names.question.name, width: 40, value: ({ item }) => item.question },
    { header: names.law.name, width: 20, value: ({ item }) => item.law },
    { header: names.answer.name, width: 12, value: ({ value }) => answerWords[value] },
    { header: names.severity.name, width: 12, value: ({ item }) => severityWords[item.severity] },
    { header: names.note.name, width: 34, value: ({ answer }) => answer.note || null },
    { header: names.evidence.name, width: 22, value: ({ answer }) => answer.evidence || null },
    { header: names.action.name, width: 30, value: (finding) => agreedAbout(source, finding) },
  ];
  const rank = (finding: CaseFinding) => (finding.critical ? 0 : 1);
  return tableSheet({
    name: words.sheets.findings,
    ...tableWords.findings,
    columns,
    rows: listFindings(source).toSorted((a, b) => rank(a) - rank(b)),
    example: source.round.example,
  });
}

function agreedAbout({ actions }: ReportSource, { row, item }: CaseFinding): string | null {
  const texts = actions
    .filter(({ caseId, itemId }) => caseId === row.drawn.caseId && itemId === item.id)
    .map(({ text, due }) => (due === null ? text : `${text} (${names.due.name.toLowerCase()} ${danishDay(due)})`));
  return texts.length === 0 ? null : texts.join('\n');
}

/** The actions of the round, open ones first. */
export function actionsSheet(source: ReportSource): Sheet {
  const questions = new Map(
    source.template.sections.flatMap(({ items }) => items.map(({ id, question }) => [id, question])),
  );
  const day = (iso: string | null): CellValue => {
    const date = iso === null ? null : dayOf(iso);
    return date === null ? iso : { date };
  };
  const columns: readonly Column<Action>[] = [
    { header: names.kind.name, width: 10, value: ({ kind }) => actionKindWords[kind] },
    { header: names.caseId.name, width: 16, value: ({ caseId }) => caseId },
    {
      header: names.question.name,
      width: 38,
      value: ({ itemId }) => (itemId === null ? null : (questions.get(itemId) ?? itemId)),
    },
    { header: names.action.name, width: 44, value: ({ text }) => text },
    { header: names.owner.name, width: 20, value: ({ owner }) => owner || null },
    { header: names.due.name, width: 12, value: ({ due }) => day(due) },
    { header: names.done.name, width: 12, value: ({ done }) => day(done) },
    { header: names.critical.name, width: 10, value: ({ critical }) => (critical ? reportWords.yes : reportWords.no) },
    { header: names.created.name, width: 12, value: ({ created }) => day(created) },
  ];
  return tableSheet({
    name: words.sheets.actions,
    ...tableWords.actions,
    columns,
    rows: source.actions.toSorted(
      (a, b) => Number(a.done !== null) - Number(b.done !== null) || (a.due ?? '9999').localeCompare(b.due ?? '9999'),
    ),
    example: source.round.example,
  });
}
