import { courseWords as words } from '../../../words/course.ts';
import { recommendationWords } from '../../../words/recommendations.ts';
import { noChangeWords } from '../../../words/trend.ts';
import { formatDanish } from '../../calendar/format.ts';
import { figureText } from '../administrative/strengths.ts';
import { sectionOf, spreadPage } from '../committee-rows.ts';
import { danishDay } from '../round-facts.ts';
import { exampleRows, textRow } from '../sheet-parts.ts';
import { isRead } from '../trend/trend.ts';
import { pointsCell, verdictText } from '../trend/trend-columns.ts';
import type { Sheet, SheetRow, Workbook } from '../workbook.ts';
import type { Course, CoursePoint, StatusLine } from './course.ts';

const widths = [30, 14, 15, 10, 9, 9, 25];
const columns = widths.length;
const section = sectionOf(columns);

/** The course as one A4 page for the leadership. `created`: an ISO instant; `unit`: whose course it is. */
export function courseWorkbook(course: Course, unit: string, created: string): Workbook {
  const { subject, classification } = words;
  const sheet: Sheet = {
    name: words.sheet,
    ...spreadPage(widths, rowsOf(course, unit)),
    orientation: 'portrait',
    onePage: true,
  };
  return { title: course.name, subject, classification, footer: words.footer(course.name), created, sheets: [sheet] };
}

function rowsOf(course: Course, unit: string): readonly SheetRow[] {
  const { baseline, phase, plan } = course;
  const nothing = (otherwise: string) => [baseline.enough ? otherwise : words.tooFew];
  const filled = (points: readonly CoursePoint[], otherwise: string) =>
    points.length === 0 ? nothing(otherwise) : points.map(pointText);
  return [
    textRow(course.name, 'title', columns),
    ...exampleRows(baseline.example, columns),
    textRow(words.about(unit, formatDanish(course.start), formatDanish(course.ends)), 'subtitle', columns),
    textRow(`${words.classification}. ${words.phases[phase]}`, 'strong', columns),
    ...section(words.baselineHeading, [
      words.baseline(roundText(baseline.name, baseline.asOf), danishDay(baseline.asOf), baseline.read, baseline.drawn),
    ]),
    ...section(words.worksHeading, filled(baseline.works, words.noWorks)),
    ...section(words.challengesHeading, filled(baseline.challenges, words.noChallenges)),
    ...section(
      words.planHeading,
      plan.map(({ recommendation, open, done }) => {
        const name = recommendation === null ? words.noCategory : recommendationWords[recommendation];
        return `${name}: ${words.planLine(open, done)}`;
      }),
    ),
    ...statusRows(course),
  ];
}

function pointText({ question, figure }: CoursePoint): string {
  return `${figureText(figure)}: ${question}`;
}

function statusRows({ areas, measurements }: Course): readonly SheetRow[] {
  if (measurements.length === 0) return section(words.statusHeading, [words.noStatus]);
  const rounds = measurements.map(({ name, asOf }) => roundText(name, asOf)).join(', ');
  return [
    ...section(words.statusHeading, [words.statusAbout(rounds)]),
    {
      isHeader: true,
      cells: [
        { value: words.columns.name, style: 'header' },
        { value: words.columns.baseline, style: 'header-number' },
        { value: words.columns.latest, style: 'header-number' },
        { value: words.columns.change, style: 'header-number' },
        { value: words.columns.low, style: 'header-number' },
        { value: words.columns.high, style: 'header-number' },
        { value: words.columns.verdict, style: 'header' },
      ],
    },
    ...areas.map(statusRow),
    textRow(words.notCause, 'muted', columns),
  ];
}

function statusRow({ name, baseline, points, change, missing }: StatusLine): SheetRow {
  const latest = points.findLast(isRead);
  const count = (point: StatusLine['baseline'] | undefined) =>
    point === null || point === undefined ? words.nothing : words.metOf(point.met, point.n);
  return {
    cells: [
      { value: name, style: 'cell-wrap' },
      { value: count(baseline), style: 'cell-number' },
      { value: count(latest), style: 'cell-number' },
      { value: pointsCell(change?.difference), style: 'cell-number' },
      { value: pointsCell(change?.interval?.low), style: 'cell-number' },
      { value: pointsCell(change?.interval?.high), style: 'cell-number' },
      { value: change === null ? noChangeWords[missing ?? 'nothing-read'] : verdictText(change), style: 'cell-wrap' },
    ],
  };
}

function roundText(name: string, asOf: string): string {
  return name.trim() === '' ? danishDay(asOf) : name.trim();
}
