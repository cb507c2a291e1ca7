import { AppError } from '#shared/contract/errors.ts';
import type { CoreHandlers } from '#shared/contract/operations.ts';
import type { LocalDate } from '#shared/domain/calendar/local-date.ts';
import { inTime } from '#shared/domain/report/compile/compile-round.ts';
import { buildCourse, type Course } from '#shared/domain/report/course/course.ts';
import { courseWorkbook } from '#shared/domain/report/course/course-workbook.ts';
import { unitOf } from '#shared/domain/report/round-facts.ts';

import { newId } from '../files/new-id.ts';
import { refuseInternalExport } from '../files/refuse-internal-export.ts';
import type { Ports } from '../ports.ts';
import { roundOf } from '../review/queue.ts';
import type { CourseRow } from '../store/exchange-rows.ts';
import type { Store } from '../store/store-port.ts';
import type { Tables } from '../store/tables.ts';
import type { KnownRounds } from './answer-table.ts';
import { measuredRound, roundsHere } from './measured-round.ts';
import { writeWorkbook } from './write-workbook.ts';

type CourseHandlers = Pick<CoreHandlers, Extract<keyof CoreHandlers, `course.${string}`>>;

/** The courses of two years: which there are, the page of one, and its file. */
export function createCourseHandlers(ports: Ports, store: Store, known: KnownRounds): CourseHandlers {
  const announce = (): void => ports.announce({ name: 'stage-changed', stage: 'report' });
  const show = (tables: Tables, courseId: string): Course => courseOf(tables, known, courseId, ports.clock.today());
  return {
    'course.list': () => Promise.resolve(store.read(coursesOf)),
    'course.save': async ({ courseId, ...said }) => {
      const before = store.read((tables) => {
        roundOf(tables, said.baselineRoundId);
        return courseId === null ? null : rowOf(tables, courseId);
      });
      const after: CourseRow = { courseId: before?.courseId ?? newId(ports.random), ...said };
      const entry = { kind: 'course.saved', target: after.courseId, before, after };
      await store.change(entry, (tables) => tables.courses.put(after));
      announce();
      return after;
    },
    'course.remove': async ({ courseId }) => {
      const before = store.read((tables) => rowOf(tables, courseId));
      await store.change({ kind: 'course.removed', target: courseId, before }, (tables) =>
        tables.courses.remove(courseId),
      );
      announce();
      return null;
    },
    'course.show': ({ courseId }) => Promise.resolve({ courseId, ...store.read((tables) => show(tables, courseId)) }),
    'course.write': async ({ courseId, target }) => {
      refuseInternalExport(ports.policy);
      const { course, unit } = store.read((tables) => ({
        course: show(tables, courseId),
        unit: unitOf({ profile: tables.profile.get() }),
      }));
      await ports.files.write(target, await writeWorkbook(courseWorkbook(course, unit, ports.clock.now())));
      return { name: target.name };
    },
  };
}

/** Those whose baseline is still here. */
function coursesOf(tables: Tables): readonly CourseRow[] {
  return tables.courses.list().filter(({ baselineRoundId }) => tables.rounds.get(baselineRoundId) !== undefined);
}

function rowOf(tables: Tables, courseId: string): CourseRow {
  const row = coursesOf(tables).find((each) => each.courseId === courseId);
  if (row === undefined) throw new AppError('course-not-found', `no course ${courseId}`);
  return row;
}

/** The measurements are the rounds of the baseline's unit after it; real cases for real ones, examples for an example. */
function courseOf(tables: Tables, known: KnownRounds, courseId: string, today: LocalDate): Course {
  const { name, start, baselineRoundId } = rowOf(tables, courseId);
  const baseline = known.round(tables, baselineRoundId);
  const later = roundsHere(tables, known).filter(
    (round) => round.unit === baseline.unit && round.example === baseline.example && inTime(baseline, round) < 0,
  );
  const roundIds = new Set([baseline, ...later].map(({ roundId }) => roundId));
  return buildCourse({
    name,
    start: start as LocalDate,
    today,
    baseline: measuredRound(tables, known, baseline),
    later: later.map((round) => measuredRound(tables, known, round)),
    actions: tables.actions.list().filter(({ roundId }) => roundIds.has(roundId)),
  });
}
