import { z } from 'zod';

import type { Course } from '../domain/report/course/course.ts';
import { fileRef, ofType, type OperationSpec } from './operation.ts';

/** A course of two years: which round it begins from. */
export interface CourseSummary {
  readonly courseId: string;
  readonly name: string;
  readonly baselineRoundId: string;
  /** ISO date. */
  readonly start: string;
}

const ofCourse = z.object({ courseId: z.string() });

export const courseOperations = {
  /** Newest start first. A course whose baseline was deleted is not among them. */
  'course.list': { kind: 'query', input: z.object({}), output: ofType<readonly CourseSummary[]>() },
  'course.save': {
    kind: 'command',
    input: z.object({
      courseId: z.string().nullable(),
      name: z.string().trim().min(1).max(100),
      baselineRoundId: z.string(),
      start: z.iso.date(),
    }),
    output: ofType<CourseSummary>(),
  },
  'course.remove': { kind: 'command', input: ofCourse, output: ofType<null>() },
  /** `course-not-found`. */
  'course.show': { kind: 'query', input: ofCourse, output: ofType<Course & { readonly courseId: string }>() },
  /** The same page as an Excel file. */
  'course.write': {
    kind: 'command',
    input: ofCourse.extend({ target: fileRef }),
    output: ofType<{ readonly name: string }>(),
  },
} as const satisfies Record<string, OperationSpec>;
