import type { CompileChoice } from '#shared/contract/compile.ts';
import type { CourseSummary } from '#shared/contract/course.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { Handlers } from '#shared/contract/operations.ts';
import type { LocalDate } from '#shared/domain/calendar/local-date.ts';
import { buildCourse, type CourseRound } from '#shared/domain/report/course/course.ts';
import { type GoodPractice, searchPractice } from '#shared/domain/report/good-practice/catalogue.ts';
import { figuresOf } from '#shared/domain/report/round-facts.ts';
import { buildYearOverview, type CalendarRound } from '#shared/domain/report/year-overview/year-overview.ts';
import type { Action } from '#shared/domain/review/action.ts';

import { answersKept } from '../unit/report/earlier-fixture.ts';
import { barnetsLov, reportSource } from '../unit/report/report-fixture.ts';

/** Twelve months of rounds of one department that becomes better in the summer. */
const measured: readonly CourseRound[] = Array.from({ length: 12 }, (_, index) => {
  const asOf = `2025-${String(index + 1).padStart(2, '0')}-03`;
  const source = reportSource({ answers: answersKept(index < 6 ? 0.8 : 0.96, index + 1) });
  return {
    roundId: `m${index + 1}`,
    name: `Runde ${index + 1}`,
    asOf,
    template: barnetsLov,
    example: false,
    actions: [],
    record: {
      ...source.record,
      asOf,
    },
    plan: source.record.plan,
    figures: figuresOf(source),
  };
});

export const practiceAction: Action = {
  id: 'p1',
  roundId: 'm2',
  caseId: null,
  itemId: 'barnets-stemme',
  kind: 'practice',
  text: 'Børnesamtalen holdes på skolen, og referatet skrives samme dag',
  owner: 'Teamlederne',
  due: '2025-06-01',
  critical: false,
  created: '2025-02-10',
  done: '2025-07-01',
  category: 'workflows',
  measured: null,
};

const calendar: readonly CalendarRound[] = measured.map(({ roundId, name, asOf }, index) => ({
  roundId,
  name,
  unit: '',
  theme: index % 3 === 2 ? 'Underretninger' : barnetsLov.title,
  asOf,
  drawn: 30,
  closed: index === 11 ? 12 : 30,
  example: false,
}));

const fromNorth: CalendarRound = {
  roundId: 'nord',
  name: 'Forår',
  unit: 'Team Nord',
  theme: barnetsLov.title,
  asOf: '2025-04-22',
  drawn: 20,
  closed: 20,
  example: false,
};

function yearHandlers(): Partial<Handlers> {
  return {
    'year.show': async ({ year, unit }) => ({
      ...buildYearOverview({
        year: year ?? 2025,
        rounds: [...calendar, fromNorth, { ...fromNorth, roundId: 'gammel', asOf: '2024-11-04', name: 'Efterår' }],
        measured: (unit ?? '') === '' && (year ?? 2025) === 2025 ? measured : [],
        practice: [
          {
            action: practiceAction,
            question: 'Er barnets holdning og synspunkter beskrevet?',
            before: {
              roundId: 'm2',
              yes: 14,
              n: 30,
            },
            after: {
              roundId: 'm11',
              yes: 28,
              n: 30,
            },
            afterName: 'Runde 11',
          },
          {
            action: {
              ...practiceAction,
              id: 'p2',
              text: 'Kvittering inden seks hverdage',
              done: null,
            },
            question: 'Er underretteren kvitteret?',
            before: {
              roundId: 'm9',
              yes: 20,
              n: 28,
            },
            after: null,
            afterName: null,
          },
        ],
      }),
      unit: unit ?? '',
      units: ['', 'Team Nord'],
    }),
  };
}

const choices: readonly CompileChoice[] = measured.toReversed().map(({ roundId, name, asOf }) => ({
  roundId,
  name,
  asOf,
  unit: '',
  role: 'own',
  templateId: barnetsLov.id,
  templateTitle: barnetsLov.title,
  edition: barnetsLov.edition,
  closed: 30,
  drawn: 30,
  example: false,
}));

