import type { CourseRow, ExchangeTables } from '../exchange-rows.ts';
import { document, type Statements } from '../statements.ts';

/** The courses of two years. */
export function courseTables(statements: Statements): ExchangeTables['courses'] {
  return {
    list: () =>
      statements
        .all('SELECT document FROM courses ORDER BY course_id')
        .map((row) => document<CourseRow>(row, 'document'))
        .toSorted((a, b) => (a.start < b.start ? 1 : a.start > b.start ? -1 : 0)),
    put: (course) => {
      statements.run('INSERT OR REPLACE INTO courses (course_id, document) VALUES (?, ?)', [
        course.courseId,
        JSON.stringify(course),
      ]);
    },
    remove: (courseId) => {
      statements.run('DELETE FROM courses WHERE course_id = ?', [courseId]);
    },
  };
}
