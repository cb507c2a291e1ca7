import { criticalNo, leaderColumns as names, leaderTableWords, leaderWords } from '../../../words/leader-report.ts';
import { answerWords, partWords, severityWords } from '../../../words/report.ts';
import type { CaseFinding } from '../list-findings.ts';
import { danishDay } from '../round-facts.ts';
import { samplePartOf } from '../sample-part.ts';
import { type Column, column, type DescribedSheet, describedTable } from '../sheet-parts.ts';
import type { ReportSource } from '../source.ts';
import { findingsInOrder } from './team-facts.ts';

/** Every finding in the team's cases, critical ones first, with what is agreed about it. */
export function teamFindingsSheet(source: ReportSource): DescribedSheet {
  return describedTable({
    name: leaderWords.sheets.findings,
    ...leaderTableWords.findings,
    columns: columnsFor(source),
    rows: findingsInOrder(source),
    example: source.round.example,
  });
}

function columnsFor(source: ReportSource): readonly Column<CaseFinding>[] {
  const partOf = samplePartOf(source.record.plan);
  const areas = new Map(source.template.areas.map(({ id, short }) => [id, short]));
  return [
    column(names.caseId, 16, ({ row }) => row.drawn.caseId),
    column(names.part, 11, ({ row }) => partWords[partOf(row.drawn)]),
    column(names.area, 18, ({ item }) => areas.get(item.area) ?? item.area),
    column(names.question, 38, ({ item }) => item.question),
    column(names.answer, 13, ({ value }) => answerWords[value]),
    column(names.severity, 13, ({ critical, item }) => (critical ? criticalNo : severityWords[item.severity])),
    column(names.note, 36, ({ answer }) => [answer.note, answer.evidence].filter(Boolean).join('\n') || null),
    column(names.agreed, 30, (finding) => agreedAbout(source, finding)),
  ];
}

function agreedAbout({ actions }: ReportSource, { row, item }: CaseFinding): string | null {
  const texts = actions
    .filter(({ caseId, itemId }) => caseId === row.drawn.caseId && itemId === item.id)
    .map(({ text, due }) => (due === null ? text : `${text} (${names.due.name.toLowerCase()} ${danishDay(due)})`));
  return texts.length === 0 ? null : texts.join('\n');
}
