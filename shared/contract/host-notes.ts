import { z } from 'zod';

import { ofType, type OperationSpec } from './operation.ts';

export const hostNotesOperations = {
  /** What a host did outside the workspace and the audit log must know. Needs an open workspace. */
  'host.note': {
    kind: 'command',
    input: z.object({ kind: z.enum(['screen-capture-on', 'screen-capture-off']) }),
    output: ofType<null>(),
  },
} as const satisfies Record<string, OperationSpec>;