function courseHandlers(start: readonly CourseSummary[]): Partial<Handlers> {
  let courses = start;
  const found = (courseId: string): CourseSummary => {
    const course = courses.find((each) => each.courseId === courseId);
    if (course === undefined) throw new AppError('course-not-found', courseId);
    return course;
  };
  return {
    'compile.choices': async () => ({ rounds: choices }),
    'course.list': async () => courses,
    'course.save': async ({ courseId, ...said }) => {
      const saved = { courseId: courseId ?? `c${courses.length + 1}`, ...said };
      courses = [saved, ...courses.filter((each) => each.courseId !== saved.courseId)];
      return saved;
    },
    'course.remove': async ({ courseId }) => {
      courses = courses.filter((each) => each.courseId !== courseId);
      return null;
    },
    'course.show': async ({ courseId }) => {
      const { name, start: from, baselineRoundId } = found(courseId);
      const at = measured.findIndex(({ roundId }) => roundId === baselineRoundId);
      const [baseline, ...later] = measured.slice(at);
      const today = '2025-11-21' as LocalDate;
      const actions = [practiceAction, { ...practiceAction, id: 'p3', category: 'competence', done: null } as const];
      return {
        courseId,
        ...buildCourse({ name, start: from as LocalDate, today, baseline: baseline!, later, actions }),
      };
    },
    'course.write': async ({ target }) => ({ name: target.name }),
  };
}

const example = (part: Partial<GoodPractice>): GoodPractice => ({
  roundId: 'm1',
  caseId: 'S-1',
  itemId: 'barnets-stemme',
  areaId: 'B',
  area: 'Barnets stemme',
  question: 'Er barnets holdning og synspunkter beskrevet?',
  what: 'Rådgiveren holdt samtalen på skolen med en lærer, som barnet selv valgte',
  why: 'Barnet kendte stedet og talte frit',
  ask: 'Team Nord',
  unit: 'Team Nord',
  round: 'Runde 1',
  asOf: '2025-01-03',
  example: false,
  hidden: false,
  named: false,
  edited: true,
  ...part,
});

export const practiceEntries: readonly GoodPractice[] = [
  example({}),
  example({
    caseId: 'S-2',
    itemId: 'opfoelgning',
    areaId: 'O',
    area: 'Opfølgning',
    why: '',
    edited: false,
    named: true,
    question: 'Er indsatsen fulgt op inden tre måneder?',
    ask: 'Børn og Familie',
    unit: 'Børn og Familie',
    what: 'Opfølgningen lå i kalenderen fra første dag, aftalt med [navn]',
  }),
  example({ caseId: 'S-3', itemId: 'plan', areaId: 'O', area: 'Opfølgning', what: '', hidden: true, example: true }),
];

function practiceHandlers(start: readonly GoodPractice[]): Partial<Handlers> {
  let entries = start;
  return {
    'goodPractice.list': async (search) => ({
      entries: searchPractice(entries, search),
      areas: [...Map.groupBy(entries, ({ areaId }) => areaId)].map(([id, own]) => ({
        id,
        name: own[0]!.area,
        entries: own.length,
      })),
      total: entries.length,
    }),
    'goodPractice.save': async ({ caseId, itemId, roundId: _round, ...words }) => {
      if (words.why.includes('Sofie')) throw new AppError('report-contains-person-data', 'named');
      entries = entries.map((each) =>
        each.caseId === caseId && each.itemId === itemId ? { ...each, ...words, edited: true } : each,
      );
      return null;
    },
    'goodPractice.write': async ({ target }) => ({ name: target.name, entries: 2 }),
  };
}

export interface CompileDemo {
  readonly courses?: readonly CourseSummary[];
  readonly practice?: readonly GoodPractice[];
}

export const course: CourseSummary = {
  courseId: 'c1',
  name: 'Forløb 2025-2026',
  baselineRoundId: 'm1',
  start: '2025-01-03',
};

/** Believable answers about the year, a course and good practice; the figures are built by the real functions. */
export function compileHandlers({
  courses = [course],
  practice = practiceEntries,
}: CompileDemo = {}): Partial<Handlers> {
  return { ...yearHandlers(), ...courseHandlers(courses), ...practiceHandlers(practice) };
}
