import { z } from 'zod';

import type { Compilation } from '../domain/report/compile/compilation.ts';
import type { RoundRole } from './exchange.ts';
import { ofType, type OperationSpec } from './operation.ts';

/** A round that can be put together with others. */
export interface CompileChoice {
  readonly roundId: string;
  readonly name: string;
  readonly asOf: string;
  /** '' for a round that was drawn here. */
  readonly unit: string;
  readonly role: RoundRole;
  readonly templateId: string;
  readonly templateTitle: string;
  readonly edition: number;
  readonly closed: number;
  readonly drawn: number;
  readonly example: boolean;
}

/** More rounds than a municipality's units draw in two years. */
const mostRounds = 400;

export const compileOperations = {
  /**
   * The newest first. Rounds that were received are not among them: their answers are counted where they were drawn,
   * and would count twice.
   */
  'compile.choices': {
    kind: 'query',
    input: z.object({}),
    output: ofType<{ readonly rounds: readonly CompileChoice[] }>(),
  },
  /**
   * `group` null: all groups together; '' is the group of cases that say none. A group without cases gives counts of 0.
   * `compile-different-templates` where the checklists are not editions of one; `report-not-of-part` for a round that
   * was received.
   */
  'compile.matrix': {
    kind: 'query',
    input: z.object({
      roundIds: z.array(z.string()).min(1).max(mostRounds).readonly(),
      by: z.enum(['all', 'unit', 'team', 'measure']).default('all'),
      group: z.string().max(500).nullable().default(null),
    }),
    output: ofType<Compilation>(),
  },
} as const satisfies Record<string, OperationSpec>;
