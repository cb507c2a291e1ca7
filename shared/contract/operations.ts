import type { z } from 'zod';

import { auditOperations } from './audit.ts';
import { compileOperations } from './compile.ts';
import { courseOperations } from './course.ts';
import { deletionOperations } from './deletion.ts';
import { goodPracticeOperations } from './good-practice.ts';
import { collectOperations, sendOperations } from './exchange.ts';
import { hostNotesOperations } from './host-notes.ts';
import { backupOperations } from './backups.ts';
import { keyOperations } from './keys.ts';
import { importingOperations } from './importing.ts';
import { populationOperations } from './population.ts';
import { practiceOperations } from './practice.ts';
import { reportOperations } from './report.ts';
import { reviewOperations } from './review.ts';
import { samplingOperations } from './sampling.ts';
import { secondReadingOperations } from './second-reading.ts';
import { systemOperations } from './system.ts';
import { templateOperations } from './templates.ts';
import { workspaceOperations } from './workspace.ts';
import { yearOperations } from './year.ts';

/** The whole boundary between page and program. Types, validation, the client and the test matrix derive from it. */
export const operations = {
  ...workspaceOperations,
  ...keyOperations,
  ...importingOperations,
  ...populationOperations,
  ...samplingOperations,
  ...reviewOperations,
  ...templateOperations,
  ...secondReadingOperations,
  ...practiceOperations,
  ...reportOperations,
  ...sendOperations,
  ...collectOperations,
  ...compileOperations,
  ...goodPracticeOperations,
  ...courseOperations,
  ...yearOperations,
  ...deletionOperations,
  ...auditOperations,
  ...hostNotesOperations,
  ...backupOperations,
  ...systemOperations,
} as const;

type Operations = typeof operations;
export type OperationName = keyof Operations;
/** What a caller may send: fields with a default may be left out. */
export type Request<N extends OperationName> = z.input<Operations[N]['input']>;
/** What a handler receives after the check. */
export type Input<N extends OperationName> = z.output<Operations[N]['input']>;
export type Output<N extends OperationName> = z.output<Operations[N]['output']>;
export type Progress<N extends OperationName> = Operations[N] extends { readonly progress: infer P extends z.ZodType }
  ? z.output<P>
  : never;

/** What a running call may use: when to stop, and how to say how far it is. */
export interface Call<P> {
  readonly signal: AbortSignal;
  report(progress: P): void;
}

/** The application, seen from outside. A client of it has the same shape, so hosts compose by spreading. */
export type Application = {
  readonly [N in OperationName]: (request: Request<N>, call?: Partial<Call<Progress<N>>>) => Promise<Output<N>>;
};

export type Handlers = {
  readonly [N in OperationName]: (input: Input<N>, call: Call<Progress<N>>) => Promise<Output<N>>;
};

export type SystemOperationName = keyof typeof systemOperations;
/** What the core answers; the host adds the system rows. */
export type CoreHandlers = Omit<Handlers, SystemOperationName>;

/** True for a row of the table; `Object.hasOwn` so that `__proto__` is no operation. */
export function isOperationName(name: string): name is OperationName {
  return Object.hasOwn(operations, name);
}
