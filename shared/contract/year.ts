import { z } from 'zod';

import type { YearOverview } from '../domain/report/year-overview/year-overview.ts';
import { ofType, type OperationSpec } from './operation.ts';

export const yearOperations = {
  /** `year` null: the latest with a round. `unit` null: the workspace's own; the units are those with a round. */
  'year.show': {
    kind: 'query',
    input: z.object({ year: z.int().min(1900).max(2200).nullable(), unit: z.string().nullable() }),
    output: ofType<YearOverview & { readonly unit: string; readonly units: readonly string[] }>(),
  },
} as const satisfies Record<string, OperationSpec>;
