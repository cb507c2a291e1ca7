import { leaderOverviewWords as words, leaderWords } from '../../../words/leader-report.ts';
import { formatDanish } from '../../calendar/format.ts';
import { templateItems } from '../../review/template.ts';
import type { Figures, SamplePart } from '../figures.ts';
import { danishDay, periodOf, unitOf } from '../round-facts.ts';
import { exampleRows, textRow } from '../sheet-parts.ts';
import type { ReportSource } from '../source.ts';
import type { Sheet, SheetRow } from '../workbook.ts';
import { areaRows, areasChart } from './area-table.ts';
import { findingRows, talkRows } from './overview-findings.ts';
import { fact, span, widths } from './overview-parts.ts';
import { actionsInOrder, isOverdue, mainPart, parts, type TeamCase, teamCases, starredIn } from './team-facts.ts';

const mostGood = 3;
const mostActions = 5;

/** What the leader of a team needs on Monday, on one page. */
export function overviewSheet(source: ReportSource, figures: Figures): Sheet {
  const cases = teamCases(source);
  const part = mainPart(cases);
  const table = areaRows(source, figures, part);
  const top = [
    ...headRows(source),
    textRow(words.progressHeading, 'heading', span),
    ...progressRows(source, cases),
    ...readRows(source, figures, cases),
    textRow(words.actionsHeading, 'heading', span),
    ...actionRows(source),
  ];
  const sheet: Sheet = {
    name: leaderWords.sheets.overview,
    widths,
    orientation: 'portrait',
    onePage: true,
    frozen: false,
    rows: [...top, ...talkRows(source, figures, part), ...table],
  };
  return table.length === 0 ? sheet : { ...sheet, charts: [areasChart(sheet)] };
}

/** `Ledelsestilsyn: Team Nord`. */
export function titleOf({ team }: ReportSource): string {
  if (team === null) return leaderWords.titleAll;
  return team.trim() === '' ? leaderWords.title : leaderWords.titleOf(team);
}

function headRows(source: ReportSource): readonly SheetRow[] {
  return [
    textRow(titleOf(source), 'title', span),
    ...exampleRows(source.round.example, span),
    textRow(leaderWords.classification, 'strong', span),
    textRow(leaderWords.about(unitOf(source), periodOf(source), formatDanish(source.today)), 'subtitle', span),
  ];
}

function progressRows({ template }: ReportSource, cases: readonly TeamCase[]): readonly SheetRow[] {
  if (cases.length === 0) return [textRow(words.noCases, 'text', span)];
  const count = (of: readonly TeamCase[], state: TeamCase['state']) => of.filter((each) => each.state === state).length;
  const lines = parts.flatMap((part) => {
    const here = cases.filter((each) => each.part === part);
    if (here.length === 0) return [];
    const text = words.progress(here.length, count(here, 'closed'), count(here, 'begun'), count(here, 'untouched'));
    return [fact(words.part[part], text)];
  });
  const open = cases.filter(({ state }) => state !== 'closed');
  const items = template.sections.reduce((sum, section) => sum + section.items.length, 0);
  const unanswered = open.reduce((sum, { answered }) => sum + items - answered, 0);
  const remains = open.length === 0 ? words.nothingRemains : words.remainingText(open.length, unanswered);
  return [...lines, fact(words.remaining, remains)];
}

/** What the reading has shown; nothing before a case is read. */
function readRows(source: ReportSource, figures: Figures, cases: readonly TeamCase[]): readonly SheetRow[] {
  if (cases.every(({ state }) => state === 'untouched')) return [];
  return [
    textRow(words.goodHeading, 'heading', span),
    ...goodRows(source, figures, mainPart(cases)),
    textRow(words.findingsHeading, 'heading', span),
    ...findingRows(source, cases),
  ];
}

/** What is starred; with less than a few of these, critical questions that are kept in every case too. */
function goodRows(source: ReportSource, figures: Figures, part: SamplePart): readonly SheetRow[] {
  const starred = starredIn(source);
  const lines = [
    ...starred.map(({ line, item, caseId }) => words.good(line, item.question, caseId)).slice(0, mostGood),
    ...keptInAll(source, figures, part).map(({ question, n }) => words.allYes(question, n, n)),
  ].slice(0, mostGood);
  const more = starred.length - mostGood;
  return [
    ...(lines.length === 0 ? [words.noGood] : lines).map((line) => textRow(line, 'text', span)),
    ...(more > 0 ? [textRow(words.moreGood(more), 'muted', span)] : []),
  ];
}

/** Critical questions answered yes wherever they are relevant, in two cases or more; most cases first. */
function keptInAll({ template }: ReportSource, figures: Figures, part: SamplePart) {
  const critical = new Map(
    templateItems(template).flatMap(({ id, severity, question }) => (severity === 'critical' ? [[id, question]] : [])),
  );
  return figures.items
    .flatMap(({ id, part: of, n, yes }) => {
      const question = critical.get(id);
      return question === undefined || of !== part || yes !== n || n < 2 ? [] : [{ question, n }];
    })
    .toSorted((a, b) => b.n - a.n);
}

function actionRows({ actions, today }: ReportSource): readonly SheetRow[] {
  const open = actionsInOrder(actions).filter(({ done }) => done === null);
  if (open.length === 0) return [textRow(words.noActions, 'text', span)];
  const more = open.length - mostActions;
  return [
    ...open.slice(0, mostActions).map((action) => {
      const { due, text, caseId, owner } = action;
      const day = due === null ? '' : danishDay(due);
      const when = due === null ? words.noDue : isOverdue(action, today) ? words.overdue(day) : words.due(day);
      return fact(when, words.action(text, caseId, owner));
    }),
    ...(more > 0 ? [textRow(words.moreActions(more), 'muted', span)] : []),
  ];
}
