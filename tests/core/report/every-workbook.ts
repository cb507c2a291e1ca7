import type { LocalDate } from '#shared/domain/calendar/local-date.ts';
import { problemsWorkbook } from '#shared/domain/importing/problems-workbook.ts';
import { dateCheckWorkbook } from '#shared/domain/population/date-check-workbook.ts';
import { buildCaseReport, buildReport } from '#shared/domain/report/build-report.ts';
import { buildCourse } from '#shared/domain/report/course/course.ts';
import { courseWorkbook } from '#shared/domain/report/course/course-workbook.ts';
import { practiceWorkbook } from '#shared/domain/report/good-practice/practice-workbook.ts';
import { figuresOf } from '#shared/domain/report/round-facts.ts';
import type { ReportSource } from '#shared/domain/report/source.ts';
import type { Workbook } from '#shared/domain/report/workbook.ts';
import { templateWorkbook } from '#shared/domain/review/template-workbook.ts';
import { verificationSheet } from '#shared/domain/sampling/verification-sheet.ts';

import { quartersBefore, withEarlier } from '../../unit/report/earlier-fixture.ts';
import { barnetsLov, caseworkers, reportSource } from '../../unit/report/report-fixture.ts';

const created = '2026-01-20T09:30:00.000Z';
const reportKinds = ['leader', 'administrative', 'political', 'year', 'casework'] as const;

/** Rounds that differ in everything that decides which sheets a report has. */
export function everySource(note?: string): Readonly<Record<string, ReportSource>> {
  const words = note === undefined ? {} : { note };
  const strata = [
    { name: 'Team Nord', size: 300, drawn: 12 },
    { name: 'Team Syd', size: 120, drawn: 8 },
    { name: 'Team Øst', size: 9, drawn: 3 },
  ];
  const plain = reportSource(words);
  return {
    plain,
    targeted: withTeams(reportSource({ ...words, targeted: 4 })),
    stratified: withTeams(reportSource({ ...words, strata })),
    'under way': reportSource({ ...words, closed: 7, targeted: 2 }),
    empty: reportSource({ ...words, closed: 0 }),
    example: { ...plain, round: { name: 'Prøverunde', example: true } },
    'with earlier rounds': withTeams(
      withEarlier(
        reportSource(words),
        quartersBefore(9, (index) => 0.6 + index / 40),
      ),
    ),
    'of one team': { ...withTeams(plain), team: "Mette's team" },
  };
}

function withTeams(source: ReportSource): ReportSource {
  const cases = source.cases.map((row, index) => ({
    ...row,
    case: { ...row.case, values: { ...row.case.values, team: ["Mette's team", 'Team Øst & Vest'][index % 2] ?? '' } },
  }));
  return { ...source, cases };
}

/** Every report of a round, by its kind. */
export function reportsOf(source: ReportSource): readonly (readonly [kind: string, workbook: Workbook])[] {
  const ofCase = buildCaseReport(source, source.cases[0]?.drawn.caseId ?? '');
  return [
    ...reportKinds.map((kind) => [kind, buildReport(kind, source).workbook] as const),
    ...(ofCase === undefined ? [] : [['case', ofCase.workbook] as const]),
  ];
}

/** What the other rooms write; `text` stands wherever they print what a file or a person said. */
export function otherWorkbooks(text: string): readonly (readonly [kind: string, workbook: Workbook])[] {
  const rows = { total: 437, header: 4, blank: 4, accepted: 420, rejected: 9 };
  const { record } = reportSource({ targeted: 3 });
  return [
    [
      'problems',
      problemsWorkbook({
        fileName: text,
        example: true,
        created,
        cases: 420,
        rows,
        problemKinds: [{ code: 'invalid-date', column: text, count: 3, listed: 1 }],
        lines: { header: { ranges: [[1, 4]], more: 0 }, blank: { ranges: [[9, 12]], more: 2 } },
        columns: [{ header: text, field: 'child_name' }],
        problems: [
          { row: 17, column: text, code: 'invalid-date', value: text },
          { row: 19, code: 'summary-row' },
        ],
      }),
    ],
    [
      'date check',
      dateCheckWorkbook({
        imported: {
          fileName: text,
          importedAt: created,
          sha256: 'ab'.repeat(32),
          frameFingerprint: 'cd'.repeat(32),
          rows,
          example: false,
        },
        asOf: '2026-01-05' as LocalDate,
        cases: 420,
        lines: [{ rule: 'R03', kept: 300, broken: 20, missing: 9, unclear: 1, notRelevant: 90 }],
        listed: [
          {
            caseId: text,
            team: text,
            rule: 'R03',
            verdict: 'broken',
            finding: { rule: 'R03', verdict: 'no', words: text, dates: [], exceededBy: 12 },
          },
        ],
        toLookAt: 29,
        programVersion: '0.1.0',
        created,
      }),
    ],
    ['template', templateWorkbook({ ...barnetsLov, title: text }, created)],
    [
      'verification',
      verificationSheet({ record: { ...record, seed: text }, roundName: text, example: false, created }),
    ],
    ['good practice', practiceWorkbook([practiceOf(text), { ...practiceOf(text), example: true }], created)],
    ['good practice, none', practiceWorkbook([], created)],
    ['course', courseOf(text, 2)],
    ['course, nothing measured', courseOf(text, 0)],
    [
      'verification, by caseworker',
      verificationSheet({ record: byCaseworker(record), roundName: '4. kvartal', example: true, created }),
    ],
  ];
}

function byCaseworker(record: ReportSource['record']): ReportSource['record'] {
  const strata = record.strata.map((stratum, index) => ({ ...stratum, stratum: caseworkers[index % 2] ?? '' }));
  return { ...record, strata };
}

function practiceOf(text: string) {
  return {
    roundId: 'r',
    caseId: 'c',
    itemId: 'i',
    areaId: 'a',
    area: text,
    question: text,
    unit: text,
    round: text,
    asOf: '2026-01-05',
    example: false,
    named: false,
    edited: true,
    what: text,
    why: text,
    ask: text,
    hidden: false,
  };
}

/** The page of a course with so many status measurements. */
function courseOf(text: string, measurements: number): Workbook {
  const rounds = Array.from({ length: measurements + 1 }, (_, index) => {
    const source = reportSource({ closed: 30 - index });
    const asOf = `2026-0${index + 1}-05`;
    const { template, record, actions } = source;
    const round = { roundId: `r${index}`, name: text, asOf, template, plan: record.plan, actions };
    return { ...round, record: { ...record, asOf }, example: false, figures: figuresOf(source) };
  });
  const [baseline = rounds[0]!, ...later] = rounds;
  const course = buildCourse({
    name: text,
    start: '2026-01-05' as LocalDate,
    today: '2026-09-01' as LocalDate,
    baseline,
    later,
    actions: baseline.actions.map((action) => ({
      ...action,
      kind: 'practice',
      text,
    })),
  });
  return courseWorkbook(course, text, created);
}
