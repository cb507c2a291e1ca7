import { AppError } from '#shared/contract/errors.ts';
import type { Handlers, OperationName } from '#shared/contract/operations.ts';
import { buildYearOverview } from '#shared/domain/report/year-overview/year-overview.ts';

import { compileHandlers } from '../compile-demo.ts';
import { exchangeHandlers } from '../exchange/demo-exchange.ts';

const reads = [
  'compile.choices',
  'compile.matrix',
  'year.show',
  'course.list',
  'course.show',
  'goodPractice.list',
  'exchange.status',
  'exchange.shares',
  'sampling.rounds',
  'review.actions',
  'report.preview',
  'population.summary',
] as const satisfies readonly OperationName[];

const writes = [
  'course.save',
  'course.remove',
  'course.write',
  'goodPractice.save',
  'goodPractice.write',
  'exchange.send',
  'exchange.sendResult',
  'exchange.receive',
  'exchange.decide',
] as const satisfies readonly OperationName[];

function failing(names: readonly OperationName[], code: 'read-failed' | 'write-failed'): Partial<Handlers> {
  const fail = async (): Promise<never> => {
    throw new AppError(code, 'a failure for looking at');
  };
  return Object.fromEntries(names.map((name) => [name, fail]));
}

/** Nothing of Samlet can be read. */
export const unreadable = failing(reads, 'read-failed');

/** All can be read; nothing can be saved or sent, for a consultant and for a head. */
export const unsaved = (who: 'consultant' | 'head'): Partial<Handlers> => ({
  ...exchangeHandlers(who),
  ...failing(writes, 'write-failed'),
});

/** Rounds, and nothing made of them. */
export const unused = (): Partial<Handlers> => compileHandlers({ courses: [], practice: [] });

/** No round. */
export const withoutRounds: Partial<Handlers> = {
  'compile.choices': async () => ({ rounds: [] }),
  'year.show': async ({ year }) => ({
    ...buildYearOverview({ year: year ?? 2025, rounds: [], measured: [], practice: [] }),
    unit: '',
    units: [],
  }),
};
