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
import { recommendationWords } from '../../words/recommendations.ts';
import { targetedRuleWords } from '../../words/targeted-rules.ts';
import type { Action } from '../review/action.ts';
import { answersByItem, type AnswerValue } from '../review/answer.ts';
import { areaOutcome } from '../review/outcome.ts';
import { type TemplateArea, templateItems } from '../review/template.ts';
import { type CaseFinding, findingsByCase, listFindings } from './list-findings.ts';
import { danishDay, dayOf } from './round-facts.ts';
import { samplePartOf } from './sample-part.ts';
import { column, type Column, type DescribedSheet, describedTable } from './sheet-parts.ts';
import type { ReportCase, ReportReview, ReportSource } from './source.ts';
import type { CellValue } from './workbook.ts';

interface CaseLine {
  readonly number: number;
  readonly row: ReportCase;
  readonly review: ReportReview | undefined;
  readonly answers: ReadonlyMap<string, AnswerValue>;
  readonly findings: readonly CaseFinding[];
}

/** Every case of the sample, replaced ones with their reason, and how it came out on each area. */
export function casesSheet(source: ReportSource): DescribedSheet {
  const reviews = new Map(source.reviews.map((review) => [review.caseId, review]));
  const findings = findingsByCase(source);
  return describedTable({
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
  const replacements = replacementsOf(source);
  const counted = (count: (findings: readonly CaseFinding[]) => number) => (line: CaseLine) =>
    line.row.replacedBy === null ? count(line.findings) : null;
  return [
    column(names.number, 6, ({ number }) => number, true),
    column(names.caseId, 15, ({ row }) => row.drawn.caseId),
    column(names.part, 10, ({ row }) => partWords[partOf(row.drawn)]),
    column(names.stratum, 15, ({ row }) => stratumText(row.drawn.stratum)),
    column(names.rank, 8, ({ row }) => row.drawn.rank, true),
    column(names.state, 14, stateOf),
    ...source.template.areas.map((area): Column<CaseLine> => areaColumn(source, area)),
    column(
      names.findingCount,
      8,
      counted((findings) => findings.length),
      true,
    ),
    column(
      names.criticalCount,
      10,
      counted((findings) => findings.filter(({ critical }) => critical).length),
      true,
    ),
    column(names.remark, 22, ({ row }) => replacements.get(row.drawn.caseId) ?? null),
  ];
}

function areaColumn({ template }: ReportSource, { id, name, short }: TemplateArea): Column<CaseLine> {
  const width = Math.max(13, ...short.split(' ').map((word) => word.length + 2));
  return column({ name: short, meaning: caseListWords.outcomeOf(name) }, width, ({ row, answers }) =>
    row.replacedBy !== null || answers.size === 0 ? null : outcomeWords[areaOutcome(template, id, answers)],
  );
}

/** The stratum in words: the rule of a targeted case, or that all cases are one. */
export function stratumText(stratum: string): string {
  if (stratum === '') return caseListWords.allCases;
  const rules: Readonly<Record<string, string>> = targetedRuleWords;
  return rules[stratum] ?? stratum;
}

function stateOf({ row, review }: CaseLine): string {
  return row.replacedBy === null ? stateWords[review?.state ?? 'not-started'] : caseListWords.replacedState;
}

/** What is said of a case that was replaced, or that came in another's place, by case number. */
function replacementsOf({ record }: ReportSource): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  const say = (caseId: string, text: string) => texts.set(caseId, [texts.get(caseId), text].filter(Boolean).join(' '));
  for (const { caseId, replacedBy } of record.replaced) say(replacedBy, caseListWords.replaces(caseId));
  for (const { caseId, replacedBy, reason } of record.replaced)
    say(caseId, caseListWords.replaced(replacedBy, replacementWords[reason]));
  return texts;
}

/** Every finding with its note, its evidence and what was agreed about it; critical ones first. */
export function findingsSheet(source: ReportSource): DescribedSheet {
  const partOf = samplePartOf(source.record.plan);
  const agreed = agreedByFinding(source);
  const rank = (finding: CaseFinding) => (finding.critical ? 0 : 1);
  return describedTable<CaseFinding>({
    name: words.sheets.findings,
    ...tableWords.findings,
    columns: [
      column(names.caseId, 16, ({ row }) => row.drawn.caseId),
      column(names.part, 11, ({ row }) => partWords[partOf(row.drawn)]),
      column(names.question, 40, ({ item }) => item.question),
      column(names.law, 20, ({ item }) => item.law),
      column(names.answer, 12, ({ value }) => answerWords[value]),
      column(names.severity, 12, ({ item }) => severityWords[item.severity]),
      column(names.note, 34, ({ answer }) => answer.note || null),
      column(names.evidence, 22, ({ answer }) => answer.evidence || null),
      column(names.action, 30, ({ row, item }) => agreed.get(findingKey(row.drawn.caseId, item.id)) ?? null),
    ],
    rows: listFindings(source).toSorted((a, b) => rank(a) - rank(b)),
    example: source.round.example,
  });
}

function findingKey(caseId: string, itemId: string): string {
  return `${itemId}\n${caseId}`;
}

/** What was agreed about each finding, a line an action. */
function agreedByFinding({ actions }: ReportSource): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const { caseId, itemId, text, due } of actions) {
    if (caseId === null || itemId === null) continue;
    const key = findingKey(caseId, itemId);
    const line = due === null ? text : `${text} (${names.due.name.toLowerCase()} ${danishDay(due)})`;
    texts.set(key, [texts.get(key), line].filter(Boolean).join('\n'));
  }
  return texts;
}

/** The actions of the round, open ones first. */
export function actionsSheet(source: ReportSource): DescribedSheet {
  const questions = new Map(templateItems(source.template).map(({ id, question }) => [id, question]));
  const day = (iso: string | null): CellValue => {
    const date = iso === null ? null : dayOf(iso);
    return date === null ? iso : { date };
  };
  return describedTable<Action>({
    name: words.sheets.actions,
    ...tableWords.actions,
    columns: [
      column(names.kind, 10, ({ kind }) => actionKindWords[kind]),
      column(names.caseId, 16, ({ caseId }) => caseId),
      column(names.question, 38, ({ itemId }) => (itemId === null ? null : (questions.get(itemId) ?? itemId))),
      column(names.action, 40, ({ text }) => text),
      column(names.category, 22, ({ category }) => (category === null ? null : recommendationWords[category])),
      column(names.owner, 20, ({ owner }) => owner || null),
      column(names.due, 12, ({ due }) => day(due)),
      column(names.done, 12, ({ done }) => day(done)),
      column(names.critical, 10, ({ critical }) => (critical ? reportWords.yes : reportWords.no)),
      column(names.created, 12, ({ created }) => day(created)),
    ],
    rows: source.actions.toSorted(
      (a, b) => Number(a.done !== null) - Number(b.done !== null) || (a.due ?? '9999').localeCompare(b.due ?? '9999'),
    ),
    example: source.round.example,
  });
}
