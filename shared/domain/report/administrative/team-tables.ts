import { administrativeWords as words, columnWords as names } from '../../../words/administrative-report.ts';
import { dataWords, teamWords } from '../../../words/administrative-sheets.ts';
import { partWords } from '../../../words/report.ts';
import { type AnswerValue, answersByItem } from '../../review/answer.ts';
import { type TemplateItem, templateItems } from '../../review/template.ts';
import type { SamplePart } from '../figures.ts';
import { teamOf, teamsOf } from '../leader/of-team.ts';
import { isWholeFrame, samplePartOf } from '../sample-part.ts';
import { column, type Column, type DescribedSheet, describedTable } from '../sheet-parts.ts';
import type { ReportCase, ReportSource } from '../source.ts';
import type { CellValue } from '../workbook.ts';
import { rowShare, rowSum } from './live-figures.ts';

type Counts = Record<AnswerValue | 'unanswered', number>;

interface TeamRow {
  readonly team: string;
  readonly part: SamplePart;
  readonly item: TemplateItem;
  readonly counts: Counts;
  /** True where the cases of the team are a simple sample, so that their plain share means something. */
  readonly simple: boolean;
}

/** Fewer relevant answers than this have no share (method, section 4.2). */
const fewestForShare = 10;

/** Where the columns stand, counted from 1; the table of the other parts has a column more before them. */
const at = { n: 4, yes: 5, partly: 6, no: 7, cannotTell: 9 };

/** Items by answers by teams, the random part; teams in the order of the alphabet, never of their figures. */
export function teamSheet(source: ReportSource): DescribedSheet {
  const share = column<TeamRow>(teamWords.share, 12, shareOf, true);
  return describedTable({
    name: words.sheets.teams,
    ...teamWords.table,
    columns: [...columnsFrom(source, at), share],
    rows: teamRows(source, ['random']),
    example: source.round.example,
  });
}

/** The same counts for the cases that were not left to chance, without shares and without questions nobody met. */
export function otherTeamSheet(source: ReportSource): DescribedSheet {
  const [team, ...rest] = columnsFrom(source, { n: 5, yes: 6, partly: 7, no: 8, cannotTell: 10 });
  return describedTable({
    name: words.sheets.otherTeams,
    ...teamWords.otherTable,
    columns: [
      ...(team === undefined ? [] : [team]),
      column<TeamRow>(names.part, 11, ({ part }) => partWords[part]),
      ...rest,
    ],
    rows: teamRows(source, ['census', 'targeted']).filter(({ counts }) => relevantIn(counts) > 0),
    example: source.round.example,
  });
}

function columnsFrom(source: ReportSource, { yes, partly, no, cannotTell }: typeof at): readonly Column<TeamRow>[] {
  const areas = new Map(source.template.areas.map(({ id, short }) => [id, short]));
  return [
    column(names.team, 16, ({ team }) => team),
    column(names.area, 20, ({ item }) => areas.get(item.area) ?? item.area),
    column(names.question, 72, ({ item }) => item.question),
    column(names.n, 6, ({ counts }) => rowSum([yes, partly, no, cannotTell], relevantIn(counts)), true),
    column(names.yes, 6, ({ counts }) => counts.yes, true),
    column(names.partly, 9, ({ counts }) => counts.partly, true),
    column(names.no, 7, ({ counts }) => counts.no, true),
    column(names.na, 10, ({ counts }) => counts.na, true),
    column(names.cannotTell, 10, ({ counts }) => counts['cannot-tell'], true),
    column(names.unanswered, 12, ({ counts }) => counts.unanswered, true),
  ];
}

function relevantIn(counts: Counts): number {
  return counts.yes + counts.partly + counts.no + counts['cannot-tell'];
}

function shareOf({ counts, simple }: TeamRow): CellValue {
  const n = relevantIn(counts);
  return simple && n >= fewestForShare ? rowShare(at.yes, at.n, { rate: counts.yes / n, weighted: false }) : null;
}

function teamRows(source: ReportSource, parts: readonly SamplePart[]): readonly TeamRow[] {
  const partOf = samplePartOf(source.record.plan);
  const counted = source.cases.filter(({ replacedBy }) => replacedBy === null);
  const items = templateItems(source.template);
  return namesOfTeams(counted).flatMap((name) =>
    parts.flatMap((part) => {
      const cases = counted.filter((row) => teamName(row) === name && partOf(row.drawn) === part);
      if (cases.length === 0) return [];
      const counts = countAnswers(source, cases);
      const simple = isWholeFrame(source.record.plan) || isOneStratum(cases);
      return items.map((item) => ({ team: name, part, item, counts: counts.get(item.id) ?? nothing(cases), simple }));
    }),
  );
}

/** Cases of one stratum had the same chance of being drawn. */
function isOneStratum(cases: readonly ReportCase[]): boolean {
  return new Set(cases.map(({ drawn }) => `${drawn.partIndex} ${drawn.stratum}`)).size === 1;
}

/** How often each item was answered how in these cases; an item that no one answered is not there. */
function countAnswers({ reviews }: ReportSource, cases: readonly ReportCase[]): ReadonlyMap<string, Counts> {
  const ids = new Set(cases.map(({ drawn }) => drawn.caseId));
  const byItem = new Map<string, Counts>();
  for (const review of reviews) {
    if (!ids.has(review.caseId)) continue;
    for (const [itemId, value] of answersByItem(review.answers)) {
      const counts = byItem.get(itemId) ?? nothing(cases);
      counts[value] += 1;
      counts.unanswered -= 1;
      byItem.set(itemId, counts);
    }
  }
  return byItem;
}

function nothing(cases: readonly ReportCase[]): Counts {
  return { yes: 0, partly: 0, no: 0, na: 0, 'cannot-tell': 0, unanswered: cases.length };
}

/** The team of a case in words, also where the export names none. */
export function teamName(row: Pick<ReportCase, 'case'>): string {
  return teamOf(row) || dataWords.noTeam;
}

/** The teams in the order of the Danish alphabet; cases without one last. */
export function namesOfTeams(cases: readonly ReportCase[]): readonly string[] {
  const without = cases.some((row) => teamOf(row) === '');
  return [...teamsOf(cases), ...(without ? [dataWords.noTeam] : [])];
}
